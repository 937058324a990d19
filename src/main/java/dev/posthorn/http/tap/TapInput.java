package dev.posthorn.http.tap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// What comes in. It is handed on as it is read, but heads of HTTP/1, which are handed on when they are complete (see `Tape`).
final class TapInput extends FilterInputStream {

    private static final byte[] NOTHING = {};
    /// OkHttp asks for 8 KiB at a time, which for a big body are a great many calls of the system: where those are filled, more is read at once.
    private static final int WIDE = 1 << 16;
    private static final int ENOUGH = 1 << 12;
    private static final int HELD = -2;
    /// How long a body waits for the 100 that its request expects; curl's own.
    private static final int PATIENCE_MILLIS = 1_000;

    private final Tap tap;
    private final Socket socket;
    private byte[] wide = NOTHING;
    private boolean plenty;
    private byte[] held = NOTHING;
    private int next;
    private int end;

    /// @param socket the one that is read from
    TapInput(InputStream in, Tap tap, Socket socket) {
        super(in);
        this.tap = tap;
        this.socket = socket;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (next < end) {
            return handOut(into, offset, length);
        }
        var all = plenty && length < WIDE;
        if (all && wide.length == 0) {
            wide = new byte[WIDE];
        }
        var n = all ? heard(wide, 0, WIDE) : heard(into, offset, length);
        plenty = n >= length && n >= ENOUGH;
        if (all && n > 0) {
            hold(wide, n);
        }
        return n == HELD || all && n > 0 ? handOut(into, offset, length) : n;
    }

    /// Reads and lets the tap hear it; `HELD` where something else than these bytes is to be handed out.
    private int heard(byte[] into, int offset, int length) throws IOException {
        var frames = tap.frames();
        var tape = tap.tape();
        while (true) {
            var n = tape != null && tape.awaits100() ? patiently(tape, into, offset, length) : in.read(into, offset, length);
            if (n == HELD) {
                return n;
            }
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
                hold(given, given.length);
                return HELD;
            }
        }
    }

    private int patiently(Tape tape, byte[] into, int offset, int length) throws IOException {
        var before = socket.getSoTimeout();
        socket.setSoTimeout(PATIENCE_MILLIS);
        try {
            return in.read(into, offset, length);
        } catch (SocketTimeoutException e) {
            var go = tape.goOn();
            hold(go, go.length);
            return HELD;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(before);
            }
        }
    }

    private void hold(byte[] bytes, int count) {
        held = bytes;
        next = 0;
        end = count;
    }

    private int handOut(byte[] into, int offset, int length) {
        var some = Math.min(length, end - next);
        System.arraycopy(held, next, into, offset, some);
        next += some;
        if (next == end) {
            held = NOTHING;
            next = 0;
            end = 0;
        }
        return some;
    }

    @Override
    public int available() throws IOException {
        return end - next + in.available();
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
