package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Methods;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Ctrl+K: type a few letters of any request or action, Enter goes there.
final class Palette extends VBox {
    private static final int MOST = 80;
    private static final int RECENT = 12;
    private static final double ROW = 32;

    private final Supplier<List<Finding>> offers;
    private final Background.Latest<List<Finding>> search;
    private final Runnable close;
    private final TextField typed = new TextField();
    private final ListView<Finding> list = new ListView<>();
    private final Label nothing = new Label("Nothing fits. Try fewer letters.");
    private final LinkedHashMap<String, Long> recent = new LinkedHashMap<>();
    private List<Finding> all = List.of();
    private long uses;

    /// `offers` is asked each time the palette is opened. `close` takes it off the window.
    Palette(Background background, Supplier<List<Finding>> offers, Runnable close) {
        this.offers = offers;
        this.close = close;
        this.search = background.latest(this::show, _ -> {});
        setId("palette");
        getStyleClass().add("palette");
        typed.setId("palette-field");
        typed.getStyleClass().add("palette-field");
        typed.setPromptText("Search requests, actions, environments");
        typed.textProperty().addListener(_ -> find());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Row());
        nothing.getStyleClass().addAll("muted", "palette-nothing");
        list.setPlaceholder(nothing);
        getChildren().addAll(typed, list);
        setMaxSize(620, Region.USE_PREF_SIZE);
    }

    /// Makes ready for a new search.
    void open() {
        all = offers.get();
        typed.clear();
        find();
        typed.requestFocus();
    }

    private void find() {
        var query = new Fuzzy(typed.getText());
        var from = all;
        var used = new LinkedHashMap<>(recent);
        search.submit(() -> rank(query, from, used));
    }

    private record Ranked(Finding finding, long score) {}

    /// Recent ones first where nothing is typed; else by fit, what was used lately a little before its equals.
    static List<Finding> rank(Fuzzy query, List<Finding> from, LinkedHashMap<String, Long> used) {
        if (query.matchesAll()) {
            var lately = from.stream().filter(f -> used.containsKey(f.key())).sorted(Comparator.comparing(f -> -used.get(f.key()))).toList();
            return Stream.concat(lately.stream(), from.stream().filter(f -> !used.containsKey(f.key()))).limit(MOST).toList();
        }
        var ranked = new ArrayList<Ranked>();
        for (var finding : from) {
            var score = query.score(finding.hay());
            if (score >= 0) {
                ranked.add(new Ranked(finding, score * 1000L + (used.containsKey(finding.key()) ? 30_000 : 0) - finding.text().length()));
            }
        }
        return ranked.stream().sorted(Comparator.comparingLong(Ranked::score).reversed()).limit(MOST).map(Ranked::finding).toList();
    }

    private void show(List<Finding> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().select(0);
        list.scrollTo(0);
        list.setPrefHeight(Math.clamp(found.size(), 2, 11) * ROW + 10);
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> move(1, key);
            case UP -> move(-1, key);
            case PAGE_DOWN -> move(10, key);
            case PAGE_UP -> move(-10, key);
            case TAB -> move(key.isShiftDown() ? -1 : 1, key);
            case ENTER -> {
                go(list.getSelectionModel().getSelectedItem());
                key.consume();
            }
            default -> { }
        }
    }

    private void move(int by, KeyEvent key) {
        var size = list.getItems().size();
        if (size > 0) {
            var at = list.getSelectionModel().getSelectedIndex() + by;
            list.getSelectionModel().select(Math.abs(by) == 1 ? Math.floorMod(at, size) : Math.clamp(at, 0, size - 1));
            var shown = list.getSelectionModel().getSelectedIndex();
            if (!visible(shown)) {
                list.scrollTo(Math.max(0, by > 0 ? shown - 9 : shown));
            }
        }
        key.consume();
    }

    private boolean visible(int row) {
        return list.lookupAll(".list-cell").stream().anyMatch(n -> n instanceof ListCell<?> c && c.getIndex() == row
                && c.getBoundsInParent().getMinY() >= 0 && c.getBoundsInParent().getMaxY() <= list.getHeight() - 8);
    }

    private void go(Finding finding) {
        if (finding == null) {
            return;
        }
        recent.remove(finding.key());
        recent.put(finding.key(), ++uses);
        if (recent.size() > RECENT) {
            recent.pollFirstEntry();
        }
        close.run();
        finding.go().run();
    }

    /// One line of the list.
    private final class Row extends ListCell<Finding> {
        private final Label badge = new Label();
        private final StackPane sign = new StackPane();
        private final Label text = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final HBox row = new HBox(sign, text, detail, new Region(), keys);

        Row() {
            row.getStyleClass().add("palette-row");
            sign.getStyleClass().add("palette-sign");
            detail.getStyleClass().add("palette-detail");
            keys.getStyleClass().add("key-cap");
            text.setMinWidth(USE_PREF_SIZE);
            keys.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(row.getChildren().get(3), Priority.ALWAYS);
            row.setMaxWidth(580);
            setOnMouseClicked(_ -> go(getItem()));
        }

        @Override
        protected void updateItem(Finding item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            if (item.method() == null) {
                sign.getChildren().setAll(Icons.of(item.icon()));
            } else {
                Methods.show(badge, item.method());
                sign.getChildren().setAll(badge);
            }
            text.setText(item.text().length() > 60 ? item.text().substring(0, 59) + "…" : item.text());
            detail.setText(item.detail());
            keys.setText(item.keys());
            keys.setVisible(!item.keys().isEmpty());
            setGraphic(row);
        }
    }
}
