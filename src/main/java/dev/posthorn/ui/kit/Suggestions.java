package dev.posthorn.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

/// The small list under a field that offers what could be meant. The field keeps the focus: arrows choose, Enter or Tab takes, Esc closes.
public final class Suggestions {

    private static final double ROW = 24;
    private static final int MOST_ROWS = 10;

    /// `insert` replaces chars `start` to `end` of the field's text; `label` and `detail` are what the list shows.
    public record Suggestion(String label, String detail, int start, int end, String insert) {}

    private final Popup popup = new Popup();
    private final ListView<Suggestion> list = new ListView<>();
    private Consumer<Suggestion> taken = _ -> {};

    public Suggestions() {
        list.getStyleClass().add("suggestions");
        list.setId("suggestions");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(320);
        list.setCellFactory(_ -> new NameDetailCell<>(Suggestion::label, Suggestion::detail, 60, 296));
        list.setOnMouseClicked(_ -> take());
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.getContent().add(list);
    }

    /// Shows the list with its left top corner at that place of the screen; an empty list hides it. `chosen`: the first is chosen already,
    /// so that Enter takes it; else Enter and Tab mean the field until an arrow key chose one.
    public void show(Node owner, double screenX, double screenY, List<Suggestion> found, boolean chosen, Consumer<Suggestion> onTaken) {
        if (found.isEmpty() || owner.getScene() == null || owner.getScene().getWindow() == null) {
            hide();
            return;
        }
        taken = onTaken;
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        if (chosen) {
            list.getSelectionModel().selectFirst();
        }
        list.scrollTo(0);
        list.setPrefHeight(Math.min(MOST_ROWS, found.size()) * ROW + 2);
        popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        popup.show(owner, screenX, screenY);
    }

    public boolean showing() {
        return popup.isShowing();
    }

    public void hide() {
        popup.hide();
    }

    public List<Suggestion> offered() {
        return List.copyOf(list.getItems());
    }

    /// Takes part in the field's keys: consumes those that are meant for the list.
    public void key(KeyEvent key) {
        if (!showing()) {
            return;
        }
        switch (key.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case ENTER, TAB -> {
                if (key.isShortcutDown() || key.isShiftDown() || list.getSelectionModel().isEmpty()) {
                    hide();
                    return;
                }
                take();
            }
            case ESCAPE -> hide();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(int by) {
        var model = list.getSelectionModel();
        var from = model.isEmpty() && by < 0 ? 0 : model.getSelectedIndex();
        model.select(Math.floorMod(from + by, list.getItems().size()));
        list.scrollTo(Math.max(0, model.getSelectedIndex() - MOST_ROWS + 1));
    }

    private void take() {
        var chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (chosen != null) {
            taken.accept(chosen);
        }
    }
}
