package dev.posthorn.store;

import dev.posthorn.model.Item;
import java.util.Map;

/// What became of a save.
public sealed interface SaveResult {

    /// @param now the collection as it is now
    /// @param ids old id → new id of every item that is known by another id now
    record Saved(Opened.Good now, Map<String, String> ids) implements SaveResult {
        public Saved {
            ids = Map.copyOf(ids);
        }
    }

    /// Nothing was written: another program changed the very item that was to be saved. Saving by force writes over it.
    ///
    /// @param now    the collection as it is on disk; the workspace shows it from now on
    /// @param theirs the item as it is on disk; null where it was deleted, or where it is the collection itself
    record Conflict(Opened.Good now, Item theirs) implements SaveResult {}

    /// Nothing was written; the sentence says why and what to do.
    record Refused(String sentence) implements SaveResult {}
}
