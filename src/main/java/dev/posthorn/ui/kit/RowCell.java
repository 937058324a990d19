package dev.posthorn.ui.kit;

import dev.posthorn.model.Entry;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Draws one row of a key-value table.
final class RowCell<T> extends ListCell<TableRow<T>> {

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass AUTOMATIC = PseudoClass.getPseudoClass("automatic");
    private static final String MASK = "••••••••";

    private final RowTable<T> table;
    private final CellEditor<T> editor;
    private final CheckBox on = new CheckBox();
    private final Node grip = Icons.of(Octicons.GRABBER_16);
    private final Slot key;
    private final Slot value;
    private final Slot description;
    private final Node delete;
    private final Node lock = Icons.of(Octicons.LOCK_16);
    private final HBox tail = new HBox();
    private final HBox gripBox = new HBox(grip);
    private final Columns columns;
    private ToggleButton secret;
    private T decorated;
    private TableRow<T> held;

    RowCell(RowTable<T> table, CellEditor<T> editor) {
        this.table = table;
        this.editor = editor;
        getStyleClass().add("row-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        key = newSlot(TableRow.Column.KEY);
        value = newSlot(TableRow.Column.VALUE);
        description = newSlot(TableRow.Column.DESCRIPTION);
        on.setFocusTraversable(false);
        on.setOnAction(_ -> switched());
        var button = Icons.button(Octicons.X_16, "Remove this row (Delete)", () -> table.remove(getItem()));
        button.setFocusTraversable(false);
        delete = button;
        delete.getStyleClass().add("row-delete");
        tail.getStyleClass().add("tail");
        var lead = new HBox(gripBox, on);
        lead.getStyleClass().add("lead");
        gripBox.getStyleClass().add("grip");
        gripBox.setCursor(Cursor.MOVE);
        gripBox.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        gripBox.addEventHandler(MouseEvent.MOUSE_PRESSED, mouse -> {
            held = getItem();
            mouse.consume();
        });
        columns = new Columns(lead, List.of(key, value, description), tail, table.options.shares());
        if (table.options.secrets()) {
            secret = secretSwitch();
        }
    }

    private Slot newSlot(TableRow.Column column) {
        var slot = new Slot(this, table.options.variables());
        slot.addEventHandler(MouseEvent.MOUSE_PRESSED, mouse -> {
            if (mouse.getButton() == MouseButton.PRIMARY && getItem() != null && !getItem().automatic() && !slot.decorated()
                    && !(mouse.getTarget() instanceof Node node && inField(node))) {
                editor.open(getItem(), column, mouse.getX());
                mouse.consume();
            }
        });
        return slot;
    }

    private static boolean inField(Node node) {
        for (var n = node; n != null; n = n.getParent()) {
            if (n instanceof javafx.scene.control.TextField || n instanceof javafx.scene.control.ButtonBase) {
                return true;
            }
        }
        return false;
    }

    private ToggleButton secretSwitch() {
        var toggle = new ToggleButton(null, Icons.of(Octicons.KEY_16));
        toggle.getStyleClass().addAll("icon-button", "secret-switch");
        toggle.setFocusTraversable(false);
        toggle.setTooltip(new Tooltip("Secret: masked on screen, kept out of files and history"));
        toggle.setOnAction(_ -> {
            var row = getItem();
            table.replace(row, table.shape.with().apply(row.value, table.entry(row).withSecret(toggle.isSelected())));
        });
        return toggle;
    }

    RowTable<T> table() {
        return table;
    }

    Slot slot(TableRow.Column column) {
        return switch (column) {
            case KEY -> key;
            case VALUE -> value;
            case DESCRIPTION -> description;
        };
    }

    @Override
    protected void updateItem(TableRow<T> row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty ? null : columns);
        editor.cellChanged(this, empty ? null : row);
        if (!empty) {
            refresh();
        }
    }

    /// Draws the row as it is now.
    void refresh() {
        var row = getItem();
        if (row == null) {
            return;
        }
        pseudoClassStateChanged(AUTOMATIC, row.automatic());
        gripBox.setVisible(!row.automatic() && !table.options.fixedKeys());
        if (row.automatic()) {
            automatic(row.automatic);
        } else {
            own(row, table.entry(row));
        }
    }

    private void automatic(RowTable.Automatic row) {
        on.setVisible(true);
        on.setSelected(row.on());
        pseudoClassStateChanged(OFF, !row.on());
        decorate(null);
        key.show(row.name(), "");
        value.show(row.value(), "");
        description.show(row.note(), "");
        tail.getChildren().setAll(lock);
    }

    private void own(TableRow<T> row, Entry entry) {
        var blank = table.blank(row.value);
        on.setVisible(!blank && !table.options.fixedKeys());
        on.setSelected(entry.enabled());
        pseudoClassStateChanged(OFF, !entry.enabled());
        decorate(row);
        key.show(entry.key(), blank ? table.options.keyTitle() : "");
        value.show(entry.secret() && !Variables.onlyReferences(entry.value()) && !entry.value().isEmpty() ? MASK : entry.value(),
                blank || table.options.fixedKeys() ? table.options.valueTitle() : "");
        description.show(entry.description(), blank ? "Description" : "");
        if (blank || table.options.fixedKeys()) {
            tail.getChildren().clear();
        } else if (tail.getChildren().size() != 1 || tail.getChildren().getFirst() != delete) {
            tail.getChildren().setAll(delete);
        }
    }

    private void decorate(TableRow<T> row) {
        if (row == null) {
            decorated = null;
            key.decorate(null, null);
            value.decorate(null, null);
            return;
        }
        if (row.value.equals(decorated) && secret == null) {
            return;
        }
        decorated = row.value;
        key.decorate(null, table.options.extra().apply(row.value, changed -> table.replace(row, changed)));
        if (secret != null) {
            secret.setSelected(table.entry(row).secret());
        }
        value.decorate(table.options.face().apply(row.value, changed -> table.replace(row, changed)), table.blank(row.value) ? null : secret);
    }

    private void switched() {
        var row = getItem();
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
            table.move(held, getIndex() + (int) Math.floor(y / RowTable.ROW_HEIGHT));
            mouse.consume();
        }
    }
}
