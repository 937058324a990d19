package dev.posthorn.formats.v3;

import dev.posthorn.formats.CollectionText;
import dev.posthorn.formats.Edited;
import dev.posthorn.formats.EnvironmentColour;
import dev.posthorn.formats.FileChange;
import dev.posthorn.formats.PostmanVariables;
import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonPatch;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonStyle;
import dev.posthorn.tree.TextFile;
import dev.posthorn.tree.Yaml;
import dev.posthorn.tree.YamlPatch;
import dev.posthorn.tree.YamlProblem;
import dev.posthorn.tree.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The content of an environment file, JSON of Postman 2 or YAML of Postman 3, and edits of it that change the edited values and nothing else.
public final class EnvironmentText {

    private final Path path;
    private final byte[] bytes;
    private final TextFile file;

    public EnvironmentText(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
        file = TextFile.of(bytes);
    }

    /// Whether the name of a file says that it is an environment, or globals, in YAML.
    public static boolean yaml(Path path) {
        return path.getFileName().toString().matches("(?i).*\\.(environment|globals)\\.ya?ml");
    }

    /// A new file's content.
    public static byte[] fresh(Environment environment, boolean v3) {
        if (!v3) {
            return RequestJson.environment(environment, UUID.randomUUID().toString()).getBytes(StandardCharsets.UTF_8);
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", environment.name());
        tree.put("values", environment.variables().stream().filter(e -> !e.blank()).map(e -> row(new LinkedHashMap<>(), e)).toList());
        if (!environment.colour().isEmpty()) {
            tree.put("color", EnvironmentColour.hue(environment.colour()));
        }
        return YamlWriter.write(tree).getBytes(StandardCharsets.UTF_8);
    }

    public Edited rename(String name) {
        return yaml(path) ? yaml(tree -> put(tree, "name", name)) : json(fields -> fields.put("name", name));
    }

    /// The same environment under another name and another id.
    public Edited copy(String name) {
        return yaml(path) ? rename(name) : json(fields -> {
            if (fields.has("id")) {
                fields.put("id", UUID.randomUUID().toString());
            }
            return fields.put("name", name);
        });
    }

    /// Whether the file has a place for a colour.
    public boolean colours() {
        try {
            return yaml(path) || JsonReader.read(file.text()) instanceof Json.Obj root && PostmanVariables.environment(root).has("color");
        } catch (JsonProblem e) {
            return false;
        }
    }

    /// @param colour `#rrggbb`, empty for none
    public Edited colour(String colour) {
        var hue = colour.isEmpty() ? null : (Integer) EnvironmentColour.hue(colour);
        return yaml(path) ? yaml(tree -> {
            if (hue == null) {
                tree.remove("color");
                return tree;
            }
            return put(tree, "color", hue);
        }) : json(fields -> fields.put("color", hue));
    }

    public Edited variables(List<Entry> rows) {
        return yaml(path) ? yaml(tree -> put(tree, "values", rows(tree, rows))) : new CollectionText(path, bytes).saveVariables(rows);
    }

    private static Map<String, Object> put(Map<String, Object> tree, String key, Object value) {
        tree.put(key, value);
        return tree;
    }

    /// Each row is written over the one of that key, in order; a renamed one over the one in its place.
    private static List<Object> rows(Map<String, Object> tree, List<Entry> rows) {
        var left = new ArrayList<Map<String, Object>>();
        for (var row : Plain.list(tree.get("values"))) {
            if (Plain.map(row) != null) {
                left.add(Plain.map(row));
            }
        }
        var places = new ArrayList<>(left);
        var kept = rows.stream().filter(e -> !e.blank()).toList();
        var matched = new ArrayList<Map<String, Object>>();
        for (var row : kept) {
            var same = left.stream().filter(m -> Plain.text(m, "key").equals(row.key())).findFirst().orElse(null);
            left.remove(same);
            matched.add(same);
        }
        var result = new ArrayList<Object>();
        for (var i = 0; i < kept.size(); i++) {
            var before = matched.get(i);
            if (before == null && i < places.size() && left.remove(places.get(i))) {
                before = places.get(i);
            }
            result.add(row(before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before), kept.get(i)));
        }
        return result;
    }

    /// A secret has no `value` in the file, unless its owner wrote one there.
    private static Map<String, Object> row(Map<String, Object> row, Entry entry) {
        var fresh = row.isEmpty();
        if (!Plain.text(row, "key").equals(entry.key()) || fresh) {
            row.put("key", entry.key());
        }
        if (entry.secret() && entry.value().isEmpty()) {
            row.remove("value");
        } else if (!row.containsKey("value") || !Plain.text(row, "value").equals(entry.value())) {
            row.put("value", entry.value());
        }
        if (fresh || "false".equals(Plain.text(row, "enabled")) == entry.enabled()) {
            row.put("enabled", entry.enabled());
        }
        var secret = Plain.flag(row.get("secret")) || "secret".equals(row.get("type"));
        if (entry.secret() && !secret) {
            row.remove("type");
            row.put("secret", true);
        } else if (!entry.secret() && secret) {
            row.remove("secret");
            row.put("type", "default");
        } else if (fresh) {
            row.put("type", "default");
        }
        if (!Plain.text(row, "description").equals(entry.description())) {
            if (entry.description().isEmpty()) {
                row.remove("description");
            } else {
                row.put("description", entry.description());
            }
        }
        return row;
    }

    private Edited yaml(UnaryOperator<Map<String, Object>> change) {
        if (!file.exact()) {
            return damaged();
        }
        try {
            var tree = Plain.map(Yaml.read(file.text()));
            if (tree == null) {
                return refused(" is no environment file any more; open it again.");
            }
            return written(YamlPatch.apply(file.text(), change.apply(new LinkedHashMap<>(tree))));
        } catch (YamlProblem e) {
            return refused(" is no sound YAML any more (line " + e.line() + ": " + e.getMessage() + "); mend it first.");
        }
    }

    private Edited json(UnaryOperator<Fields> change) {
        if (!file.exact()) {
            return damaged();
        }
        try {
            if (!(JsonReader.read(file.text()) instanceof Json.Obj root) || !PostmanVariables.isEnvironment(root)) {
                return refused(" holds more than this environment, or is none any more; it cannot be edited here.");
            }
            var environment = PostmanVariables.environment(root);
            return written(JsonPatch.apply(file.text(), JsonStyle.of(file.text(), root), environment, change.apply(new Fields(environment))));
        } catch (JsonProblem e) {
            return refused(" is no sound JSON any more (line " + e.line() + ": " + e.getMessage() + "); mend it first.");
        }
    }

    private Edited written(String text) {
        return text.equals(file.text()) ? new Edited.Unchanged() : new Edited.Changed(List.of(new FileChange.Write(path, file.encode(text))), "", Map.of());
    }

    private Edited damaged() {
        return refused(" is not written: it holds bytes that are no valid " + file.charset() + ".");
    }

    private Edited refused(String rest) {
        return new Edited.Refused(path.getFileName() + rest);
    }
}
