package dev.posthorn.ui.runner;

import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.Tips;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The requests of a run with a tick each, in the order of their turns: dragged, or moved by Alt+Up and Alt+Down. Space ticks.
final class RequestOrder extends VBox {

    private static final DataFormat ROW = new DataFormat("application/x-posthorn-run-row");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final double HEIGHT = 26;

    private final ObservableList<RunChoice> all = FXCollections.observableArrayList();
    private final FilteredList<RunChoice> shown = new FilteredList<>(all);
    private final ListView<RunChoice> list = new ListView<>(shown);
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final Button natural = quiet("run-order-reset", "Order of the collection", this::naturalOrder);
    private final Runnable changed;
    private List<String> tree = List.of();
    private int dragged = -1;
    /// Many ticks change at once: they are told together.
    private boolean bulk;

    RequestOrder(Runnable changed) {
        this.changed = changed;
        getStyleClass().add("run-order");
        search.setId("run-search");
        search.setPromptText("Search requests");
        search.textProperty().subscribe(this::find);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMaxWidth(320);
        search.setMinWidth(60);
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(search, quiet("run-all", "All", () -> tick(true)), quiet("run-none", "None", () -> tick(false)));
        bar.getStyleClass().add("run-order-bar");
        var foot = new HBox(count, natural);
        foot.getStyleClass().add("run-order-foot");
        list.setId("run-order");
        list.setFixedCellSize(HEIGHT);
        list.setCellFactory(_ -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        var nothing = new Label("No request fits.");
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(bar, list, foot);
    }

    private static Button quiet(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("quiet-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// @param natural ids in the order of the tree
    void show(List<RunChoice> choices, List<String> natural) {
        tree = List.copyOf(natural);
        var chosen = list.getSelectionModel().getSelectedItem();
        bulk = true;
        choices.forEach(c -> c.on().subscribe(_ -> tell()));
        all.setAll(choices);
        bulk = false;
        if (chosen != null) {
            choices.stream().filter(c -> c.item().id().equals(chosen.item().id())).findFirst().ifPresent(list.getSelectionModel()::select);
        }
        tell();
    }

    List<RunChoice> choices() {
        return List.copyOf(all);
    }

    List<RunChoice> chosen() {
        return all.stream().filter(c -> c.on().get()).toList();
    }

    /// Empty where it is that of the tree.
    List<String> order() {
        var ids = all.stream().map(c -> c.item().id()).toList();
        return ids.equals(tree) ? List.of() : ids;
    }

    void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void find() {
        var words = search.getText() == null ? "" : search.getText().strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(c -> words.isEmpty() || (c.item().request().method() + " " + c.path() + " " + c.item().name() + " " + c.item().request().url()).toLowerCase(Locale.ROOT).contains(words));
    }

    /// Of those that the search shows.
    private void tick(boolean on) {
        bulk = true;
        List.copyOf(shown).forEach(c -> c.on().set(on));
        bulk = false;
        tell();
    }

    private void tell() {
        if (bulk) {
            return;
        }
        var on = chosen().size();
        count.setText(on == all.size() ? Amounts.count(on, "request") : on + " of " + Amounts.count(all.size(), "request"));
        natural.setVisible(!order().isEmpty());
        changed.run();
    }

    private void naturalOrder() {
        var places = new HashMap<String, Integer>();
        tree.forEach(id -> places.put(id, places.size()));
        all.sort(Comparator.comparing(c -> places.getOrDefault(c.item().id(), 0)));
        tell();
    }

    private void key(KeyEvent key) {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        if (key.getCode() == KeyCode.SPACE) {
            chosen.on().set(!chosen.on().get());
            key.consume();
        } else if (key.isAltDown() && (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN)) {
            var at = list.getSelectionModel().getSelectedIndex();
            move(at, at + (key.getCode() == KeyCode.UP ? -1 : 1));
            key.consume();
        }
    }

    /// By places among those that are shown.
    private void move(int from, int to) {
        if (from < 0 || to < 0 || from >= shown.size() || to >= shown.size() || from == to) {
            return;
        }
        var target = shown.getSourceIndex(to);
        var moving = shown.get(from);
        all.remove(moving);
        all.add(Math.min(target, all.size()), moving);
        list.getSelectionModel().clearAndSelect(shown.indexOf(moving));
        tell();
    }

    private final class Cell extends ListCell<RunChoice> {
        private final HBox grip = new HBox(Icons.of(Octicons.GRABBER_16));
        private final CheckBox tick = new CheckBox();
        private final Label badge = new Label();
        private final Label name = new Label();
        private final Label path = new Label();
        private final HBox row = new HBox(grip, tick, badge, name, path);
        private RunChoice bound;

        Cell() {
            row.getStyleClass().add("run-choice");
            grip.getStyleClass().add("run-grip");
            badge.setMinWidth(42);
            name.setMinWidth(24);
            path.setMinWidth(0);
            path.getStyleClass().add("run-path");
            tick.setFocusTraversable(false);
            tick.selectedProperty().subscribe(on -> pseudoClassStateChanged(OFF, !on));
            setPrefWidth(0);
            Tips.on(this, () -> getItem() == null ? "" : getItem().item().name() + (getItem().path().isEmpty() ? "" : "\n" + getItem().path()));
            setOnDragDetected(drag -> {
                if (getItem() != null && search.getText().isBlank()) {
                    dragged = getIndex();
                    var content = new ClipboardContent();
                    content.put(ROW, getItem().item().id());
                    startDragAndDrop(TransferMode.MOVE).setContent(content);
                    drag.consume();
                }
            });
            setOnDragOver(drag -> {
                if (dragged >= 0 && drag.getDragboard().hasContent(ROW)) {
                    drag.acceptTransferModes(TransferMode.MOVE);
                    drag.consume();
                }
            });
            setOnDragDropped(drop -> {
                if (dragged >= 0 && drop.getDragboard().hasContent(ROW)) {
                    move(dragged, isEmpty() ? shown.size() - 1 : getIndex());
                    drop.setDropCompleted(true);
                    drop.consume();
                }
            });
            setOnDragDone(_ -> dragged = -1);
        }

        @Override
        protected void updateItem(RunChoice item, boolean empty) {
            super.updateItem(item, empty);
            if (bound != null) {
                tick.selectedProperty().unbindBidirectional(bound.on());
                bound = null;
            }
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            bound = item;
            tick.selectedProperty().bindBidirectional(item.on());
            pseudoClassStateChanged(OFF, !item.on().get());
            Methods.show(badge, item.item().request().method());
            name.setText(item.item().name());
            path.setText(item.path());
            tick.setAccessibleText(item.item().name());
            setGraphic(row);
        }
    }
}
