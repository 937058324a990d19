package dev.posthorn.ui.response;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Tells the answer of an OData `$batch`: many answers in one, as multipart or as JSON.
final class Batches {

    private Batches() {}

    static boolean answers(String mediaType, String url) {
        var query = url.indexOf('?');
        var path = query < 0 ? url : url.substring(0, query);
        var asked = path.endsWith("/$batch") || path.toLowerCase(Locale.ROOT).endsWith("/%24batch");
        return asked && (mediaType.equalsIgnoreCase("multipart/mixed") || mediaType.equalsIgnoreCase("application/json"));
    }

    /// A bar over the body that offers to show its parts.
    static Node offer(Runnable parts) {
        var words = new Label("Several answers in one.");
        words.getStyleClass().add("muted");
        var button = new Button("Take apart");
        button.setId("response-parts");
        button.setOnAction(_ -> parts.run());
        var bar = new HBox(12, words, button);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("response-parts");
        return bar;
    }
}
