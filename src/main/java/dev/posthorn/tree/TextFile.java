package dev.posthorn.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
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

    private static TextFile decode(byte[] bytes, byte[] mark, Charset charset) {
        var content = ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
        try {
            var text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(content.duplicate()).toString();
            return new TextFile(text, charset, mark, true);
        } catch (CharacterCodingException e) {
            return new TextFile(charset.decode(content).toString(), charset, mark, false);
        }
    }

    /// The bytes of `changed` in this file's encoding.
    public byte[] encode(String changed) {
        var encoded = charset.encode(CharBuffer.wrap(changed));
        var bytes = new byte[mark.length + encoded.remaining()];
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        encoded.get(bytes, mark.length, encoded.remaining());
        return bytes;
    }
}
