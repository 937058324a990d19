package dev.posthorn.formats.v3;

import dev.posthorn.formats.FileChange;
import dev.posthorn.tree.TextFile;
import dev.posthorn.tree.Yaml;
import dev.posthorn.tree.YamlPatch;
import dev.posthorn.tree.YamlProblem;
import dev.posthorn.tree.YamlWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A v3 file as it lies on disk, and the same with an edit spliced into it.
///
/// @param text null where there is no file yet
record V3File(Path path, TextFile text, Map<String, Object> tree) {

    /// The largest file that is read, in bytes.
    private static final long LIMIT = 64L << 20;

    static V3File read(Path path) throws NotEdited {
        try {
            if (Files.size(path) > LIMIT) {
                throw new NotEdited(path.getFileName() + " is too big to be edited: the limit is " + (LIMIT >> 20) + " MB.");
            }
            return of(path, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new NotEdited(path.getFileName() + " is no longer there; open the collection again.");
        } catch (IOException e) {
            throw new NotEdited(path.getFileName() + " cannot be read: " + e.getMessage() + ".");
        }
    }

    static V3File of(Path path, byte[] bytes) throws NotEdited {
        var name = path.getFileName();
        var text = TextFile.of(bytes);
        if (!text.exact()) {
            throw new NotEdited(name + " is not written: it holds bytes that are no valid " + text.charset()
                    + ", and writing it would change them. Save it in UTF-8 with a text editor first.");
        }
        try {
            var tree = Yaml.read(text.text());
            if (tree != null && !(tree instanceof Map)) {
                throw new NotEdited(name + " holds no map of fields any more; mend it first.");
            }
            return new V3File(path, text, Plain.mapOrEmpty(tree));
        } catch (YamlProblem e) {
            throw new NotEdited(name + " is no sound YAML any more (line " + e.line() + ": " + e.getMessage() + "); mend it first.");
        }
    }

    /// The file, or an empty one where there is none yet.
    static V3File readOrNew(Path path) throws NotEdited {
        return Files.exists(path) ? read(path) : new V3File(path, null, new LinkedHashMap<>());
    }

    String kind() {
        return Plain.text(tree, "$kind");
    }

    boolean says(Map<String, Object> after) {
        return text != null && YamlPatch.same(tree, after);
    }

    /// The bytes of the file with its tree changed to `after`.
    byte[] bytes(Map<String, Object> after) throws NotEdited {
        if (text == null) {
            return YamlWriter.write(after).getBytes(StandardCharsets.UTF_8);
        }
        try {
            return text.encode(YamlPatch.apply(text.text(), after));
        } catch (YamlProblem e) {
            throw new NotEdited(path.getFileName() + " is no sound YAML any more (line " + e.line() + ": " + e.getMessage() + "); mend it first.");
        }
    }

    FileChange write(Map<String, Object> after) throws NotEdited {
        return new FileChange.Write(path, bytes(after));
    }
}
