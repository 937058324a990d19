package dev.posthorn.store;

import java.nio.file.Path;

/// A step of an edit that was done on disk, with what is needed to take it back.
sealed interface AppliedChange {

    /// @param before null where there was no file
    record Wrote(Path file, byte[] before, byte[] after) implements AppliedChange {}

    record Moved(Path from, Path to) implements AppliedChange {}

    /// @param kept where it lies in the trash; null where there was nothing to delete
    record Deleted(Path file, Path kept) implements AppliedChange {}
}
