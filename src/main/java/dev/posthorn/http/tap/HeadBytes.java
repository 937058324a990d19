package dev.posthorn.http.tap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A head while it goes by: its bytes up to and with the empty line that ends it.
final class HeadBytes {

    /// Longer than any head that is understood; what comes after is not kept. In bytes.
    static final int LONGEST = 320 << 10;

    private static final byte[] HTTP = "HTTP/".getBytes(StandardCharsets.US_ASCII);
    /// What old servers of radio streams say.
    private static final byte[] ICY = "ICY ".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[512];
    private int size;
    private int line;
    private boolean complete;

    /// Takes what belongs to the head, and returns how many bytes that were.
    int take(byte[] from, int offset, int length) {
        var taken = 0;
        while (taken < length && !complete && size + taken < LONGEST) {
            var b = from[offset + taken++];
            if (b == '\n') {
                complete = line == 0;
                line = 0;
            } else if (b != '\r') {
                line++;
            }
        }
        if (size + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + taken, Math.min(LONGEST, bytes.length * 2)));
        }
        System.arraycopy(from, offset, bytes, size, taken);
        size += taken;
        return taken;
    }

    /// True where the empty line came.
    boolean complete() {
        return complete;
    }

    /// True where this cannot become the head of an answer; to wait for its end would be to wait for ever.
    boolean foreign() {
        return !begins(HTTP) && !begins(ICY);
    }

    private boolean begins(byte[] start) {
        var known = Math.min(size, start.length);
        return Arrays.equals(bytes, 0, known, start, 0, known);
    }

    boolean tooLong() {
        return !complete && size >= LONGEST;
    }

    int size() {
        return size;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    /// A byte a character.
    String text() {
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }

    void clear() {
        size = 0;
        line = 0;
        complete = false;
    }
}
