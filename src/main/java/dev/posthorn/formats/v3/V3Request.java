package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One request as an item of a 2.x file and as a v3 file, both ways.
public final class V3Request {

    public static final String HTTP = "http-request";
    public static final String GRAPHQL = "graphql-request";

    private V3Request() {}

    /// The v3 tree of a request item, keys in Postman's order. Its examples are files of their own.
    ///
    /// @param item what a 2.x file holds
    /// @param stem the name of the file to be, without ending
    public static Map<String, Object> write(Map<String, Object> item, String stem) {
        var v3 = new LinkedHashMap<String, Object>();
        v3.put("$kind", HTTP);
        name(item, stem, v3);
        var request = item.get("request");
        var map = Plain.map(request);
        var description = map != null && map.get("description") != null ? map : item;
        description(description, v3);
        if (map != null) {
            V3Url.write(map.get("url"), v3, map.containsKey("method"), map.get("method"));
            v3.put("headers", V3Rows.form(headers(map.get("header"))));
            v3.put("body", V3Body.write(map.get("body")));
            v3.put("auth", V3Auth.write(map.get("auth")));
        } else if (request instanceof String url) {
            V3Url.write(url, v3, true, "GET");
        }
        v3.put("settings", V3Settings.write(item.get("protocolProfileBehavior")));
        v3.put("scripts", V3Scripts.write(item.get("event"), ""));
        return tidy(v3);
    }

    /// `name` is written where the file's name does not say it.
    static void name(Map<String, Object> item, String stem, Map<String, Object> v3) {
        var name = Plain.text(item, "name");
        if (item.containsKey("name") && !name.equals(stem) && Plain.writable(name)) {
            v3.put("name", name);
        }
    }

    static void description(Map<String, Object> holder, Map<String, Object> v3) {
        var text = V3Rows.description(holder);
        if (holder.get("description") != null && Plain.writable(text)) {
            v3.put("description", text);
        }
    }

    static List<Map<String, Object>> headers(Object header) {
        return V3Rows.rows(header instanceof String lines ? HeaderLines.read(lines) : header);
    }

    /// Without what is not there: empty tables and absent parts are not written.
    static Map<String, Object> tidy(Map<String, Object> v3) {
        v3.entrySet().removeIf(e -> e.getValue() == null || e.getValue() instanceof List<?> list && list.isEmpty()
                || e.getValue() instanceof Map<?, ?> map && map.isEmpty());
        return v3;
    }

    /// The item that Postman would export for a v3 tree.
    ///
    /// @param v3       the tree of a file of kind `http-request` or `graphql-request`
    /// @param examples what `V3Example.read` made of its examples, in order
    public static Map<String, Object> read(Map<String, Object> v3, String stem, List<Object> examples, Dialect dialect) {
        var item = new LinkedHashMap<String, Object>();
        item.put("name", v3.containsKey("name") ? Plain.text(v3, "name") : stem);
        var events = V3Scripts.canonical(v3.get("scripts"));
        if (!events.isEmpty()) {
            item.put("event", events);
        }
        var behavior = V3Settings.canonical(v3.get("settings"));
        if (behavior != null) {
            item.put("protocolProfileBehavior", behavior);
        }
        var request = request(v3, dialect);
        if (v3.containsKey("description")) {
            request.put("description", Plain.text(v3, "description"));
        }
        item.put("request", request);
        item.put("response", new ArrayList<>(examples));
        return item;
    }

    /// The `request` of an item or an example.
    static Map<String, Object> request(Map<String, Object> v3, Dialect dialect) {
        var graphql = GRAPHQL.equals(v3.get("$kind"));
        var request = new LinkedHashMap<String, Object>();
        put(request, "auth", V3Auth.canonical(v3.get("auth"), dialect));
        request.put("method", v3.containsKey("method") ? Plain.text(v3, "method") : graphql ? "POST" : "GET");
        request.put("header", V3Rows.canonical(v3.get("headers")));
        put(request, "body", V3Body.canonical(graphql ? graphQlBody(v3) : v3.get("body")));
        put(request, "url", V3Url.canonical(v3, dialect));
        return request;
    }

    private static Map<String, Object> graphQlBody(Map<String, Object> v3) {
        var content = new LinkedHashMap<String, Object>();
        content.put("query", v3.get("query"));
        content.put("variables", v3.get("variables"));
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "graphql");
        body.put("content", content);
        return body;
    }

    private static void put(Map<String, Object> map, String key, Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
