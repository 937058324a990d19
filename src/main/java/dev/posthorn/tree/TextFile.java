package dev.posthorn.tree;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text of a file, with what is needed to write it back in the same encoding.
///
/// @param mark  the byte order mark that the file begins with, empty for none
/// @param exact whether writing the text back gives the same bytes; false where the bytes are damaged
public record TextFile(String text, Charset charset, byte[] mark, boolean exact) {

    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] NO_MARK = {};

    /// The encoding is told by the byte order mark, else by where the zero bytes of the first two chars stand (RFC 4627 §3), else UTF-8.
    public static TextFile of(byte[] bytes) {
        if (begins(bytes, UTF8_MARK)) {
            return decode(bytes, UTF8_MARK, StandardCharsets.UTF_8);
        }
        if (begins(bytes, LITTLE_MARK)) {
            return decode(bytes, LITTLE_MARK, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, BIG_MARK)) {
            return decode(bytes, BIG_MARK, StandardCharsets.UTF_16BE);
        }
        var wide = bytes.length >= 4 && bytes.length % 2 == 0;
        if (wide && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
            return decode(bytes, NO_MARK, StandardCharsets.UTF_16LE);
        }
        if (wide && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) {
            return decode(bytes, NO_MARK, StandardCharsets.UTF_16BE);
        }
        return decode(bytes, NO_MARK, StandardCharsets.UTF_8);
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /// Damaged bytes become U+FFFD; where the text holds one, writing it back tells whether the file does.
    private static TextFile decode(byte[] bytes, byte[] mark, Charset charset) {
        var text = new String(bytes, mark.length, bytes.length - mark.length, charset);
        var exact = text.indexOf('\uFFFD') < 0 || same(text.getBytes(charset), bytes, mark.length);
        return new TextFile(text, charset, mark, exact);
    }

    private static boolean same(byte[] written, byte[] bytes, int from) {
        return Arrays.equals(written, 0, written.length, bytes, from, bytes.length);
    }

    /// The bytes of `changed` in this file's encoding.
    public byte[] encode(String changed) {
        var encoded = changed.getBytes(charset);
        if (mark.length == 0) {
            return encoded;
        }
        var bytes = Arrays.copyOf(mark, mark.length + encoded.length);
        System.arraycopy(encoded, 0, bytes, mark.length, encoded.length);
        return bytes;
    }
}
