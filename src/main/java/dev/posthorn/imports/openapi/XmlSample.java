package dev.posthorn.imports.openapi;

import dev.posthorn.tree.Tracked;
import java.util.List;
import java.util.Map;

/// Writes a sample value as XML, with the names, attributes and wrappers that the schema's `xml` objects say (OpenAPI 3.1 §4.8.26).
record XmlSample(Spec spec) {

    private static final int DEPTH = 50;

    String text(Tracked schema, Object value) {
        var root = spec.resolve(schema);
        var name = name(root, schema.get("$ref").peek() instanceof String ref ? ref.substring(ref.lastIndexOf('/') + 1) : "root");
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        if (value instanceof List<?> list) {
            out.append('<').append(name).append(">\n");
            list.forEach(v -> element(out, root.get("items"), name(spec.resolve(root.get("items")), "item"), v, 1));
            return out.append("</").append(name).append(">\n").toString();
        }
        element(out, root, name, value, 0);
        return out.toString();
    }

    private static String name(Tracked schema, String fallback) {
        var xml = schema.get("xml");
        var name = xml.text("name").isEmpty() ? fallback.replaceAll("[^\\w.-]", "_") : xml.text("name");
        return xml.text("prefix").isEmpty() ? name : xml.text("prefix") + ":" + name;
    }

    private void element(StringBuilder out, Tracked given, String name, Object value, int depth) {
        var schema = spec.resolve(given);
        out.repeat("  ", depth).append('<').append(name);
        var space = schema.get("xml").text("namespace");
        if (!space.isEmpty()) {
            var prefix = schema.get("xml").text("prefix");
            out.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix).append("=\"").append(escaped(space)).append('"');
        }
        if (value instanceof Map<?, ?> map && depth < DEPTH) {
            object(out, schema, name, map, depth);
        } else {
            out.append('>').append(escaped(Values.text(value))).append("</").append(name).append(">\n");
        }
    }

    private void object(StringBuilder out, Tracked schema, String name, Map<?, ?> map, int depth) {
        map.forEach((key, value) -> {
            var property = property(schema, String.valueOf(key));
            if (property.get("xml").flag("attribute")) {
                out.append(' ').append(name(property, String.valueOf(key))).append("=\"").append(escaped(Values.text(value))).append('"');
            }
        });
        out.append(">\n");
        map.forEach((key, value) -> {
            var property = property(schema, String.valueOf(key));
            if (!property.get("xml").flag("attribute")) {
                child(out, property, String.valueOf(key), value, depth + 1);
            }
        });
        out.repeat("  ", depth).append("</").append(name).append(">\n");
    }

    private void child(StringBuilder out, Tracked property, String key, Object value, int depth) {
        var name = name(property, key);
        if (!(value instanceof List<?> list)) {
            element(out, property, name, value, depth);
            return;
        }
        var wrapped = property.get("xml").flag("wrapped");
        var items = spec.resolve(property.get("items"));
        if (wrapped) {
            out.repeat("  ", depth).append('<').append(name).append(">\n");
        }
        list.forEach(v -> element(out, items, name(items, name), v, wrapped ? depth + 1 : depth));
        if (wrapped) {
            out.repeat("  ", depth).append("</").append(name).append(">\n");
        }
    }

    /// The property's schema, also where it stands in a part of `allOf`.
    private Tracked property(Tracked schema, String key) {
        if (schema.get("properties").has(key)) {
            return spec.resolve(schema.get("properties").get(key));
        }
        for (var part : schema.list("allOf")) {
            var found = spec.resolve(part).get("properties");
            if (found.has(key)) {
                return spec.resolve(found.get(key));
            }
        }
        return Tracked.of(null);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
