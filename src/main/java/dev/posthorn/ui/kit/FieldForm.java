package dev.posthorn.ui.kit;

import dev.posthorn.auth.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/// A form drawn from declared fields: a label on the left, the input on the right, 30 px each.
public final class FieldForm extends GridPane {

    public static final double LABELS = 148;

    /// Something small at the end of a field's row.
    public interface Beside {

        Node node();

        /// The field's value as it is shown now; called at each edit too.
        void show(String text);
    }

    private final Supplier<TextInput> inputs;
    private final BiConsumer<String, Object> changed;
    private final Map<String, java.util.function.Consumer<String>> shown = new LinkedHashMap<>();
    private final List<TextInput> texts = new ArrayList<>();
    private boolean showing;

    /// `inputs` makes the text fields (with coloured variables); `changed` hears key and new value, a Boolean for a flag, else text.
    public FieldForm(List<Field> fields, Supplier<TextInput> inputs, BiConsumer<String, Object> changed) {
        this.inputs = inputs;
        this.changed = changed;
        getStyleClass().add("field-form");
        var label = new ColumnConstraints(LABELS);
        var input = new ColumnConstraints(120, 320, Double.MAX_VALUE);
        input.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(label, input);
        for (var field : fields) {
            row(field);
        }
    }

    private void row(Field field) {
        var node = switch (field) {
            case Field.Text text -> text(field, inputs.get(), text.hint().isEmpty() ? text.preset() : text.hint());
            case Field.Secret secret -> text(field, new SecretField(inputs.get()), secret.hint());
            case Field.Area area -> text(field, area.secret() ? new SecretField(inputs.get()) : inputs.get(), area.hint());
            case Field.Rows rows -> new Label(rows.label());
            case Field.Choice choice -> choice(choice);
            case Field.Flag flag -> flag(flag);
        };
        node.setId("field-" + field.key());
        var label = new Label(field instanceof Field.Flag ? "" : field.label());
        label.getStyleClass().add("muted");
        label.setLabelFor(node);
        addRow(getRowCount(), label, node);
    }

    private Node text(Field field, TextInput input, String prompt) {
        input.prompt(prompt);
        input.onEdit(text -> tell(field.key(), text));
        shown.put(field.key(), input::show);
        texts.add(input);
        return input.node();
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
                tell(field.key(), option.value());
            }
        });
        shown.put(field.key(), value -> {
            var wanted = value.isEmpty() ? field.preset() : value;
            var known = box.getItems().stream().filter(o -> o.value().equals(wanted)).findFirst();
            if (known.isEmpty()) {
                box.getItems().add(new Field.Option(wanted, wanted));
            }
            box.getSelectionModel().select(known.orElse(box.getItems().getLast()));
        });
        return box;
    }

    private Node flag(Field.Flag field) {
        var box = new CheckBox(field.label());
        box.setOnAction(_ -> tell(field.key(), box.isSelected()));
        shown.put(field.key(), value -> box.setSelected(value.isEmpty() ? field.on() : Boolean.parseBoolean(value)));
        return box;
    }

    private void tell(String key, Object value) {
        if (!showing) {
            changed.accept(key, value);
        }
    }

    /// Shows the values by key; a key that is absent shows its preset. What is shown already does not move.
    public void show(Map<String, Object> values) {
        showing = true;
        shown.forEach((key, show) -> {
            var value = values.get(key);
            show.accept(value == null ? "" : value.toString());
        });
        showing = false;
    }

    /// Looks at the variables again, after a change of environment.
    public void recolour() {
        texts.forEach(TextInput::recolour);
    }
}
