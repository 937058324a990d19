package dev.posthorn.ui.kit;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// A form drawn from declared fields, in parts with titles: a label on the left, the input on the right, 30 px each. Where a choice changes
/// which fields there are, those that stay keep their text, their caret and the keyboard.
public final class FieldForm extends VBox {

    public static final double LABELS = 148;

    /// Something small at the end of a field's row.
    public interface Beside {

        Node node();

        /// The field's value as it is shown now; called at each edit too.
        void show(String text);
    }

    /// Makes what a form is made of.
    public interface Inputs {

        /// One line, with coloured variables.
        TextInput line();

        /// Several lines, coloured by what is written there.
        TextInput area(Field.Area field);

        Variables variables();

        default Optional<Beside> beside(Field secret) {
            return Optional.empty();
        }
    }

    private record Part(String title, List<Field> fields) {}

    private final Inputs inputs;
    private final BiConsumer<String, Object> changed;
    private final Map<Field, FieldRow> rows = new LinkedHashMap<>();
    private final Map<String, Boolean> unfolded = new HashMap<>();
    private final List<AuthType.Section> always;
    private List<Part> shape = List.of();
    private Map<String, Object> last = Map.of();
    private boolean showing;

    /// `changed` hears key and new value: a Boolean for a flag, a list for a table, else text.
    public FieldForm(Inputs inputs, BiConsumer<String, Object> changed) {
        this(List.of(), inputs, changed);
    }

    /// With the same fields always, each of one line or a table. `lines` makes the text fields.
    public FieldForm(List<? extends Field> fields, Supplier<TextInput> lines, BiConsumer<String, Object> changed) {
        this(List.of(new AuthType.Section("", List.copyOf(fields), true)), new Lines(lines), changed);
    }

    private FieldForm(List<AuthType.Section> always, Inputs inputs, BiConsumer<String, Object> changed) {
        this.always = always;
        this.inputs = inputs;
        this.changed = changed;
        getStyleClass().add("field-form");
    }

    private record Lines(Supplier<TextInput> lines) implements Inputs {

        @Override
        public TextInput line() {
            return lines.get();
        }

        @Override
        public TextInput area(Field.Area field) {
            return lines.get();
        }

        @Override
        public Variables variables() {
            return Variables.none();
        }
    }

    /// Shows the values by key in the fields that are always the same.
    public void show(Map<String, Object> values) {
        show(always, values);
    }

    /// Shows these fields with the values by key; a key that is absent shows its preset. What is shown already does not move.
    public void show(List<AuthType.Section> sections, Map<String, Object> values) {
        last = values;
        var wanted = sections.stream().map(s -> new Part(s.title(), s.fields())).toList();
        if (!wanted.equals(shape)) {
            draw(sections);
            shape = wanted;
        }
        rows.forEach(this::show);
    }

    private void show(Field field, FieldRow row) {
        showing = true;
        row.show(last.get(field.key()), last.get(field.key()) != null);
        showing = false;
    }

    private void draw(List<AuthType.Section> sections) {
        var keyboard = getScene() == null ? null : getScene().getFocusOwner();
        getChildren().clear();
        for (var section : sections) {
            var grid = grid();
            if (section.title().isEmpty()) {
                fill(grid, section.fields());
                getChildren().add(grid);
            } else {
                getChildren().addAll(fold(section, grid), grid);
            }
        }
        if (keyboard != null && keyboard.getScene() != null && keyboard != getScene().getFocusOwner()) {
            keyboard.requestFocus();
        }
    }

    /// What is folded is not made before it is unfolded: a form may have thirty fields of which five are seen.
    private ToggleButton fold(AuthType.Section section, GridPane content) {
        var open = unfolded.getOrDefault(section.title(), section.open());
        var title = new ToggleButton(section.title(), Icons.of(open ? Octicons.CHEVRON_DOWN_16 : Octicons.CHEVRON_RIGHT_16));
        title.getStyleClass().add("fold");
        title.setId("fold-" + section.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        title.setSelected(open);
        title.selectedProperty().subscribe(now -> {
            if (now && content.getChildren().isEmpty()) {
                fill(content, section.fields());
            }
            content.setVisible(now);
            content.setManaged(now);
            title.setGraphic(Icons.of(now ? Octicons.CHEVRON_DOWN_16 : Octicons.CHEVRON_RIGHT_16));
        });
        title.setOnAction(_ -> unfolded.put(section.title(), title.isSelected()));
        return title;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("field-grid");
        var label = new ColumnConstraints(LABELS);
        var input = new ColumnConstraints(120, 320, Double.MAX_VALUE);
        input.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(label, input);
        return grid;
    }

    private void fill(GridPane grid, List<Field> fields) {
        for (var field : fields) {
            var row = rows.computeIfAbsent(field, f -> new FieldRow(f, inputs, this::tell));
            grid.addRow(grid.getRowCount(), row.label(), row.node());
            show(field, row);
        }
    }

    private void tell(String key, Object value) {
        if (!showing) {
            changed.accept(key, value);
        }
    }

    /// Looks at the variables again, after a change of environment.
    public void recolour() {
        rows.values().forEach(FieldRow::recolour);
    }
}
