package dev.posthorn.ui.dataservice;

import dev.posthorn.dataservice.Kind;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How many rows, from which on, and the switches of a select; what a batch does at an error.
final class OptionsPage extends VBox {

    private final Editing editing;
    private final Label fault = new Label();

    OptionsPage(Editing editing) {
        super(8);
        this.editing = editing;
        getStyleClass().add("ds-page");
        fault.getStyleClass().add("ds-bad");
        fault.setWrapText(true);
    }

    void show() {
        fault.setText("");
        var query = editing.query();
        getChildren().clear();
        if (query.kind() != Kind.SELECT) {
            var none = new Label(query.kind() == Kind.INSERT ? "An insert has no options." : "Which rows are concerned is said by the filters.");
            none.getStyleClass().add("muted");
            getChildren().add(none);
            if (query.kind() == Kind.UPDATE) {
                getChildren().add(flag("isForceUpdate", "Also where no filter is set", "ds-force"));
            }
            return;
        }
        var grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        grid.addRow(0, new Label("Rows at most"), number("rowCount", "all", "ds-row-count"));
        grid.addRow(1, new Label("Skip rows"), number("rowsOffset", "none", "ds-rows-offset"));
        grid.addRow(2, new Label("Page after these values"), conditional());
        getChildren().addAll(grid, flag("isPageable", "Rows come in pages", "ds-pageable"), flag("isDistinct", "Equal rows once", "ds-distinct"),
                flag("allColumns", "All columns of the schema", "ds-all"), fault);
    }

    private TextField number(String key, String none, String id) {
        var now = editing.query().json().number(key, -1);
        var field = Controls.text(id, none, now < 0 ? "" : String.valueOf(now), text -> {
            if (text.isBlank()) {
                fault.setText("");
                editing.edit(q -> q.withOrWithout(key, null), false);
            } else if (text.strip().matches("\\d{1,9}")) {
                fault.setText("");
                editing.edit(q -> q.with(key, Integer.parseInt(text.strip())), false);
            } else {
                fault.setText("“" + (text.length() > 30 ? text.substring(0, 30) + "…" : text) + "” is no number of rows.");
            }
        });
        field.setPrefWidth(120);
        return field;
    }

    private TextField conditional() {
        var now = editing.query().json().get("conditionalValues");
        var field = Controls.text("ds-conditional", "JSON object of the last row's values", now == null ? "" : JsonWriter.compact(now), text -> {
            try {
                if (text.isBlank()) {
                    editing.edit(q -> q.withOrWithout("conditionalValues", null), false);
                } else if (JsonReader.read(text).plain() instanceof Map<?, ?> map) {
                    editing.edit(q -> q.with("conditionalValues", map), false);
                } else {
                    fault.setText("The values to page after are a JSON object.");
                    return;
                }
                fault.setText("");
            } catch (JsonProblem e) {
                fault.setText("The values to page after are no JSON: " + e.getMessage());
            }
        });
        field.setPrefWidth(320);
        return field;
    }

    private HBox flag(String key, String words, String id) {
        var box = new CheckBox(words);
        box.setId(id);
        box.setSelected(editing.query().json().flag(key));
        box.setOnAction(_ -> editing.edit(q -> box.isSelected() || q.json().has(key) ? q.with(key, box.isSelected()) : q, true));
        return new HBox(box);
    }
}
