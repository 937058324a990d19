package dev.posthorn.store;

import java.nio.file.Path;

/// A step of an edit that was done on disk, with what is needed to take it back.
sealed interface AppliedChange {

    /// @param existed whether there was a file before
    /// @param before  what it held; null where it is kept in the trash, or nowhere
    /// @param kept    where the trash has what it held; null where it has not
    /// @param after   the SHA-256 of what was written
    record Wrote(Path file, boolean existed, byte[] before, Path kept, byte[] after) implements AppliedChange {}

    record Moved(Path from, Path to) implements AppliedChange {}

    /// @param kept where it lies in the trash; null where there was nothing to delete
    record Deleted(Path file, Path kept) implements AppliedChange {}
}
