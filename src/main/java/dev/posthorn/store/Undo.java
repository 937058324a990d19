package dev.posthorn.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings back what was deleted, byte for byte, by `Workspace.undo`. Once only, and only while nothing else changed the same files.
public final class Undo {

    private final Path collection;
    private final String name;
    private final List<AppliedChange> steps;
    private final Map<String, String> ids;

    /// @param collection the file or folder of the collection that it was deleted from
    /// @param name       of what was deleted
    /// @param ids        old id → new id of every item that the deletion gave another id
    Undo(Path collection, String name, List<AppliedChange> steps, Map<String, String> ids) {
        this.collection = collection;
        this.name = name;
        this.steps = List.copyOf(steps);
        this.ids = Map.copyOf(ids);
    }

    /// What was deleted, as the user knows it: "Deleted “Get a user”".
    public String name() {
        return name;
    }

    Path collection() {
        return collection;
    }

    List<AppliedChange> steps() {
        return steps;
    }

    /// New id → old id, for the way back.
    Map<String, String> idsBack() {
        var back = new HashMap<String, String>();
        ids.forEach((old, now) -> {
            if (!now.isEmpty()) {
                back.put(now, old);
            }
        });
        return back;
    }

    /// The id of each deleted item, which it has again when it is back.
    Map<String, String> deleted() {
        var deleted = new HashMap<String, String>();
        ids.forEach((old, now) -> {
            if (now.isEmpty()) {
                deleted.put(old, old);
            }
        });
        return deleted;
    }
}
