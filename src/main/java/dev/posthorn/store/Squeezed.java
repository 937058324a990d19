package dev.posthorn.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Bytes made smaller for the disk (RFC 1950), quickly rather than as small as can be.
final class Squeezed {

    private Squeezed() {}

    static byte[] squeeze(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (var deflater = new Deflater(Deflater.BEST_SPEED); var stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return out.toByteArray();
    }

    /// @throws IOException where the bytes are damaged
    static byte[] restore(byte[] bytes) throws IOException {
        try (var stream = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readAllBytes();
        }
    }
}
