package dev.posthorn.formats;

import java.nio.file.Path;
import java.util.List;

/// A file that was read, before anybody knows what it is.
///
/// @param json    its content, null where the text is no JSON
/// @param problem why it is no JSON, null where it is
public record Document(Path file, String text, Json json, JsonProblem problem) {

    static Document of(Path file, String text) {
        try {
            return new Document(file, text, JsonReader.read(text), null);
        } catch (JsonProblem e) {
            return new Document(file, text, null, e);
        }
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
