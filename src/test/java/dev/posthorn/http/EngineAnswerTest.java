package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EngineAnswerTest {

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

    @Test
    void nothingIsSentTwiceSilently() throws IOException {
        for (var status : List.of("503 Busy", "408 Slow", "421 Elsewhere", "407 Proxy", "401 Who")) {
            try (var server = RawServer.saying("HTTP/1.1 " + status + "\nRetry-After: 0\nContent-Length: 2\n\nno")) {
                var answer = sender.answer(Sender.get(server.url()));
                assertEquals(status, answer.status() + " " + answer.reason());
                assertEquals(List.of(new Header("Retry-After", "0"), new Header("Content-Length", "2")), answer.headers());
                assertEquals(1, server.heads().size());
            }
        }
    }

    @Test
    void answersWithoutABodyAreWhole() throws IOException {
        for (var head : List.of("204 No Content\nContent-Length: 5", "304 Not Modified\nContent-Length: 5", "205 Reset\nContent-Length: 0")) {
            try (var server = RawServer.saying("HTTP/1.1 " + head + "\n\n")) {
                var answer = sender.answer(Sender.get(server.url()));
                assertEquals(Integer.parseInt(head.substring(0, 3)), answer.status());
                assertEquals(0, answer.body().size());
            }
        }
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 500\n\n")) {
            assertEquals(0, sender.answer(new Wire("HEAD", server.url(), List.of(), Payload.empty())).body().size());
        }
    }

    @Test
    void earlyHintsAreFollowedByTheAnswer() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 103 Early Hints\nLink: </a.css>\n\nHTTP/1.1 200 OK\nContent-Length: 2\n\nhi")) {
            assertEquals("hi", Sender.text(sender.answer(Sender.get(server.url()))));
        }
    }

    @Test
    void everyCompressionIsUndone() throws IOException {
        try (var demo = DemoServer.start(0)) {
            for (var coding : List.of("gzip", "deflate", "brotli", "zstd")) {
                var answer = sender.answer(Sender.get(demo.address() + "/" + coding));
                assertTrue(Sender.text(answer).contains("\"coding\""), coding);
                assertEquals(answer.body().size(), answer.sizes().body());
                assertTrue(answer.sizes().bodyOnWire() != answer.sizes().body(), coding);
            }
        }
    }

    @Test
    void damagedCompressionIsSaidInWords() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 5\n\nplain")) {
            var failed = assertInstanceOf(Outcome.Failed.class, sender.send(Sender.get(server.url())));
            assertTrue(failed.failure().sentence().contains("compressed with gzip, but its bytes are damaged"), failed.failure().sentence());
            assertEquals(200, failed.partial().status());
        }
    }

    @Test
    void aBigBodyLiesInAFileUntilItIsReleased() throws IOException {
        try (var demo = DemoServer.start(0)) {
            var body = sender.answer(Sender.get(demo.address() + "/bytes/3000000?seed=7")).body();
            var file = body.file().orElseThrow();
            assertEquals(3_000_000, Files.size(file));
            var read = new byte[10];
            assertEquals(10, body.read(2_999_990, read, 0, 10));
            assertEquals(-1, body.read(3_000_000, read, 0, 10));
            body.release();
            assertFalse(Files.exists(file));
            assertThrows(IOException.class, () -> body.read(0, read, 0, 1));
            assertTrue(sender.answer(Sender.get(demo.address() + "/bytes/1000000")).body().file().isEmpty());
        }
    }

    @Test
    void whatADeadRunLeftIsSwept() throws IOException {
        var dead = Files.createDirectories(folder.resolve("run-999999999-1"));
        Files.writeString(dead.resolve("1.body"), "old");
        var other = Files.writeString(folder.resolve("notes.txt"), "mine");
        new BodyStore(folder).sweep();
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(other));
    }

    @Test
    void thePhasesAddUpAndASecondRequestReusesTheConnection() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi")) {
            var first = sender.answer(Sender.get(server.url()));
            assertTrue(first.timings().connect().isPositive());
            assertTrue(first.timings().waiting().isPositive());
            assertEquals("127.0.0.1:" + server.port(), first.remote());
            assertEquals("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n".length(), first.sizes().responseHead());
            assertEquals(server.heads().getFirst().length(), first.sizes().requestHead());
            var second = sender.answer(Sender.get(server.url()));
            assertTrue(second.timings().connect().isZero());
            assertEquals(1, server.connections());
        }
    }

    @Test
    void aConnectionThatDiedWhileIdleIsReplacedInSight() throws IOException {
        try (var server = new RawServer((number, head, in, out, socket) -> {
            if (number == 1) {
                socket.close();
                return;
            }
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII));
        })) {
            sender.answer(Sender.get(server.url()));
            var second = sender.received(Sender.get(server.url()));
            assertEquals(Hop.Why.RETRY, second.hops().getLast().why());
            assertEquals(3, server.heads().size());
        }
    }
}
