package dev.posthorn.formats;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The address of a request as Postman's export writes it: the text, its parts, and the tables of parameters.
final class UrlTree {

    private UrlTree() {}

    static Map<String, Object> of(Request request) {
        var url = UrlParts.of(request.url());
        var hash = url.remove("hash");
        put(url, "query", query(request));
        if (hash != null) {
            url.put("hash", hash);
        }
        put(url, "variable", request.pathVariables().stream().filter(e -> !e.blank()).<Object>map(e -> row(e.key(), e.value(), e)).toList());
        return url;
    }

    private static void put(Map<String, Object> url, String key, List<Object> rows) {
        if (!rows.isEmpty()) {
            url.put(key, rows);
        }
    }

    /// Rows that are sent are those of the text, where a parameter without `=` has no value.
    private static List<Object> query(Request request) {
        var typed = UrlParts.pairs(request.url());
        var rows = new ArrayList<Object>();
        var next = 0;
        for (var entry : request.query()) {
            if (entry.enabled() && next < typed.size()) {
                var pair = typed.get(next++);
                rows.add(row(pair.get("key"), pair.get("value"), entry));
            } else if (!entry.blank()) {
                rows.add(row(entry.key(), entry.value(), entry));
            }
        }
        return rows;
    }

    private static Map<String, Object> row(Object key, Object value, Entry entry) {
        var row = new LinkedHashMap<String, Object>();
        row.put("key", key);
        row.put("value", value);
        if (!entry.description().isEmpty()) {
            row.put("description", entry.description());
        }
        if (!entry.enabled()) {
            row.put("disabled", true);
        }
        return row;
    }
}
