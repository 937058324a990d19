package dev.posthorn.http.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The moment by which a connection must stand.
public final class Deadline {

    private final long at;
    private final boolean none;

    private Deadline(Duration in) {
        none = in.isZero();
        at = none ? 0 : System.nanoTime() + in.toNanos();
    }

    /// Zero for none.
    public static Deadline in(Duration duration) {
        return new Deadline(duration);
    }

    /// The earlier of this one and another that begins now.
    Deadline atMost(Duration duration) {
        return none || !duration.isZero() && duration.toNanos() < at - System.nanoTime() ? new Deadline(duration) : this;
    }

    /// For `Socket.setSoTimeout` and `connect`: 0 for no limit.
    int millis() throws SocketTimeoutException {
        if (none) {
            return 0;
        }
        var left = at - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("out of time");
        }
        return Math.clamp(left / 1_000_000, 1, Integer.MAX_VALUE);
    }

    /// Reads from the socket no longer than until the deadline, however slowly the bytes drip in; never more than is asked for.
    FilterInputStream reading(Socket socket) throws IOException {
        return new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read() throws IOException {
                socket.setSoTimeout(millis());
                return super.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                socket.setSoTimeout(millis());
                return super.read(into, offset, length);
            }
        };
    }
}
