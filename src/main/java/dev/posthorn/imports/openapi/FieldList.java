package dev.posthorn.imports.openapi;

import dev.posthorn.tree.Tracked;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lists the fields of a JSON body behind the description of its request, one a line, so that people and the API page know them: "- `customer.city`: Where he lives (required, string, one of: a, b)".
///
/// 1. `lines[].count` stands in each item of a list, `payment{Card}.number` in one of several shapes. What is inside itself is not followed.
/// 2. At most `MOST` lines: of what has more the deepest levels are left out, so that all that is on top is there.
final class FieldList {

    private static final String HEADING = "**Body fields**";
    private static final int DEEPEST = 6;
    private static final int MOST = 150;
    private static final int LONGEST = 240;
    private static final int OPTIONS = 12;

    private final Spec spec;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();
    private int deepest = DEEPEST;

    FieldList(Spec spec) {
        this.spec = spec;
    }

    /// Empty where the schema has no fields.
    String of(Tracked schema) {
        deepest = DEEPEST + 1;
        do {
            deepest--;
            lines.clear();
            open.clear();
            within(schema, "", 0);
        } while (lines.size() > MOST && deepest > 0);
        if (lines.size() > MOST) {
            lines.subList(MOST, lines.size()).clear();
        }
        return lines.isEmpty() ? "" : HEADING + "\n\n" + String.join("\n", lines);
    }

    /// A description without the list that an export of ours took along.
    static String without(String description) {
        var at = description.indexOf(HEADING + "\n\n- `");
        return at < 0 ? description : description.substring(0, at).strip();
    }

    /// What stands in an object, a list, or one of several shapes.
    private void within(Tracked given, String path, int depth) {
        var schema = spec.resolve(given);
        if (!schema.isObject() || depth > deepest || open.contains(schema.pointer())) {
            return;
        }
        open.push(schema.pointer());
        var options = options(schema);
        if (options.size() > 1) {
            options.forEach((name, option) -> option(schema, option, path + "{" + name + "}", depth));
        } else if (options.size() == 1) {
            within(options.values().iterator().next(), path, depth + 1);
        } else if (items(schema).isObject()) {
            item(items(schema), path + "[]", depth);
        } else {
            properties(schema, path, depth);
        }
        open.pop();
    }

    private void option(Tracked schema, Tracked option, String path, int depth) {
        properties(schema, path, depth);
        var before = lines.size();
        within(option, path, depth + 1);
        if (lines.size() == before && !schema.has("properties")) {
            line(path, option, false);
        }
    }

    private void item(Tracked items, String path, int depth) {
        var before = lines.size();
        within(items, path, depth + 1);
        if (lines.size() == before) {
            line(path, items, false);
        }
    }

    private void properties(Tracked schema, String path, int depth) {
        var all = new LinkedHashMap<String, Tracked>();
        var required = new LinkedHashSet<String>();
        gather(schema, all, required, 0);
        // What such signs would break the list by stays in the sample alone.
        all.keySet().removeIf(name -> name.isEmpty() || name.matches("(?s).*[`\"\\n\\r].*"));
        all.forEach((name, property) -> property(path.isEmpty() ? quoted(name) : path + "." + quoted(name), property, required.contains(name), depth));
    }

    private void property(String path, Tracked given, boolean required, int depth) {
        var schema = spec.resolve(given);
        if (lines.size() > MOST || schema.isObject() && schema.flag("readOnly")) {
            return;
        }
        line(path, given, required);
        within(schema, path, depth + 1);
    }

    private void line(String path, Tracked given, boolean required) {
        var schema = spec.resolve(given);
        if (lines.size() > MOST) {
            return;
        }
        var options = options(schema);
        var head = List.of(required ? "required" : "", options.size() > 1 ? "either: " + String.join(" / ", options.keySet()) : "").stream().filter(h -> !h.isEmpty()).toList();
        var about = (given.has("description") ? given : schema).text("description").strip().replaceAll("\\s+", " ");
        var said = Notes.described(about.length() > LONGEST ? about.substring(0, LONGEST) + "…" : about, String.join(", ", head), only(schema), spec);
        lines.add("- `" + path + "`" + (said.isEmpty() ? "" : ": " + said.replaceAll("\\s+", " ")));
    }

    /// Of `oneOf: [X, null]` it is X that says what it is.
    private Tracked only(Tracked schema) {
        var options = options(schema);
        return options.size() == 1 ? options.values().iterator().next() : !schema.isObject() ? Tracked.of(Map.of("type", "any")) : schema;
    }

    private Tracked items(Tracked schema) {
        return schema.has("items") && schema.list("prefixItems").isEmpty() ? spec.resolve(schema.get("items")) : Tracked.of(null);
    }

    /// The properties of an object and of all that it is made of.
    private void gather(Tracked given, Map<String, Tracked> into, Set<String> required, int depth) {
        var schema = spec.resolve(given);
        if (!schema.isObject() || depth > DEEPEST) {
            return;
        }
        schema.list("allOf").forEach(part -> gather(part, into, required, depth + 1));
        var properties = schema.get("properties");
        properties.keys().forEach(name -> into.put(name, properties.get(name)));
        schema.list("required").forEach(name -> required.add(name.text()));
    }

    /// The shapes of `oneOf` or `anyOf` by name, without "null".
    private Map<String, Tracked> options(Tracked schema) {
        var named = new LinkedHashMap<String, Tracked>();
        var all = !schema.isObject() ? List.<Tracked>of() : Samples.options(schema, schema.list("oneOf").isEmpty() ? "anyOf" : "oneOf");
        for (var option : all) {
            var target = spec.resolve(option);
            if (target.isObject() && !Samples.type(target).equals("null") && named.size() < OPTIONS) {
                var name = name(option, target);
                named.put(name.isEmpty() || named.containsKey(name) ? (name + " " + (named.size() + 1)).strip() : name, target);
            }
        }
        return named;
    }

    private static String name(Tracked option, Tracked target) {
        var reference = option.isObject() ? option.text("$ref") : "";
        var name = !reference.isEmpty() && !Pointers.last(reference).matches("\\d+") ? Pointers.last(reference) : target.text("title").isEmpty() ? Samples.type(target) : target.text("title");
        return name.replaceAll("[^\\p{L}\\p{N} _-]+", " ").strip();
    }

    private static String quoted(String name) {
        return name.matches("[^.\\[\\]{}]+") ? name : "\"" + name + "\"";
    }
}
