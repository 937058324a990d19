package dev.posthorn.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;

/// The place of one row in a key-value table. What it draws is made when it first holds a row: the places below the last row cost nothing.
final class RowCell<T> extends ListCell<TableRow<T>> {

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass AUTOMATIC = PseudoClass.getPseudoClass("automatic");
    private static final PseudoClass OVERRIDDEN = PseudoClass.getPseudoClass("overridden");

    private final RowTable<T> table;
    private final CellEditor<T> editor;
    private RowFace<T> face;

    RowCell(RowTable<T> table, CellEditor<T> editor) {
        this.table = table;
        this.editor = editor;
        getStyleClass().add("row-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        hoverProperty().subscribe(hover -> {
            if (face != null) {
                face.hover(hover);
            }
        });
    }

    RowTable<T> table() {
        return table;
    }

    Slot slot(TableRow.Column column) {
        return face.slot(column);
    }

    @Override
    protected void updateItem(TableRow<T> row, boolean empty) {
        super.updateItem(row, empty);
        if (!empty && face == null) {
            face = new RowFace<>(this, table, editor);
            setGraphic(face.node());
        }
        if (face != null) {
            face.node().setVisible(!empty);
        }
        editor.cellChanged(this, empty ? null : row);
        refresh();
    }

    /// Draws the row as it is now.
    void refresh() {
        var row = isEmpty() ? null : getItem();
        if (row != null) {
            pseudoClassStateChanged(AUTOMATIC, row.automatic());
            pseudoClassStateChanged(OVERRIDDEN, row.automatic() && row.automatic.fixed() && !row.automatic.on());
            pseudoClassStateChanged(OFF, row.automatic() ? !row.automatic.on() : !table.entry(row).enabled());
            face.show(row);
        }
    }
}
