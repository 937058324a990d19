package dev.posthorn.http.tap;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/// The head of an answer as OkHttp is given it to read, where it would lose the answer over the head that came.
///
/// 1. A 204 or 304 has no body, whatever its head announces (RFC 9112 §6.3). OkHttp would refuse the one and wait at the other: the lengths are
///    left away, and the connection stays good.
/// 2. A 205 with a body is refused: it is read as a 200.
/// 3. A 101 hands the connection over, for which nobody here waits: it is read as an answer that ends its connection.
/// 4. Chunks of something that was compressed for the transfer are read as chunks: OkHttp would read their sizes as part of the body. The
///    compression is undone later.
///
/// What people see is made of the head that came.
final class Softened {

    private Softened() {}

    /// Null where OkHttp can have what came.
    static byte[] of(AnswerHead head) {
        return switch (head.status()) {
            case 204, 304 -> head.says("Content-Length", "") || head.says("Transfer-Encoding", "") ? without(head, "", "content-length", "transfer-encoding") : null;
            case 205 -> (head.version() + " 200 \r\n" + head.text().substring(head.text().indexOf('\n') + 1)).getBytes(StandardCharsets.ISO_8859_1);
            case 101 -> without(head, "Connection: close\r\n", "connection", "upgrade", "content-length", "transfer-encoding");
            default -> packed(head) ? without(head, "Transfer-Encoding: chunked\r\n", "transfer-encoding", "content-length") : null;
        };
    }

    /// `Transfer-Encoding: gzip, chunked`.
    private static boolean packed(AnswerHead head) {
        var codings = head.headers().stream().filter(h -> h.is("Transfer-Encoding")).map(h -> h.value().toLowerCase(Locale.ROOT).strip()).collect(Collectors.joining(","));
        return codings.endsWith("chunked") && !codings.equals("chunked");
    }

    private static byte[] without(AnswerHead head, String more, String... names) {
        var text = new StringBuilder(head.version()).append(' ').append(head.status()).append(" \r\n").append(more);
        for (var header : head.headers()) {
            var keep = true;
            for (var name : names) {
                keep &= !header.is(name);
            }
            if (keep) {
                text.append(header.name()).append(": ").append(header.value()).append("\r\n");
            }
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
