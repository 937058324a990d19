package dev.posthorn.store;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/// A draft as a line of JSON.
final class DraftRecord {

    private DraftRecord() {}

    static String put(DraftEntry entry) {
        var map = new LinkedHashMap<String, Object>();
        map.put("put", entry.key());
        map.put("file", entry.file() == null ? null : entry.file().toString());
        map.put("item", entry.itemId());
        map.put("name", entry.name());
        map.put("base", entry.base() == null ? null : RequestRecord.of(entry.base()));
        map.put("draft", RequestRecord.of(entry.draft()));
        return JsonWriter.compact(map);
    }

    static String remove(String key) {
        var map = new LinkedHashMap<String, Object>();
        map.put("remove", key);
        return JsonWriter.compact(map);
    }

    /// @param entry null where the draft is gone
    record Read(String key, DraftEntry entry) {}

    /// Null for what is no such record.
    static Read read(String json) {
        try {
            if (!(JsonReader.read(json) instanceof Json.Obj root)) {
                return null;
            }
            if (root.has("remove")) {
                return new Read(root.text("remove"), null);
            }
            if (!root.has("put") || root.object("draft") == null) {
                return null;
            }
            var base = root.object("base");
            return new Read(root.text("put"), new DraftEntry(root.text("put"), root.text("file").isEmpty() ? null : Path.of(root.text("file")),
                    root.text("item"), root.text("name"), base == null ? null : RequestRecord.read(base), RequestRecord.read(root.object("draft"))));
        } catch (JsonProblem | InvalidPathException e) {
            return null;
        }
    }
}
