package dev.posthorn.formats.v3;

import dev.posthorn.formats.UrlParts;
import dev.posthorn.model.RequestUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The address of a request: in v3 the text with the parameters that are sent, and a table of all parameters; in 2.1 an object that
/// holds both and the parts of the text.
///
/// 1. The text wins over the table: rows that are switched on are those of the text, in its order.
/// 2. A text without a query takes the rows that are switched on. Otherwise rows that it lacks are switched off.
final class V3Url {

    private V3Url() {}

    /// Puts `url`, and what stands beside it, into a v3 tree.
    static void write(Object url, Map<String, Object> v3, boolean method, Object methodValue) {
        var parts = Plain.mapOrEmpty(url);
        var rows = parts.get("query") instanceof String query ? plainRows(UrlParts.pairs("?" + query)) : V3Rows.rows(parts.get("query"));
        var text = text(url, parts, rows);
        if (text != null && Plain.writable(text)) {
            v3.put("url", text);
        }
        if (method) {
            v3.put("method", Plain.text(methodValue));
        }
        if (v3.containsKey("url")) {
            rows = merged(UrlParts.pairs(text), rows);
            rows.removeIf(row -> row.get("key") == null);
            rows.forEach(row -> row.put("value", Plain.text(row.get("value"))));
        }
        v3.put("queryParams", V3Rows.form(rows));
        v3.put("pathVariables", V3Rows.form(V3Rows.rows(parts.get("variable"))));
    }

    private static List<Map<String, Object>> plainRows(List<Map<String, Object>> pairs) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var pair : pairs) {
            if (pair.get("key") != null) {
                pair.put("value", Plain.text(pair.get("value")));
                rows.add(pair);
            }
        }
        return rows;
    }

    /// The text of the address; null where the file says nothing of one.
    private static String text(Object url, Map<String, Object> parts, List<Map<String, Object>> rows) {
        if (url instanceof String text) {
            return text;
        }
        if (!(url instanceof Map<?, ?>)) {
            return null;
        }
        var raw = parts.get("raw") instanceof String text && !(text.isEmpty() && parts.containsKey("host")) ? text : null;
        var base = raw == null ? UrlAssembly.of(parts) : raw;
        var hash = raw == null && parts.get("hash") != null ? "#" + Plain.text(parts, "hash") : "";
        return withQuery(base + hash, rows);
    }

    /// A text without a query takes the rows that are switched on.
    private static String withQuery(String text, List<Map<String, Object>> rows) {
        var url = RequestUrl.parse(text);
        if (url.query() != null && !url.query().isEmpty() || rows.stream().allMatch(row -> Plain.flag(row.get("disabled")))) {
            return text;
        }
        var query = new StringBuilder();
        for (var row : rows) {
            if (!Plain.flag(row.get("disabled"))) {
                query.append(query.isEmpty() ? "" : "&").append(Plain.text(row, "key")).append('=').append(Plain.text(row, "value"));
            }
        }
        return new RequestUrl(url.base(), query.toString(), url.fragment()).toString();
    }

    /// The address of a v3 tree in the form of a 2.x file; null where it has none.
    static Object canonical(Map<String, Object> v3, Dialect dialect) {
        var rows = V3Rows.read(v3.get("queryParams"));
        var variables = V3Rows.canonical(v3.get("pathVariables"));
        if (!v3.containsKey("url") && rows.isEmpty() && variables.isEmpty()) {
            return null;
        }
        var url = UrlParts.of(withQuery(Plain.text(v3, "url"), rows));
        var hash = url.remove("hash");
        var query = new ArrayList<Object>();
        for (var row : merged(UrlParts.pairs(Plain.text(url, "raw")), rows)) {
            var out = new LinkedHashMap<String, Object>();
            out.put("key", row.get("key") == null ? null : Plain.text(row, "key"));
            out.put("value", row.get("value") == null ? null : Plain.text(row, "value"));
            V3Rows.tail(row, out);
            query.add(out);
        }
        put(url, "query", query);
        if (hash != null) {
            url.put("hash", hash);
        }
        put(url, "variable", variables);
        return dialect == Dialect.TWO_ZERO && variables.isEmpty() && query.stream().allMatch(row -> Plain.map(row).size() == 2) ? url.get("raw") : url;
    }

    private static void put(Map<String, Object> url, String key, List<Object> rows) {
        if (!rows.isEmpty()) {
            url.put(key, rows);
        }
    }

    /// The parameters of the text with the descriptions of `rows`, and the rows that are not sent in their places.
    private static List<Map<String, Object>> merged(List<Map<String, Object>> typed, List<Map<String, Object>> rows) {
        var out = new ArrayList<Map<String, Object>>();
        var next = 0;
        for (var row : rows) {
            if (Plain.flag(row.get("disabled"))) {
                out.add(row);
                continue;
            }
            var found = find(typed, next, row);
            if (found < 0) {
                var off = new LinkedHashMap<>(row);
                off.put("disabled", true);
                out.add(off);
            } else {
                out.addAll(typed.subList(next, found));
                var on = new LinkedHashMap<>(row);
                on.put("value", typed.get(found).get("value"));
                out.add(on);
                next = found + 1;
            }
        }
        out.addAll(typed.subList(next, typed.size()));
        return out;
    }

    private static int find(List<Map<String, Object>> typed, int from, Map<String, Object> row) {
        var sameKey = -1;
        for (var i = from; i < typed.size(); i++) {
            if (typed.get(i).get("key") != null && Plain.text(typed.get(i), "key").equals(Plain.text(row, "key"))) {
                if (Plain.text(typed.get(i), "value").equals(Plain.text(row, "value"))) {
                    return i;
                }
                sameKey = sameKey < 0 ? i : sameKey;
            }
        }
        return sameKey;
    }
}
