package dev.posthorn.http.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Events.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What counts as a server-sent event, however its bytes are cut.
final class EventLogTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    private Path folder;

    private List<String> events(byte[] bytes, int step) throws IOException {
        try (var log = new EventLog((position, into, offset, length) -> read(bytes, position, into, offset, length), folder.resolve("i"))) {
            for (var at = 0; at < bytes.length; at += step) {
                log.feed(bytes, at, Math.min(step, bytes.length - at), NOW);
            }
            var all = new ArrayList<String>();
            for (var i = 0L; i < log.count(); i++) {
                all.add(shown(log.get(i, 1 << 20)));
            }
            if (log.retry() >= 0) {
                all.add("retry " + log.retry());
            }
            return all;
        }
    }

    private static int read(byte[] bytes, long position, byte[] into, int offset, int length) {
        if (position >= bytes.length) {
            return -1;
        }
        var n = Math.min(length, bytes.length - (int) position);
        System.arraycopy(bytes, (int) position, into, offset, n);
        return n;
    }

    private static String shown(Event event) {
        return event.type() + "|" + event.id() + "|" + event.data().replace("\n", "\\n");
    }

    @TestFactory
    Stream<DynamicTest> eventsAreReadAsTheStandardSays() {
        record Case(String text, String... events) {}
        return Stream.of(
                new Case("data: a\n\n", "message||a"),
                new Case("data:a\r\n\r\n", "message||a"),
                new Case("data:  a\r\rdata: b\r\r", "message|| a", "message||b"),
                new Case("\uFEFFdata: a\n\n", "message||a"),
                new Case("\uFEFF\uFEFFdata: a\n\n"),
                new Case("data: YHOO\ndata: +2\ndata: 10\n\n", "message||YHOO\\n+2\\n10"),
                new Case(": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n", "message|1|first event", "message|| second event".replace("| s", "|s"), "message|| third event"),
                new Case("data\n\ndata\ndata\n\ndata:", "message||", "message||\\n"),
                new Case("data:test\n\ndata: test\n\n", "message||test", "message||test"),
                new Case("event: tone\ndata: x\n\ndata: y\n\n", "tone||x", "message||y"),
                new Case("data: x\nevent: late\n\n", "late||x"),
                new Case("event: empty\n\ndata: x\n\n", "message||x"),
                new Case("event\ndata: x\n\n", "message||x"),
                new Case("id: 7\n\ndata: x\n\ndata: y\n\n", "message|7|x", "message|7|y"),
                new Case("id: 7\ndata: x\n\nid: 8\u00009\ndata: y\n\n", "message|7|x", "message|7|y"),
                new Case("id: 7\ndata: x\n\nid:\ndata: y\n\n", "message|7|x", "message||y"),
                new Case("retry: 3000\nretry: x\nretry: 1x\nretry:\ndata: a\n\n", "message||a", "retry 3000"),
                new Case("retry: 99999999999999999999999\ndata: a\n\n", "message||a"),
                new Case("Data: no\ndatas: no\n data: no\n:data: no\ndata : no\n\n"),
                new Case("data: ünïcødé ✓ 😀\n\n", "message||ünïcødé ✓ 😀"),
                new Case("data: cut off"), new Case("data: cut off\n"), new Case("\n\n\n"), new Case(""))
                .map(c -> DynamicTest.dynamicTest("<" + c.text().replace("\n", "\\n").replace("\r", "\\r").replace("\u0000", "NUL") + ">", () -> {
                    var bytes = c.text().getBytes(StandardCharsets.UTF_8);
                    for (var step : new int[] {1, 2, 3, 7, 1 << 16}) {
                        assertEquals(List.of(c.events()), events(bytes, step), "in pieces of " + step);
                    }
                }));
    }

    @Test
    void theIndexGoesToAFileThatGoesWithIt() throws IOException {
        var path = folder.resolve("deep").resolve("index");
        try (var index = new EventIndex(path)) {
            for (var i = 0L; i < 5_000; i++) {
                index.add(new EventParser.Found(i, i + 1, i, 2, i, -1), i % 2 == 0 ? NOW.plusMillis(i) : null);
            }
            assertTrue(Files.exists(path));
            for (var i : new long[] {0, 1, 1023, 1024, 4_095, 4_096, 4_999}) {
                assertEquals(new EventIndex.Row(new EventParser.Found(i, i + 1, i, 2, i, -1), i % 2 == 0 ? NOW.plusMillis(i) : null), index.get(i));
            }
            assertThrows(IndexOutOfBoundsException.class, () -> index.get(5_000));
        }
        assertFalse(Files.exists(path));
    }

    @Test
    void aHugeEventIsReadByItsBeginning() throws IOException {
        var bytes = ("id: 5\ndata: " + "x".repeat(100_000) + "\nevent: big\n\n").getBytes(StandardCharsets.UTF_8);
        try (var log = new EventLog((position, into, offset, length) -> read(bytes, position, into, offset, length), folder.resolve("i"))) {
            log.feed(bytes, 0, bytes.length, null);
            var event = log.get(0, 100);
            assertEquals("big", event.type());
            assertEquals("5", event.id());
            assertEquals(100 - "id: 5\ndata: ".length(), event.data().length());
            assertFalse(event.whole());
        }
    }
}
