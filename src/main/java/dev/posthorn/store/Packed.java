package dev.posthorn.store;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bytes made smaller for keeping (zlib, RFC 1950).
final class Packed {

    private static final int PIECE = 8192;

    private Packed() {}

    static byte[] pack(byte[] bytes) {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var piece = new byte[PIECE];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        }
    }

    /// @param size of the bytes as they were
    static byte[] unpack(byte[] packed, int size) throws DataFormatException {
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            var bytes = new byte[size];
            var at = 0;
            while (at < size) {
                var read = inflater.inflate(bytes, at, size - at);
                if (read == 0) {
                    throw new DataFormatException("cut short");
                }
                at += read;
            }
            return bytes;
        }
    }
}
