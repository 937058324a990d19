package dev.posthorn.formats.v3;

import dev.posthorn.formats.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Proves that nothing is lost on the way through a v3 folder: writes it, reads it again, and names every difference by its place.
public final class RoundTrip {

    /// The longest part of a value that is shown, in chars.
    private static final int SHOWN = 60;

    /// @param pointer a JSON pointer (RFC 6901) into the original
    /// @param what    "is missing", "was added" or what stands there instead
    public record Difference(String pointer, String what) {

        @Override
        public String toString() {
            return (pointer.isEmpty() ? "(the whole)" : pointer) + " " + what;
        }
    }

    private RoundTrip() {}

    /// Writes a source as v3 files into an empty folder.
    public static void write(Source source, Path folder) throws IOException {
        for (var file : V3Export.write(List.of(source)).files()) {
            var path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
    }

    /// The 2.x file of the one collection, or else the one environment, of a folder.
    public static Map<String, Object> read(Path folder) throws IOException {
        var collections = V3Folder.collections(folder);
        if (!collections.isEmpty()) {
            var read = V3Folder.read(collections.getFirst());
            return read.wrapper().around(read.tree());
        }
        var environments = V3Folder.environments(folder);
        if (environments.isEmpty()) {
            throw new IOException(folder + " holds no collection and no environment");
        }
        var read = V3Folder.readEnvironment(environments.getFirst());
        return read.wrapper().around(read.tree());
    }

    /// What differs after the way through an empty folder and back; an empty list is the proof.
    public static List<Difference> verify(Source source, Path folder) throws IOException {
        write(source, folder);
        return differences(source.file(), read(folder));
    }

    /// Compares as JSON: the order of keys does not count, numbers count by their value.
    ///
    /// @param original plain Java, as `Json.plain` makes it; so is `result`
    public static List<Difference> differences(Object original, Object result) {
        var differences = new ArrayList<Difference>();
        compare(original, result, "", differences);
        return differences;
    }

    private static void compare(Object original, Object result, String pointer, List<Difference> into) {
        if (Plain.same(original, result)) {
            return;
        }
        if (original instanceof Map<?, ?> && result instanceof Map<?, ?>) {
            objects(Plain.map(original), Plain.map(result), pointer, into);
        } else if (original instanceof List<?> a && result instanceof List<?> b) {
            for (var i = 0; i < Math.max(a.size(), b.size()); i++) {
                var at = pointer + "/" + i;
                if (i >= b.size()) {
                    into.add(new Difference(at, "is missing"));
                } else if (i >= a.size()) {
                    into.add(new Difference(at, "was added"));
                } else {
                    compare(a.get(i), b.get(i), at, into);
                }
            }
        } else {
            into.add(new Difference(pointer, "is " + shown(result) + " instead of " + shown(original)));
        }
    }

    private static void objects(Map<String, Object> original, Map<String, Object> result, String pointer, List<Difference> into) {
        var keys = new TreeSet<>(original.keySet());
        keys.addAll(result.keySet());
        for (var key : keys) {
            var at = pointer + "/" + Residue.escape(key);
            if (!result.containsKey(key)) {
                into.add(new Difference(at, "is missing"));
            } else if (!original.containsKey(key)) {
                into.add(new Difference(at, "was added"));
            } else {
                compare(original.get(key), result.get(key), at, into);
            }
        }
    }

    private static String shown(Object value) {
        var text = value instanceof String string ? '"' + string + '"' : Plain.text(value);
        text = value == null ? "null" : text;
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
