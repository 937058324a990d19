package dev.posthorn.imports.openapi;

import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a schema says of a single value, as a few words behind a row's description: "integer int64, 1 to 100, one of: a, b".
final class Notes {

    private static final int CHOICES = 40;

    private Notes() {}

    /// @param head what comes first, such as "required"; empty for nothing
    static String described(String description, String head, Tracked given, Spec spec) {
        var notes = new ArrayList<String>();
        var schema = spec.resolve(given);
        var items = schema.has("items") ? spec.resolve(schema.get("items")) : schema.get("items");
        add(notes, head);
        add(notes, type(schema) + (items.isObject() && !type(items).isEmpty() ? " of " + type(items) : ""));
        limits(notes, schema);
        if (items.isObject()) {
            limits(notes, items);
        }
        var text = description.strip();
        return notes.isEmpty() ? text : (text.isEmpty() ? "" : text + " ") + "(" + String.join(", ", notes) + ")";
    }

    private static void add(List<String> notes, String note) {
        if (!note.isBlank()) {
            notes.add(note);
        }
    }

    private static String type(Tracked schema) {
        var type = schema.get("type").isList() ? schema.get("type").list().stream().map(Tracked::text).collect(Collectors.joining(" or "))
                : schema.text("type");
        var nullable = schema.flag("nullable") ? " or null" : "";
        return (type + " " + schema.text("format")).strip() + nullable + (schema.flag("uniqueItems") ? " without repeats" : "");
    }

    private static void limits(List<String> notes, Tracked schema) {
        range(notes, schema);
        add(notes, schema.text("pattern").isEmpty() ? "" : "like " + schema.text("pattern"));
        add(notes, schema.has("default") ? "default " + shown(schema.get("default")) : "");
        choices(notes, schema);
    }

    private static void range(List<String> notes, Tracked schema) {
        between(notes, schema, "minimum", "maximum", "");
        add(notes, exclusive(schema, "exclusiveMinimum", "more than "));
        add(notes, exclusive(schema, "exclusiveMaximum", "less than "));
        between(notes, schema, "minLength", "maxLength", " characters");
        between(notes, schema, "minItems", "maxItems", " items");
        add(notes, schema.text("multipleOf").isEmpty() ? "" : "a multiple of " + schema.text("multipleOf"));
    }

    /// A number of its own in 3.1, a switch of the other limit in 3.0.
    private static String exclusive(Tracked schema, String key, String words) {
        var limit = schema.text(key);
        return switch (limit) {
            case "", "false" -> "";
            case "true" -> "without the " + (key.endsWith("imum") && key.contains("Min") ? "least" : "greatest") + " value itself";
            case String number -> words + number;
        };
    }

    private static void between(List<String> notes, Tracked schema, String least, String most, String unit) {
        var from = schema.text(least);
        var to = schema.text(most);
        if (!from.isEmpty() && !to.isEmpty()) {
            notes.add(from + " to " + to + unit);
        } else if (!from.isEmpty()) {
            notes.add("at least " + from + unit);
        } else if (!to.isEmpty()) {
            notes.add("at most " + to + unit);
        }
    }

    private static void choices(List<String> notes, Tracked schema) {
        var choices = schema.list("enum");
        if (!choices.isEmpty()) {
            notes.add("one of: " + choices.stream().limit(CHOICES).map(Notes::choice).collect(Collectors.joining(", "))
                    + (choices.size() > CHOICES ? " and " + (choices.size() - CHOICES) + " more" : ""));
        }
    }

    /// In quotes where it would end the list or look like two.
    private static String choice(Tracked value) {
        var text = shown(value);
        return text.contains(", ") || text.startsWith("\"") || text.contains("\n") ? Values.json(text) : text;
    }

    private static String shown(Tracked value) {
        return Values.text(value.value());
    }
}
