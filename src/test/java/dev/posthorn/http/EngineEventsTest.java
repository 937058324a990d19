package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.Await;
import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.Events;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.StoredBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Server-sent events through the engine, while they come and afterwards.
final class EngineEventsTest {

    private static DemoServer demo;

    @TempDir
    private Path folder;

    @BeforeAll
    static void serve() throws IOException {
        demo = DemoServer.start(0);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    /// Completes with the body when its stream begins.
    private static Progress watching(CompletableFuture<StoredBody> live) {
        return new Progress() {
            @Override
            public void headArrived(int status) {}

            @Override
            public void received(long decoded, long onWire) {}

            @Override
            public void streaming(StoredBody body, Hop begun) {
                live.complete(body);
            }
        };
    }

    @Test
    void tenThousandEventsAreThereInOrderWithTheirTimes() throws IOException {
        try (var sender = new Sender(folder)) {
            var received = sender.received(Sender.get(demo.address() + "/sse?count=10000&interval=0"));
            var body = received.response().body();
            var events = body.events().orElseThrow();
            assertEquals(10_000, events.count());
            Events.Event before = null;
            for (var i = 0L; i < events.count(); i++) {
                var event = events.get(i, 1024);
                assertEquals("tone", event.type());
                assertEquals(Long.toString(i + 1), event.id());
                assertEquals("{\"number\": " + (i + 1) + "}", event.data());
                assertFalse(before != null && event.at().isBefore(before.at()));
                before = event;
            }
            body.release();
            try (var left = Files.walk(folder)) {
                assertEquals(0, left.filter(Files::isRegularFile).count());
            }
        }
    }

    @Test
    void aStreamIsReadWhileItComesAndStoppedWithWhatCame() throws Exception {
        var live = new CompletableFuture<StoredBody>();
        var stop = new Cancellation();
        try (var sender = new Sender(folder)) {
            var outcome = CompletableFuture.supplyAsync(() -> sender.engine.send(Sender.get(demo.address() + "/sse?count=100000&interval=20"), Options.defaults(), sender.cookies,
                    watching(live), stop), task -> Thread.ofVirtual().start(task));
            var body = live.get(60, TimeUnit.SECONDS);
            var events = body.events().orElseThrow();
            Await.until("five events", () -> events.count() >= 5 || outcome.isDone());
            assertEquals("{\"number\": 3}", events.get(2, 100).data());
            stop.cancel();
            var cancelled = assertInstanceOf(Outcome.Cancelled.class, outcome.get(60, TimeUnit.SECONDS));
            assertTrue(cancelled.partial().truncated());
            assertEquals("{\"number\": 3}", cancelled.partial().body().events().orElseThrow().get(2, 100).data());
        }
    }

    @Test
    void anEndlessStreamEndsByTheTimeoutWithWhatCame() throws IOException {
        try (var sender = new Sender(folder)) {
            var failed = assertInstanceOf(Outcome.Failed.class, sender.send(Sender.get(demo.address() + "/sse?count=100000&interval=20"), Sender.timeout(700)));
            assertInstanceOf(Failure.TimedOut.class, failed.failure());
            assertTrue(failed.partial().body().events().orElseThrow().count() > 0);
        }
    }

    @Test
    void otherAnswersHaveNoEvents() {
        try (var sender = new Sender(folder)) {
            assertTrue(sender.answer(Sender.get(demo.address() + "/stream/3")).body().events().isEmpty());
        }
    }
}
