package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that do not keep to the book, as people meet them.
@Timeout(120)
final class RealServersTest {

    @TempDir
    private Path folder;
    private Sender sender;

    @BeforeEach
    void open() {
        sender = new Sender(folder);
    }

    @AfterEach
    void close() {
        sender.close();
    }

    /// Answers every request with these bytes and then closes the connection.
    private static RawServer once(byte[] answer) throws IOException {
        return new RawServer((number, head, in, out, socket) -> {
            out.write(answer);
            out.flush();
            socket.shutdownOutput();
            in.transferTo(new ByteArrayOutputStream());
            socket.close();
        });
    }

    private static RawServer once(String answer) throws IOException {
        return once(answer.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private String sentence(RawServer server) {
        var failed = assertInstanceOf(Outcome.Failed.class, sender.send(Sender.get(server.url())));
        return failed.failure().sentence();
    }

    @Test
    void aPostIsNotLostToAConnectionThatTheServerClosedWhileItWasIdle() throws Exception {
        var closed = new CountDownLatch(1);
        try (var server = new RawServer((number, head, in, out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (number == 0) {
                socket.close();
                closed.countDown();
            } else {
                in.skipNBytes(3);
            }
        })) {
            sender.answer(Sender.get(server.url()));
            closed.await();
            var posted = sender.received(Sender.post(server.url(), "abc"));
            assertEquals("hi", Sender.text(posted.response()));
            assertEquals(Hop.Why.RETRY, posted.hops().getLast().why());
            assertEquals(2, server.heads().size(), "the body went out once");
        }
    }

    @Test
    void aPostThatMayHaveArrivedIsNotRepeated() throws Exception {
        try (var server = new RawServer((number, head, in, out, socket) -> {
            if (number == 1) {
                in.skipNBytes(3);
                socket.close();
                return;
            }
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII));
        })) {
            sender.answer(Sender.get(server.url()));
            sender.failure(Failure.ConnectionLost.class, Sender.post(server.url(), "abc"), Options.defaults());
            assertEquals(2, server.heads().size());
        }
    }

    @Test
    void plainHttpToATlsPortSaysSo() throws IOException {
        try (var server = once(new byte[] {0x15, 3, 1, 0, 2, 2, 0x46}); var other = once(new byte[] {0x15, 3, 3, 0, 2, 2, 10})) {
            assertTrue(sentence(server).contains("https://"), sentence(server));
            assertTrue(sentence(other).contains("https://"), sentence(other));
        }
    }

    @Test
    void whatIsNoHttpIsShownAndNotCalledNothing() throws IOException {
        try (var server = once("<html>just a body</html>")) {
            assertTrue(sentence(server).contains("<html>just a body</html>"), sentence(server));
        }
    }

    @Test
    void aHeadThatBreaksOffIsNotCalledNothing() throws IOException {
        try (var server = once("HTTP/1.1 200 OK\nContent-Le")) {
            assertTrue(sentence(server).contains("in the middle of the head"), sentence(server));
        }
    }

    @Test
    void compressedBytesThatEndTooEarlyAreToldInWords() throws IOException {
        try (var server = once("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 1\n\nx")) {
            assertTrue(sentence(server).contains("they end too early"), sentence(server));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:a@b.example", "com.example.app:/oauth?code=1", "about:blank", "myapp://x"})
    void aRedirectToSomethingElseThanHttpIsTheAnswer(String location) throws IOException {
        try (var server = once("HTTP/1.1 302 Found\nContent-Length: 0\nLocation: " + location + "\n\n")) {
            var received = sender.received(Sender.get(server.url()));
            assertEquals(302, received.response().status());
            assertEquals(1, received.hops().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"http:/x?a=b:c, /x?a=b:c", "http:x, /x", "x?u=http://h/, /x?u=http://h/", "./a:b, /a:b"})
    void aLocationWithoutItsSlashesIsRelative(String location, String path) throws IOException {
        try (var server = new RawServer((number, head, in, out, socket) -> {
            var answer = number == 0 ? "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
            out.write(answer.getBytes(StandardCharsets.US_ASCII));
        })) {
            sender.received(Sender.get(server.url()));
            assertTrue(server.heads().getLast().startsWith("GET " + path + " "), server.heads().getLast());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Encoding: gzip\nContent-Length: 5\n\nabcde", "Content-Length: 500\n\nabcde"})
    void aRedirectIsFollowedAlthoughItsBodyIsBad(String rest) throws IOException {
        try (var server = new RawServer((number, head, in, out, socket) -> {
            out.write((number == 0 ? "HTTP/1.1 302 Found\nLocation: /next\n" + rest : "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi").replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.close();
        })) {
            var received = sender.received(Sender.get(server.url()));
            assertEquals("hi", Sender.text(received.response()));
            assertEquals(2, received.hops().size());
        }
    }

    @Test
    void aChunkThatIsLongerThanItSaysIsNotSwallowed() throws IOException {
        try (var server = once("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nhello\n0\n\n")) {
            var failed = assertInstanceOf(Outcome.Failed.class, sender.send(Sender.get(server.url())));
            assertInstanceOf(BadAnswer.Protocol.class, failed.failure());
            assertTrue(failed.failure().sentence().contains("chunk"), failed.failure().sentence());
        }
    }

    @Test
    void aBodyThatIsCompressedForTheTransferAloneIsRead() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("hello".getBytes(StandardCharsets.US_ASCII));
        }
        var answer = new ByteArrayOutputStream();
        answer.writeBytes(("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n" + Integer.toHexString(packed.size()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        answer.writeBytes(packed.toByteArray());
        answer.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        try (var server = once(answer.toByteArray())) {
            assertEquals("hello", Sender.text(sender.answer(Sender.get(server.url()))));
        }
    }

    @Test
    void everyNameUnderLocalhostIsThisMachine() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi")) {
            for (var host : Arrays.asList("api.localhost", "Deep.API.localhost", "localhost.")) {
                assertEquals("hi", Sender.text(sender.answer(Sender.get("http://" + host + ":" + server.port() + "/"))), host);
                assertTrue(server.heads().getLast().toLowerCase(java.util.Locale.ROOT).contains("host: " + host.toLowerCase(java.util.Locale.ROOT)), server.heads().getLast());
            }
        }
    }

    @Test
    void halfACharacterDoesNotBecomeAQuestionMark() {
        assertEquals("http://h/%EF%BF%BD?x=%EF%BF%BD", UrlText.forWire("http://h/\ud800?x=\udfff", true));
    }
}
