package dev.posthorn.store;

/// What became of a request, folder or copy that was added to a collection.
public sealed interface AddResult {

    /// The file as it is now, and the id of what was added.
    record Added(Opened.Good now, String id) implements AddResult {}

    /// Nothing was written; the sentence says why and what to do.
    record Refused(String sentence) implements AddResult {}
}
