package dev.posthorn.workbench;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The data file of a run: each row gives one round its values.
///
/// 1. What begins with `[` or `{` is JSON: a list of objects, whose values keep their types; one object alone is one row. All else is CSV, see `Csv`.
/// 2. UTF-8, or UTF-16 by its byte order mark or its zero bytes.
/// 3. Empty lines of a CSV are no rows; newman makes a round of each.
///
/// @param columns in the order in which they first appear
public record DataFile(List<String> columns, List<Map<String, Object>> rows) {

    /// Bytes of a file that is read whole.
    public static final long MOST = 200L << 20;

    /// As much of a file as a preview looks at.
    private static final int PEEK = 1 << 20;

    public DataFile {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// It cannot be used; the message is a sentence that says where and why.
    public static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        public Bad(String sentence) {
            super(sentence);
        }
    }

    /// All rows; at least one.
    public static DataFile read(Path file) throws Bad {
        return read(file.getFileName().toString(), bytes(file, MOST));
    }

    /// The same from what was fetched.
    public static DataFile read(String name, byte[] bytes) throws Bad {
        var found = parse(name, TextFile.of(bytes).text(), Integer.MAX_VALUE, false);
        if (found.rows().isEmpty()) {
            throw new Bad(name + " has no rows: a run needs at least one.");
        }
        return found;
    }

    /// The first rows, to be shown. Of a CSV it reads no more than the first megabyte; a JSON file is read whole.
    public static DataFile preview(Path file, int count) throws Bad {
        var name = file.getFileName().toString();
        var bytes = bytes(file, MOST, PEEK);
        var text = TextFile.of(bytes).text();
        return json(text) && bytes.length >= PEEK ? parse(name, TextFile.of(bytes(file, MOST)).text(), count, false) : parse(name, text, count, bytes.length >= PEEK);
    }

    private static byte[] bytes(Path file, long most) throws Bad {
        return bytes(file, most, (int) most);
    }

    private static byte[] bytes(Path file, long most, int length) throws Bad {
        try {
            if (!Files.exists(file)) {
                throw new Bad("the data file " + file + " does not exist.");
            }
            if (Files.isDirectory(file)) {
                throw new Bad("the data file " + file + " is a folder.");
            }
            if (Files.size(file) > most) {
                throw new Bad("the data file " + file + " is too big: " + (Files.size(file) >> 20) + " MB, the limit is " + (most >> 20) + " MB.");
            }
            try (var in = Files.newInputStream(file)) {
                return in.readNBytes(length);
            }
        } catch (IOException e) {
            throw new Bad("the data file " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static boolean json(String text) {
        var start = text.stripLeading();
        return start.startsWith("[") || start.startsWith("{");
    }

    private static DataFile parse(String name, String text, int most, boolean cut) throws Bad {
        return json(text) ? ofJson(name, text, most) : new Csv(name, text, cut).read(most);
    }

    private static DataFile ofJson(String name, String text, int most) throws Bad {
        try {
            var root = JsonReader.read(text);
            var elements = root instanceof Json.Arr list ? list.elements() : List.of(root);
            var rows = new ArrayList<Map<String, Object>>();
            var columns = new LinkedHashSet<String>();
            for (var index = 0; index < Math.min(most, elements.size()); index++) {
                if (!(elements.get(index) instanceof Json.Obj row)) {
                    throw new Bad(name + ": element " + (index + 1) + " of the list is no object, such as {\"name\": \"value\"}.");
                }
                var values = new LinkedHashMap<String, Object>(row.map());
                columns.addAll(values.keySet());
                rows.add(java.util.Collections.unmodifiableMap(values));
            }
            return new DataFile(List.copyOf(columns), rows);
        } catch (JsonProblem e) {
            throw new Bad(name + ", line " + e.line() + ", column " + e.column() + ": " + e.getMessage() + ".");
        }
    }
}
