package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.octicons.Octicons;

/// A question above the editor, where a dialog would be in the way: save, do not save, or go back.
final class AskBar extends HBox {
    private final Runnable back;

    /// `back` is also what Esc does.
    AskBar(String question, String yes, Runnable save, String no, Runnable discard, Runnable back) {
        this.back = back;
        setId("ask-bar");
        getStyleClass().add("ask-bar");
        var words = new Label(question);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(Octicons.PENCIL_16), words,
                button("ask-yes", yes, save), button("ask-no", no, discard), button("ask-cancel", "Cancel", back));
        getChildren().get(2).getStyleClass().add("accent");
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                cancel();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof Button focused) {
                focused.fire();
                key.consume();
            }
        });
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    void cancel() {
        back.run();
    }

    void focusFirst() {
        getChildren().get(2).requestFocus();
    }
}
