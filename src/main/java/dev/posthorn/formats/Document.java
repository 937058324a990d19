package dev.posthorn.formats;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.Yaml;
import dev.posthorn.tree.YamlProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A file that was read, before anybody knows what it is.
public final class Document {

    /// How deep lists and objects may be nested in `tree`: what walks it does so level by level.
    public static final int DEPTH = 400;

    private final Path file;
    private final String text;
    private final Json json;
    private final JsonProblem problem;
    private boolean asked;
    private Object tree;
    private YamlProblem yamlProblem;

    private Document(Path file, String text, Json json, JsonProblem problem) {
        this.file = file;
        this.text = text;
        this.json = json;
        this.problem = problem;
    }

    public static Document of(Path file, String text) {
        try {
            return new Document(file, text, JsonReader.read(text), null);
        } catch (JsonProblem e) {
            return new Document(file, text, null, e);
        }
    }

    /// A folder, which has no text of its own.
    public static Document ofFolder(Path folder) {
        return new Document(folder, "", null, null);
    }

    public Path file() {
        return file;
    }

    public String text() {
        return text;
    }

    /// Its content; null where the text is no JSON.
    public Json json() {
        return json;
    }

    /// Why it is no JSON; null where it is.
    public JsonProblem problem() {
        return problem;
    }

    public boolean folder() {
        return json == null && problem == null;
    }

    /// The top of the JSON as an object; an empty one where it is something else.
    public Json.Obj root() {
        return json instanceof Json.Obj object ? object : new Json.Obj(0, 0, List.of());
    }

    /// The content as plain Java (Map, List, String, Number, Boolean, null), whether it is written as JSON or YAML; null where it is neither an object nor a list,
    /// or nested deeper than `DEPTH`. The same tree each time: nobody may change it. Reading YAML takes a while, so look at `text` first.
    public synchronized Object tree() {
        if (!asked) {
            asked = true;
            tree = json == null ? yaml() : deep() ? null : json.plain();
            if (!(tree instanceof Map<?, ?> || tree instanceof List<?>)) {
                tree = null;
            }
        }
        return tree;
    }

    /// Why the text is no YAML either; null where it is, or where it does not look like it.
    public YamlProblem yamlProblem() {
        tree();
        return yamlProblem;
    }

    /// Whether the JSON is nested deeper than `tree` goes.
    public boolean deep() {
        var level = json == null ? List.<Json>of() : List.of(json);
        for (var depth = 0; !level.isEmpty(); depth++) {
            if (depth > DEPTH) {
                return true;
            }
            var next = new ArrayList<Json>();
            for (var value : level) {
                switch (value) {
                    case Json.Obj object -> object.members().forEach(m -> next.add(m.value()));
                    case Json.Arr array -> next.addAll(array.elements());
                    case Json.Text _, Json.Num _, Json.Flag _, Json.Null _ -> { }
                }
            }
            level = next;
        }
        return false;
    }

    private Object yaml() {
        var start = text.substring(0, Math.min(text.length(), 200)).strip();
        if (start.isEmpty() || "{[<".indexOf(start.charAt(0)) >= 0 || start.indexOf('\0') >= 0) {
            return null;
        }
        try {
            return Yaml.read(text);
        } catch (YamlProblem e) {
            yamlProblem = e;
            return null;
        }
    }

    /// The file's name without its endings, for what has no name of its own.
    public String baseName() {
        return file.getFileName().toString().replaceFirst("(\\.postman_(collection|environment|globals))?(\\.json)?$", "");
    }
}
