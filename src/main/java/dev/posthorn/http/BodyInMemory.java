package dev.posthorn.http;

import dev.posthorn.model.StoredBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// A small body, held in memory until it is released.
public final class BodyInMemory implements StoredBody {

    private final long size;
    private volatile byte[] bytes;

    public BodyInMemory(byte[] bytes) {
        this.bytes = bytes;
        this.size = bytes.length;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        var held = held();
        if (position >= held.length) {
            return -1;
        }
        var count = (int) Math.min(length, held.length - position);
        System.arraycopy(held, (int) position, into, offset, count);
        return count;
    }

    @Override
    public InputStream open() throws IOException {
        return new ByteArrayInputStream(held());
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public void release() {
        bytes = null;
    }

    private byte[] held() throws IOException {
        var held = bytes;
        if (held == null) {
            throw new IOException("This answer was let go; send the request again to read it.");
        }
        return held;
    }
}
