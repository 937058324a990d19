package dev.posthorn.ui.odata;

import dev.posthorn.odata.call.Dynamic;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.ui.kit.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Properties that an entity of an open type gets beside those of the metadata: a name, a type and a value each.
final class MoreValues extends VBox {
    private static final String NAME = "[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Cf}]{0,127}";

    private final Predicate<String> taken;
    private final Runnable added;
    private final List<Line> lines = new ArrayList<>();
    private final VBox rows = new VBox(6);

    /// @param taken whether a property has that name already
    /// @param added a line was added, which shall be seen
    MoreValues(Predicate<String> taken, Runnable added) {
        super(6);
        this.taken = taken;
        this.added = added;
        getStyleClass().add("odata-more");
        var add = new Button("Add a property", Icons.of(Octicons.PLUS_16));
        add.setId("odata-more-add");
        dev.posthorn.ui.kit.Tips.on(add, "The type is open: its entities may have properties that the metadata does not name");
        add.setOnAction(_ -> add());
        getChildren().addAll(rows, add);
    }

    private void add() {
        var line = new Line();
        lines.add(line);
        rows.getChildren().add(line.row);
        line.name.requestFocus();
        added.run();
    }

    /// What was typed; a line without a name and a value is none.
    ///
    /// @throws IllegalArgumentException where a name is none; the sentence names it
    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        for (var line : lines) {
            var name = line.name.getText().strip();
            if (name.isEmpty() && line.value.getText().isEmpty()) {
                continue;
            }
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException(name.isEmpty() ? "The added property with the value `" + line.value.getText() + "` has no name." : "`" + name + "` cannot be the name of a property: write letters, digits and `_`, beginning with a letter.");
            }
            if (taken.test(name) || values.containsKey(name)) {
                throw new IllegalArgumentException("`" + name + "` is there already; an added property needs a name of its own.");
            }
            var text = line.value.getText();
            values.put(name, new Dynamic(new TypeRef(line.type.getValue(), false), text.isEmpty() && !line.type.getValue().equals("Edm.String") ? null : text));
        }
        return values;
    }

    private final class Line {
        private final TextField name = new TextField();
        private final ComboBox<String> type = new ComboBox<>();
        private final TextField value = new TextField();
        private final HBox row = new HBox(8, name, type, value);

        private Line() {
            name.setPromptText("Name");
            name.setPrefWidth(180);
            name.setMinWidth(80);
            name.getStyleClass().add("odata-more-name");
            type.getItems().setAll(Dynamic.TYPES);
            type.setValue("Edm.String");
            type.setPrefWidth(170);
            type.setMinWidth(90);
            type.setAccessibleText("Type of the added property");
            value.setPromptText("Value");
            value.getStyleClass().add("odata-more-value");
            HBox.setHgrow(value, Priority.ALWAYS);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getChildren().add(Icons.button(Octicons.X_16, "Take it out", () -> {
                lines.remove(this);
                rows.getChildren().remove(row);
            }));
        }
    }
}
