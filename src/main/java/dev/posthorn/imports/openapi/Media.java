package dev.posthorn.imports.openapi;

import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What stands under a media type: its examples, or a sample of its schema.
record Media(Spec spec, Samples samples) {

    /// @param name  the example's name, empty where it has none
    /// @param title its summary, else its name
    /// @param made  whether it was made from the schema
    record Value(String name, String title, Object value, boolean made) {}

    /// At least one.
    List<Value> values(Tracked media, Samples.Side side) {
        var values = new ArrayList<Value>();
        var examples = media.get("examples");
        for (var name : examples.keys()) {
            var example = spec.resolve(examples.get(name));
            if (example.has("value")) {
                values.add(new Value(name, example.text("summary").isEmpty() ? name : example.text("summary"), example.get("value").value(), false));
                example.skip("description");
            } else if (!example.isObject() && !example.absent()) {
                values.add(new Value(name, name, example.value(), false));
            } else if (example.has("externalValue")) {
                spec.ledger().aside(example.get("externalValue").pointer(), "an example at another address", "other addresses are not read");
                example.get("externalValue").text();
            }
        }
        if (values.isEmpty() && media.has("example")) {
            values.add(new Value("", "", media.get("example").value(), false));
        }
        if (values.isEmpty()) {
            values.add(new Value("", "", samples.of(media.get("schema"), side), true));
        }
        return values;
    }

    /// The text of a value as that media type writes it.
    String text(String type, Tracked schema, Value value) {
        if (value.value() instanceof String text && (!json(type) || !value.made() && looksLikeJson(text))) {
            return text;
        }
        if (value.value() == null && value.made() && schema.absent()) {
            return "";
        }
        return xml(type) ? new XmlSample(spec).text(schema, value.value()) : json(type) ? Values.json(value.value()) : Values.text(value.value());
    }

    /// Many descriptions hold the JSON of an example as one string.
    private static boolean looksLikeJson(String text) {
        var start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    static String bare(String type) {
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    static boolean json(String type) {
        var bare = bare(type);
        return bare.endsWith("/json") || bare.endsWith("+json") || bare.equals("*/*") || bare.equals("application/*");
    }

    static boolean xml(String type) {
        var bare = bare(type);
        return bare.endsWith("/xml") || bare.endsWith("+xml");
    }

    /// Files and streams of bytes.
    static boolean binary(String type) {
        return bare(type).matches("application/(octet-stream|pdf|zip|gzip|x-.*|vnd\\.(ms|openxmlformats).*)|(image|audio|video|font)/(?!svg).*") && !json(type) && !xml(type);
    }

    /// What people can best read and edit comes first.
    static String preferred(List<String> types) {
        for (var wanted : new String[] {"application/json", "(?i).*[/+]json(;.*)?", "(?i)application/x-www-form-urlencoded.*", "(?i)multipart/form-data.*",
                "(?i).*[/+]xml(;.*)?", "(?i)text/.*", "\\*/\\*"}) {
            for (var type : types) {
                if (type.matches(wanted)) {
                    return type;
                }
            }
        }
        return types.getFirst();
    }
}
