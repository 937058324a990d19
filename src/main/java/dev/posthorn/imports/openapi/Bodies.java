package dev.posthorn.imports.openapi;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the body of a request: of the media types that an operation takes the one that is best to edit, with its example or a sample of its schema.
final class Bodies {

    private final Spec spec;
    private final Media media;
    private final Parameters parameters;
    private final Samples samples;
    private final FieldList fields;

    Bodies(Spec spec, Samples samples, Parameters parameters) {
        this.spec = spec;
        this.samples = samples;
        this.parameters = parameters;
        media = new Media(spec, samples);
        fields = new FieldList(spec);
    }

    /// @param type  its media type, empty where there is no body
    /// @param named bodies made of the other named examples
    /// @param note  what the description says of the body
    /// @param fields the fields of a JSON body, as the description lists them
    record Filled(Body body, String type, Map<String, Body> named, String note, String fields) {

        private static final Filled NONE = new Filled(Body.none(), "", Map.of(), "", "");

        /// The header that the body needs where its mode does not say it: the mode `raw` says the type of JSON, XML, HTML and plain text.
        List<Entry> header() {
            var automatic = body instanceof Body.FormData || body instanceof Body.UrlEncoded || type.isEmpty() || type.contains("*");
            return automatic ? List.of() : List.of(Entry.of("Content-Type", type));
        }
    }

    Filled of(Operation operation, Parameters.Given given) {
        if (spec.swagger()) {
            return swagger(operation, given);
        }
        var body = spec.resolve(operation.tree().get("requestBody"));
        var content = body.get("content");
        if (content.keys().isEmpty()) {
            return Filled.NONE;
        }
        var type = Media.preferred(content.keys());
        content.keys().stream().filter(t -> !t.equals(type)).forEach(t ->
                spec.ledger().leave(content.get(t).pointer(), "a request has one body: that of " + type + " was taken"));
        var note = body.text("description").strip();
        var optional = !body.flag("required") && body.has("required") ? "optional" : "";
        return filled(content.get(type), type, note.isEmpty() && optional.isEmpty() ? ""
                : "**Body**" + (optional.isEmpty() ? "" : " (optional)") + (note.isEmpty() ? "" : ": " + note));
    }

    private Filled swagger(Operation operation, Parameters.Given given) {
        var types = types(operation, "consumes");
        if (!given.form().isEmpty()) {
            var files = given.form().stream().anyMatch(p -> p.text("type").equals("file"));
            var multipart = files || types.stream().anyMatch(t -> Media.bare(t).equals("multipart/form-data"))
                    && types.stream().noneMatch(t -> Media.bare(t).equals("application/x-www-form-urlencoded"));
            return new Filled(multipart ? new Body.FormData(given.form().stream().map(this::part).toList())
                    : new Body.UrlEncoded(given.form().stream().flatMap(p -> parameters.entries(p, "formData").stream()).toList()), "", Map.of(), "", "");
        }
        if (given.body().absent()) {
            return Filled.NONE;
        }
        var note = given.body().text("description").strip();
        given.body().skip("required");
        var label = given.body().text("name");
        return filled(given.body(), types.isEmpty() ? "application/json" : Media.preferred(types),
                note.isEmpty() ? "" : "**Body**" + (label.isEmpty() || label.equals("body") ? "" : " " + label) + ": " + note);
    }

    private Part part(Tracked parameter) {
        var row = parameters.entries(parameter, "formData").getFirst();
        return parameter.text("type").equals("file") ? new Part(row.withValue(""), true, List.of(), "") : new Part(row, false, List.of(), "");
    }

    /// Swagger 2: the media types of the operation, else those of all.
    List<String> types(Operation operation, String which) {
        var own = operation.tree().get(which);
        return (own.isList() ? own : spec.root().get(which)).list().stream().map(Tracked::text).toList();
    }

    private Filled filled(Tracked content, String type, String note) {
        var values = media.values(content, Samples.Side.REQUEST);
        var named = new LinkedHashMap<String, Body>();
        for (var value : values) {
            named.put(value.name(), body(content, type, value));
        }
        return new Filled(named.get(values.getFirst().name()), type, named, note, Media.json(type) ? fields.of(content.get("schema")) : "");
    }

    private Body body(Tracked content, String type, Media.Value value) {
        var bare = Media.bare(type);
        var schema = spec.resolve(content.get("schema"));
        if (bare.equals("application/x-www-form-urlencoded") && value.value() instanceof Map<?, ?> map) {
            return new Body.UrlEncoded(fields(content, schema, map));
        }
        if (bare.startsWith("multipart/") && value.value() instanceof Map<?, ?> map) {
            return new Body.FormData(parts(content, schema, map));
        }
        if (Media.binary(type) && (value.made() || !(value.value() instanceof String))) {
            return new Body.Binary("");
        }
        var language = Media.json(type) ? "json" : Media.xml(type) ? "xml" : bare.equals("text/html") ? "html" : bare.endsWith("javascript") ? "javascript" : "text";
        return new Body.Raw(media.text(type, content.get("schema"), value), language);
    }

    private List<Entry> fields(Tracked content, Tracked schema, Map<?, ?> values) {
        var fields = new ArrayList<Entry>();
        values.forEach((key, value) -> {
            var name = String.valueOf(key);
            var row = row(schema, name);
            var styles = Styles.of(content.get("encoding").get(name), "query", false);
            for (var pair : styles.pairs(name, value)) {
                fields.add(row.withKey(pair.name()).withValue(pair.value()));
            }
        });
        return fields;
    }

    private List<Part> parts(Tracked content, Tracked schema, Map<?, ?> values) {
        var parts = new ArrayList<Part>();
        values.forEach((key, value) -> {
            var name = String.valueOf(key);
            var property = property(schema, name);
            var type = content.get("encoding").get(name).text("contentType");
            var row = row(schema, name);
            if (file(property, type) && !(value instanceof Map<?, ?>)) {
                parts.add(new Part(row.withValue(""), true, List.of(), type));
            } else if (value instanceof List<?> list && list.stream().noneMatch(v -> v instanceof Map<?, ?> || v instanceof List<?>)) {
                list.forEach(v -> parts.add(new Part(row.withValue(Values.text(v)), false, List.of(), type)));
            } else {
                parts.add(new Part(row.withValue(Values.text(value)), false, List.of(), type.isEmpty() && value instanceof Map<?, ?> ? "application/json" : type));
            }
        });
        return parts;
    }

    /// A part is a file by its format (3.0), its content media type (3.1) or its encoding; so is a list of them.
    private boolean file(Tracked property, String type) {
        var one = Samples.type(property).equals("array") ? spec.resolve(property.get("items")) : property;
        return one.text("format").equals("binary") || !one.text("contentMediaType").isEmpty() && one.text("contentEncoding").isEmpty()
                || Media.binary(type.split(",")[0].strip());
    }

    private Tracked property(Tracked schema, String name) {
        if (schema.get("properties").has(name)) {
            return spec.resolve(schema.get("properties").get(name));
        }
        return schema.list("allOf").stream().map(p -> spec.resolve(p).get("properties")).filter(p -> p.has(name)).findFirst()
                .map(p -> spec.resolve(p.get(name))).orElse(Tracked.of(null));
    }

    private Entry row(Tracked schema, String name) {
        var required = schema.list("required").stream().map(Tracked::text).toList().contains(name);
        var property = property(schema, name);
        var description = property.isObject() ? Notes.described(property.text("description"), required ? "required" : "", property, spec) : "";
        return new Entry(name, "", description, required || !property.isObject() || schema.list("required").isEmpty(), false);
    }
}
