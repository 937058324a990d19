package dev.posthorn.ui.kit;

import dev.posthorn.auth.Field;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/// One row of a form: its label, its input, and how a value is shown in it.
final class FieldRow {

    /// Shows a value; `present` is false where the file has none, and the preset holds.
    private interface Showing {
        void show(Object value, boolean present);
    }

    private final Field field;
    private final BiConsumer<String, Object> changed;
    private final Label label;
    private final Node node;
    private final List<TextInput> texts = new ArrayList<>();
    private final List<ParameterTable> tables = new ArrayList<>();
    private Showing showing;

    FieldRow(Field field, FieldForm.Inputs inputs, BiConsumer<String, Object> changed) {
        this.field = field;
        this.changed = changed;
        label = new Label(field instanceof Field.Flag ? "" : field.label());
        label.getStyleClass().add("muted");
        node = switch (field) {
            case Field.Text text -> line(inputs.line(), text.preset(), text.hint());
            case Field.Secret secret -> withBeside(line(new SecretField(inputs.line()), "", secret.hint()), inputs);
            case Field.Area area -> area(area, inputs);
            case Field.Rows rows -> table(rows, inputs.variables());
            case Field.Choice choice -> choice(choice);
            case Field.Flag flag -> flag(flag);
        };
        node.setId("field-" + field.key());
        label.setLabelFor(node);
        if (field instanceof Field.Area || field instanceof Field.Rows) {
            label.getStyleClass().add("top-label");
            GridPane.setValignment(label, VPos.TOP);
        }
    }

    Label label() {
        return label;
    }

    Node node() {
        return node;
    }

    void show(Object value, boolean present) {
        showing.show(value, present);
    }

    void recolour() {
        texts.forEach(TextInput::recolour);
        tables.forEach(ParameterTable::recolour);
    }

    /// As people read it: what the file has as a list or an object is JSON.
    private static String text(Object value, boolean lines) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> lines ? JsonWriter.pretty(map).strip() : JsonWriter.compact(map);
            case List<?> list -> lines ? JsonWriter.pretty(list).strip() : JsonWriter.compact(list);
            default -> value.toString();
        };
    }

    /// The preset holds where the file has nothing; where it has an empty text, that is said.
    private Node line(TextInput input, String preset, String hint) {
        input.prompt(preset.isEmpty() ? hint : preset);
        input.onEdit(text -> changed.accept(field.key(), text));
        texts.add(input);
        showing = (value, present) -> {
            input.show(text(value, false));
            if (!preset.isEmpty()) {
                input.prompt(!present ? preset : hint.isEmpty() ? "(empty)" : hint);
            }
        };
        return input.node();
    }

    private Node withBeside(Node input, FieldForm.Inputs inputs) {
        var beside = inputs.beside(field);
        if (beside.isEmpty()) {
            return input;
        }
        var before = showing;
        showing = (value, present) -> {
            before.show(value, present);
            beside.get().show(text(value, false));
        };
        texts.forEach(t -> t.onEdit(beside.get()::show));
        HBox.setHgrow(input, Priority.ALWAYS);
        var row = new HBox(4, input, beside.get().node());
        row.getStyleClass().add("field-beside");
        return row;
    }

    private Node area(Field.Area area, FieldForm.Inputs inputs) {
        var input = area.secret() ? new SecretArea(inputs.area(area)) : inputs.area(area);
        input.prompt(area.hint().isEmpty() ? area.preset() : area.hint());
        input.onEdit(text -> changed.accept(field.key(), text));
        texts.add(input);
        showing = (value, _) -> input.show(text(value, true));
        return area.secret() ? withBeside(input.node(), inputs) : input.node();
    }

    private Node table(Field.Rows rows, Variables variables) {
        var table = new ParameterTable(rows, variables);
        table.onChange(list -> changed.accept(field.key(), list));
        tables.add(table);
        showing = (value, _) -> table.show(value);
        return table;
    }

    private Node choice(Field.Choice field) {
        var box = new ChoiceBox<Field.Option>();
        box.getItems().setAll(field.options());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Field.Option option) {
                return option == null ? "" : option.label();
            }

            @Override
            public Field.Option fromString(String text) {
                return new Field.Option(text, text);
            }
        });
        box.getSelectionModel().selectedItemProperty().subscribe(option -> {
            if (option != null) {
                changed.accept(field.key(), option.value());
            }
        });
        showing = (value, _) -> {
            var wanted = text(value, false).isEmpty() ? field.preset() : text(value, false);
            var known = box.getItems().stream().filter(o -> o.value().equals(wanted)).findFirst();
            if (known.isEmpty()) {
                box.getItems().add(new Field.Option(wanted, wanted));
            }
            box.getSelectionModel().select(known.orElse(box.getItems().getLast()));
        };
        return box;
    }

    private Node flag(Field.Flag field) {
        var box = new CheckBox(field.label());
        box.setWrapText(true);
        box.setOnAction(_ -> changed.accept(field.key(), box.isSelected()));
        showing = (value, present) -> {
            var text = text(value, false);
            var other = !text.isEmpty() && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false");
            box.setIndeterminate(other);
            box.setText(other ? field.label() + ": " + text : field.label());
            box.setSelected(present && !text.isEmpty() ? Boolean.parseBoolean(text) : field.on());
        };
        return box;
    }
}
