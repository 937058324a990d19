package dev.posthorn.http;

import java.io.IOException;
import java.io.InputStream;

/// The body as it comes from the connection, counted before decompression.
final class WireBytes extends InputStream {

    private final InputStream in;
    private long count;
    private boolean failed;
    private boolean ended;

    WireBytes(InputStream in) {
        this.in = in;
    }

    long count() {
        return count;
    }

    /// True where the connection, not a decoder, was at fault.
    boolean failed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            var n = in.read(into, offset, length);
            count += Math.max(0, n);
            ended = n < 0;
            return n;
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    /// At least 1 until the end was read: `GZIPInputStream` takes 0 for the end and would drop a second member.
    @Override
    public int available() throws IOException {
        return ended ? 0 : Math.max(1, in.available());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
