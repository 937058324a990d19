package dev.posthorn.formats;

import java.util.List;
import java.util.Map;

/// What became of an edit of a collection. Nothing is written by making one.
public sealed interface Edited {

    /// @param changes what must happen on disk, in order
    /// @param id      the item that was edited, added or moved; where one was deleted, its folder
    /// @param ids     old id → new id of every item that is known by another id afterwards; an item that went maps to ""
    record Changed(List<FileChange> changes, String id, Map<String, String> ids) implements Edited {
        public Changed {
            changes = List.copyOf(changes);
            ids = Map.copyOf(ids);
        }
    }

    /// The files say so already: there is nothing to write.
    record Unchanged() implements Edited {}

    /// The sentence says why, and what to do.
    record Refused(String sentence) implements Edited {}
}
