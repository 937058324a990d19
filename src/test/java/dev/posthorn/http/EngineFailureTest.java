package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.FreePort;
import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EngineFailureTest {

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

    private Outcome.Failed failed(Wire wire) {
        return assertInstanceOf(Outcome.Failed.class, sender.send(wire));
    }

    @Test
    void aPortWhereNobodyListensIsNamed() throws IOException {
        var port = FreePort.find();
        assertEquals("Nothing is listening at 127.0.0.1:" + port + ": the connection was refused.",
                failed(Sender.get("http://127.0.0.1:" + port + "/")).failure().sentence());
        assertInstanceOf(Failure.Refused.class, failed(Sender.get("http://localhost:" + port + "/")).failure());
    }

    @Test
    void localhostIsFoundOnWhicheverAddressItListens() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi")) {
            assertEquals(200, sender.answer(Sender.get("http://localhost:" + server.port() + "/")).status());
        }
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        assertEquals("The host nowhere.invalid could not be found.", failed(Sender.get("http://nowhere.invalid/")).failure().sentence());
    }

    @Test
    void aBrokenOffAnswerKeepsTheBytesReceived() throws IOException {
        try (var demo = DemoServer.start(0)) {
            var failed = failed(Sender.get(demo.address() + "/truncated"));
            assertInstanceOf(BadAnswer.Truncated.class, failed.failure());
            assertEquals(100, failed.partial().body().size());
            assertTrue(failed.partial().truncated());
        }
    }

    @Test
    void aServerThatClosesWithoutAnAnswerIsSaid() throws IOException {
        try (var server = new RawServer((number, head, in, out, socket) -> socket.close())) {
            var failed = failed(Sender.get(server.url()));
            assertInstanceOf(Failure.ConnectionLost.class, failed.failure());
            assertNull(failed.partial());
            assertEquals(1, server.heads().size());
        }
    }

    @Test
    void anAnswerThatIsNoHttpIsSaid() throws IOException {
        try (var server = RawServer.saying("220 mail.example ESMTP\n")) {
            var sentence = failed(Sender.get(server.url())).failure().sentence();
            assertTrue(sentence.contains("breaks the rules of HTTP"), sentence);
        }
    }

    @Test
    void theTimeoutSaysHowLongAndInWhichPhase() throws IOException {
        try (var silent = new RawServer((number, head, in, out, socket) -> in.read())) {
            assertEquals("No answer in time: gave up after 200 ms while waiting for the server.",
                    sender.failure(Failure.TimedOut.class, Sender.get(silent.url()), Sender.timeout(200)).sentence());
        }
        try (var stuck = new RawServer((number, head, in, out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            in.read();
        })) {
            var failed = assertInstanceOf(Outcome.Failed.class, sender.send(Sender.get(stuck.url()), Sender.timeout(200)));
            assertEquals("receive", assertInstanceOf(Failure.TimedOut.class, failed.failure()).phase());
            assertEquals("half", Sender.text(failed.partial()));
        }
    }

    @Test
    void cancelWhileWaitingEndsAtOnce() throws Exception {
        var asked = new CountDownLatch(1);
        try (var silent = new RawServer((number, head, in, out, socket) -> {
            asked.countDown();
            in.read();
        }); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var cancellation = new Cancellation();
            var outcome = CompletableFuture.supplyAsync(
                    () -> sender.engine.send(Sender.get(silent.url()), Options.defaults(), sender.cookies, Progress.silent(), cancellation), threads);
            asked.await();
            cancellation.cancel();
            assertNull(assertInstanceOf(Outcome.Cancelled.class, outcome.get()).partial());
        }
    }

    @Test
    void cancelDuringBodyKeepsTheBytesReceived() throws Exception {
        try (var stuck = new RawServer((number, head, in, out, socket) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            in.read();
        })) {
            var cancellation = new Cancellation();
            var whenHalfCame = new Progress() {
                @Override
                public void headArrived(int status) {}

                @Override
                public void received(long decoded, long onWire) {
                    if (decoded == 4) {
                        cancellation.cancel();
                    }
                }
            };
            var outcome = sender.engine.send(Sender.get(stuck.url()), Options.defaults(), sender.cookies, whenHalfCame, cancellation);
            var cancelled = assertInstanceOf(Outcome.Cancelled.class, outcome);
            assertEquals("half", Sender.text(cancelled.partial()));
            assertTrue(cancelled.partial().truncated());
        }
    }

    @Test
    void httpsToAPlainPortIsExplained() throws IOException {
        try (var demo = DemoServer.start(0)) {
            var failure = assertInstanceOf(Failure.TlsFailed.class, failed(Sender.get(demo.address().replace("http:", "https:"))).failure());
            assertTrue(failure.sentence().contains("does not speak TLS"), failure.sentence());
        }
    }

    /// Nobody can be connected to at an address of many (RFC 1112).
    @Test
    void anAddressThatNoNetworkLeadsToIsNamed() {
        var failure = assertInstanceOf(Failure.Unreachable.class, failed(Sender.get("http://224.0.0.1:81/")).failure());
        assertTrue(failure.sentence().contains("224.0.0.1:81"), failure.sentence());
    }
}
