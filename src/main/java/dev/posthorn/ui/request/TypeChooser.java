package dev.posthorn.ui.request;

import dev.posthorn.auth.AuthGroup;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.model.Auth;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.octicons.Octicons;

/// Chooses the type of an authorization: a list in groups, with what each type does, and a field that searches it. Down, Space or a letter
/// opens it; arrows choose, Enter takes, Esc closes.
final class TypeChooser extends Button {

    /// @param id empty for the title of a group
    private record Line(String id, String label, String summary) {
        boolean title() {
            return id.isEmpty();
        }
    }

    private static final double ROW = 40;
    private static final double TITLE = 26;
    /// Room for most of the sentences.
    private static final double WIDTH = 460;
    /// So many lines are seen without scrolling.
    private static final int SEEN = 7;

    private final Subject subject;
    private final Consumer<String> chosen;
    private final Label name = new Label();
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final ListView<Line> list = new ListView<>();
    private String shown = "";

    TypeChooser(Subject subject, Consumer<String> chosen) {
        this.subject = subject;
        this.chosen = chosen;
        setId("auth-type");
        getStyleClass().add("type-chooser");
        setMaxWidth(Double.MAX_VALUE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var face = new HBox(name, gap, Icons.of(Octicons.CHEVRON_DOWN_16));
        face.getStyleClass().add("face");
        face.prefWidthProperty().bind(widthProperty().subtract(22));
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(_ -> open(""));
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
                open("");
                key.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_TYPED, key -> {
            if (!key.getCharacter().isBlank() && !key.isShortcutDown() && Character.isLetterOrDigit(key.getCharacter().charAt(0))) {
                open(key.getCharacter());
                key.consume();
            }
        });
        build();
    }

    private void build() {
        search.setId("auth-type-search");
        search.setPromptText("Search types");
        search.textProperty().subscribe(this::fill);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("auth-types");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> take());
        var box = new VBox(search, list);
        box.getStyleClass().add("type-list");
        box.getStylesheets().add(Theme.sheet(TypeChooser.class, "request.css"));
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(box);
    }

    /// Shows a type without telling anybody.
    void show(String id) {
        shown = id;
        name.setText(label(id));
        setAccessibleText("Type of authorization: " + name.getText());
    }

    private String label(String id) {
        return id.equals(Auth.INHERIT.type()) ? subject.unset() : AuthTypes.label(id);
    }

    /// As a choice by the user.
    void choose(String id) {
        popup.hide();
        if (!id.equals(shown)) {
            show(id);
            chosen.accept(id);
        }
    }

    private void open(String typed) {
        var place = localToScreen(0, getHeight() + 2);
        if (place == null || getScene().getWindow() == null) {
            return;
        }
        search.setText(typed);
        search.end();
        fill(typed);
        list.setPrefWidth(Math.max(WIDTH, getWidth()));
        popup.getScene().getStylesheets().setAll(getScene().getStylesheets());
        popup.show(this, place.getX(), place.getY());
        search.requestFocus();
        search.end();
    }

    private void fill(String typed) {
        var lines = new ArrayList<Line>();
        var unset = new Line(Auth.INHERIT.type(), subject.unset(), subject.unsetMeans());
        if ((unset.label() + " " + unset.summary()).toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT))) {
            lines.add(unset);
        }
        for (var group : AuthGroup.all()) {
            var found = group.types().stream().filter(t -> AuthGroup.matches(t, typed)).map(t -> new Line(t.id(), t.label(), t.summary())).toList();
            if (!found.isEmpty()) {
                lines.add(new Line("", group.title(), ""));
                lines.addAll(found);
            }
        }
        list.getItems().setAll(lines);
        var height = lines.stream().mapToDouble(l -> l.title() ? TITLE : ROW).sum() + 4;
        list.setPrefHeight(Math.clamp(height, ROW, 380));
        select(lines, typed.isBlank() ? shown : "");
    }

    private void select(List<Line> lines, String wanted) {
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).title() && (wanted.isEmpty() || lines.get(i).id().equals(wanted))) {
                list.getSelectionModel().select(i);
                list.scrollTo(i < SEEN ? 0 : i - 3);
                return;
            }
        }
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case ENTER, TAB -> take();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(int by) {
        var lines = list.getItems();
        for (var at = list.getSelectionModel().getSelectedIndex() + by; at >= 0 && at < lines.size(); at += by) {
            if (!lines.get(at).title()) {
                list.getSelectionModel().select(at);
                list.scrollTo(Math.max(0, at - 4));
                return;
            }
        }
    }

    private void take() {
        var line = list.getSelectionModel().getSelectedItem();
        if (line != null && !line.title()) {
            choose(line.id());
            requestFocus();
        }
    }

    /// What is offered now, for tests.
    List<String> offered() {
        return list.getItems().stream().map(Line::label).toList();
    }

    private static final class Cell extends ListCell<Line> {

        private final Label name = new Label();
        private final Label summary = new Label();
        private final VBox box = new VBox(name, summary);

        Cell() {
            summary.getStyleClass().addAll("muted", "small");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().remove("group-title");
            setGraphic(empty || line.title() ? null : box);
            setText(empty || !line.title() ? null : line.label());
            setDisable(!empty && line.title());
            setPrefHeight(empty ? 0 : line.title() ? TITLE : ROW);
            if (!empty && line.title()) {
                getStyleClass().add("group-title");
            } else if (!empty) {
                name.setText(line.label());
                summary.setText(line.summary());
            }
        }
    }
}
