package dev.posthorn.formats.v3;

import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.formats.ModelTree;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonPatch;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Edits an environment or globals file of a v3 folder: the lines of the variables that changed, and nothing else.
public final class EnvironmentFile {

    private EnvironmentFile() {}

    /// All values of a table of variables written over those of the file.
    public static Edited saveVariables(Path file, List<Entry> variables) {
        try {
            var read = V3Folder.readEnvironment(file);
            var wanted = variables.stream().filter(entry -> !entry.blank()).toList();
            if (read.environment().variables().equals(wanted)) {
                return new Edited.Unchanged();
            }
            var now = V3File.read(file);
            var after = V3Merge.merge(read.tree(), model(read.environment(), read.environment().variables()), model(read.environment(), wanted));
            var tree = V3Merge.merge(now.tree(), V3Environment.write(read.tree()), V3Environment.write(after));
            return now.says(tree) ? new Edited.Unchanged() : new Edited.Changed(List.of(write(now, tree)), "", Map.of());
        } catch (NotEdited | IOException e) {
            return new Edited.Refused(e.getMessage());
        } catch (JsonProblem e) {
            return new Edited.Refused(file.getFileName() + " is no sound JSON any more (line " + e.line() + ": " + e.getMessage() + "); mend it first.");
        }
    }

    private static Map<String, Object> model(Environment environment, List<Entry> variables) {
        return ModelTree.of(new Environment(environment.name(), environment.globals(), variables, environment.colour()));
    }

    private static FileChange write(V3File file, Map<String, Object> tree) throws NotEdited, JsonProblem {
        if (!file.path().toString().endsWith(".json")) {
            return file.write(tree);
        }
        var text = file.text().text();
        var style = JsonReader.read(text) instanceof Json.Obj root ? JsonStyle.of(text, root) : JsonStyle.TABS;
        return new FileChange.Write(file.path(), file.text().encode(JsonPatch.text(tree, style) + (text.endsWith("\n") ? "\n" : "")));
    }
}
