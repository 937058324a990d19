package dev.posthorn.store;

import java.util.Map;

/// What became of an item, example or collection that was to be deleted.
public sealed interface DeleteResult {

    /// @param now  the collection as it is now; null where all of it was deleted
    /// @param ids  old id → new id of every item that is known by another id now; what was deleted maps to ""
    /// @param undo brings it back
    record Deleted(Opened.Good now, Map<String, String> ids, Undo undo) implements DeleteResult {
        public Deleted {
            ids = Map.copyOf(ids);
        }
    }

    /// Nothing was deleted; the sentence says why and what to do.
    record Refused(String sentence) implements DeleteResult {}
}
