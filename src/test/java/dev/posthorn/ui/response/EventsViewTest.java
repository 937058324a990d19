package dev.posthorn.ui.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.live.EventLog;
import dev.posthorn.model.Events;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.StoredBody;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.workbench.TabState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Server-sent events in the response pane, while they come and when they are over.
final class EventsViewTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger stops = new AtomicInteger();
    private ResponsePane pane;
    private FxStage window;
    private Stream stream;

    /// A body that grows as a test says.
    private static final class Stream implements StoredBody {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final EventLog log;

        Stream(Path file) {
            log = new EventLog(this::read, file);
        }

        void comes(String text) {
            var some = text.getBytes(StandardCharsets.UTF_8);
            synchronized (this) {
                bytes.writeBytes(some);
            }
            try {
                log.feed(some, 0, some.length, NOW);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public synchronized long size() {
            return bytes.size();
        }

        @Override
        public synchronized int read(long position, byte[] into, int offset, int length) {
            var in = bytes.toByteArray();
            if (position >= in.length) {
                return -1;
            }
            var n = (int) Math.min(length, in.length - position);
            System.arraycopy(in, (int) position, into, offset, n);
            return n;
        }

        @Override
        public synchronized InputStream open() {
            return new ByteArrayInputStream(bytes.toByteArray());
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public Optional<Events> events() {
            return Optional.of(log);
        }

        @Override
        public void release() {
            log.close();
        }
    }

    @BeforeEach
    void open() {
        window = FxStage.open(960, 480, Theme.LIGHT, () -> {
            pane = new ResponsePane(new Background(executor), folder.resolve("scratch"), _ -> Optional.empty(), InstantSource.system());
            pane.onCancel(stops::incrementAndGet);
            return (Parent) pane.node();
        });
        stream = new Stream(folder.resolve("events"));
    }

    @AfterEach
    void close() {
        FxStage.run(pane::close);
        window.close();
        executor.close();
        stream.release();
    }

    private <T> T find(String id, Class<T> type) {
        return FxStage.on(() -> type.cast(pane.node().lookup(id)));
    }

    private void sending() {
        FxStage.run(() -> pane.show(new TabState.Sending(NOW, 200, stream.size(), stream.size(), stream, null)));
    }

    private List<?> rows() {
        return FxStage.on(() -> ((ListView<?>) pane.node().lookup("#events-list")).getItems());
    }

    private int size() {
        return FxStage.on(() -> pane.node().lookup("#events-list") instanceof ListView<?> list ? list.getItems().size() : -1);
    }

    private String count() {
        return FxStage.on(() -> ((Labeled) pane.node().lookup("#events-count")).getText());
    }

    private Outcome.Cancelled stopped() {
        var answer = Answers.response(200, "OK", "text/event-stream", stream);
        return new Outcome.Cancelled(Answers.wire("GET", "http://api.test/sse"), answer, List.of());
    }

    @Test
    void eventsStandInTheListAsTheyComeAndStayWhenTheUserStops() {
        stream.comes("id: 1\nevent: tone\ndata: {\"n\": 1}\n\n");
        sending();
        FxStage.await("the first event", () -> size() == 1);
        assertTrue(count().startsWith("1 event · "), count());
        stream.comes("data: two\n\nretry: 500\ndata: three\n\ndata: unfi");
        FxStage.await("two more, without another word of progress", () -> size() == 3);
        FxStage.await("the wish of the server", () -> count().contains("reconnect after 500 ms"));
        FxStage.run(() -> ((ListView<?>) pane.node().lookup("#events-list")).getSelectionModel().select(0));
        FxStage.await("the event laid out", () -> find("#event-opened", TextArea.class) instanceof TextArea area && area.getText().equals("{\n  \"n\": 1\n}"));
        assertTrue(find("#event-about", Labeled.class).getText().startsWith("Event 1 · tone · id 1 · "));
        FxStage.run(() -> ((ButtonBase) pane.node().lookup("#events-stop")).fire());
        assertEquals(1, stops.get());
        FxStage.run(() -> pane.show(new TabState.Done(stopped())));
        FxStage.await("what was seen stays", () -> size() == 3);
        assertEquals("Stopped: what came until then is kept and shown.", find("#response-banner", Labeled.class).getText());
        assertEquals("{\n  \"n\": 1\n}", find("#event-opened", TextArea.class).getText());
    }

    @Test
    void aFilterFindsInWhatIsThereAndInWhatComes() {
        for (var i = 0; i < 12_000; i++) {
            stream.comes("data: number " + i + "\n\n");
        }
        sending();
        FxStage.await("all", () -> size() == 12_000);
        FxStage.await("the newest in view", () -> FxStage.on(() -> pane.node().lookupAll(".event-number").stream().anyMatch(n -> ((Labeled) n).getText().equals("12000"))));
        FxStage.run(() -> ((TextField) pane.node().lookup("#events-filter")).setText("NUMBER 1199"));
        FxStage.await("what is there", () -> size() == 11);
        stream.comes("event: other\ndata: number 11990 again\n\ndata: not this\n\n");
        FxStage.await("what comes", () -> size() == 12);
        assertTrue(count().startsWith("12 of 12,002 events"), count());
        FxStage.run(() -> ((TextField) pane.node().lookup("#events-filter")).clear());
        FxStage.await("all again", () -> size() == 12_002);
    }

    @Test
    void theRawTextIsASecondView() {
        stream.comes("data: a\n\n");
        sending();
        FxStage.run(() -> pane.show(new TabState.Done(Answers.received(Answers.response(200, "OK", "text/event-stream", stream)))));
        FxStage.run(() -> ((ToggleButton) pane.node().lookup("#events-raw")).fire());
        FxStage.await("the raw text", () -> find("#body-text", TextView.class) instanceof TextView view && FxStage.on(() -> view.paragraphs().count()) > 0);
        FxStage.run(() -> ((ToggleButton) pane.node().lookup("#events-raw")).fire());
        FxStage.await("the list", () -> size() == 1);
    }

    @Test
    void anAnswerOfTheHistoryIsTakenApartWithoutTimes() {
        FxStage.run(() -> pane.show(new TabState.Done(Answers.received(Answers.response(200, "OK", "text/event-stream", TestBody.of("data: a\n\nid: 7\ndata: b\n\n"))))));
        FxStage.await("the events", () -> pane.node().lookup("#events-list") != null && size() == 2);
        FxStage.await("a dash for the time", () -> FxStage.on(() -> pane.node().lookupAll(".event-time").stream().anyMatch(n -> "–".equals(((Labeled) n).getText()))));
    }

    @Test
    void aMillionEventsAreARowsCountAndNotAMillionNodes() {
        FxStage.run(() -> pane.show(new TabState.Done(Answers.received(Answers.response(200, "OK", "text/event-stream", TestBody.of("data: x\n\n".repeat(1_000_000)))))));
        FxStage.await("the events", () -> pane.node().lookup("#events-list") != null && size() == 1_000_000);
        FxStage.run(() -> ((ToggleButton) pane.node().lookup("#events-follow")).fire());
        FxStage.await("the last one in view", () -> FxStage.on(() -> pane.node().lookupAll(".event-number").stream().anyMatch(n -> ((Labeled) n).getText().equals("1000000"))));
        assertTrue(FxStage.on(() -> pane.node().lookupAll(".event-data").size()) < 100);
        assertEquals(1_000_000, rows().size());
    }

    @Test
    void theHeadCanBeReadWhileTheStreamStillComes() {
        var hop = new Hop(Answers.wire("GET", "http://api.test/sse"), Answers.response(200, "OK", "text/event-stream", stream, new Header("X-Seen", "early")), Hop.Why.FIRST);
        stream.comes("data: a\n\n");
        FxStage.run(() -> pane.show(new TabState.Sending(NOW, 200, stream.size(), stream.size(), stream, hop)));
        FxStage.run(() -> pane.select("headers"));
        FxStage.await("its header", () -> pane.node().lookupAll(".table-cell").stream().anyMatch(n -> n instanceof Labeled cell && "early".equals(cell.getText())));
        stream.comes("data: b\n\n");
        FxStage.run(() -> pane.show(new TabState.Sending(NOW, 200, stream.size(), stream.size(), stream, hop)));
        assertTrue(FxStage.on(() -> pane.node().lookup("#headers-table") != null), "more events do not take the tab away");
        FxStage.run(() -> pane.select("body"));
        FxStage.await("the events", () -> size() == 2);
    }
}
