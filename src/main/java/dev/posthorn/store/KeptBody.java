package dev.posthorn.store;

import dev.posthorn.model.StoredBody;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// A body out of the history, as far as it was kept; it stays readable until nobody holds it.
record KeptBody(byte[] bytes) implements StoredBody {

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        if (position >= bytes.length) {
            return -1;
        }
        var count = (int) Math.min(length, bytes.length - position);
        System.arraycopy(bytes, (int) position, into, offset, count);
        return count;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public void release() {
        // The memory goes with the object.
    }
}
