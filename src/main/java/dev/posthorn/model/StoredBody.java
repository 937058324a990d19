package dev.posthorn.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// A body that was received and decoded (gzip and the like undone): in memory when small, else in a temporary file.
/// Safe to read from any thread, at any position, as long as it is not released.
public interface StoredBody {

    /// Decoded size in bytes.
    long size();

    /// Reads at most `length` bytes at `position`; returns how many came, -1 at the end.
    int read(long position, byte[] into, int offset, int length) throws IOException;

    InputStream open() throws IOException;

    /// The file that holds it, empty while it is in memory.
    Optional<Path> file();

    /// The server-sent events in it, where they were told apart as they came.
    default Optional<Events> events() {
        return Optional.empty();
    }

    /// Gives memory or file back. Reading afterwards fails; releasing twice does nothing.
    void release();
}
