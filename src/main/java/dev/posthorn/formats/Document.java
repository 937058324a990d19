package dev.posthorn.formats;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.nio.file.Path;
import java.util.List;

/// A file that was read, before anybody knows what it is.
///
/// @param json    its content, null where the text is no JSON
/// @param problem why it is no JSON, null where it is
public record Document(Path file, String text, Json json, JsonProblem problem) {

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

    public boolean folder() {
        return json == null && problem == null;
    }

    /// The top of the JSON as an object; an empty one where it is something else.
    public Json.Obj root() {
        return json instanceof Json.Obj object ? object : new Json.Obj(0, 0, List.of());
    }

    /// The file's name without its endings, for what has no name of its own.
    public String baseName() {
        return file.getFileName().toString().replaceFirst("(\\.postman_(collection|environment|globals))?(\\.json)?$", "");
    }
}
