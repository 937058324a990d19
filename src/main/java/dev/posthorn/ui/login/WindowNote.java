package dev.posthorn.ui.login;

import dev.posthorn.ui.kit.Icons;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.octicons.Octicons;

/// A sentence above the page.
final class WindowNote extends HBox {

    /// @param kind   "info", "warning" or "bad"
    /// @param action null for none
    WindowNote(String kind, String sentence, Node action) {
        getStyleClass().addAll("window-note", kind);
        var words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(kind.equals("info") ? Octicons.INFO_16 : Octicons.ALERT_16), words);
        if (action != null) {
            getChildren().add(action);
        }
    }
}
