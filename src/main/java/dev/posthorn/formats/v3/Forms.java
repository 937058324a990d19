package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The ways in which 2.x files write one value differently: a URL as a text, a description as an object, lines as one text, a number as a text.
/// A form has a name and holds nothing of the value; where it does not fit a value (that was edited since), the value stays as it is.
final class Forms {

    /// What a form makes of a value that it does not fit.
    static final Object UNFIT = new Object();

    private static final List<String> OF_TEXT = List.of("null", "json");
    private static final List<String> OF_LIST = List.of("null", "text", "headers", "headers/r", "headers/n", "headers/tight", "query", "map", "joined .", "joined /",
            "joined /lead", "single");
    private static final List<String> OF_MAP = List.of("null", "raw", "url", "exec", "id", "name", "list");
    private static final List<String> OF_OTHER = List.of("text");

    private Forms() {}

    /// The forms that may turn the first value into the second.
    static List<String> between(Object from, Object to) {
        return switch (from) {
            case String _ -> to instanceof Map<?, ?> map ? List.of(map.containsKey("content") ? "content" : map.containsKey("raw") || map.containsKey("host") ? "address" : "json") : OF_TEXT;
            case List<?> list -> to instanceof List<?> other ? splits(list, other) : OF_LIST;
            case Map<?, ?> _ -> OF_MAP;
            case null -> List.of();
            default -> OF_OTHER;
        };
    }

    /// Lines of which some hold several: how many go into each.
    private static List<String> splits(List<?> lines, List<?> other) {
        if (lines.size() == other.size() && !(lines.size() == 1 && "".equals(lines.getFirst())) || !texts(lines) || !texts(other)
                || lines.isEmpty()) {
            return List.of();
        }
        var counts = other.stream().map(e -> String.valueOf(1 + String.valueOf(e).chars().filter(c -> c == '\n').count()));
        return List.of("lines " + counts.collect(Collectors.joining(",")));
    }

    private static boolean texts(List<?> list) {
        return list.stream().allMatch(String.class::isInstance);
    }

    static Object apply(String form, Object value) {
        return switch (value) {
            case null -> UNFIT;
            case Object empty when form.equals("null") -> Plain.empty(empty) ? null : UNFIT;
            case String text -> ofText(form, text);
            case List<?> list -> form.startsWith("lines ") ? split(list, form.substring(6)) : ofList(form, list);
            case Map<?, ?> map -> ofMap(form, Plain.map(map));
            default -> form.equals("text") ? value.toString() : UNFIT;
        };
    }

    private static Object ofText(String form, String text) {
        return switch (form) {
            case "json" -> {
                var json = Plain.json(text);
                yield json instanceof String ? UNFIT : json;
            }
            case "content" -> {
                var object = new LinkedHashMap<String, Object>();
                object.put("content", text);
                yield object;
            }
            case "address" -> address(text);
            default -> UNFIT;
        };
    }

    private static Object address(String url) {
        var v3 = new LinkedHashMap<String, Object>();
        v3.put("url", url);
        return V3Url.canonical(v3, Dialect.TWO_ONE);
    }

    private static Object split(List<?> lines, String counts) {
        if (!texts(lines)) {
            return UNFIT;
        }
        if (counts.isEmpty()) {
            return lines.size() == 1 && "".equals(lines.getFirst()) ? new ArrayList<>() : UNFIT;
        }
        var out = new ArrayList<Object>();
        var at = 0;
        for (var count : counts.split(",")) {
            var end = at + (count.matches("\\d{1,9}") ? Integer.parseInt(count) : lines.size() + 1);
            if (end > lines.size()) {
                return UNFIT;
            }
            out.add(lines.subList(at, end).stream().map(String::valueOf).collect(Collectors.joining("\n")));
            at = end;
        }
        return at == lines.size() ? out : UNFIT;
    }

    private static Object ofList(String form, List<?> list) {
        return switch (form) {
            case "text" -> texts(list) ? String.join("\n", list.stream().map(String::valueOf).toList()) : UNFIT;
            case "headers" -> headers(list, ": ", "\n", "");
            case "headers/n" -> headers(list, ": ", "\n", "\n");
            case "headers/r" -> headers(list, ": ", "\r\n", "");
            case "headers/tight" -> headers(list, ":", "\n", "");
            case "query" -> rows(list, 2) ? list.stream().map(e -> Plain.map(e)).map(Forms::pair).collect(Collectors.joining("&")) : UNFIT;
            case "map" -> attributes(list);
            case "joined ." -> joined(list, ".", "");
            case "joined /" -> joined(list, "/", "");
            case "joined /lead" -> joined(list, "/", "/");
            case "single" -> list.size() == 1 ? list.getFirst() : UNFIT;
            default -> UNFIT;
        };
    }

    private static Object headers(List<?> list, String colon, String newline, String end) {
        return rows(list, 3) ? HeaderLines.write(list, colon, newline) + end : UNFIT;
    }

    /// Only key, value and (third) the switch.
    private static boolean rows(List<?> list, int members) {
        return list.stream().allMatch(e -> e instanceof Map<?, ?> row && row.containsKey("key") && row.containsKey("value")
                && (row.size() == 2 || members == 3 && row.size() == 3 && row.containsKey("disabled")
                || row.size() == 3 && "text".equals(row.get("type"))));
    }

    private static String pair(Map<String, Object> row) {
        return Plain.text(row, "key") + (row.get("value") == null ? "" : "=" + Plain.text(row, "value"));
    }

    private static Object attributes(List<?> list) {
        var map = new LinkedHashMap<String, Object>();
        for (var element : list) {
            var row = Plain.map(element);
            if (row == null || !(row.get("key") instanceof String key) || map.containsKey(key)) {
                return UNFIT;
            }
            map.put(key, row.get("value"));
        }
        return map;
    }

    private static Object joined(List<?> list, String separator, String lead) {
        return texts(list) ? lead + String.join(separator, list.stream().map(String::valueOf).toList()) : UNFIT;
    }

    private static Object ofMap(String form, Map<String, Object> map) {
        return switch (form) {
            case "raw" -> map.get("raw") instanceof String raw && only(map, raw) ? raw : UNFIT;
            case "url" -> url(map);
            case "exec" -> map.get("exec") != null && map.size() <= 2 && map.keySet().stream().allMatch(k -> k.equals("exec") || k.equals("type"))
                    ? map.get("exec") : UNFIT;
            case "id", "name" -> renamed(map, form);
            case "list" -> list(map);
            default -> UNFIT;
        };
    }

    /// Whether a URL, or a text body, says no more than its text.
    private static boolean only(Map<String, Object> map, String raw) {
        if (map.containsKey("mode")) {
            return map.size() == 2 && "raw".equals(map.get("mode"));
        }
        return Plain.same(map, address(raw));
    }

    private static Object url(Map<String, Object> request) {
        var plain = "GET".equals(request.get("method")) && Plain.empty(request.get("header")) && request.size() == 3;
        var url = request.get("url");
        return !plain ? UNFIT : url instanceof String ? url : url instanceof Map<?, ?> map ? apply("raw", map) : UNFIT;
    }

    /// A row whose key stands under an older name.
    private static Object renamed(Map<String, Object> row, String name) {
        if (!row.containsKey("key") || row.containsKey(name)) {
            return UNFIT;
        }
        var out = new LinkedHashMap<String, Object>();
        row.forEach((key, value) -> out.put(key.equals("key") ? name : key, value));
        return out;
    }

    private static Object list(Map<String, Object> attributes) {
        var list = new ArrayList<Object>();
        attributes.forEach((key, value) -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("key", key);
            row.put("value", value);
            row.put("type", V3Auth.type(value));
            list.add(row);
        });
        return list;
    }

    /// The forms of a table's row, by which its key stands under an older name.
    static List<String> ofRow(Map<?, ?> row) {
        return row.containsKey("key") ? List.of() : Arrays.asList("id", "name").stream().filter(row::containsKey).limit(1).toList();
    }
}
