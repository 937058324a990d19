package dev.posthorn.formats.v3;

import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a JSON or YAML value says, whatever types hold it: whether two are the same, what text one is.
final class Plain {

    private Plain() {}

    /// The same JSON: numbers by their value, objects without regard to the order of their keys.
    static boolean same(Object a, Object b) {
        return switch (a) {
            case Map<?, ?> map -> b instanceof Map<?, ?> other && sameMaps(map, other);
            case List<?> list -> b instanceof List<?> other && sameLists(list, other);
            case Number number -> b instanceof Number other && sameNumbers(number, other);
            case null, default -> Objects.equals(a, b);
        };
    }

    private static boolean sameMaps(Map<?, ?> a, Map<?, ?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (var member : a.entrySet()) {
            if (!b.containsKey(member.getKey()) || !same(member.getValue(), b.get(member.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameLists(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (var i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumbers(Number a, Number b) {
        if (a.equals(b)) {
            return true;
        }
        try {
            return decimal(a).compareTo(decimal(b)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static BigDecimal decimal(Number number) {
        return switch (number) {
            case BigDecimal exact -> exact;
            case BigInteger whole -> new BigDecimal(whole);
            case Integer _, Long _ -> BigDecimal.valueOf(number.longValue());
            default -> new BigDecimal(number.toString());
        };
    }

    /// The map behind a value; null where it is none. A copy in the same order, its values not copied.
    static Map<String, Object> map(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((k, v) -> copy.put(String.valueOf(k), v));
        return copy;
    }

    /// The same, empty where the value is no map.
    static Map<String, Object> mapOrEmpty(Object value) {
        var map = map(value);
        return map == null ? new LinkedHashMap<>() : map;
    }

    /// The elements of a list; empty for what is none.
    static List<Object> list(Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
    }

    /// A string as it is, null as nothing, everything else as JSON.
    static String text(Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Boolean flag -> flag.toString();
            case Double number when number.isNaN() || number.isInfinite() -> number.toString();
            default -> JsonWriter.compact(value);
        };
    }

    static String text(Map<String, Object> map, String key) {
        return text(map.get(key));
    }

    /// Says "true", as a boolean or as text.
    static boolean flag(Object value) {
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    /// Null, "", an empty list or object: nothing that anybody wrote.
    static boolean empty(Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    /// The JSON that a text is; the text itself where it is none.
    static Object json(String text) {
        try {
            return JsonReader.read(text).plain();
        } catch (JsonProblem e) {
            return text;
        }
    }

    /// Whether YAML can hold this text for every reader of it: all but a half surrogate pair, which no UTF-8 file can hold.
    static boolean writable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
