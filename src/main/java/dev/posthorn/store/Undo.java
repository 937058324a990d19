package dev.posthorn.store;

import java.nio.file.Path;
import java.util.List;

/// Brings back what was deleted, byte for byte, by `Workspace.undo`. Once only, and only while nothing else changed the same files.
public final class Undo {

    private final Path collection;
    private final String name;
    private final List<AppliedChange> steps;

    /// @param collection the file or folder of the collection that it was deleted from
    /// @param name       of what was deleted
    Undo(Path collection, String name, List<AppliedChange> steps) {
        this.collection = collection;
        this.name = name;
        this.steps = List.copyOf(steps);
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
}
