package dev.posthorn.store;

/// What became of a save.
public sealed interface SaveResult {

    /// The file as it is now.
    record Saved(Opened.Good now) implements SaveResult {}

    /// Nothing was written; the sentence says why and what to do.
    record Refused(String sentence) implements SaveResult {}
}
