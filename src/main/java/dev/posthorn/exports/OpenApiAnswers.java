package dev.posthorn.exports;

import dev.posthorn.model.Example;
import dev.posthorn.model.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the answers of an operation from the saved examples of its request.
final class OpenApiAnswers {

    private OpenApiAnswers() {}

    /// @param accepted what the request says it accepts; empty for nothing
    static void add(Map<String, Object> responses, List<Example> examples, String accepted, String item, String pointer, ExportRows rows) {
        for (var example : examples) {
            var status = example.status() >= 100 && example.status() <= 599 ? String.valueOf(example.status()) : "default";
            var response = object(responses, status);
            response.putIfAbsent("description", example.name().isEmpty() ? example.reason() : example.name());
            headers(response, example.headers(), item, pointer, rows);
            if (!example.body().isEmpty()) {
                var type = Header.first(example.headers(), "content-type").orElse(guessed(example.body())).strip();
                body(object(object(response, "content"), type.isEmpty() ? "text/plain" : type), type, example);
            } else {
                Header.first(example.headers(), "content-type").filter(t -> !t.isBlank()).ifPresent(t -> object(object(response, "content"), t.strip()));
            }
        }
        if (responses.isEmpty()) {
            var response = object(responses, "default");
            response.put("description", "No answer is saved.");
            if (!accepted.isEmpty() && !accepted.contains("{{") && accepted.matches("[\\w*.+-]+/[\\w*.+-]+(;.*)?")) {
                object(object(response, "content"), accepted);
            }
        }
    }

    private static void headers(Map<String, Object> response, List<Header> headers, String item, String pointer, ExportRows rows) {
        for (var header : headers) {
            if (header.is("content-type") || header.name().isBlank()) {
                continue;
            }
            var all = object(response, "headers");
            if (all.containsKey(header.name())) {
                continue;
            }
            var value = OpenApiSecurity.map("schema", OpenApiSecurity.map("type", OpenApiSchema.typed(header.value()).type()));
            if (SecretNames.header(header.name()) && SecretNames.literal(header.value())) {
                rows.aside(item, pointer + "/response", "the value of the answer's header " + header.name(), "secrets are not written");
            } else {
                value.put("example", OpenApiSchema.typed(header.value()).value());
            }
            all.put(header.name(), value);
        }
    }

    private static String guessed(String body) {
        var start = body.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? "application/json" : start.startsWith("<") ? "application/xml" : "text/plain";
    }

    /// The first example gives the schema; each is kept under its name.
    private static void body(Map<String, Object> media, String type, Example example) {
        var content = OpenApiBody.text(type, example.body()).media();
        if (content.get("schema") != null) {
            media.putIfAbsent("schema", content.get("schema"));
        }
        put(media, example.name(), content.get("example"));
    }

    /// Adds a named example.
    static void put(Map<String, Object> media, String name, Object value) {
        var examples = object(media, "examples");
        var wanted = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^_+|_+$", "");
        var key = wanted.isEmpty() ? "example" : wanted;
        for (var number = 2; examples.containsKey(key); number++) {
            key = (wanted.isEmpty() ? "example" : wanted) + "_" + number;
        }
        var entry = OpenApiSecurity.map();
        if (!key.equals(name) && !name.isEmpty()) {
            entry.put("summary", name);
        }
        entry.put("value", value);
        examples.put(key, entry);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>());
    }
}
