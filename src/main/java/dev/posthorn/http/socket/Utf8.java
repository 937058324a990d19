package dev.posthorn.http.socket;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Looks at text while it arrives, in pieces that may end inside a character: the first byte that is no UTF-8 is found at once (RFC 6455 §8.1).
final class Utf8 {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(4_096);
    private final byte[] rest = new byte[4];
    private int kept;

    void begin() {
        decoder.reset();
        kept = 0;
    }

    void more(byte[] bytes, int offset, int length) throws Fault {
        var from = offset;
        var end = offset + length;
        while (kept > 0 && from < end) {
            rest[kept++] = bytes[from++];
            var head = ByteBuffer.wrap(rest, 0, kept);
            decode(head, false);
            kept = head.hasRemaining() ? kept : 0;
        }
        var in = ByteBuffer.wrap(bytes, from, end - from);
        decode(in, false);
        while (in.hasRemaining()) {
            rest[kept++] = in.get();
        }
    }

    void end() throws Fault {
        decode(ByteBuffer.wrap(rest, 0, kept), true);
    }

    private void decode(ByteBuffer in, boolean last) throws Fault {
        while (true) {
            chars.clear();
            var result = decoder.decode(in, chars, last);
            if (result.isError()) {
                throw new Fault(CloseCode.INVALID, "a text message is not valid UTF-8");
            }
            if (result.isUnderflow()) {
                return;
            }
        }
    }

    /// The whole of it as text.
    static String text(byte[] bytes, int offset, int length) throws Fault {
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes, offset, length)).toString();
        } catch (CharacterCodingException e) {
            throw new Fault(CloseCode.INVALID, "the reason in its close frame is not valid UTF-8");
        }
    }
}
