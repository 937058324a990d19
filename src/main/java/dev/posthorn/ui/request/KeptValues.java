package dev.posthorn.ui.request;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.model.Auth;
import dev.posthorn.model.SecretPlaces;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.Variables;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// An authorization that cannot be signed with here: its values, to read. They stay in the file as they are.
final class KeptValues extends VBox {

    KeptValues(Auth auth) {
        super(12);
        var words = new Label("Posthorn keeps " + AuthTypes.label(auth.type()) + " in the file as it is, but cannot send requests with it. "
                + (auth.values().isEmpty() ? "It has no values." : "Its values:"));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        var grid = new GridPane(0, 6);
        grid.setId("kept-values");
        var names = new ColumnConstraints(FieldForm.LABELS);
        var values = new ColumnConstraints(120, 320, Double.MAX_VALUE);
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        auth.values().forEach((key, value) -> {
            var name = new Label(key);
            name.getStyleClass().add("muted");
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            name.getStyleClass().add("kept-name");
            GridPane.setValignment(name, VPos.TOP);
            var text = text(value);
            var harmless = value instanceof Boolean || text.isEmpty() || Variables.onlyReferences(text);
            var shown = new Label(SecretPlaces.attribute(auth.type(), key) && !harmless ? "••••••••" : text);
            shown.setWrapText(true);
            shown.setMinHeight(USE_PREF_SIZE);
            shown.getStyleClass().add("code");
            grid.addRow(grid.getRowCount(), name, shown);
        });
        getChildren().addAll(words, grid);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> JsonWriter.compact(map);
            case List<?> list -> JsonWriter.compact(list);
            default -> value.toString();
        };
    }
}
