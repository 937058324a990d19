package dev.posthorn.ui.oauth;

import dev.posthorn.ui.kit.Icons;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// Buttons that put a text on the clipboard and say for a moment that they did.
final class Copying {

    private static final Duration MOMENT = Duration.seconds(2);

    private Copying() {}

    static Button words(String id, String label, Supplier<String> text) {
        var button = new Button(label);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            copy(text.get());
            button.setText("Copied");
            after(button, () -> button.setText(label));
        });
        return button;
    }

    static Button icon(String id, String tip, Supplier<String> text) {
        var button = Icons.button(Octicons.CLIPPY_16, tip, () -> { });
        button.setId(id);
        button.setOnAction(_ -> {
            copy(text.get());
            button.setGraphic(Icons.of(Octicons.CHECK_16));
            after(button, () -> button.setGraphic(Icons.of(Octicons.CLIPPY_16)));
        });
        return button;
    }

    private static void after(Labeled button, Runnable back) {
        var moment = new PauseTransition(MOMENT);
        moment.setOnFinished(_ -> back.run());
        moment.play();
        // Held by the animation's timer until then.
        button.setUserData(moment);
    }

    static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
