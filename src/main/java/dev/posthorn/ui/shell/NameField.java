package dev.posthorn.ui.shell;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A name that is changed in place: Enter or leaving the field takes it, Esc brings the old one back.
final class NameField extends TextField {
    private final Consumer<String> renamed;
    private String shown = "";

    NameField(String id, Consumer<String> renamed) {
        this.renamed = renamed;
        setId(id);
        getStyleClass().add("name-field");
        setOnAction(_ -> take());
        focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                take();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && !getText().equals(shown)) {
                setText(shown);
                key.consume();
            }
        });
    }

    void show(String name) {
        if (!isFocused() || getText().equals(shown)) {
            setText(name);
        }
        shown = name;
    }

    private void take() {
        var typed = getText().strip();
        if (typed.isEmpty()) {
            setText(shown);
        } else if (!typed.equals(shown)) {
            renamed.accept(typed);
        }
    }
}
