package dev.posthorn.exports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the schema that a value has: types and fields, as far as one value tells them.
final class OpenApiSchema {

    private OpenApiSchema() {}

    static Map<String, Object> of(Object value) {
        var schema = new LinkedHashMap<String, Object>();
        switch (value) {
            case Map<?, ?> map -> {
                schema.put("type", "object");
                var properties = new LinkedHashMap<String, Object>();
                map.forEach((key, v) -> properties.put(String.valueOf(key), of(v)));
                if (!properties.isEmpty()) {
                    schema.put("properties", properties);
                }
            }
            case List<?> list -> {
                schema.put("type", "array");
                schema.put("items", list.isEmpty() ? new LinkedHashMap<String, Object>() : of(list.getFirst()));
            }
            case Boolean _ -> schema.put("type", "boolean");
            case Integer _, Long _, java.math.BigInteger _ -> schema.put("type", "integer");
            case Number _ -> schema.put("type", "number");
            case null -> schema.put("type", "null");
            default -> schema.put("type", "string");
        }
        return schema;
    }

    /// The schema of a value that stands as text in a URL or header, and the value as that type.
    record Typed(String type, Object value) {}

    static Typed typed(String text) {
        if (text.matches("-?(0|[1-9]\\d{0,17})")) {
            return new Typed("integer", Long.parseLong(text));
        }
        return text.equals("true") || text.equals("false") ? new Typed("boolean", Boolean.valueOf(text)) : new Typed("string", text);
    }
}
