package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ConnectLimitTest {

    private static final Duration LIMIT = Duration.ofMillis(150);

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

    private static Options limits(Duration connect, Duration whole) {
        return Options.defaults().verifying(false).timeouts(connect, whole);
    }

    private Failure.TimedOut timedOut(String url, Options options) {
        return sender.failure(Failure.TimedOut.class, Sender.get(url), options);
    }

    private static String url(FullPort full) {
        assumeTrue(full.full(), "this system takes connections beyond the backlog");
        return "http://127.0.0.1:" + full.port() + "/";
    }

    @Test
    void connectingThatTakesTooLongIsSaidWithItsPhaseAndLimit() throws Exception {
        try (var full = new FullPort(InetAddress.getByName("127.0.0.1"))) {
            assertEquals(new Failure.TimedOut("connect", LIMIT), timedOut(url(full), limits(LIMIT, Duration.ZERO)));
        }
    }

    @Test
    void theLimitOfTheWholeCountsWhileConnectingToo() throws Exception {
        try (var full = new FullPort(InetAddress.getByName("127.0.0.1"))) {
            assertEquals(new Failure.TimedOut("connect", LIMIT), timedOut(url(full), limits(Duration.ZERO, LIMIT)));
        }
    }

    @Test
    void tlsThatNeverAnswersIsTimedOutInItsPhase() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var url = "https://127.0.0.1:" + silent.getLocalPort() + "/";
            assertEquals(new Failure.TimedOut("TLS", LIMIT), timedOut(url, limits(LIMIT, Duration.ZERO)));
            assertEquals(new Failure.TimedOut("TLS", LIMIT), timedOut(url, limits(Duration.ofSeconds(20), LIMIT)));
        }
    }

    @Test
    void waitingForTheAnswerIsNotConnecting() throws Exception {
        try (var slow = new RawServer((_, _, _, out, _) -> {
            Thread.sleep(2 * LIMIT.toMillis());
            out.write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        })) {
            assertInstanceOf(Outcome.Received.class, sender.send(Sender.get(slow.url()), limits(LIMIT, Duration.ZERO)));
        }
    }

    @Test
    void cancelWhileConnectingEndsAtOnce() throws Exception {
        try (var full = new FullPort(InetAddress.getByName("127.0.0.1")); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var url = url(full);
            var cancellation = new Cancellation();
            var begun = new CompletableFuture<Void>();
            var outcome = CompletableFuture.supplyAsync(() -> {
                begun.complete(null);
                return sender.engine.send(Sender.get(url), limits(Duration.ZERO, Duration.ZERO), sender.cookies, Progress.silent(), cancellation);
            }, threads);
            begun.get();
            cancellation.cancel();
            assertInstanceOf(Outcome.Cancelled.class, outcome.get());
        }
    }

    @Test
    void anAddressInBracketsIsReached() throws Exception {
        assumeTrue(InetAddress.getByName("::1").isReachable(100), "there is no IPv6 here");
        try (var listening = new ServerSocket()) {
            listening.bind(new InetSocketAddress("::1", 0));
            var answered = CompletableFuture.runAsync(() -> {
                try (var socket = listening.accept()) {
                    var in = socket.getInputStream();
                    var head = new StringBuilder();
                    while (head.indexOf("\r\n\r\n") < 0) {
                        head.append((char) in.read());
                    }
                    assertTrue(head.toString().contains("Host: [::1]:" + listening.getLocalPort()), head.toString());
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            var answer = sender.answer(Sender.get("http://[::1]:" + listening.getLocalPort() + "/"));
            answered.get();
            assertTrue(answer.remote().matches("\\[[0:]*1\\]:" + listening.getLocalPort()), answer.remote());
        }
    }
}
