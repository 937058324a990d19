package dev.posthorn.http.proxy;

import dev.posthorn.model.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/// The body with which a proxy explains a refusal: what is announced of it is taken from the connection, so that the connection can be used again.
final class RefusalBody {

    private final InputStream in;
    private final List<Header> headers;
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean complete;

    RefusalBody(InputStream in, List<Header> headers, int most) {
        this.in = in;
        this.headers = headers;
        this.most = most;
    }

    /// At most `most` bytes; a proxy that breaks off or is too slow costs only the rest of its words.
    byte[] read() {
        try {
            if (Header.first(headers, "Transfer-Encoding").filter(v -> v.toLowerCase(Locale.ROOT).endsWith("chunked")).isPresent()) {
                complete = chunks();
            } else {
                var length = Header.first(headers, "Content-Length");
                complete = length.isPresent() ? take(Long.parseLong(length.get().strip())) : take(Long.MAX_VALUE);
            }
        } catch (IOException | NumberFormatException e) {
            complete = false;
        }
        return bytes.toByteArray();
    }

    /// True where the connection stands right behind the body.
    boolean complete() {
        return complete;
    }

    private boolean chunks() throws IOException {
        while (true) {
            var size = Long.parseLong(line().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                while (!line().isEmpty()) {
                    // trailers
                }
                return true;
            }
            if (!take(size)) {
                return false;
            }
            line();
        }
    }

    private boolean take(long count) throws IOException {
        var buffer = new byte[4096];
        for (var left = count; left > 0;) {
            var n = in.read(buffer, 0, (int) Math.min(buffer.length, Math.min(left, most - bytes.size())));
            if (n <= 0) {
                return false;
            }
            bytes.write(buffer, 0, n);
            left -= n;
        }
        return true;
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (var b = in.read(); b >= 0 && b != '\n' && text.length() < 8192; b = in.read()) {
            text.append(b == '\r' ? "" : String.valueOf((char) b));
        }
        return text.toString();
    }
}
