package dev.posthorn.http;

import dev.posthorn.model.Header;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.List;

/// The body of an answer on a connection of our own, up to its end as its head announces it: by chunks, by length, or by the end of the
/// connection (RFC 9112 §6.3).
final class Framed extends InputStream {

    private final InputStream in;
    private final boolean chunked;
    private final boolean open;
    private long left;
    private boolean first = true;
    private boolean ended;

    Framed(InputStream in, int status, List<Header> headers) {
        this.in = in;
        chunked = Header.first(headers, "Transfer-Encoding").filter(v -> v.toLowerCase(java.util.Locale.ROOT).endsWith("chunked")).isPresent();
        var length = Header.first(headers, "Content-Length").filter(v -> v.matches("\\d{1,18}")).map(Long::parseLong);
        var none = status == 204 || status == 304;
        left = none ? 0 : chunked ? 0 : length.orElse(0L);
        open = !none && !chunked && length.isEmpty();
        ended = none;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        if (open) {
            return in.read(into, offset, length);
        }
        if (left == 0 && !(chunked && nextChunk())) {
            ended = true;
            return -1;
        }
        var n = in.read(into, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new EOFException();
        }
        left -= n;
        return n;
    }

    private boolean nextChunk() throws IOException {
        if (!first) {
            line();
        }
        first = false;
        var size = line().split(";", 2)[0].strip();
        if (!size.matches("[0-9a-fA-F]{1,15}")) {
            throw new ProtocolException("a chunk has no size");
        }
        left = Long.parseLong(size, 16);
        if (left == 0) {
            while (!line().isEmpty()) {
                // Trailers say nothing that is needed here.
                continue;
            }
        }
        return left > 0;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            if (line.length() > 8_192) {
                throw new ProtocolException("a line between its chunks is too long");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }
}
