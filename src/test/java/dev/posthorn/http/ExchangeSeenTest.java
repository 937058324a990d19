package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Interim;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the engine tells of an exchange over HTTP/1, against the bytes that a raw server sent and got.
@Timeout(120)
final class ExchangeSeenTest {

    @TempDir
    private Path folder;
    private final List<Traffic> told = new ArrayList<>();
    private Engine engine;

    @BeforeEach
    void open() {
        engine = new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/test"), () -> Network.DEFAULT, told::add);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Outcome send(Wire wire) {
        return engine.send(wire, Options.defaults(), new Cookies(Clock.systemUTC()), Progress.silent(), new Cancellation());
    }

    private Response answer(Wire wire) {
        return assertInstanceOf(Outcome.Received.class, send(wire), () -> told.toString()).response();
    }

    /// The answer to a GET of a server that says these bytes, given a byte a character.
    private Response answered(String bytes) throws IOException {
        try (var server = saying(bytes)) {
            return answer(Sender.get(server.url()));
        }
    }

    private static RawServer saying(String bytes) throws IOException {
        return new RawServer((_, _, _, out, _) -> {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        });
    }

    private static RawServer sayingAndClosing(String bytes) throws IOException {
        return new RawServer((_, _, _, out, socket) -> {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.close();
        });
    }

    @Test
    void theHeadsAreTheBytesOfTheWire() throws IOException {
        var head = "HTTP/1.1 200 Very  fine\r\nx-CASE: a\r\nSet-cookie: b=1\r\nSet-Cookie: c=2\r\nX-Fold: one\r\n two\r\nX-Utf: \u00c3\u00bc\r\nX-Latin: \u00fc\r\nContent-LENGTH: 2\r\n\r\n";
        try (var server = saying(head + "hi")) {
            var answer = answer(Sender.get(server.url() + "/p?q", new Header("x-Mine", "1"), new Header("X-mine", "2")));
            var heads = answer.trace().heads();
            assertTrue(heads.raw());
            assertEquals(server.heads().getFirst(), heads.request());
            assertEquals(head, heads.response());
            assertEquals("Very  fine", answer.reason());
            assertEquals(List.of(new Header("x-CASE", "a"), new Header("Set-cookie", "b=1"), new Header("Set-Cookie", "c=2"), new Header("X-Fold", "one two"),
                    new Header("X-Utf", "ü"), new Header("X-Latin", "ü"), new Header("Content-LENGTH", "2")), answer.headers());
            assertEquals(head.length(), answer.sizes().responseHead());
            assertEquals(heads.request().length(), answer.sizes().requestHead());
            assertEquals(head.length() + 2, answer.trace().flow().received());
        }
    }

    @Test
    void everyInterimAnswerIsListed() throws IOException {
        var interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\nX: 1\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </b.css>\r\n\r\n";
        var answer = answered(interim + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        assertEquals(List.of(100, 102, 103, 103), answer.trace().interim().stream().map(Interim::status).toList());
        assertEquals(List.of(new Header("Link", "</b.css>")), answer.trace().interim().getLast().headers());
        assertEquals(200, answer.status());
        assertEquals("hi", Sender.text(answer));
        assertTrue(answer.trace().heads().response().startsWith(interim + "HTTP/1.1 200"));
        assertEquals("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n".length(), answer.sizes().responseHead());
    }

    @Test
    void aHeadInPiecesIsPutTogether() throws IOException {
        var bytes = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
        try (var server = new RawServer((_, _, _, out, socket) -> {
            socket.setTcpNoDelay(true);
            for (var i = 0; i < bytes.length(); i++) {
                out.write(bytes.charAt(i));
                out.flush();
            }
        })) {
            var answer = answer(Sender.get(server.url()));
            assertEquals("hi", Sender.text(answer));
            assertEquals(bytes.substring(0, bytes.length() - 2), answer.trace().heads().response());
            assertEquals(bytes.length(), answer.trace().flow().received());
        }
    }

    @Test
    void interimAnswersWithoutEndAreBrokenOff() throws IOException {
        try (var server = new RawServer((_, _, _, out, _) -> {
            while (true) {
                out.write("HTTP/1.1 102 Processing\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            var failed = assertInstanceOf(Outcome.Failed.class, send(Sender.get(server.url())));
            assertTrue(failed.failure().sentence().contains("more than 100 interim answers"), failed.failure().sentence());
        }
    }

    @Test
    void theBodyWaitsForThe100ThatItExpects() throws IOException {
        var body = new StringBuilder();
        try (var server = new RawServer((_, _, in, out, _) -> {
            out.write("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 Go on\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            body.append(new String(in.readNBytes(5), StandardCharsets.US_ASCII));
            out.write("HTTP/1.1 201 Made\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            var answer = answer(Sender.post(server.url(), "hello", new Header("Expect", "100-continue")));
            assertEquals(201, answer.status());
            assertEquals("hello", body.toString());
            assertEquals(List.of(103, 100), answer.trace().interim().stream().map(Interim::status).toList());
        }
    }

    @Test
    void trailersAndTheFramingOfChunksAreCounted() throws IOException {
        var bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n3;ext=\"1\"\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 5\r\nx-two: ü\r\n\r\n";
        var answer = answered(bytes);
        assertEquals("abcde", Sender.text(answer));
        assertEquals(List.of(new Header("X-Sum", "5"), new Header("x-two", "ü")), answer.trace().trailers());
        assertEquals(bytes.length(), answer.trace().flow().received());
        assertEquals(5, answer.sizes().bodyOnWire());
    }

    @Test
    void answersWithoutABodyKeepTheirHeadAndTheirConnection() throws IOException {
        for (var status : List.of("204 No Content", "304 Not Modified")) {
            var head = "HTTP/1.1 " + status + "\r\nContent-Length: 5\r\nETag: \"x\"\r\n\r\n";
            try (var server = saying(head)) {
                for (var i = 0; i < 2; i++) {
                    var answer = answer(Sender.get(server.url()));
                    assertEquals(status, answer.status() + " " + answer.reason());
                    assertEquals(List.of(new Header("Content-Length", "5"), new Header("ETag", "\"x\"")), answer.headers());
                    assertEquals(head, answer.trace().heads().response());
                    assertEquals(0, answer.body().size());
                }
                assertEquals(1, server.connections());
            }
        }
        try (var server = saying("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")) {
            answer(new Wire("HEAD", server.url(), List.of(), Payload.empty()));
            assertEquals(0, answer(new Wire("HEAD", server.url(), List.of(), Payload.empty())).body().size());
            assertEquals(1, server.connections());
        }
    }

    @Test
    void a205WithABodyShowsIt() throws IOException {
        var answer = answered("HTTP/1.1 205 Reset Content\r\nContent-Length: 2\r\n\r\nhi");
        assertEquals("205 Reset Content hi", answer.status() + " " + answer.reason() + " " + Sender.text(answer));
    }

    @Test
    void a101IsAnAnswerWithoutABodyWhetherAskedForOrNot() throws IOException {
        for (var asked : List.of(false, true)) {
            var head = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n";
            try (var server = saying(head)) {
                var answer = answer(asked ? Sender.get(server.url(), new Header("Connection", "Upgrade"), new Header("Upgrade", "x")) : Sender.get(server.url()));
                assertEquals(101, answer.status());
                assertEquals(head, answer.trace().heads().response());
                assertEquals(101, answer(Sender.get(server.url())).status());
                assertEquals(2, server.connections());
            }
        }
    }

    @Test
    void oldServersAreUnderstood() throws IOException {
        try (var server = sayingAndClosing("HTTP/1.0 200 OK\nServer: old\n\nall that comes")) {
            var answer = answer(Sender.get(server.url()));
            assertEquals("HTTP/1.0 all that comes", answer.protocol() + " " + Sender.text(answer));
            assertFalse(answer.truncated());
        }
    }

    @Test
    void whatIsNotHttpIsShownAsItCame() throws IOException {
        try (var server = sayingAndClosing("<html>no head at all</html>\n\n")) {
            assertInstanceOf(Outcome.Failed.class, send(Sender.get(server.url())));
            assertEquals("<html>no head at all</html>\n\n", told.getLast().trace().heads().response());
            assertEquals(server.heads().getFirst(), told.getLast().trace().heads().request());
        }
        try (var server = sayingAndClosing("HTTP/1.1 200 OK\r\nX-Cut: of")) {
            assertInstanceOf(Failure.ConnectionLost.class, assertInstanceOf(Outcome.Failed.class, send(Sender.get(server.url()))).failure());
            assertEquals("HTTP/1.1 200 OK\r\nX-Cut: of", told.getLast().trace().heads().response());
        }
    }

    @Test
    void truncatedBodiesAreKeptAndMarked() throws IOException {
        for (var bytes : List.of("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nha\r\n9\r\nlf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n")) {
            try (var server = sayingAndClosing(bytes)) {
                var failed = assertInstanceOf(Outcome.Failed.class, send(Sender.get(server.url())));
                assertTrue(failed.partial().truncated());
                assertEquals("half", Sender.text(failed.partial()));
                assertEquals(4, failed.partial().sizes().bodyOnWire());
                assertEquals(bytes.length(), failed.partial().trace().flow().received());
            }
        }
    }

    private static byte[] packed(String coding, byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = switch (coding) {
            case "gzip", "x-gzip" -> new GZIPOutputStream(out);
            case "deflate" -> new DeflaterOutputStream(out);
            case "bare deflate" -> new DeflaterOutputStream(out, new Deflater(5, true));
            case "zstd" -> new ZstdOutputStream(out);
            default -> out;
        }) {
            packing.write(plain);
        }
        return out.toByteArray();
    }

    private Response packedAnswer(String header, byte[] body) throws IOException {
        return answered("HTTP/1.1 200 OK\r\nContent-Encoding: " + header + "\r\nContent-Length: " + body.length + "\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1));
    }

    @Test
    void codingsAreUndoneInTheirOrderAndTheSizesAreExact() throws IOException {
        var plain = "abc".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        for (var coding : List.of("gzip", "X-GZIP", "deflate", "bare deflate", "zstd", "identity")) {
            var bytes = packed(coding.toLowerCase(Locale.ROOT), plain);
            var answer = packedAnswer(coding.replace("bare ", ""), bytes);
            assertEquals(new String(plain, StandardCharsets.US_ASCII), Sender.text(answer), coding);
            assertEquals(bytes.length + " 3000", answer.sizes().bodyOnWire() + " " + answer.sizes().body(), coding);
            assertTrue(ContentCoding.unknown(answer.headers()).isEmpty());
        }
        var twice = packed("gzip", packed("zstd", plain));
        assertEquals(3000, packedAnswer("zstd , gzip", twice).body().size());
        assertEquals(3000, packedAnswer("zstd\r\nContent-Encoding: gzip", twice).body().size());
    }

    @Test
    void anUnknownCodingIsKeptAsItCameAndSaid() throws IOException {
        var answer = packedAnswer("shrink, gzip", packed("gzip", "shrunk".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("shrunk", Sender.text(answer));
        assertEquals("shrink", ContentCoding.unknown(answer.headers()).orElseThrow());
    }

    @Test
    void aCutGzipKeepsWhatCouldBeRead() throws IOException {
        var text = new StringBuilder();
        new java.util.Random(1).ints(50_000, 'a', 'z').forEach(c -> text.append((char) c));
        var bytes = packed("gzip", text.toString().getBytes(StandardCharsets.US_ASCII));
        var half = java.util.Arrays.copyOf(bytes, bytes.length / 2);
        for (var head : List.of("Content-Length: " + half.length, "Content-Length: " + bytes.length, "X: until the end")) {
            try (var server = sayingAndClosing("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n" + head + "\r\n\r\n" + new String(half, StandardCharsets.ISO_8859_1))) {
                var partial = assertInstanceOf(Outcome.Failed.class, send(Sender.get(server.url())), head).partial();
                assertTrue(partial.truncated(), head);
                assertTrue(partial.body().size() > 10_000 && text.toString().startsWith(Sender.text(partial)), head + " " + partial.body().size());
                assertEquals(half.length, partial.sizes().bodyOnWire(), head);
            }
        }
    }

    @Test
    void bytesAfterTheEndAreCounted() throws IOException {
        assertEquals(7, answered("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi and on").trace().flow().extra());
    }

    @Test
    void theConnectionIsTold() throws IOException {
        try (var server = saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            var first = answer(Sender.get(server.url())).trace().connection();
            assertEquals("127.0.0.1:" + server.port(), first.remote());
            assertTrue(first.local().matches("127\\.0\\.0\\.1:\\d+"), first.local());
            assertFalse(first.reused());
            var second = answer(Sender.get(server.url())).trace().connection();
            assertTrue(second.reused());
            assertEquals(first.local(), second.local());
        }
    }

    @Test
    void aRequestsBodyIsCountedWithItsFraming() throws IOException {
        try (var server = new RawServer((_, _, in, out, _) -> {
            in.readNBytes("5\r\nhello\r\n0\r\n\r\n".length());
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            var answer = answer(Sender.post(server.url(), "hello", new Header("Transfer-Encoding", "chunked")));
            assertEquals(5, answer.sizes().requestBody());
            assertEquals(answer.sizes().requestHead() + "5\r\nhello\r\n0\r\n\r\n".length(), answer.trace().flow().sent());
        }
    }

    @Test
    void everyHopHasItsOwnExchange() throws IOException {
        try (var server = new RawServer((number, _, _, out, _) -> out.write((number == 0
                ? "HTTP/1.1 302 Found\r\nLocation: /next\r\nSet-Cookie: a=1\r\nContent-Length: 3\r\n\r\nold" : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi").getBytes(StandardCharsets.US_ASCII)))) {
            var hops = assertInstanceOf(Outcome.Received.class, send(Sender.get(server.url() + "/first"))).hops();
            assertEquals(server.heads(), hops.stream().map(h -> h.received().trace().heads().request()).toList());
            assertEquals(List.of(false, true), hops.stream().map(h -> h.received().trace().connection().reused()).toList());
            assertEquals("a=1", Header.first(hops.getLast().sent().headers(), "Cookie").orElseThrow());
            assertEquals("old", Sender.text(hops.getFirst().received()));
            assertTrue(hops.getLast().received().timings().connect().isZero());
        }
    }

    @Test
    void theBodyGoesWithoutA100WhereNoneComes() throws IOException {
        var body = new StringBuilder();
        try (var server = new RawServer((_, _, in, out, _) -> {
            body.append(new String(in.readNBytes(5), StandardCharsets.US_ASCII));
            out.write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            var answer = answer(Sender.post(server.url(), "hello", new Header("Expect", "100-continue")));
            assertEquals("201 hello", answer.status() + " " + body);
            assertEquals("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 0\r\n\r\n", answer.trace().heads().response());
        }
    }

    @Test
    void whatWasSeenIsToldWhereNoAnswerCame() throws IOException {
        try (var server = sayingAndClosing("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")) {
            var failed = assertInstanceOf(Outcome.Failed.class, send(Sender.get(server.url())));
            assertEquals(null, failed.partial());
            assertEquals(server.heads().getFirst(), failed.trace().heads().request());
            assertEquals(List.of(103), failed.trace().interim().stream().map(Interim::status).toList());
            assertEquals("127.0.0.1:" + server.port(), failed.exchanges().getLast().trace().connection().remote());
        }
        assertEquals(dev.posthorn.model.Trace.NONE, assertInstanceOf(Outcome.Failed.class, send(Sender.get("http://127.0.0.1:1/"))).trace());
    }
}
