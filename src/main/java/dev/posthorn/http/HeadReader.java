package dev.posthorn.http;

import dev.posthorn.model.Header;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the head of an answer from a connection of our own (RFC 9112 §4, §5), at most 256 KiB of it.
final class HeadReader {

    /// One head.
    ///
    /// @param raw its bytes, a byte a character
    record Head(int status, String reason, String protocol, List<Header> headers, String raw) {}

    private static final Pattern STATUS = Pattern.compile("(HTTP/1\\.[01]) ([1-9]\\d\\d)(?: (.*))?");
    private static final int LIMIT = 256 << 10;

    private final InputStream in;

    HeadReader(InputStream in) {
        this.in = in;
    }

    Head read() throws IOException {
        var raw = new StringBuilder();
        var status = line(raw);
        var matcher = STATUS.matcher(status);
        if (!matcher.matches()) {
            throw new ProtocolException("its first line is \"" + (status.length() > 80 ? status.substring(0, 80) + "…" : status) + "\"");
        }
        var headers = new ArrayList<Header>();
        for (var line = line(raw); !line.isEmpty(); line = line(raw)) {
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("a header line has no name: \"" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "\"");
            }
            headers.add(new Header(line.substring(0, colon).strip(), utf8(line.substring(colon + 1).strip())));
        }
        return new Head(Integer.parseInt(matcher.group(2)), matcher.group(3) == null ? "" : matcher.group(3), matcher.group(1), headers, raw.toString());
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private String line(StringBuilder raw) throws IOException {
        var from = raw.length();
        while (true) {
            var b = in.read();
            if (b < 0) {
                throw new EOFException();
            }
            raw.append((char) b);
            if (b == '\n') {
                var end = raw.length() - (raw.length() - from > 1 && raw.charAt(raw.length() - 2) == '\r' ? 2 : 1);
                return raw.substring(from, end);
            }
            if (raw.length() > LIMIT) {
                throw new ProtocolException("its headers are longer than " + (LIMIT >> 10) + " KiB");
            }
        }
    }
}
