package dev.posthorn.imports.openapi;

import dev.posthorn.tree.JsonPatch;
import dev.posthorn.tree.JsonStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sample values as texts.
final class Values {

    private static final JsonStyle TWO_SPACES = new JsonStyle("  ", "\n", ": ", ", ", false, false);

    private Values() {}

    /// A string as it is; a list or an object as JSON in one line.
    static String text(Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Map<?, ?> map -> JsonPatch.text(sound(map), JsonStyle.COMPACT);
            case List<?> list -> JsonPatch.text(sound(list), JsonStyle.COMPACT);
            default -> value.toString();
        };
    }

    static String json(Object value) {
        return JsonPatch.text(sound(value), TWO_SPACES);
    }

    /// YAML knows numbers that JSON does not.
    private static Object sound(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> copy.put(String.valueOf(k), sound(v)));
                yield copy;
            }
            case List<?> list -> list.stream().map(Values::sound).collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
            case Double number when !Double.isFinite(number) -> number.toString();
            case null, default -> value;
        };
    }
}
