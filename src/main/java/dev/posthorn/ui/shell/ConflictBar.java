package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.octicons.Octicons;

/// Over a request that somebody else changed while it has changes here: which version counts is for the user to say.
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
    static ConflictBar changed(Runnable mine, Runnable theirs, Runnable compare) {
        return new ConflictBar("This request was changed outside while it has changes here. Which version counts?",
                button("conflict-compare", "Compare", compare), button("conflict-mine", "Keep yours", mine), button("conflict-theirs", "Take theirs", theirs));
    }

    static ConflictBar deleted(Runnable save, Runnable discard) {
        return new ConflictBar("This request was deleted, and it has changes here that are not saved.",
                button("conflict-save", "Save as new…", save), button("conflict-discard", "Discard", discard));
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
