package dev.posthorn.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The switches of one level (request, folder or collection), by the names of Postman's `protocolProfileBehavior`.
/// Only what was set at this level is in the map; the rest is inherited or a default.
public record Settings(Map<String, Object> values) {

    public static final Settings NONE = new Settings(Map.of());

    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<Boolean> flag(String key) {
        return values.get(key) instanceof Boolean on ? Optional.of(on) : Optional.empty();
    }

    public Optional<Integer> number(String key) {
        return values.get(key) instanceof Number n ? Optional.of(n.intValue()) : Optional.empty();
    }

    /// Sets a switch at this level; null takes it away, so that the level above decides again.
    public Settings with(String key, Object value) {
        var changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new Settings(changed);
    }

    /// This level over `parent`: what is set here wins.
    public Settings over(Settings parent) {
        var merged = new LinkedHashMap<>(parent.values);
        merged.putAll(values);
        return new Settings(merged);
    }
}
