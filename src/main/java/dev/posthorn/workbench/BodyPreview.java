package dev.posthorn.workbench;

import dev.posthorn.model.StoredBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The beginning of a body, kept in memory after the body itself is gone.
final class BodyPreview implements StoredBody {

    private final byte[] bytes;

    private BodyPreview(byte[] bytes) {
        this.bytes = bytes;
    }

    /// At most `most` bytes; none where the body can no longer be read.
    static BodyPreview of(StoredBody body, int most) {
        try (var in = body.open()) {
            return new BodyPreview(in.readNBytes(most));
        } catch (IOException e) {
            return new BodyPreview(new byte[0]);
        }
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        if (position >= bytes.length) {
            return -1;
        }
        var count = Math.min(length, bytes.length - (int) position);
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
    public void release() {}

    @Override
    public String toString() {
        return Arrays.hashCode(bytes) + ":" + bytes.length;
    }
}
