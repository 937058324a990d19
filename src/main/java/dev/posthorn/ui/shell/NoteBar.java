package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.octicons.Octicons;

/// A sentence over what it is about, with what can be done about it.
class NoteBar extends HBox {
    /// `kind` is "info", "warning" or "bad".
    NoteBar(String kind, String sentence, Node... controls) {
        getStyleClass().addAll("note-bar", kind);
        var words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(kind.equals("info") ? Octicons.INFO_16 : Octicons.ALERT_16), words);
        for (var control : controls) {
            if (control instanceof javafx.scene.layout.Region region) {
                region.setMinWidth(USE_PREF_SIZE);
            }
            getChildren().add(control);
        }
    }
}
