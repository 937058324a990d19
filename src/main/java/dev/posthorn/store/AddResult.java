package dev.posthorn.store;

import java.util.Map;

/// What became of a request, folder, copy or example that was added, or of an item that was moved.
public sealed interface AddResult {

    /// @param now the collection as it is now; of a move across collections, the one that the item is in now
    /// @param id  of what was added or moved
    /// @param ids old id → new id of every item of this collection that is known by another id now; of a move across collections, instead: the id of
    ///            each moved item in its old collection → its id in the new one (the shifts within each are told by their `Change`)
    record Added(Opened.Good now, String id, Map<String, String> ids) implements AddResult {
        public Added {
            ids = Map.copyOf(ids);
        }
    }

    /// Nothing was written; the sentence says why and what to do.
    record Refused(String sentence) implements AddResult {}
}
