package dev.posthorn.api;

import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// The JSON of a body as values of fields and back. A variable may stand where JSON wants a value: `{"count": {{count}}}`.
final class JsonText {

    private static final String MARK = "\u2063posthorn\u2063";

    private JsonText() {}

    static String fault(String text) {
        try {
            JsonReader.read(masked(text));
            return "";
        } catch (JsonProblem e) {
            return "This is no JSON: " + e.getMessage();
        }
    }

    /// The value that a text is; null where it is none.
    static Object body(String text) {
        try {
            return JsonReader.read(masked(text)).plain();
        } catch (JsonProblem e) {
            return null;
        }
    }

    /// With variables outside of texts as marked texts.
    private static String masked(String text) {
        if (!text.contains("{{")) {
            return text;
        }
        var out = new StringBuilder();
        var within = false;
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            var end = !within && text.startsWith("{{", i) ? text.indexOf("}}", i) : -1;
            if (end > 0 && text.substring(i, end).matches("\\{\\{[^{}\"\\\\\\p{Cntrl}]{1,200}")) {
                out.append('"').append(MARK).append(text, i, end + 2).append(MARK).append('"');
                i = end + 1;
                continue;
            }
            out.append(sign);
            if (within && sign == '\\' && i + 1 < text.length()) {
                out.append(text.charAt(++i));
            } else if (sign == '"') {
                within = !within;
            }
        }
        return out.toString();
    }

    static String type(Object value) {
        return switch (value) {
            case Boolean _ -> "boolean";
            case Integer _, Long _ -> "integer";
            case BigDecimal number when number.scale() <= 0 -> "integer";
            case Number _ -> "number";
            case List<?> _, Map<?, ?> _ -> "JSON";
            case null -> "";
            default -> "string";
        };
    }

    static String typed(Object value) {
        return switch (value) {
            case null -> "";
            case List<?> _, Map<?, ?> _ -> unmarked(JsonWriter.compact(value));
            case BigDecimal number -> number.toPlainString();
            default -> value.toString().replace(MARK, "");
        };
    }

    /// The value for the JSON. A variable that stands for a number, or for anything but a text, goes without quotes.
    static Object value(String type, String typed) {
        if (type.startsWith("string")) {
            return typed;
        }
        try {
            return JsonReader.read(masked(typed.strip())).plain();
        } catch (JsonProblem e) {
            return typed;
        }
    }

    static String written(Object body) {
        return unmarked(JsonWriter.pretty(body));
    }

    private static String unmarked(String text) {
        return text.contains(MARK) ? text.replace("\"" + MARK, "").replace(MARK + "\"", "") : text;
    }
}
