package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a request proves who it is: `{type, <type>: [attributes]}` in a 2.1 file (an object of attributes in 2.0), `{type, credentials}` in a v3 file.
final class V3Auth {

    /// Lists and objects inside an attribute are kept as YAML to this depth.
    private static final int DEPTH = 6;

    private V3Auth() {}

    /// The v3 form; null where the file says nothing that has one.
    static Map<String, Object> write(Object auth) {
        var map = Plain.map(auth);
        if (map == null || !(map.get("type") instanceof String type) || type.isEmpty() || !Plain.writable(type)) {
            return null;
        }
        var out = new LinkedHashMap<String, Object>();
        out.put("type", type);
        var attributes = attributes(map.get(type));
        if (attributes != null && !(attributes.isEmpty() && type.equals("noauth"))) {
            out.put("credentials", form(attributes));
        }
        return out;
    }

    private static List<Map<String, Object>> attributes(Object block) {
        var attributes = new ArrayList<Map<String, Object>>();
        switch (block) {
            case Map<?, ?> map -> map.forEach((key, value) -> attributes.add(attribute(String.valueOf(key), value)));
            case List<?> list -> list.forEach(element -> {
                if (element instanceof Map<?, ?> row && row.get("key") instanceof String key) {
                    attributes.add(attribute(key, row.get("value")));
                }
            });
            case null, default -> {
                return null;
            }
        }
        attributes.removeIf(a -> !Plain.writable(Plain.text(a, "key")));
        return attributes;
    }

    private static Map<String, Object> attribute(String key, Object value) {
        var out = new LinkedHashMap<String, Object>();
        out.put("key", key);
        out.put("value", natural(value, 0) ? value : Plain.writable(Plain.text(value)) ? Plain.text(value) : "");
        return out;
    }

    /// Whether YAML holds the value as what it is, to the last digit.
    private static boolean natural(Object value, int depth) {
        return switch (value) {
            case null -> true;
            case String text -> Plain.writable(text);
            case Boolean _, Integer _, Long _ -> true;
            case List<?> list -> depth < DEPTH && list.stream().allMatch(e -> natural(e, depth + 1));
            case Map<?, ?> map -> depth < DEPTH && map.entrySet().stream()
                    .allMatch(e -> Plain.writable(String.valueOf(e.getKey())) && natural(e.getValue(), depth + 1));
            default -> false;
        };
    }

    private static Object form(List<Map<String, Object>> attributes) {
        var keys = new HashSet<Object>();
        if (!attributes.stream().allMatch(a -> keys.add(a.get("key")))) {
            return attributes;
        }
        return V3Rows.form(attributes);
    }

    /// The 2.x form; null where it is inherited. Of several the first counts, as in Postman.
    static Map<String, Object> canonical(Object v3, Dialect dialect) {
        var auth = Plain.map(v3 instanceof List<?> several ? several.isEmpty() ? null : several.getFirst() : v3);
        if (auth == null || Plain.text(auth, "type").isEmpty() || "inherit".equals(auth.get("type"))) {
            return null;
        }
        var type = Plain.text(auth, "type");
        var out = new LinkedHashMap<String, Object>();
        out.put("type", type);
        if (auth.containsKey("credentials") && !type.equals("type")) {
            var attributes = attributes(auth.get("credentials"));
            out.put(type, block(attributes == null ? List.of() : attributes, dialect));
        }
        return out;
    }

    private static Object block(List<Map<String, Object>> attributes, Dialect dialect) {
        if (dialect == Dialect.TWO_ZERO) {
            var map = new LinkedHashMap<String, Object>();
            attributes.forEach(a -> map.put(Plain.text(a, "key"), a.get("value")));
            return map;
        }
        attributes.forEach(a -> a.put("type", type(a.get("value"))));
        return new ArrayList<Object>(attributes);
    }

    /// What Postman writes as the type of an attribute.
    static String type(Object value) {
        return switch (value) {
            case String _ -> "string";
            case Boolean _ -> "boolean";
            case Number _ -> "number";
            case null, default -> "any";
        };
    }
}
