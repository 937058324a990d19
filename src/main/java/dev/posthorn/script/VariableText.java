package dev.posthorn.script;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The text that a variable's value stands for where it is used as `{{name}}`: as JavaScript writes it, lists and objects as JSON.
public final class VariableText {

    private VariableText() {}

    public static String of(Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Map<?, ?> map -> json(map);
            case List<?> list -> json(list);
            case Double number -> number(number);
            default -> value.toString();
        };
    }

    /// What stands in a request for `{{name}}`: a list of plain values is joined by commas and null is `null`, as Postman does; what has objects is JSON.
    public static String inPlace(Object value) {
        return switch (value) {
            case null -> "null";
            case List<?> list when list.stream().noneMatch(e -> e instanceof Map || e instanceof List) -> list.stream().map(VariableText::of)
                    .collect(Collectors.joining(","));
            default -> of(value);
        };
    }

    /// ECMAScript's form of a number, where it is a whole one.
    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
    }

    private static String json(Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> quoted(text);
            case Map<?, ?> map -> map.entrySet().stream().map(e -> quoted(String.valueOf(e.getKey())) + ":" + json(e.getValue())).collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(VariableText::json).collect(Collectors.joining(",", "[", "]"));
            default -> of(value);
        };
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
