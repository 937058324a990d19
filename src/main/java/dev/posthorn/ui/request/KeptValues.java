package dev.posthorn.ui.request;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.model.Auth;
import dev.posthorn.model.SecretPlaces;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.ui.kit.Variables;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// An authorization that cannot be signed with here: its values, to read. They stay in the file as they are.
final class KeptValues extends VBox {

    KeptValues(Auth auth) {
        super(12);
        var words = new Label(AuthTypes.label(auth.type()) + " stays in the file as it is. Posthorn cannot sign with it; "
                + (auth.values().isEmpty() ? "it has no values." : "its values, to read:"));
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        var grid = new GridPane(12, 6);
        grid.setId("kept-values");
        auth.values().forEach((key, value) -> {
            var name = new Label(key);
            name.getStyleClass().add("muted");
            name.setMinWidth(USE_PREF_SIZE);
            var text = text(value);
            var harmless = value instanceof Boolean || text.isEmpty() || Variables.onlyReferences(text);
            var shown = new Label(SecretPlaces.attribute(auth.type(), key) && !harmless ? "••••••••" : text);
            shown.setWrapText(true);
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
