package dev.posthorn.text;

import java.io.IOException;
import java.io.InputStream;

/// A source read from its beginning to its end.
public final class SourceStream extends InputStream {

    private final Source source;
    private final byte[] one = new byte[1];
    private long position;

    public SourceStream(Source source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var count = source.read(position, into, offset, length);
        position += Math.max(0, count);
        return count;
    }
}
