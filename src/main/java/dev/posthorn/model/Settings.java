package dev.posthorn.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The switches of one level (request, folder or collection), by the names of Postman's `protocolProfileBehavior` (see `Switch`).
/// Only what was set at this level is in the map; the rest is inherited or a default.
public record Settings(Map<String, Object> values) {

    public static final Settings NONE = new Settings(Map.of());

    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<Boolean> flag(String key) {
        return values.get(key) instanceof Boolean on ? Optional.of(on) : Optional.empty();
    }

    /// From 0 up; also where it is written as text.
    public Optional<Integer> number(String key) {
        return Switch.number(values.get(key));
    }

    /// Empty where the list is, and where there is none.
    public List<String> texts(String key) {
        return values.get(key) instanceof List<?> list ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
    }

    /// Whether this level itself decides about the switch: it is there, not null, and of a kind that can be read.
    public boolean decides(String key) {
        return values.get(key) != null && fault(key).isEmpty();
    }

    /// What is wrong with the value of a known switch, see `Switch.fault`.
    public Optional<String> fault(String key) {
        return Switch.of(key).flatMap(known -> known.fault(values.get(key)));
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

    /// This level over `parent`: what is set here wins. What cannot be read is passed over, in both. The version of HTTP and prior
    /// knowledge of it are one choice.
    public Settings over(Settings parent) {
        var merged = new LinkedHashMap<String, Object>();
        parent.values.keySet().stream().filter(parent::decides).forEach(key -> merged.put(key, parent.values.get(key)));
        if (decides(Switch.VERSION.key())) {
            merged.remove(Switch.PRIOR_KNOWLEDGE.key());
        }
        values.keySet().stream().filter(this::decides).forEach(key -> merged.put(key, values.get(key)));
        return new Settings(merged);
    }
}
