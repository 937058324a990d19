package dev.posthorn.http.tap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What comes in. It is handed on as it is read, but heads of HTTP/1, which are handed on when they are complete (see `Tape`).
final class TapInput extends FilterInputStream {

    private static final byte[] NOTHING = {};

    private final Tap tap;
    private byte[] held = NOTHING;
    private int next;

    TapInput(InputStream in, Tap tap) {
        super(in);
        this.tap = tap;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (next < held.length) {
            return handOut(into, offset, length);
        }
        var frames = tap.frames();
        var tape = tap.tape();
        while (true) {
            var n = in.read(into, offset, length);
            if (n > 0 && frames != null) {
                frames.received(into, offset, n);
                return n;
            }
            if (tape == null || n == 0) {
                return n;
            }
            var given = n < 0 ? tape.unfinished() : tape.received(into, offset, n);
            if (given == null || n < 0 && given.length == 0) {
                return n;
            }
            if (given.length > 0) {
                held = given;
                next = 0;
                return handOut(into, offset, length);
            }
        }
    }

    private int handOut(byte[] into, int offset, int length) {
        var some = Math.min(length, held.length - next);
        System.arraycopy(held, next, into, offset, some);
        next += some;
        if (next == held.length) {
            held = NOTHING;
            next = 0;
        }
        return some;
    }

    @Override
    public int available() throws IOException {
        return held.length - next + in.available();
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
