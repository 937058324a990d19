package dev.posthorn.dataservice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON object whose keys are known however they are spelled (`RootSchemaName`, `rootSchemaName`), as the DataService reads them. What nobody asks for stays where it is.
///
/// @param map String, Boolean, Number, List, Map or null by key
public record Fields(Map<String, Object> map) {

    public static final Fields NONE = new Fields(Map.of());

    public Fields {
        map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /// What is no object has no fields.
    public static Fields of(Object json) {
        if (!(json instanceof Map<?, ?> some)) {
            return NONE;
        }
        var map = new LinkedHashMap<String, Object>();
        some.forEach((key, value) -> map.put(String.valueOf(key), value));
        return new Fields(map);
    }

    private String spelled(String key) {
        return map.containsKey(key) ? key : map.keySet().stream().filter(k -> k.equalsIgnoreCase(key)).findFirst().orElse(key);
    }

    public boolean has(String key) {
        return map.containsKey(spelled(key));
    }

    public Object get(String key) {
        return map.get(spelled(key));
    }

    /// The object under `key`; one without fields where there is none.
    public Fields object(String key) {
        return of(get(key));
    }

    public String text(String key) {
        return get(key) instanceof Object value && !(value instanceof Map) && !(value instanceof List) ? value.toString() : "";
    }

    public int number(String key, int otherwise) {
        return get(key) instanceof Number number ? number.intValue() : otherwise;
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(get(key));
    }

    public List<Object> list(String key) {
        return get(key) instanceof List<?> list ? new ArrayList<Object>(list) : List.of();
    }

    /// With another value, under the spelling that is there.
    public Fields with(String key, Object value) {
        var changed = new LinkedHashMap<>(map);
        changed.put(spelled(key), value instanceof Fields fields ? fields.map() : value);
        return new Fields(changed);
    }

    public Fields without(String key) {
        var changed = new LinkedHashMap<>(map);
        changed.remove(spelled(key));
        return new Fields(changed);
    }

    /// Without the key where the value is what the service takes anyway and it was not written before.
    Fields with(String key, Object value, Object usual) {
        return value.equals(usual) && !has(key) ? this : with(key, value);
    }

    /// With `now` in the place of the entry called `key`; null takes it away. Its place in the order stays.
    Fields replaced(String key, String newKey, Object now) {
        var changed = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> {
            if (!name.equals(key)) {
                changed.put(name, value);
            } else if (now != null) {
                changed.put(newKey, now);
            }
        });
        return new Fields(changed);
    }

    /// A key that is not taken yet: the wish, or the wish with a number.
    String free(String wish) {
        var name = wish;
        for (var i = 2; map.containsKey(name); i++) {
            name = wish + i;
        }
        return name;
    }
}
