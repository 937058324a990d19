package dev.posthorn.ui.kit;

import dev.posthorn.model.Entry;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The one text field of a table: lent to the cell that is being edited, it writes each keystroke into the row.
final class CellEditor<T> {

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PASTE_OLD = new KeyCodeCombination(KeyCode.INSERT, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final RowTable<T> table;
    private final TextField field = new TextField();
    private final Suggestions suggestions = new Suggestions();
    private TableRow<T> row;
    private TableRow.Column column = TableRow.Column.KEY;
    private Slot home;
    private boolean showing;
    private boolean typed;
    private int anchor;
    private int caret;

    CellEditor(RowTable<T> table) {
        this.table = table;
        field.getStyleClass().add("cell-editor");
        field.setId("cell-editor");
        field.textProperty().subscribe((_, text) -> edited(text));
        field.caretPositionProperty().subscribe(_ -> {
            if (typed) {
                typed = false;
                suggest(field.getText());
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(focused -> {
            var scene = field.getScene();
            if (!focused && row != null && !showing && (scene == null || scene.getFocusOwner() != field)) {
                stop();
            }
        });
    }

    boolean editing(TableRow<T> candidate) {
        return row != null && row == candidate;
    }

    TableRow.Column column() {
        return column;
    }

    /// Opens a cell, scrolling to it where needed; the caret goes to the end.
    void open(TableRow<T> wanted, TableRow.Column at) {
        if (wanted.automatic() || (table.options.fixedKeys() && at == TableRow.Column.KEY)) {
            return;
        }
        showing = true;
        unmount();
        row = wanted;
        column = at;
        field.setText(text(table.entry(row)));
        var index = table.list.getItems().indexOf(row);
        table.list.getSelectionModel().select(index);
        if (cell() == null) {
            table.list.scrollTo(index);
        }
        table.list.layout();
        var cell = cell();
        if (cell != null) {
            mount(cell.slot(column));
        }
        showing = false;
        field.end();
    }

    /// Opens a cell with the caret where the mouse is: `x` in the slot's own pixels.
    void open(TableRow<T> wanted, TableRow.Column at, double x) {
        open(wanted, at);
        if (home != null && field.getSkin() instanceof TextFieldSkin skin) {
            home.layout();
            field.layout();
            field.positionCaret(skin.getIndex(x - field.getLayoutX() - field.snappedLeftInset(), field.getHeight() / 2).getInsertionIndex());
        }
    }

    private RowCell<T> cell() {
        return table.cells().filter(c -> c.getItem() == row).findFirst().orElse(null);
    }

    /// A cell was given another row, or another cell shows the edited one: the field moves along, caret and selection stay.
    void cellChanged(RowCell<T> cell, TableRow<T> item) {
        if (row == null || (home != null && home.cell() == cell) == (item == row)) {
            return;
        }
        if (item != row) {
            takeAway();
        }
        Fx.later(this::settle);
    }

    private void takeAway() {
        anchor = field.getAnchor();
        caret = field.getCaretPosition();
        showing = true;
        unmount();
        showing = false;
    }

    /// Brings the field to the cell that shows its row now; a row that was scrolled out of sight is no longer edited.
    private void settle() {
        var cell = row == null ? null : cell();
        if (row == null || (cell != null && home != null && home.cell() == cell)) {
            return;
        }
        if (cell == null) {
            stop();
            table.list.requestFocus();
            return;
        }
        if (home != null) {
            takeAway();
        }
        showing = true;
        mount(cell.slot(column));
        field.selectRange(anchor, caret);
        showing = false;
    }

    private void mount(Slot slot) {
        home = slot;
        slot.edit(field);
        field.applyCss();
        field.requestFocus();
        field.deselect();
    }

    private void unmount() {
        suggestions.hide();
        if (home != null) {
            home.rest(field);
            home = null;
        }
    }

    /// Ends editing; what was typed is in the row already.
    void stop() {
        if (row != null) {
            row = null;
            unmount();
            table.redraw();
        }
    }

    /// The rows were shown anew from outside: take over the text where it differs, keep the caret.
    void reread() {
        if (row == null) {
            return;
        }
        if (!table.list.getItems().contains(row)) {
            stop();
            return;
        }
        var fresh = text(table.entry(row));
        if (!fresh.equals(field.getText())) {
            var caret = field.getCaretPosition();
            showing = true;
            field.setText(fresh);
            field.positionCaret(Math.min(caret, fresh.length()));
            showing = false;
        }
    }

    private String text(Entry entry) {
        return switch (column) {
            case KEY -> entry.key();
            case VALUE -> entry.value();
            case DESCRIPTION -> entry.description();
        };
    }

    private void edited(String text) {
        if (showing || row == null) {
            return;
        }
        var entry = table.entry(row);
        var changed = switch (column) {
            case KEY -> entry.withKey(text);
            case VALUE -> entry.withValue(text);
            case DESCRIPTION -> entry.withDescription(text);
        };
        table.typed(row, table.shape.with().apply(row.value, changed));
        if (home != null) {
            home.cell().refresh();
        }
        suggestions.hide();
        typed = true;
    }

    private void suggest(String text) {
        var caret = Math.min(field.getCaretPosition(), text.length());
        var found = column == TableRow.Column.DESCRIPTION ? List.<Suggestions.Suggestion>of() : table.options.variables().suggestions(text, caret);
        var references = !found.isEmpty();
        if (!references && !text.isEmpty()) {
            var words = switch (column) {
                case KEY -> table.options.keys().apply(text);
                case VALUE -> table.options.values().apply(table.entry(row).key(), text);
                case DESCRIPTION -> List.<String>of();
            };
            found = words.stream().anyMatch(w -> w.equalsIgnoreCase(text)) ? List.of() : words.stream().map(w -> new Suggestions.Suggestion(w, "", 0, text.length(), w)).toList();
        }
        var place = field.localToScreen(0, field.getHeight() + 2);
        if (place != null) {
            suggestions.show(field, place.getX(), place.getY(), found, references, this::take);
        }
    }

    private void take(Suggestions.Suggestion taken) {
        field.replaceText(taken.start(), Math.min(taken.end(), field.getLength()), taken.insert());
        field.positionCaret(taken.start() + taken.insert().length());
        suggestions.hide();
    }

    private void key(KeyEvent key) {
        suggestions.key(key);
        if (key.isConsumed() || row == null) {
            return;
        }
        if ((PASTE.match(key) || PASTE_OLD.match(key)) && pasteRows()) {
            key.consume();
            return;
        }
        if (UNDO.match(key) && !field.isUndoable()) {
            table.undo();
            key.consume();
            return;
        }
        if (!key.isShortcutDown() && navigate(key)) {
            key.consume();
        }
    }

    private boolean pasteRows() {
        var text = Clipboard.getSystemClipboard().getString();
        if (table.options.fixedKeys() || column != TableRow.Column.KEY || text == null || text.strip().lines().count() < 2) {
            return false;
        }
        table.insert(row, BulkText.pasted(text));
        return true;
    }

    private boolean navigate(KeyEvent key) {
        var all = field.getLength();
        var atStart = field.getCaretPosition() == 0 && field.getSelection().getLength() == 0;
        var atEnd = field.getCaretPosition() == all && field.getSelection().getLength() == 0;
        switch (key.getCode()) {
            case TAB -> step(key.isShiftDown() ? -1 : 1, true);
            case ENTER -> enter();
            case ESCAPE -> rest();
            case UP, DOWN -> vertical(key);
            case LEFT -> {
                if (!atStart || key.isShiftDown() || key.isAltDown()) {
                    return false;
                }
                step(-1, false);
            }
            case RIGHT -> {
                if (!atEnd || key.isShiftDown() || key.isAltDown()) {
                    return false;
                }
                step(1, false);
                field.home();
            }
            case DELETE, BACK_SPACE -> {
                if (!table.blank(row.value) || table.options.fixedKeys()) {
                    return false;
                }
                table.remove(row);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void rest() {
        stop();
        table.list.requestFocus();
    }

    private void enter() {
        if (column == TableRow.Column.KEY) {
            open(row, TableRow.Column.VALUE);
        } else {
            below(1, table.options.fixedKeys() ? TableRow.Column.VALUE : TableRow.Column.KEY);
        }
    }

    private void vertical(KeyEvent key) {
        var by = key.getCode() == KeyCode.UP ? -1 : 1;
        if (key.isAltDown()) {
            table.move(row, table.list.getItems().indexOf(row) + by);
        } else {
            below(by, column);
        }
    }

    private boolean below(int by, TableRow.Column at) {
        var items = table.list.getItems();
        var next = items.indexOf(row) + by;
        if (next < 0 || next >= items.size() || items.get(next).automatic()) {
            return false;
        }
        open(items.get(next), at);
        return true;
    }

    private void step(int by, boolean mayLeave) {
        var columns = columns();
        var next = columns.indexOf(column) + by;
        if (next >= 0 && next < columns.size()) {
            open(row, columns.get(next));
        } else if (!below(by, by > 0 ? columns.getFirst() : columns.getLast()) && mayLeave) {
            table.leave(by > 0);
        }
    }

    private List<TableRow.Column> columns() {
        return List.of(TableRow.Column.values()).subList(table.options.fixedKeys() ? 1 : 0, table.options.description() ? 3 : 2);
    }
}
