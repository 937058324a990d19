package dev.posthorn.http.socket;

import dev.posthorn.http.BodyStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Bytes that only grow: in memory up to 1 MiB, from then on in a temporary file. Safe from any thread.
final class Spool implements Closeable {

    private static final int IN_MEMORY = 1 << 20;

    private final BodyStore store;
    private byte[] memory = new byte[1_024];
    private Path path;
    private RandomAccessFile file;
    private long size;
    private boolean closed;

    Spool(BodyStore store) {
        this.store = store;
    }

    synchronized long size() {
        return size;
    }

    /// Answers where the bytes stand now.
    synchronized long add(byte[] bytes, int length) throws IOException {
        if (closed) {
            throw new IOException("These messages were let go.");
        }
        var at = size;
        if (file == null && size + length > IN_MEMORY) {
            path = store.file();
            file = new RandomAccessFile(path.toFile(), "rw");
            file.write(memory, 0, (int) size);
            memory = new byte[0];
        }
        if (file == null) {
            if (size + length > memory.length) {
                memory = Arrays.copyOf(memory, (int) Math.min(IN_MEMORY, Math.max(size + length, 2 * size)));
            }
            System.arraycopy(bytes, 0, memory, (int) size, length);
        } else {
            file.seek(size);
            file.write(bytes, 0, length);
        }
        size += length;
        return at;
    }

    synchronized byte[] read(long at, int length) throws IOException {
        if (closed || at + length > size) {
            throw new IOException("These messages were let go.");
        }
        if (file == null) {
            return Arrays.copyOfRange(memory, (int) at, (int) at + length);
        }
        var bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return bytes;
    }

    /// Forgets all of it; what comes later begins at 0.
    synchronized void clear() {
        drop();
        memory = new byte[1_024];
        size = 0;
    }

    private void drop() {
        try {
            if (file != null) {
                file.close();
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // Swept at the next start.
        }
        file = null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
        memory = new byte[0];
    }
}
