package dev.posthorn.exports;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.SecretPlaces;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the media types of a body, with its value as example and the schema that the value has.
final class OpenApiBody {

    private final ExportRows rows;

    OpenApiBody(ExportRows rows) {
        this.rows = rows;
    }

    /// One media type of a body; null stands for no body.
    record Content(String type, Map<String, Object> media) {}

    Content of(Request request, String item, String pointer) {
        var declared = request.headers().stream().filter(h -> h.enabled() && h.key().equalsIgnoreCase("content-type")).map(Entry::value).findFirst().orElse("");
        return switch (request.body()) {
            case Body.None _ -> null;
            case Body.Raw raw -> raw.text().isBlank() && declared.isEmpty() ? null : text(type(declared, raw.language()), raw.text());
            case Body.UrlEncoded form -> form("application/x-www-form-urlencoded", form.fields().stream().map(e -> new Part(e, false, List.of(), "")).toList(), item, pointer);
            case Body.FormData form -> form("multipart/form-data", form.parts(), item, pointer);
            case Body.Binary _ -> new Content(declared.isEmpty() ? "application/octet-stream" : declared, new LinkedHashMap<>());
            case Body.GraphQl graph -> {
                rows.translated(item, pointer + "/body", "a GraphQL body", "a JSON body", "OpenAPI knows GraphQL only as JSON");
                yield text("application/json", graphQl(graph));
            }
        };
    }

    /// The JSON that carries a GraphQL query.
    static String graphQl(Body.GraphQl graph) {
        var map = OpenApiSecurity.map("query", graph.query());
        if (!graph.operationName().isEmpty()) {
            map.put("operationName", graph.operationName());
        }
        try {
            if (!graph.variables().isBlank()) {
                map.put("variables", JsonReader.read(graph.variables()).plain());
            }
        } catch (JsonProblem e) {
            map.put("variables", graph.variables());
        }
        return JsonWriter.compact(map);
    }

    private static String type(String declared, String language) {
        if (!declared.isBlank() && !declared.contains("{{")) {
            return declared.strip();
        }
        return switch (language) {
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "html" -> "text/html";
            case "javascript" -> "application/javascript";
            default -> "text/plain";
        };
    }

    /// JSON becomes a value with its schema; where it is none, because of `{{variables}}` for instance, it stays a text.
    static Content text(String type, String text) {
        var media = new LinkedHashMap<String, Object>();
        if (type.toLowerCase(java.util.Locale.ROOT).matches(".*[/+]json\\b.*")) {
            try {
                var value = JsonReader.read(text).plain();
                media.put("schema", OpenApiSchema.of(value));
                media.put("example", value);
                return new Content(type, media);
            } catch (JsonProblem e) {
                // No sound JSON: kept as it is written.
            }
            if (!text.isBlank()) {
                media.put("example", text);
            }
            return new Content(type, media);
        }
        media.put("schema", OpenApiSecurity.map("type", "string"));
        if (!text.isEmpty()) {
            media.put("example", text);
        }
        return new Content(type, media);
    }

    private Content form(String type, List<Part> parts, String item, String pointer) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<Object>();
        var example = new LinkedHashMap<String, Object>();
        var encoding = new LinkedHashMap<String, Object>();
        var names = parts.stream().map(p -> p.entry().key()).toList();
        for (var part : parts) {
            var name = part.entry().key();
            if (name.isEmpty()) {
                continue;
            }
            if (part.entry().enabled() && !required.contains(name)) {
                required.add(name);
            }
            if (!part.contentType().isEmpty()) {
                encoding.put(name, OpenApiSecurity.map("contentType", part.contentType()));
            }
            var hidden = !part.file() && (part.entry().secret() || SecretNames.name(name) || SecretPlaces.code(name, part.entry().value(), names)) && SecretNames.literal(part.entry().value());
            if (hidden) {
                rows.aside(item, pointer + "/body", "the value of " + name, "secrets are not written");
            }
            add(properties, example, part, hidden);
        }
        var schema = OpenApiSecurity.map("type", "object");
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        var media = OpenApiSecurity.map("schema", schema);
        if (!example.isEmpty()) {
            media.put("example", example);
        }
        if (!encoding.isEmpty()) {
            media.put("encoding", encoding);
        }
        return new Content(type, media);
    }

    /// A name that comes again makes its field a list.
    private static void add(Map<String, Object> properties, Map<String, Object> example, Part part, boolean hidden) {
        var name = part.entry().key();
        var typed = OpenApiSchema.typed(part.entry().value());
        var one = part.file() ? OpenApiSecurity.map("type", "string", "contentMediaType", part.contentType().isEmpty() ? "application/octet-stream" : part.contentType())
                : OpenApiSecurity.map("type", typed.type());
        var value = part.file() || hidden ? "" : typed.value();
        if (properties.get(name) instanceof Map<?, ?> old) {
            var many = old.get("items") != null ? old : OpenApiSecurity.map("type", "array", "items", old);
            properties.put(name, many);
            var values = new ArrayList<Object>(example.get(name) instanceof List<?> list ? list : java.util.Arrays.asList(example.get(name)));
            values.add(value);
            example.put(name, values);
            return;
        }
        var description = OpenApiParameters.note(part.entry().description());
        if (!description.isEmpty()) {
            one.put("description", description);
        }
        properties.put(name, one);
        example.put(name, value);
    }
}
