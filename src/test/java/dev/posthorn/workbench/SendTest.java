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
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SendTest {

    @TempDir
    private Path home;
    private Workbench workbench;

    @BeforeEach
    void open() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        workbench = new Workbench(new Engine(new BodyStore(home.resolve("bodies")), automatic), automatic, new Cookies(Clock.systemUTC()),
                new DemoOnDemand(), Executors.newVirtualThreadPerTaskExecutor(), Clock.systemUTC(), new Random(1));
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private Outcome send(Request request) {
        return workbench.sendNow(request, Context.none(home), Progress.silent(), new Cancellation());
    }

    @Test
    void theDemoServerStartsWhenARequestNamesItAndNotBefore() throws Exception {
        var shown = workbench.scopes(Context.none(home)).resolve("{{demo}}/get");
        assertTrue(shown.missing().isEmpty());
        assertFalse(workbench.demo().running().isPresent());
        var outcome = assertInstanceOf(Outcome.Received.class, send(Request.get("{{demo}}/get?a=1")));
        assertEquals(200, outcome.response().status());
        var body = new String(outcome.response().body().open().readAllBytes());
        assertTrue(body.contains("/get?a=1"), body);
        assertEquals(outcome.response().timings().total(), outcome.response().timings().total());
    }

    @Test
    void aJobTellsItsListenerTheOutcomeOnce() throws Exception {
        var done = new CompletableFuture<Outcome>();
        workbench.send(Request.get("{{demo}}/get"), Context.none(home), "Get", new SendListener() {
            @Override
            public void changed(TabState.Sending state) {}

            @Override
            public void done(Outcome outcome) {
                assertTrue(done.complete(outcome));
            }
        });
        assertInstanceOf(Outcome.Received.class, done.get());
    }
}
