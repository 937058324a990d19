package dev.posthorn.demo;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// Echoes in each of the compressions of the web.
final class CodingRoutes {

    private interface Coder {
        byte[] coded(byte[] plain) throws IOException;
    }

    private CodingRoutes() {}

    static Stream<Route> all() {
        return Stream.of(
                route("/gzip", "gzip", plain -> deflated(plain, true)),
                route("/deflate", "deflate", plain -> deflated(plain, false)),
                route("/brotli", "br", CodingRoutes::brotli),
                route("/zstd", "zstd", Zstd::compress));
    }

    private static Route route(String path, String name, Coder coder) {
        return new Route(path, path, "Echoes, compressed as " + name + ".", call -> {
            var answer = EchoRoutes.describe(call);
            answer.put("coding", name);
            call.with("Content-Encoding", name).bytes(200, "application/json", coder.coded(call.pretty(answer)));
        });
    }

    private static byte[] deflated(byte[] plain, boolean gzip) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = gzip ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    /// A valid brotli stream of stored blocks (RFC 7932 §9.2): the form of the coding without its compression, which would need a
    /// library of native code for this one answer.
    private static byte[] brotli(byte[] plain) {
        var out = new ByteArrayOutputStream();
        for (var from = 0; from < plain.length; from += 1 << 16) {
            var length = Math.min(1 << 16, plain.length - from);
            // Bits, lowest first: [window 16: 0 on the first block] not last 0, four nibbles of length 00, length - 1, stored 1.
            var head = from == 0 ? (length - 1) << 4 | 1 << 20 : (length - 1) << 3 | 1 << 19;
            out.write(head);
            out.write(head >> 8);
            out.write(head >> 16);
            out.write(plain, from, length);
        }
        out.write(0b11);
        return out.toByteArray();
    }
}
