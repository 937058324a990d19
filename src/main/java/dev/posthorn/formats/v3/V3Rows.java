package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Key-value tables: a list of rows in a 2.1 file; in a v3 file a map, or a list as soon as one row says more than key and value.
final class V3Rows {

    /// Longer keys, and those with line ends, stand badly as keys of a YAML map.
    private static final int KEY = 100;

    private V3Rows() {}

    /// The member that holds a row's key: `key`, in older files `id` or `name`; null where the row has none, so that v3 cannot hold it.
    static String keyName(Object row) {
        if (row instanceof Map<?, ?> map) {
            for (var name : new String[] {"key", "id", "name"}) {
                if (map.containsKey(name)) {
                    return map.get(name) == null ? null : name;
                }
            }
        }
        return null;
    }

    /// Rows of a 2.1 list as v3 rows, each a map of its own; what v3 cannot hold is left out.
    static List<Map<String, Object>> rows(Object list) {
        return rows(list, row -> row);
    }

    /// @param more adds what a table holds beside key and value
    static List<Map<String, Object>> rows(Object list, UnaryOperator<Map<String, Object>> more) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var element : Plain.list(list)) {
            if (holds(element)) {
                rows.add(more.apply(row(Plain.map(element))));
            }
        }
        return rows;
    }

    /// Whether v3 has a place for this element of a table.
    static boolean holds(Object element) {
        var name = keyName(element);
        return name != null && element instanceof Map<?, ?> row && Plain.writable(Plain.text(row.get(name)));
    }

    private static Map<String, Object> row(Map<String, Object> row) {
        var out = new LinkedHashMap<String, Object>();
        out.put("key", Plain.text(row.get(keyName(row))));
        out.put("value", writable(Plain.text(row.get("value"))));
        var description = description(row);
        if (!description.isEmpty()) {
            out.put("description", writable(description));
        }
        if (off(row)) {
            out.put("disabled", true);
        }
        return out;
    }

    private static String writable(String text) {
        return Plain.writable(text) ? text : "";
    }

    /// Off by `"disabled": true`, in older files by `"enabled": false`.
    static boolean off(Map<String, Object> row) {
        return Plain.flag(row.get("disabled")) || Plain.text(row.get("enabled")).equals("false");
    }

    /// A description is text, or an object with its text in `content`.
    static String description(Map<String, Object> holder) {
        return holder.get("description") instanceof Map<?, ?> object ? Plain.text(object.get("content")) : Plain.text(holder.get("description"));
    }

    /// The rows in the form that Postman writes: a map where nothing is lost by it, else a list.
    static Object form(List<Map<String, Object>> rows) {
        var keys = new HashSet<String>();
        for (var row : rows) {
            var key = Plain.text(row.get("key"));
            if (row.size() != 2 || !row.containsKey("value") || !keys.add(key) || !simple(key)) {
                return rows;
            }
        }
        var map = new LinkedHashMap<String, Object>();
        rows.forEach(row -> map.put(Plain.text(row.get("key")), row.get("value")));
        return map;
    }

    private static boolean simple(String key) {
        return !key.isEmpty() && key.length() <= KEY && !key.equals("<<") && key.chars().noneMatch(c -> c < ' ' || c > 126);
    }

    /// The rows of a v3 map or list.
    static List<Map<String, Object>> read(Object v3) {
        var rows = new ArrayList<Map<String, Object>>();
        if (v3 instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                var row = new LinkedHashMap<String, Object>();
                row.put("key", String.valueOf(key));
                row.put("value", value);
                rows.add(row);
            });
        }
        for (var element : Plain.list(v3)) {
            if (element instanceof Map<?, ?> row) {
                rows.add(Plain.map(row));
            }
        }
        return rows;
    }

    /// The rows of a v3 map or list as a 2.1 list.
    static List<Object> canonical(Object v3) {
        return canonical(v3, (row, out) -> { });
    }

    interface More {
        void add(Map<String, Object> v3Row, Map<String, Object> out);
    }

    static List<Object> canonical(Object v3, More more) {
        var list = new ArrayList<Object>();
        for (var row : read(v3)) {
            var out = new LinkedHashMap<String, Object>();
            out.put("key", Plain.text(row.get("key")));
            out.put("value", Plain.text(row.get("value")));
            more.add(row, out);
            tail(row, out);
            list.add(out);
        }
        return list;
    }

    static void tail(Map<String, Object> row, Map<String, Object> out) {
        if (row.containsKey("description")) {
            out.put("description", Plain.text(row.get("description")));
        }
        if (Plain.flag(row.get("disabled"))) {
            out.put("disabled", true);
        }
    }
}
