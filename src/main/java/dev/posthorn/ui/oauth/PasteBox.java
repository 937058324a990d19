package dev.posthorn.ui.oauth;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where the address that the browser was sent back to is pasted. Enter takes it.
final class PasteBox extends VBox {

    private final TextField field = new TextField();
    private final Label trouble = new Label();

    /// @param how what to do, in a sentence
    PasteBox(String how, Function<String, Optional<String>> take) {
        super(6);
        getStyleClass().add("paste-box");
        var words = new Label(how);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        field.setId("login-paste");
        field.setPromptText("https://…?code=…&state=…");
        HBox.setHgrow(field, Priority.ALWAYS);
        var done = new Button("Continue");
        done.setId("login-paste-done");
        done.getStyleClass().add("accent");
        done.setMinWidth(Region.USE_PREF_SIZE);
        done.disableProperty().bind(field.textProperty().isEmpty());
        done.setOnAction(_ -> take(take));
        field.setOnAction(_ -> take(take));
        trouble.setId("login-paste-trouble");
        trouble.getStyleClass().add("login-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        getChildren().addAll(words, new HBox(8, field, done), trouble);
    }

    private void take(Function<String, Optional<String>> take) {
        if (!field.getText().isBlank()) {
            take.apply(field.getText()).ifPresent(this::trouble);
        }
    }

    /// What was pasted stays to be corrected.
    private void trouble(String sentence) {
        trouble.setText(sentence);
        field.requestFocus();
        field.selectAll();
    }

    void focusField() {
        field.requestFocus();
    }
}
