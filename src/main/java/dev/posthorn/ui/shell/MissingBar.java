package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import java.util.List;
import javafx.scene.control.Button;
import org.kordamp.ikonli.octicons.Octicons;

/// Over a request whose collection or environment has secrets without a value on this machine.
final class MissingBar extends NoteBar {
    private MissingBar(String sentence, Button fill, Button dismiss) {
        super("info", sentence, fill, dismiss);
        setId("missing-secrets");
    }

    static MissingBar of(List<String> names, Runnable fillIn, Runnable dismiss) {
        var fill = new Button("Fill in…");
        fill.setId("missing-fill");
        fill.setOnAction(_ -> fillIn.run());
        return new MissingBar(sentence(names), fill, Icons.button(Octicons.X_16, "Dismiss", dismiss));
    }

    static String sentence(List<String> names) {
        return (names.size() == 1 ? "1 secret has" : names.size() + " secrets have") + " no value on this machine: " + String.join(", ", names.stream().limit(8).toList())
                + (names.size() > 8 ? " and " + (names.size() - 8) + " more" : "") + ".";
    }
}
