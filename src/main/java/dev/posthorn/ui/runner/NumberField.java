package dev.posthorn.ui.runner;

import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;

/// A field for a whole number; the arrow keys count up and down.
final class NumberField extends TextField {

    private final int least;
    private final int most;

    NumberField(String id, int least, int most, int value) {
        this.least = least;
        this.most = most;
        setId(id);
        var digits = Integer.toString(most).length();
        UnaryOperator<TextFormatter.Change> numbers = change -> change.getControlNewText().length() <= digits && change.getControlNewText().chars().allMatch(c -> c >= '0' && c <= '9') ? change : null;
        setTextFormatter(new TextFormatter<>(numbers));
        setPrefColumnCount(6);
        setPrefWidth(96);
        setMaxWidth(96);
        value(value);
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN) {
                value(value() + (key.getCode() == KeyCode.UP ? 1 : -1));
                key.consume();
            }
        });
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                value(value());
            }
        });
    }

    int value() {
        var text = getText();
        return text.isEmpty() ? least : Math.clamp(Long.parseLong(text), least, most);
    }

    void value(int number) {
        setText(Integer.toString(Math.clamp(number, least, most)));
    }
}
