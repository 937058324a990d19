package dev.posthorn.formats;

import java.nio.file.Path;

/// One step of an edit on disk. Whoever applies the steps does them in order, each whole or not at all.
public sealed interface FileChange {

    Path file();

    /// The whole new content of a file that may or may not exist.
    record Write(Path file, byte[] bytes) implements FileChange {}

    /// A file, or a folder with all in it, gets another place.
    record Move(Path file, Path to) implements FileChange {}

    /// A file, or a folder with all in it, goes (to where it can be brought back from).
    record Delete(Path file) implements FileChange {}
}
