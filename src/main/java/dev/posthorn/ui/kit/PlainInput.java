package dev.posthorn.ui.kit;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/// A text field without variables: these settings belong to no request.
public final class PlainInput implements TextInput {

    private final TextField field = new TextField();
    private boolean showing;

    @Override
    public Region node() {
        return field;
    }

    @Override
    public String text() {
        return field.getText();
    }

    @Override
    public void show(String text) {
        if (!field.getText().equals(text)) {
            showing = true;
            field.setText(text);
            showing = false;
        }
    }

    @Override
    public void onEdit(Consumer<String> listener) {
        field.textProperty().subscribe((_, text) -> {
            if (!showing) {
                listener.accept(text);
            }
        });
    }

    @Override
    public void prompt(String text) {
        field.setPromptText(text);
    }

    @Override
    public void recolour() {
        // There are no variables.
    }
}
