package dev.posthorn.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a request proves who it is: data only, so that a type this version does not know survives a save.
///
/// @param type   Postman's name of the type, or `inherit` where the parent decides
/// @param values the type's attributes by Postman's keys; a value is any JSON value (String, Boolean, Number, List, Map, null)
public record Auth(String type, Map<String, Object> values) {

    public static final Auth INHERIT = new Auth("inherit", Map.of());
    public static final Auth NONE = new Auth("noauth", Map.of());

    public Auth {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean inherited() {
        return type.equals(INHERIT.type);
    }

    /// The attribute as text, empty where it is absent or null.
    public String text(String key) {
        var value = values.get(key);
        return value == null ? "" : value.toString();
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    public Auth with(String key, Object value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Auth(type, changed);
    }
}
