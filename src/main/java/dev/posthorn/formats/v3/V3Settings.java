package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The switches of a request: `protocolProfileBehavior` in a 2.1 file, a shorter list of `settings` in a v3 file.
final class V3Settings {

    /// The automatic headers that v3 can switch off.
    private static final Set<String> SYSTEM = Set.of("cache-control", "postman-token", "content-type", "content-length", "accept-encoding",
            "user-agent", "connection", "accept", "host");

    private V3Settings() {}

    static Map<String, Object> write(Object behavior) {
        var settings = new LinkedHashMap<String, Object>();
        Plain.mapOrEmpty(behavior).forEach((key, value) -> {
            if (key.equals("disabledSystemHeaders")) {
                var names = new ArrayList<Object>();
                Plain.mapOrEmpty(value).forEach((name, on) -> {
                    if (SYSTEM.contains(name) && Boolean.TRUE.equals(on)) {
                        names.add(name);
                    }
                });
                if (!names.isEmpty()) {
                    settings.put(key, names);
                }
            } else if (holds(key, value)) {
                settings.put(key, value);
            }
        });
        return settings;
    }

    private static boolean holds(String key, Object value) {
        return switch (key) {
            case "protocolVersion" -> value instanceof String text && Set.of("auto", "http1", "http2").contains(text);
            case "strictSSL", "followRedirects" -> value instanceof Boolean;
            case "maxRedirects" -> value instanceof Integer;
            default -> false;
        };
    }

    /// Null where nothing is set.
    static Map<String, Object> canonical(Object v3) {
        var behavior = new LinkedHashMap<String, Object>();
        Plain.mapOrEmpty(v3).forEach((key, value) -> {
            if (key.equals("disabledSystemHeaders") && value instanceof List<?> names) {
                var map = new LinkedHashMap<String, Object>();
                names.forEach(name -> map.put(Plain.text(name), true));
                if (!map.isEmpty()) {
                    behavior.put(key, map);
                }
            } else {
                behavior.put(key, value);
            }
        });
        return behavior.isEmpty() ? null : behavior;
    }
}
