package dev.posthorn.ui.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;

/// A drop-down of a few values with their words.
final class Choice<T> extends ChoiceBox<T> {

    private final Map<T, String> words;

    Choice(String id, Map<T, String> words, T chosen, Consumer<T> taken) {
        this.words = new LinkedHashMap<>(words);
        setId(id);
        getItems().setAll(this.words.keySet());
        setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : Choice.this.words.get(value);
            }

            @Override
            public T fromString(String text) {
                return null;
            }
        });
        setValue(chosen);
        valueProperty().subscribe((_, value) -> taken.accept(value));
    }
}
