package dev.posthorn.http;

import dev.posthorn.model.StoredBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A big body in a temporary file. A `RandomAccessFile` and not a channel: interrupting one reader must not close it for the others.
final class BodyInFile implements StoredBody {

    private final Path path;
    private final long size;
    private RandomAccessFile reader;
    private boolean released;

    BodyInFile(Path path, long size) {
        this.path = path;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public synchronized int read(long position, byte[] into, int offset, int length) throws IOException {
        if (released) {
            throw new IOException("This answer was let go; send the request again to read it.");
        }
        if (position >= size) {
            return -1;
        }
        if (reader == null) {
            reader = new RandomAccessFile(path.toFile(), "r");
        }
        reader.seek(position);
        return reader.read(into, offset, length);
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    @Override
    public synchronized void release() {
        if (released) {
            return;
        }
        released = true;
        try {
            if (reader != null) {
                reader.close();
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The file stays until the next start sweeps it.
        }
    }
}
