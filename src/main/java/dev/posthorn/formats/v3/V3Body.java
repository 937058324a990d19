package dev.posthorn.formats.v3;

import dev.posthorn.formats.UrlParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a request carries: `{mode, …}` in a 2.1 file, `{type, content}` in a v3 file.
final class V3Body {

    /// The languages of a text body that are a type of their own; every other one is `text`.
    static final Set<String> LANGUAGES = Set.of("json", "text", "xml", "html", "javascript");

    private static final List<String> MODES = List.of("raw", "urlencoded", "formdata", "file", "graphql");

    private V3Body() {}

    /// The v3 form; null where there is none, and where the body is switched off, which v3 cannot say.
    static Map<String, Object> write(Object body) {
        if (body instanceof String text) {
            return typed("text", writable(text));
        }
        var map = Plain.map(body);
        if (map == null || Plain.flag(map.get("disabled"))) {
            return null;
        }
        return switch (mode(map)) {
            case "raw" -> typed(type(map), writable(Plain.text(map, "raw")));
            case "urlencoded" -> typed("urlencoded", V3Rows.form(fields(map.get("urlencoded"))));
            case "formdata" -> typed("formdata", parts(map.get("formdata")));
            case "file" -> typed("file", file(map.get("file")));
            case "graphql" -> typed("graphql", graphQl(map.get("graphql")));
            default -> null;
        };
    }

    private static Map<String, Object> typed(String type, Object content) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("content", content);
        return body;
    }

    private static String writable(String text) {
        return Plain.writable(text) ? text : "";
    }

    private static String mode(Map<String, Object> body) {
        var named = Plain.text(body, "mode");
        return named.isEmpty() ? body.keySet().stream().filter(MODES::contains).findFirst().orElse("none") : named;
    }

    private static String type(Map<String, Object> body) {
        var raw = Plain.mapOrEmpty(Plain.mapOrEmpty(body.get("options")).get("raw"));
        return raw.get("language") instanceof String language && LANGUAGES.contains(language) ? language : "text";
    }

    private static List<Map<String, Object>> fields(Object rows) {
        if (!(rows instanceof String text)) {
            return V3Rows.rows(rows);
        }
        var pairs = UrlParts.pairs("?" + text);
        pairs.removeIf(pair -> pair.get("key") == null || !V3Rows.holds(pair));
        pairs.forEach(pair -> pair.put("value", writable(Plain.text(pair, "value"))));
        return pairs;
    }

    private static List<Object> parts(Object rows) {
        var out = new ArrayList<Object>();
        for (var element : Plain.list(rows)) {
            if (V3Rows.holds(element)) {
                out.add(part(Plain.map(element), V3Rows.rows(List.of(element)).getFirst()));
            }
        }
        return out;
    }

    private static Map<String, Object> part(Map<String, Object> row, Map<String, Object> plain) {
        var out = new LinkedHashMap<String, Object>();
        out.put("key", plain.get("key"));
        var file = "file".equals(row.get("type")) || !row.containsKey("type") && !Plain.empty(row.get("src"));
        out.put("type", file ? "file" : "text");
        if (!file) {
            out.put("value", plain.get("value"));
        } else if (paths(row.get("src"))) {
            out.put("src", row.get("src"));
        }
        if (row.get("contentType") instanceof String type && Plain.writable(type)) {
            out.put("contentType", type);
        }
        plain.forEach((key, value) -> {
            if (key.equals("description") || key.equals("disabled")) {
                out.put(key, value);
            }
        });
        return out;
    }

    private static boolean paths(Object src) {
        return src instanceof String path && Plain.writable(path)
                || src instanceof List<?> list && list.stream().allMatch(e -> e instanceof String path && Plain.writable(path));
    }

    private static Map<String, Object> file(Object file) {
        var content = new LinkedHashMap<String, Object>();
        var src = file instanceof Map<?, ?> map ? map.get("src") : file;
        if (src instanceof String path && Plain.writable(path)) {
            content.put("src", path);
        }
        return content;
    }

    private static Map<String, Object> graphQl(Object graphql) {
        var content = new LinkedHashMap<String, Object>();
        var map = Plain.map(graphql);
        content.put("query", writable(map == null ? graphql instanceof String text ? text : "" : Plain.text(map, "query")));
        var variables = map == null ? "" : writable(Plain.text(map, "variables"));
        if (!variables.isEmpty()) {
            content.put("variables", variables);
        }
        return content;
    }

    /// The 2.1 form; null where there is no body.
    static Map<String, Object> canonical(Object v3) {
        var body = Plain.map(v3);
        var type = body == null ? "none" : Plain.text(body, "type");
        var content = body == null ? null : body.get("content");
        return switch (type) {
            case "none" -> null;
            case "urlencoded" -> moded("urlencoded", V3Rows.canonical(content, (_, out) -> out.put("type", "text")));
            case "formdata" -> moded("formdata", canonicalParts(content));
            case "file" -> moded("file", canonicalFile(content));
            case "graphql" -> moded("graphql", canonicalGraphQl(Plain.mapOrEmpty(content)));
            default -> raw(type, Plain.text(content));
        };
    }

    private static Map<String, Object> moded(String mode, Object data) {
        var body = new LinkedHashMap<String, Object>();
        body.put("mode", mode);
        body.put(mode, data);
        return body;
    }

    private static Map<String, Object> raw(String type, String content) {
        var body = moded("raw", content);
        if (!type.equals("text") && !type.isEmpty()) {
            body.put("options", Map.of("raw", Map.of("language", type)));
        }
        return body;
    }

    private static List<Object> canonicalParts(Object content) {
        var out = new ArrayList<Object>();
        for (var row : V3Rows.read(content)) {
            var part = new LinkedHashMap<String, Object>();
            part.put("key", Plain.text(row, "key"));
            if (!"file".equals(row.get("type"))) {
                part.put("value", Plain.text(row, "value"));
                part.put("type", "text");
            } else {
                part.put("type", "file");
                if (row.containsKey("src")) {
                    part.put("src", row.get("src"));
                }
            }
            if (row.containsKey("contentType")) {
                part.put("contentType", Plain.text(row, "contentType"));
            }
            V3Rows.tail(row, part);
            out.add(part);
        }
        return out;
    }

    private static Map<String, Object> canonicalFile(Object content) {
        var file = new LinkedHashMap<String, Object>();
        var src = content instanceof Map<?, ?> map ? map.get("src") : content;
        if (src != null) {
            file.put("src", src);
        }
        return file;
    }

    private static Map<String, Object> canonicalGraphQl(Map<String, Object> content) {
        var graphql = new LinkedHashMap<String, Object>();
        graphql.put("query", Plain.text(content, "query"));
        graphql.put("variables", Plain.text(content, "variables"));
        return graphql;
    }
}
