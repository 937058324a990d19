package dev.posthorn.api;

import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The JSON of a body as fields and back.
final class JsonText {

    private static final int DEEPEST = 4;
    private static final String MARK = "\u2063posthorn\u2063";

    private JsonText() {}

    static String fault(String text) {
        try {
            JsonReader.read(text);
            return "";
        } catch (JsonProblem e) {
            return "This is no JSON: " + e.getMessage();
        }
    }

    /// The object that a text is; null where it is none.
    static Map<?, ?> object(String text) {
        try {
            return JsonReader.read(text).plain() instanceof Map<?, ?> map ? map : null;
        } catch (JsonProblem e) {
            return null;
        }
    }

    /// A leaf for each value; lists, and what lies deep, as JSON.
    static Map<String, Object> flat(Map<?, ?> object) {
        var leaves = new LinkedHashMap<String, Object>();
        flat("", object, 0, leaves);
        return leaves;
    }

    private static void flat(String before, Map<?, ?> object, int depth, Map<String, Object> leaves) {
        object.forEach((key, value) -> {
            var name = before + key;
            if (value instanceof Map<?, ?> inner && !inner.isEmpty() && depth < DEEPEST && !String.valueOf(key).contains(".")) {
                flat(name + ".", inner, depth + 1, leaves);
            } else {
                leaves.put(name, value);
            }
        });
    }

    static String type(Object value) {
        return switch (value) {
            case Boolean _ -> "boolean";
            case Integer _, Long _ -> "integer";
            case Number _ -> "number";
            case List<?> _, Map<?, ?> _ -> "JSON";
            case null -> "";
            default -> "string";
        };
    }

    static String typed(Object value) {
        return switch (value) {
            case null -> "";
            case List<?> _, Map<?, ?> _ -> JsonWriter.compact(value);
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /// The value for the JSON. A variable that stands for a number, or for anything but a text, goes without quotes.
    static Object value(String type, String typed) {
        var text = typed.strip();
        if (type.startsWith("string") || type.isEmpty()) {
            return typed;
        }
        if (text.contains("{{")) {
            return MARK + text + MARK;
        }
        try {
            return JsonReader.read(text).plain();
        } catch (JsonProblem e) {
            return typed;
        }
    }

    @SuppressWarnings("unchecked")
    static void put(Map<String, Object> into, String name, Object value) {
        var at = into;
        var rest = name;
        for (var dot = rest.indexOf('.'); dot > 0; dot = rest.indexOf('.')) {
            var next = at.computeIfAbsent(rest.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
            if (!(next instanceof Map)) {
                break;
            }
            at = (Map<String, Object>) next;
            rest = rest.substring(dot + 1);
        }
        at.put(rest, value);
    }

    static String written(Map<String, Object> object) {
        var text = JsonWriter.pretty(object);
        return text.contains(MARK) ? text.replace("\"" + MARK, "").replace(MARK + "\"", "") : text;
    }
}
