package dev.posthorn.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// Reads bytes with a short look ahead and writes them with indents, for the printers. Not for two threads.
final class Pen {

    private static final int BUFFER = 64 * 1024;
    private static final int INDENT = 2;

    /// Deeper than this nothing is indented any further, so that a deep text does not become a huge one.
    private static final int DEEPEST = 64;

    /// The output is never more than this many times the input (and a megabyte).
    private static final int GROWTH = 12;

    private static final byte[] SPACES = spaces();

    private final InputStream in;
    private final OutputStream out;
    private final Watch watch;
    private final byte[] input = new byte[BUFFER];
    private final byte[] output = new byte[BUFFER];
    private int at;
    private int length;
    private int filled;
    private long before;
    private long written;

    Pen(InputStream in, OutputStream out, Watch watch) {
        this.in = in;
        this.out = out;
        this.watch = watch;
    }

    private static byte[] spaces() {
        var spaces = new byte[1 + INDENT * DEEPEST];
        Arrays.fill(spaces, (byte) ' ');
        spaces[0] = '\n';
        return spaces;
    }

    /// The next byte (0 to 255) without taking it, -1 at the end.
    int peek() throws IOException {
        return at < length || refill() ? input[at] & 0xFF : -1;
    }

    /// The byte that comes `ahead` bytes later, -1 where there is none; `ahead` is below 32.
    int peek(int ahead) throws IOException {
        while (at + ahead >= length) {
            if (!refill()) {
                return -1;
            }
        }
        return input[at + ahead] & 0xFF;
    }

    /// Takes the next byte, -1 at the end.
    int take() throws IOException {
        return at < length || refill() ? input[at++] & 0xFF : -1;
    }

    /// Takes the next byte and writes it, -1 at the end.
    int copy() throws IOException {
        var c = take();
        if (c >= 0) {
            write(c);
        }
        return c;
    }

    boolean ahead(String ascii) throws IOException {
        for (var i = 0; i < ascii.length(); i++) {
            if (lower(peek(i)) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    /// Position in the input, in bytes.
    long position() {
        return before + at;
    }

    /// True where the output grew out of all proportion: what follows is better copied.
    boolean bloated() {
        return written + filled > GROWTH * position() + (1 << 20);
    }

    void write(int c) throws IOException {
        if (filled == BUFFER) {
            drain();
        }
        output[filled++] = (byte) c;
    }

    void newLine(int depth) throws IOException {
        var count = 1 + INDENT * Math.clamp(depth, 0, DEEPEST);
        if (filled + count > BUFFER) {
            drain();
        }
        System.arraycopy(SPACES, 0, output, filled, count);
        filled += count;
    }

    /// Copies what is left as it is.
    Pretty.Result copyRest() throws IOException {
        var from = position();
        while (peek() >= 0) {
            drain();
            out.write(input, at, length - at);
            at = length;
        }
        return new Pretty.Result(from);
    }

    private boolean refill() throws IOException {
        if (at > 0) {
            System.arraycopy(input, at, input, 0, length - at);
            before += at;
            length -= at;
            at = 0;
        }
        watch.check(before);
        var count = length == BUFFER ? -1 : in.read(input, length, BUFFER - length);
        length += Math.max(0, count);
        return count > 0;
    }

    private void drain() throws IOException {
        out.write(output, 0, filled);
        written += filled;
        filled = 0;
    }

    void flush() throws IOException {
        drain();
        out.flush();
    }
}
