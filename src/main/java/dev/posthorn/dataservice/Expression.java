package dev.posthorn.dataservice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// What a column of a query is made of, or what a filter compares with: a column by its path, a function of one, or a value.
public record Expression(Fields json) {

    private static final int COLUMN = 0;
    private static final int FUNCTION = 1;
    private static final int PARAMETER = 2;
    /// An aggregate of rows that refer to this one; its path begins `[Contact:Account]`.
    private static final int SUBQUERY = 3;

    /// The kinds that the builder has words for; the number is what a choice shows it by.
    public enum Form { COLUMN, COUNT, SUM, AVERAGE, LEAST, GREATEST, LENGTH, YEAR, MONTH, WEEK, DAY, WEEKDAY, HOUR, MACRO, VALUE, OTHER }

    /// Day, week, month, year, weekday, hour by Creatio's numbers of parts of a date.
    private static final Map<Integer, Form> PARTS = Map.of(1, Form.DAY, 2, Form.WEEK, 3, Form.MONTH, 4, Form.YEAR, 5, Form.WEEKDAY, 6, Form.HOUR);

    public static Expression column(String path) {
        return new Expression(Fields.NONE.with("expressionType", COLUMN).with("columnPath", path));
    }

    public static Expression value(DataValueType type, String typed) {
        return new Expression(Fields.NONE.with("expressionType", PARAMETER).with("parameter", Fields.NONE.with("dataValueType", type.number()).with("value", type.json(typed))));
    }

    public static Expression macro(Macro macro) {
        return new Expression(Fields.NONE.with("expressionType", FUNCTION).with("functionType", 1).with("macrosType", macro.number()));
    }

    public Form form() {
        if (json.number("expressionType", json.has("parameter") ? PARAMETER : COLUMN) == PARAMETER) {
            return Form.VALUE;
        }
        if (json.number("expressionType", COLUMN) == COLUMN) {
            return Form.COLUMN;
        }
        return json.number("expressionType", COLUMN) == SUBQUERY ? aggregation() : json.number("expressionType", COLUMN) != FUNCTION ? Form.OTHER : switch (json.number("functionType", 0)) {
            case 1 -> Form.MACRO;
            case 2 -> aggregation();
            case 3 -> PARTS.getOrDefault(json.number("datePartType", 0), Form.OTHER);
            case 4 -> Form.LENGTH;
            default -> Form.OTHER;
        };
    }

    private Form aggregation() {
        var type = json.number("aggregationType", 0);
        return type < 1 || type > 5 ? Form.OTHER : List.of(Form.COUNT, Form.SUM, Form.AVERAGE, Form.LEAST, Form.GREATEST).get(type - 1);
    }

    public boolean aggregate() {
        return json.number("expressionType", 0) == SUBQUERY || json.number("expressionType", 0) == FUNCTION && json.number("functionType", 0) == 2;
    }

    /// The column that it is about; empty where it is about none.
    public String path() {
        return json.has("columnPath") ? json.text("columnPath") : json.has("functionArgument") ? new Expression(json.object("functionArgument")).json.text("columnPath") : "";
    }

    public Expression withPath(String path) {
        return json.has("columnPath") || !json.has("functionArgument") ? new Expression(json.with("columnPath", path))
                : new Expression(json.with("functionArgument", json.object("functionArgument").with("columnPath", path)));
    }

    /// The same about the same column in another form; `MACRO`, `VALUE` and `OTHER` are made otherwise.
    public Expression as(Form form) {
        var path = path();
        var argument = column(path).json();
        var function = Fields.NONE.with("expressionType", FUNCTION);
        return switch (form) {
            case COLUMN -> column(path);
            case COUNT, SUM, AVERAGE, LEAST, GREATEST -> json.number("expressionType", 0) == SUBQUERY ? new Expression(json.with("aggregationType", form.ordinal())) : new Expression(function.with("functionType", 2).with("aggregationType", form.ordinal()).with("functionArgument", argument));
            case LENGTH -> new Expression(function.with("functionType", 4).with("functionArgument", argument));
            case YEAR, MONTH, WEEK, DAY, WEEKDAY, HOUR -> new Expression(function.with("functionType", 3)
                    .with("datePartType", PARTS.entrySet().stream().filter(e -> e.getValue() == form).findFirst().orElseThrow().getKey()).with("functionArgument", argument));
            case MACRO -> macro(Macro.TODAY);
            case VALUE -> value(DataValueType.TEXT, "");
            case OTHER -> this;
        };
    }

    public Macro macro() {
        return Macro.of(json.number("macrosType", 0));
    }

    public DataValueType type() {
        return DataValueType.of(json.object("parameter").number("dataValueType", 1));
    }

    /// The value as text for a field: of a lookup its id, of null nothing.
    public String typed() {
        var value = json.object("parameter").get("value");
        value = value instanceof Map<?, ?> map ? map.get("value") : value;
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /// A type that Creatio gave stays where the value alone changes.
    public Expression withValue(DataValueType type, String typed) {
        var parameter = json.object("parameter");
        return new Expression(json.with("expressionType", PARAMETER).with("parameter", parameter.with("dataValueType", type == type() && parameter.has("dataValueType") ? parameter.get("dataValueType") : type.number())
                .with("value", type.json(typed))));
    }
}
