package dev.posthorn.ui.dataservice;

import dev.posthorn.dataservice.DataValueType;
import dev.posthorn.dataservice.Expression;
import dev.posthorn.ui.kit.Icons;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.octicons.Octicons;

/// The small inputs of the builder's rows.
final class Controls {

    static final Map<Expression.Form, String> FORMS = Map.ofEntries(Map.entry(Expression.Form.COLUMN, "as it is"), Map.entry(Expression.Form.COUNT, "count"), Map.entry(Expression.Form.SUM, "sum"),
            Map.entry(Expression.Form.AVERAGE, "average"), Map.entry(Expression.Form.LEAST, "least"), Map.entry(Expression.Form.GREATEST, "greatest"), Map.entry(Expression.Form.LENGTH, "length"),
            Map.entry(Expression.Form.YEAR, "year"), Map.entry(Expression.Form.MONTH, "month"), Map.entry(Expression.Form.WEEK, "week"), Map.entry(Expression.Form.DAY, "day"),
            Map.entry(Expression.Form.WEEKDAY, "weekday"), Map.entry(Expression.Form.HOUR, "hour"), Map.entry(Expression.Form.MACRO, "worked out"), Map.entry(Expression.Form.VALUE, "value"),
            Map.entry(Expression.Form.OTHER, "as in the JSON"));

    /// What a column of an answer can be.
    static final List<Expression.Form> OF_COLUMNS = List.of(Expression.Form.COLUMN, Expression.Form.COUNT, Expression.Form.SUM, Expression.Form.AVERAGE, Expression.Form.LEAST, Expression.Form.GREATEST,
            Expression.Form.LENGTH, Expression.Form.YEAR, Expression.Form.MONTH, Expression.Form.WEEK, Expression.Form.DAY, Expression.Form.WEEKDAY, Expression.Form.HOUR);

    private Controls() {}

    static <T> ChoiceBox<T> choice(String id, String says, List<T> all, T now, Function<T, String> words, Consumer<T> chosen) {
        var box = new ChoiceBox<T>();
        box.setId(id);
        box.setAccessibleText(says);
        box.getItems().setAll(all);
        if (!all.contains(now)) {
            box.getItems().add(now);
        }
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        box.setValue(now);
        box.setMinWidth(64);
        box.valueProperty().subscribe((before, value) -> {
            if (value != null && !value.equals(before)) {
                chosen.accept(value);
            }
        });
        return box;
    }

    static ChoiceBox<DataValueType> type(String id, DataValueType now, Consumer<DataValueType> chosen) {
        return choice(id, "Type of the value", List.of(DataValueType.values()), now, DataValueType::words, chosen);
    }

    static TextField text(String id, String says, String now, Consumer<String> changed) {
        var field = new TextField(now);
        field.setId(id);
        field.setPromptText(says);
        field.setAccessibleText(says);
        field.setMinWidth(50);
        field.textProperty().subscribe((before, text) -> {
            if (!text.equals(before)) {
                changed.accept(text);
            }
        });
        return field;
    }

    static Button remove(String id, String says, Runnable action) {
        var button = Icons.button(Octicons.X_16, says, action);
        button.setId(id);
        button.setFocusTraversable(true);
        return button;
    }

    static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
