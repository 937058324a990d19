package dev.posthorn.ui.kit;

import dev.posthorn.model.Entry;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.octicons.Octicons;

/// What one row of a key-value table looks like: grip, switch, the three cells, and what can be done with the row.
final class RowFace<T> {

    private static final String MASK = "••••••••";

    private final RowCell<T> cell;
    private final RowTable<T> table;
    private final CellEditor<T> editor;
    private final CheckBox on = new CheckBox();
    private final HBox grip = new HBox();
    private final HBox tail = new HBox();
    private final Slot key;
    private final Slot value;
    private final Slot description;
    private final Columns columns;
    private ToggleButton secret;
    private T decorated;
    private TableRow<T> held;

    RowFace(RowCell<T> cell, RowTable<T> table, CellEditor<T> editor) {
        this.cell = cell;
        this.table = table;
        this.editor = editor;
        key = newSlot(TableRow.Column.KEY);
        key.getStyleClass().add("key-slot");
        value = newSlot(TableRow.Column.VALUE);
        description = newSlot(TableRow.Column.DESCRIPTION);
        on.setFocusTraversable(false);
        on.setOnAction(_ -> switched());
        grip.getStyleClass().add("grip");
        grip.setCursor(Cursor.MOVE);
        grip.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        grip.addEventHandler(MouseEvent.MOUSE_PRESSED, mouse -> {
            held = cell.getItem();
            mouse.consume();
        });
        tail.getStyleClass().add("tail");
        var lead = new HBox(grip, on);
        lead.getStyleClass().add("lead");
        columns = new Columns(lead, List.of(key, value, description), tail, table.options.shares());
        if (table.options.secrets()) {
            secret = secretSwitch();
        }
    }

    Node node() {
        return columns;
    }

    private Slot newSlot(TableRow.Column column) {
        var slot = new Slot(cell, table.options.variables());
        slot.addEventHandler(MouseEvent.MOUSE_PRESSED, mouse -> {
            var row = cell.getItem();
            if (mouse.getButton() == MouseButton.PRIMARY && row != null && !row.automatic() && !slot.decorated() && !onControl(mouse)) {
                editor.open(row, column, mouse.getX());
                mouse.consume();
            }
        });
        return slot;
    }

    private static boolean onControl(MouseEvent mouse) {
        for (var n = mouse.getTarget() instanceof Node node ? node : null; n != null; n = n.getParent()) {
            if (n instanceof TextField || n instanceof ButtonBase) {
                return true;
            }
        }
        return false;
    }

    private ToggleButton secretSwitch() {
        var toggle = new ToggleButton(null, Icons.of(Octicons.KEY_16));
        toggle.getStyleClass().addAll("icon-button", "secret-switch");
        toggle.setFocusTraversable(false);
        Tips.on(toggle, "Secret: masked on screen, kept out of files and history");
        toggle.setOnAction(_ -> {
            var row = cell.getItem();
            table.replace(row, table.shape.with().apply(row.value, table.entry(row).withSecret(toggle.isSelected())));
        });
        return toggle;
    }

    Slot slot(TableRow.Column column) {
        return switch (column) {
            case KEY -> key;
            case VALUE -> value;
            case DESCRIPTION -> description;
        };
    }

    void show(TableRow<T> row) {
        grip.setVisible(!row.automatic() && !table.options.fixedKeys());
        if (row.automatic()) {
            automatic(row.automatic);
        } else {
            own(row, table.entry(row));
        }
        hover(cell.isHover());
    }

    private void automatic(RowTable.Automatic row) {
        on.setVisible(!row.fixed());
        on.setSelected(row.on());
        decorated = null;
        key.decorate(null, null);
        value.decorate(null, null);
        key.show(row.name(), "");
        value.show(row.value(), "");
        description.show(row.note(), "");
    }

    private void own(TableRow<T> row, Entry entry) {
        var blank = table.blank(row.value);
        var fixed = table.options.fixedKeys();
        on.setVisible(!blank && !fixed);
        on.setSelected(entry.enabled());
        decorate(row, entry, blank);
        var masked = entry.secret() && !entry.value().isEmpty() && !Variables.onlyReferences(entry.value());
        key.show(entry.key(), blank ? table.options.keyTitle() : "");
        value.show(masked ? MASK : entry.value(), blank || fixed ? table.options.valueTitle() : "");
        var third = table.options.third();
        var hidden = third.value() && entry.secret() && !entry.description().isEmpty() && !Variables.onlyReferences(entry.description());
        description.show(hidden ? MASK : entry.description(), blank ? third.title() : "");
    }

    private void decorate(TableRow<T> row, Entry entry, boolean blank) {
        if (secret != null) {
            secret.setSelected(entry.secret());
        }
        if (!row.value.equals(decorated)) {
            decorated = row.value;
            key.decorate(null, table.options.extra().apply(row.value, changed -> table.replace(row, changed)));
            value.decorate(table.options.face().apply(row.value, changed -> table.replace(row, changed)), blank ? null : secret);
        }
    }

    /// The grip and the button that removes the row are made for the row under the mouse alone.
    void hover(boolean hover) {
        var row = cell.getItem();
        if (row == null) {
            return;
        }
        if (row.automatic()) {
            if (tail.getChildren().isEmpty() || tail.getChildren().getFirst() instanceof ButtonBase) {
                tail.getChildren().setAll(Icons.of(Octicons.LOCK_16));
            }
        } else if (hover && !table.blank(row.value) && !table.options.fixedKeys()) {
            if (grip.getChildren().isEmpty()) {
                var delete = Icons.button(Octicons.X_16, "Remove this row (Delete)", () -> table.remove(cell.getItem()));
                delete.setFocusTraversable(false);
                tail.getChildren().setAll(delete);
                grip.getChildren().setAll(Icons.of(Octicons.GRABBER_16));
            }
        } else {
            tail.getChildren().clear();
            grip.getChildren().clear();
        }
    }

    private void switched() {
        var row = cell.getItem();
        if (row.automatic()) {
            table.switchAutomatic(row, on.isSelected());
        } else {
            table.replace(row, table.shape.with().apply(row.value, table.entry(row).withEnabled(on.isSelected())));
        }
    }

    /// Follows the mouse with the row that was taken; this cell keeps its place, the rows change under it.
    private void dragged(MouseEvent mouse) {
        if (held != null && !held.automatic()) {
            var y = columns.sceneToLocal(mouse.getSceneX(), mouse.getSceneY()).getY();
            table.move(held, cell.getIndex() + (int) Math.floor(y / RowTable.ROW_HEIGHT));
            mouse.consume();
        }
    }
}
