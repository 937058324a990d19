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
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.store.History;
import dev.posthorn.store.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sends to the demo server, which echoes what it got, secrets and all.
final class RecorderTest {

    @TempDir
    private Path home;
    private Workbench workbench;
    private History history;

    @BeforeEach
    void start() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        workbench = new Workbench(new Engine(new BodyStore(home.resolve("bodies")), automatic), automatic, new Cookies(Clock.systemUTC()),
                new DemoOnDemand(), Runnable::run, Clock.systemUTC(), new Random(1));
        history = new History(new Home(home.resolve("data")));
    }

    @AfterEach
    void stop() {
        history.close();
        workbench.close();
    }

    @Test
    void aSendIsKeptWithItsAnswerAndWithoutTheValuesOfSecrets() throws IOException {
        var environment = new Environment("E", false, List.of(Entry.of("pass", "s3cr&t-value").withSecret(true), Entry.of("word", "zebra")));
        var context = new Context(null, List.of(), environment, null, List.of(), home);
        var request = Request.get("{{demo}}/post").withMethod("POST").withAuth(new Auth("bearer", Map.of("token", "literal-{{pass}}")))
                .withBody(new Body.Raw("{\"animal\":\"{{word}}\",\"any\":\"{{pass}}\",\"link\":\"/?x=s3cr%26t-value\"}", "json"));
        var outcome = workbench.sendNow(request, context, Progress.silent(), new Cancellation());
        var id = new Recorder(history, Clock.systemUTC()).add(context, "Echo", request, outcome).join();
        Workbench.release(outcome);

        var found = history.search("zebra echo", 10, Long.MAX_VALUE).join();
        assertEquals(List.of(id), found.stream().map(r -> r.id()).toList());
        var kept = history.open(id).join().orElseThrow();
        assertTrue(kept.request().toString().contains("{{pass}}"), kept.request().toString());
        var answer = assertInstanceOf(Outcome.Received.class, kept.outcome()).response();
        assertEquals(200, answer.status());
        try (var body = answer.body().open()) {
            var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains("zebra") && text.contains("••••••"), text);
            assertFalse(text.contains("s3cr"), text);
        }
        assertEquals(0, history.count("s3cr").join());
        history.close();
        try (var files = Files.list(home.resolve("data"))) {
            for (var file : files.toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("s3cr"), file.toString());
            }
        }
    }
}
