package dev.posthorn.formats.v3;

import dev.posthorn.tree.RowMatch;
import dev.posthorn.tree.YamlPatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Brings an edit into a v3 file that says the same in its own way: tables as maps or lists, fields we do not know, keys in another order.
///
/// 1. Only what differs between `before` and `after`, both as we would write them, is changed in `current`.
/// 2. A table stays a map while each row has only key and value and no key comes twice; else it becomes a list.
/// 3. New keys stand where Postman has them.
final class V3Merge {

    private static final List<String> ORDER = List.of("$kind", "id", "name", "description", "variables", "request", "response", "url", "method", "query",
            "headers", "queryParams", "pathVariables", "body", "auth", "settings", "scripts", "examples", "order");
    private static final Set<String> TABLES = Set.of("headers", "queryParams", "pathVariables", "variables", "credentials", "values");

    private V3Merge() {}

    /// @param current the tree of the file
    static Map<String, Object> merge(Map<String, Object> current, Map<String, Object> before, Map<String, Object> after) {
        var merged = new LinkedHashMap<>(current);
        for (var key : before.keySet()) {
            if (!after.containsKey(key)) {
                merged.remove(key);
            }
        }
        for (var key : after.keySet()) {
            if (!before.containsKey(key) || !YamlPatch.same(before.get(key), after.get(key))) {
                var table = TABLES.contains(key) || key.equals("content") && (isForm(after) && isForm(before));
                put(merged, key, value(current.get(key), before.get(key), after.get(key), table), after);
            }
        }
        if (merged.containsKey("secret") && after.containsKey("type") && !after.get("type").equals(before.get("type"))) {
            merged.remove("secret");
        }
        return merged;
    }

    private static boolean isForm(Map<String, Object> body) {
        return "urlencoded".equals(body.get("type")) || "formdata".equals(body.get("type"));
    }

    private static Object value(Object current, Object before, Object after, boolean table) {
        var known = current != null && before != null;
        if (known && (table || current instanceof List && before instanceof List && after instanceof List) && isTable(current) && isTable(after)) {
            return rows(current, before, after, true);
        }
        if (known && current instanceof List<?> several && !several.isEmpty() && several.getFirst() instanceof Map && after instanceof Map
                && before instanceof Map) {
            var list = new ArrayList<Object>(several);
            list.set(0, renamed(merge(Plain.map(several.getFirst()), Plain.map(before), Plain.map(after)), Plain.map(before)));
            return list;
        }
        if (known && current instanceof Map && before instanceof Map && after instanceof Map) {
            return merge(Plain.map(current), Plain.map(before), Plain.map(after));
        }
        return after;
    }

    private static boolean isTable(Object value) {
        return value instanceof Map || value instanceof List;
    }

    /// One of several authorizations: its name goes with its type.
    private static Map<String, Object> renamed(Map<String, Object> auth, Map<String, Object> before) {
        if ((before.get("type") + " auth").equals(auth.get("name"))) {
            auth.put("name", auth.get("type") + " auth");
        }
        return auth;
    }

    /// @param spoken whether rows are added that the file left out because the address says them
    static Object rows(Object current, Object before, Object after, boolean spoken) {
        var file = current instanceof List<?> list ? new ArrayList<Object>(list) : new ArrayList<Object>(V3Rows.read(current));
        var olds = new ArrayList<Object>(elements(before));
        var news = new ArrayList<Object>(elements(after));
        var ofOld = RowMatch.of(file, olds);
        var ofNew = RowMatch.of(olds, news);
        var strangers = new HashSet<Integer>();
        for (var i = 0; i < file.size(); i++) {
            strangers.add(i);
        }
        for (var place : ofOld) {
            strangers.remove(place);
        }
        var out = new ArrayList<Object>();
        var from = new ArrayList<Integer>();
        for (var i = 0; i < news.size(); i++) {
            var place = ofNew[i] < 0 ? -1 : ofOld[ofNew[i]];
            if (place < 0 && !spoken && spoken(news.get(i))) {
                continue;
            }
            out.add(place < 0 ? news.get(i) : row(file.get(place), olds.get(ofNew[i]), news.get(i)));
            from.add(place);
        }
        for (var stranger : strangers.stream().sorted().toList()) {
            var at = stranger == 0 ? 0 : from.indexOf(stranger - 1) + 1;
            out.add(at, file.get(stranger));
            from.add(at, stranger);
        }
        return current instanceof Map ? form(out) : out;
    }

    private static List<?> elements(Object table) {
        return table instanceof List<?> list ? list : V3Rows.read(table);
    }

    private static Object row(Object current, Object before, Object after) {
        return current instanceof Map && before instanceof Map && after instanceof Map
                ? merge(Plain.map(current), Plain.map(before), Plain.map(after)) : YamlPatch.same(before, after) ? current : after;
    }

    private static Object form(List<Object> rows) {
        var map = new LinkedHashMap<String, Object>();
        for (var element : rows) {
            var row = Plain.mapOrEmpty(element);
            if (row.size() != 2 || !row.containsKey("value") || !(row.get("key") instanceof String key) || map.containsKey(key)) {
                return rows;
            }
            map.put(key, row.get("value"));
        }
        return map;
    }

    /// Sets a key; a new one comes behind the last key that stands before it in Postman's order.
    static void put(Map<String, Object> map, String key, Object value, Map<String, Object> like) {
        if (map.containsKey(key)) {
            map.put(key, value);
            return;
        }
        var order = like.containsKey("$kind") || ORDER.contains(key) && map.containsKey("$kind") ? ORDER : List.copyOf(like.keySet());
        var rank = order.indexOf(key);
        var keys = new ArrayList<>(map.keySet());
        var at = rank < 0 ? keys.size() : keys.stream().filter(k -> order.indexOf(k) >= 0 && order.indexOf(k) < rank)
                .max(java.util.Comparator.comparingInt(order::indexOf)).map(k -> keys.indexOf(k) + 1).orElse(0);
        keys.add(at, key);
        var copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        map.clear();
        keys.forEach(k -> map.put(k, copy.get(k)));
    }

    /// The rows of a table that are sent and say nothing but key and value, as the address repeats them.
    private static boolean spoken(Object row) {
        var map = Plain.mapOrEmpty(row);
        return !Plain.flag(map.get("disabled")) && !map.containsKey("description") && Collections.disjoint(map.keySet(), Set.of("$type", "secret"));
    }
}
