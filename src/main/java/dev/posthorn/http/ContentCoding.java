package dev.posthorn.http;

import com.github.luben.zstd.ZstdInputStream;
import dev.posthorn.model.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Undoes the compression of an answer (RFC 9110 §8.4): gzip, deflate, br and zstd, also several after each other. An encoding that is
/// not known here ends it: what lies below is shown as it came.
public final class ContentCoding {

    private static final Set<String> KNOWN = Set.of("", "identity", "gzip", "x-gzip", "deflate", "br", "zstd");

    /// The compressed bytes are damaged; what was read before is good.
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String coding, IOException cause) {
            super(coding, cause);
        }
    }

    private ContentCoding() {}

    /// The coding at which undoing them ended, since it is not known here; empty where all are.
    public static Optional<String> unknown(List<Header> headers) {
        return names(headers).reversed().stream().filter(name -> !KNOWN.contains(name)).findFirst();
    }

    /// In the order in which they were put on: those of the transfer after those of the content (RFC 9112 §7); chunks are undone before.
    private static List<String> names(List<Header> headers) {
        if (Header.first(headers, "Content-Encoding").isEmpty() && Header.first(headers, "Transfer-Encoding").isEmpty()) {
            return List.of();
        }
        return Stream.of("Content-Encoding", "Transfer-Encoding").flatMap(name -> headers.stream().filter(h -> h.is(name))).flatMap(h -> Stream.of(h.value().toLowerCase(Locale.ROOT).strip().split("\\s*,\\s*")))
                .filter(name -> !name.equals("chunked")).toList();
    }

    static InputStream decoded(InputStream raw, List<Header> headers) throws IOException {
        var stream = raw;
        for (var name : names(headers).reversed()) {
            var pushback = new PushbackInputStream(stream, 2);
            var first = pushback.read();
            if (first < 0) {
                return pushback;
            }
            pushback.unread(first);
            switch (name) {
                case "", "identity" -> stream = pushback;
                case "gzip", "x-gzip" -> stream = guarded(name, () -> new GZIPInputStream(pushback, 1 << 14), raw);
                case "deflate" -> stream = guarded(name, () -> inflated(pushback), raw);
                case "br" -> stream = guarded(name, () -> new BrotliInputStream(pushback, 1 << 14), raw);
                case "zstd" -> stream = guarded(name, () -> new ZstdInputStream(pushback), raw);
                default -> {
                    return pushback;
                }
            }
        }
        return stream;
    }

    /// "deflate" means zlib (RFC 1950), yet some servers send the bare stream (RFC 1951): the first two bytes tell.
    private static InputStream inflated(PushbackInputStream in) throws IOException {
        var head = in.readNBytes(2);
        in.unread(head);
        var zlib = head.length == 2 && (head[0] & 0x0f) == 8 && ((head[0] & 0xff) << 8 | head[1] & 0xff) % 31 == 0;
        return new InflaterInputStream(in, new Inflater(!zlib), 1 << 14);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    /// A fault of the decoder becomes `Damaged`; a fault of the connection below it passes as it is.
    private static InputStream guarded(String coding, Opening opening, InputStream raw) throws IOException {
        try {
            var inner = opening.open();
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    var one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    try {
                        return inner.read(into, offset, length);
                    } catch (IOException e) {
                        throw blamed(coding, e, raw);
                    }
                }

                @Override
                public void close() throws IOException {
                    inner.close();
                }
            };
        } catch (IOException e) {
            throw blamed(coding, e, raw);
        }
    }

    private static IOException blamed(String coding, IOException e, InputStream raw) {
        return e instanceof Damaged || raw instanceof WireBytes wire && wire.failed() ? e : new Damaged(coding, e);
    }
}
