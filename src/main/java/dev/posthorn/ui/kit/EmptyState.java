package dev.posthorn.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What a pane shows while it holds nothing: one sentence, and the next step as a button.
public final class EmptyState extends VBox {

    public EmptyState(Ikon ikon, String sentence) {
        getStyleClass().add("empty-state");
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("sentence");
        getChildren().addAll(Icons.of(ikon), label);
    }

    public EmptyState action(String text, Runnable action) {
        var button = new Button(text);
        button.setOnAction(_ -> action.run());
        getChildren().add(button);
        return this;
    }
}
