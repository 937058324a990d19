package dev.posthorn.ui.kit;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/// What one key-value table has and another has not.
///
/// @param fixedKeys   the keys are given (path variables): no new rows, none taken away, no switches
/// @param description whether there is a column for it
/// @param secrets     whether each row has a switch that makes its value a secret
/// @param keys        completions for a key being typed
/// @param values      completions for a value, by key and what is typed
/// @param extra       a control at the right end of a row's key cell, or null; it may replace the row
/// @param third       what the third column is, where there is one
/// @param face        what stands in the value cell in place of the text, or null for the text
public record TableOptions<T>(
        String keyTitle,
        String valueTitle,
        boolean fixedKeys,
        boolean description,
        boolean secrets,
        Variables variables,
        Function<String, List<String>> keys,
        BiFunction<String, String, List<String>> values,
        BiFunction<T, Consumer<T>, Node> extra,
        BiFunction<T, Consumer<T>, Node> face,
        Third third) {

    /// The third column: its title, and whether it holds a value too, which is masked where the row is secret.
    public record Third(String title, boolean value) {}


    public static <T> TableOptions<T> with(Variables variables) {
        return new TableOptions<>("Key", "Value", false, true, false, variables, _ -> List.of(), (_, _) -> List.of(), (_, _) -> null, (_, _) -> null, new Third("Description", false));
    }

    public TableOptions<T> titles(String key, String value) {
        return new TableOptions<>(key, value, fixedKeys, description, secrets, variables, keys, values, extra, face, third);
    }

    public TableOptions<T> withFixedKeys() {
        return new TableOptions<>(keyTitle, valueTitle, true, description, secrets, variables, keys, values, extra, face, third);
    }

    public TableOptions<T> withoutDescription() {
        return new TableOptions<>(keyTitle, valueTitle, fixedKeys, false, secrets, variables, keys, values, extra, face, third);
    }

    public TableOptions<T> withSecrets() {
        return new TableOptions<>(keyTitle, valueTitle, fixedKeys, description, true, variables, keys, values, extra, face, third);
    }

    public TableOptions<T> completing(Function<String, List<String>> forKeys, BiFunction<String, String, List<String>> forValues) {
        return new TableOptions<>(keyTitle, valueTitle, fixedKeys, description, secrets, variables, forKeys, forValues, extra, face, third);
    }

    public TableOptions<T> drawing(BiFunction<T, Consumer<T>, Node> inKey, BiFunction<T, Consumer<T>, Node> inValue) {
        return new TableOptions<>(keyTitle, valueTitle, fixedKeys, description, secrets, variables, keys, values, inKey, inValue, third);
    }

    /// The third column holds another value of the row, of that title.
    public TableOptions<T> third(String title) {
        return new TableOptions<>(keyTitle, valueTitle, fixedKeys, description, secrets, variables, keys, values, extra, face, new Third(title, true));
    }

    double[] shares() {
        return description ? new double[] {0.30, 0.42, 0.28} : new double[] {0.36, 0.64, 0};
    }
}
