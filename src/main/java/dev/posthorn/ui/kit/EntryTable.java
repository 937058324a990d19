package dev.posthorn.ui.kit;

import dev.posthorn.model.Entry;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The key-value table of parameters, headers, form fields and variables, with its title, and "Bulk edit" that shows the same rows as text.
public final class EntryTable extends BorderPane {

    private static final RowTable.Shape<Entry> SHAPE = new RowTable.Shape<>(e -> e, (_, e) -> e, Entry::empty);

    private final RowTable<Entry> table;
    private final HBox bar;
    private final Button bulk = new Button("Bulk edit");
    private TextArea text;
    private List<Entry> before = List.of();
    private Consumer<List<Entry>> changed = _ -> {};

    public EntryTable(String title, TableOptions<Entry> options) {
        table = new RowTable<>(SHAPE, options);
        table.onChange(rows -> changed.accept(rows));
        var name = new Label(title);
        name.getStyleClass().add("panel-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bulk.getStyleClass().addAll("quiet-button");
        bulk.setId("bulk-edit");
        Tips.on(bulk, "All rows as text, one \"key: value\" a line; // switches a line off");
        bulk.setOnAction(_ -> toggleBulk());
        bar = new HBox(8, name, gap);
        bar.getStyleClass().add("table-bar");
        if (!options.fixedKeys()) {
            bar.getChildren().add(bulk);
        }
        setTop(bar);
        setCenter(table);
    }

    /// Puts a control into the bar over the table, left of "Bulk edit".
    public EntryTable tool(javafx.scene.Node control) {
        bar.getChildren().add(Math.min(2, bar.getChildren().size()), control);
        return this;
    }

    /// Shows these rows; the same rows again move nothing.
    public void show(List<Entry> rows) {
        if (text == null) {
            table.show(rows);
        } else if (!rows.equals(table.rows())) {
            table.show(rows);
            before = rows;
            text.setText(BulkText.format(rows));
        }
    }

    public List<Entry> entries() {
        return table.rows();
    }

    public void onChange(Consumer<List<Entry>> listener) {
        changed = listener;
    }

    public void showAutomatic(List<RowTable.Automatic> rows) {
        table.showAutomatic(rows);
    }

    public void onSwitch(Consumer<RowTable.Automatic> listener) {
        table.onSwitch(listener);
    }

    public void recolour() {
        table.recolour();
    }

    public void focusFirst() {
        if (text == null) {
            table.focusFirst();
        } else {
            text.requestFocus();
        }
    }

    private void toggleBulk() {
        if (text == null) {
            before = table.rows();
            text = new TextArea(BulkText.format(before));
            text.setId("bulk-text");
            text.getStyleClass().addAll("code", "bulk-text");
            text.setPromptText("key: value\n//key: value (switched off)");
            text.textProperty().subscribe((_, typed) -> bulkTyped(typed));
            setCenter(text);
            text.requestFocus();
        } else {
            text = null;
            setCenter(table);
            table.focusFirst();
        }
        bulk.setText(text == null ? "Bulk edit" : "Table");
    }

    private void bulkTyped(String typed) {
        var rows = BulkText.parse(typed, before);
        if (!rows.equals(table.rows())) {
            table.show(rows);
            changed.accept(table.rows());
        }
    }
}
