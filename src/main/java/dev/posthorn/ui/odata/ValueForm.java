package dev.posthorn.ui.odata;

import dev.posthorn.odata.call.Dynamic;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Fields for the values of an entity, or the parameters of a function or action. Complex values and lists are typed as JSON.
final class ValueForm extends ScrollPane {

    /// A value that can be typed.
    ///
    /// @param value    as it is now; null for null
    /// @param given    false where there is no value yet
    /// @param nullable whether null can be said
    /// @param fixed    can be seen and not changed
    /// @param dynamic  whether the metadata does not name it
    record Slot(String name, TypeRef type, String says, String value, boolean given, boolean nullable, boolean fixed, boolean dynamic) {
        Slot(String name, TypeRef type, String says, String value, boolean given, boolean nullable, boolean fixed) {
            this(name, type, says, value, given, nullable, fixed, false);
        }
    }

    private final Edm edm;
    private final List<Line> lines = new ArrayList<>();
    private final MoreValues more;

    /// @param open whether there may be values that the metadata does not name
    ValueForm(Edm edm, List<Slot> slots, boolean open) {
        this.edm = edm;
        setFitToWidth(true);
        getStyleClass().addAll("sheet-scroll", "odata-scroll");
        var grid = new GridPane(12, 6);
        grid.getStyleClass().add("odata-form");
        var names = new ColumnConstraints();
        names.setMinWidth(120);
        names.setMaxWidth(240);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values, new ColumnConstraints());
        for (var slot : slots) {
            var line = new Line(slot);
            lines.add(line);
            grid.addRow(grid.getRowCount(), line.name, line.field, line.nothing);
        }
        more = new MoreValues(name -> lines.stream().anyMatch(l -> l.slot.name().equals(name)), () -> dev.posthorn.ui.kit.Fx.later(() -> {
            layout();
            setVvalue(getVmax());
        }));
        setContent(open ? new VBox(grid, more) : grid);
    }

    /// All that differs from what was there; for what is new, all that was typed.
    ///
    /// @throws IllegalArgumentException where a value that is JSON cannot be read; the sentence names it
    Map<String, Object> changed() {
        var values = new LinkedHashMap<String, Object>();
        for (var line : lines) {
            if (line.touched() && !line.slot.fixed()) {
                values.put(line.slot.name(), line.slot.dynamic() ? new Dynamic(line.slot.type(), line.value()) : line.value());
            }
        }
        values.putAll(more.values());
        return values;
    }

    void focusFirst() {
        lines.stream().filter(l -> !l.slot.fixed()).findFirst().ifPresent(l -> l.field.requestFocus());
    }

    private final class Line {
        private final Slot slot;
        private final Label name = new Label();
        private final javafx.scene.control.Control field;
        private final CheckBox nothing = new CheckBox("null");

        Line(Slot slot) {
            this.slot = slot;
            name.setText(slot.name());
            name.setMinHeight(30);
            dev.posthorn.ui.kit.Tips.on(name, slot.type() + (slot.says().isEmpty() ? "" : "\n" + slot.says()));
            var choice = slot.type().many() ? null : edm.choice(slot.type().name());
            if (choice != null || edm.primitive(slot.type().name()).equals("Edm.Boolean") && !slot.type().many()) {
                var box = new ComboBox<String>();
                box.setEditable(choice != null);
                box.getItems().setAll(choice == null ? List.of("true", "false") : choice.names());
                box.setValue(slot.value());
                box.valueProperty().subscribe((_, now) -> nothing.setSelected(now == null && nothing.isSelected()));
                box.setMaxWidth(Double.MAX_VALUE);
                field = box;
            } else {
                var text = new TextField(slot.value() == null ? "" : slot.value());
                text.setPromptText(slot.type().toString().replace("Edm.", ""));
                text.textProperty().subscribe((_, now) -> nothing.setSelected(now.isEmpty() && nothing.isSelected()));
                field = text;
            }
            field.setId("odata-value-" + slot.name());
            name.setLabelFor(field);
            field.setDisable(slot.fixed());
            nothing.setMinWidth(USE_PREF_SIZE);
            nothing.setVisible(slot.nullable() && !slot.fixed());
            nothing.setSelected(slot.given() && slot.value() == null);
            nothing.setAccessibleText(slot.name() + " is null");
        }

        private String text() {
            return field instanceof TextField text ? text.getText() : field instanceof ComboBox<?> box ? box.isEditable() ? box.getEditor().getText() : (String) box.getValue() : "";
        }

        boolean touched() {
            if (nothing.isSelected()) {
                return !slot.given() || slot.value() != null;
            }
            var text = text() == null ? "" : text();
            return slot.given() ? slot.value() == null ? !text.isEmpty() : !text.equals(slot.value()) : !text.isEmpty();
        }

        Object value() {
            if (nothing.isSelected()) {
                return null;
            }
            var text = text() == null ? "" : text();
            var structured = slot.type().many() || edm.structured(slot.type().name()) != null;
            if (text.isEmpty() && !edm.primitive(slot.type().name()).equals("Edm.String")) {
                // Only a text can be empty; anything else without a value is null.
                return null;
            }
            if (!structured) {
                return text;
            }
            try {
                return JsonReader.read(text).plain();
            } catch (JsonProblem e) {
                throw new IllegalArgumentException("`" + slot.name() + "` is " + (slot.type().many() ? "a list" : "an object") + " and is written as JSON: " + e.getMessage() + " (line " + e.line() + ", column " + e.column() + ")", e);
            }
        }
    }
}
