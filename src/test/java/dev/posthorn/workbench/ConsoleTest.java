package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.store.Veil;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the console shows of sends to the demo server.
final class ConsoleTest {

    @TempDir
    private Path home;
    private final Console console = new Console(Clock.systemUTC());
    private Workbench workbench;

    @BeforeEach
    void open() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        workbench = new Workbench(new Engine(new BodyStore(home.resolve("bodies")), automatic, () -> Network.DEFAULT, console::exchanged), automatic,
                new Cookies(Clock.systemUTC()), new DemoOnDemand(), Runnable::run, Clock.systemUTC(), new Random(1), console);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private Outcome send(Request request) {
        return workbench.sendNow(request, Context.none(home), "My request", Progress.silent(), new Cancellation());
    }

    private List<ConsoleEntry.Exchanged> exchanges() {
        return console.entries().stream().map(e -> assertInstanceOf(ConsoleEntry.Exchanged.class, e)).toList();
    }

    @Test
    void everyHopOfARedirectIsAnEntryWithTheNameOfItsRequest() {
        send(Request.get("{{demo}}/redirect/2"));
        assertEquals(List.of(302, 302, 200), exchanges().stream().map(e -> e.traffic().received().status()).toList());
        assertTrue(exchanges().stream().allMatch(e -> e.sender().equals("My request")));
    }

    @Test
    void headsAreShownWithTheCredentialsCovered() {
        send(Request.get("{{demo}}/headers").withAuth(new Auth("bearer", Map.of("token", "abc.def.ghi"))));
        var entry = exchanges().getFirst();
        var head = ExchangeText.requestHead(entry.traffic());
        assertTrue(head.startsWith("GET /headers HTTP/1.1\n"), head);
        assertTrue(head.contains("Authorization: Bearer abc.def.ghi\n"), head);
        assertFalse(Veil.covered(entry.veil().head(head)).contains("abc.def.ghi"));
        assertTrue(ExchangeText.responseHead(entry.traffic()).startsWith("HTTP/1.1 200 OK\n"));
        assertTrue(ExchangeText.connection(entry.traffic()).getFirst().startsWith("Connected to 127.0.0.1:"));
    }

    @Test
    void aBodyThatWasReleasedCanStillBeRead() throws Exception {
        var outcome = send(Request.get("{{demo}}/post").withMethod("POST").withBody(new Body.Raw("horn", "text")));
        Workbench.release(outcome);
        try (var body = exchanges().getFirst().traffic().received().body().open()) {
            assertTrue(new String(body.readAllBytes()).contains("horn"));
        }
    }

    @Test
    void ofAGreatBodyOnlyTheBeginningIsKeptAndItsWholeSizeTold() {
        var text = "x".repeat(Console.PREVIEW * 3);
        send(Request.get("{{demo}}/post").withMethod("POST").withBody(new Body.Raw(text, "text")));
        var traffic = exchanges().getFirst().traffic();
        assertEquals(Console.PREVIEW, traffic.received().body().size());
        assertTrue(traffic.received().sizes().body() > text.length());
        assertEquals("98,304 bytes", ExchangeText.sentBody(traffic));
    }

    @Test
    void whatNeverWentOutStandsThereWithItsReason() {
        send(Request.get("https://{{nobody}}/"));
        var unsent = assertInstanceOf(ConsoleEntry.Unsent.class, console.entries().getFirst());
        assertInstanceOf(Failure.UnresolvedVariables.class, unsent.failure());
        assertEquals("https://{{nobody}}/", unsent.url());
    }

    @Test
    void aConnectionThatIsRefusedIsAnEntryToo() {
        send(Request.get("http://127.0.0.1:1/"));
        assertInstanceOf(Failure.Refused.class, exchanges().getFirst().traffic().failure());
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        for (var i = 0; i < 2_100; i++) {
            console.said("r", ConsoleEntry.Severity.LOG, "line " + i);
        }
        assertEquals(2_000, console.entries().size());
        assertEquals("line 100", ((ConsoleEntry.Said) console.entries().getFirst()).text());
        for (var i = 0; i < 800; i++) {
            console.said("r", ConsoleEntry.Severity.WARN, "y".repeat(Console.PREVIEW));
        }
        assertTrue(console.entries().size() < 800, "24 MiB are " + console.entries().size() + " entries of 64 KiB");
    }

    @Test
    void listenersHearOfEachChange() {
        var heard = new AtomicInteger();
        console.listen(heard::incrementAndGet);
        console.said("r", ConsoleEntry.Severity.INFO, "one");
        console.clear();
        assertEquals(2, heard.get());
        assertEquals(List.of(), console.entries());
    }
}
