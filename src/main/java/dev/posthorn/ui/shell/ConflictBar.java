package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.octicons.Octicons;

/// Over what somebody else changed while it has changes here: which version counts is for the user to say.
final class ConflictBar extends HBox {
    private ConflictBar(String sentence, Button... buttons) {
        setId("conflict-bar");
        getStyleClass().addAll("ask-bar", "conflict-bar");
        var words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(Octicons.ALERT_16), words);
        getChildren().addAll(buttons);
    }

    /// `mine` keeps what is in the tab, `theirs` takes what is on disk.
    static ConflictBar changed(String noun, Runnable mine, Runnable theirs, Runnable compare) {
        return new ConflictBar("This " + noun + " was changed outside while it has changes here. Which version counts?",
                button("conflict-compare", "Compare", compare), button("conflict-mine", "Keep yours", mine), button("conflict-theirs", "Take theirs", theirs));
    }

    /// @param again what the button says that saves it all the same; empty for no such button
    static ConflictBar deleted(String noun, String again, Runnable save, Runnable discard) {
        return new ConflictBar("This " + noun + " was deleted, and it has changes here that are not saved.",
                Stream.of(again.isEmpty() ? null : button("conflict-save", again, save), button("conflict-discard", "Discard", discard)).filter(Objects::nonNull)
                        .toArray(Button[]::new));
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
