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
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        assertEquals(workbench.demo().running().orElseThrow() + "/get?a=1", outcome.sent().url());
    }

    @Test
    void theAutomaticRowsAreThoseThatGoOut() {
        var draft = Request.get("{{demo}}/post").withMethod("POST").withBody(new Body.Raw("{}", "json")).withAuth(new Auth("bearer", Map.of("token", "t")))
                .withHeaders(List.of(Entry.of("accept", "text/html")));
        var rows = workbench.automaticHeaders(draft, Context.none(home)).stream().filter(h -> h.state() == AutomaticHeaders.State.SENT).map(AutomaticHeader::name).toList();
        assertEquals(List.of("Authorization", "Host", "Content-Type", "User-Agent", "Cache-Control", "Posthorn-Token", "Accept-Encoding", "Connection", "Content-Length"), rows);
        var sent = assertInstanceOf(Outcome.Received.class, send(draft)).sent().headers().stream().map(Header::name).filter(n -> !n.equals("accept")).sorted().toList();
        assertEquals(rows.stream().sorted().toList(), sent);
    }

    @Test
    void aRunSendsAllInOrderWithTheCookiesOfTheOnesBefore() {
        var first = item("1", "Set", Request.get("{{demo}}/cookies/set?horn=brass"));
        var lost = item("2", "Lost", Request.get("http://127.0.0.1:1/"));
        var inner = new Folder("f", "Inner", "", Auth.INHERIT, List.of(Entry.of("where", "cookies")), List.of(), Settings.NONE,
                List.of(item("3", "Read", Request.get("{{demo}}/{{where}}"))));
        var collection = new Collection("C", "", Auth.NONE, List.of(), List.of(), Settings.NONE, List.of(first, lost, inner));
        var context = new Context(collection, List.of(), null, null, List.of(), home);
        var heard = new ArrayList<String>();
        var listener = new RunListener() {
            @Override
            public void started(Step step) {
                heard.add(step.number() + " " + step.item().name());
            }

            @Override
            public void finished(Step step, Sent sent) {
                heard.add(sent.outcome() instanceof Outcome.Received received ? received.response().status() + " " + received.response().sizes().body() : "no answer");
            }
        };
        var result = new Run(workbench).run(RunPlan.of(context, null), listener, new Cancellation());
        assertEquals(List.of("0 Set", "200 45", "1 Lost", "no answer", "2 Read", "200 45"), heard);
        assertEquals(2, result.counts().answered());
        assertEquals(1, result.counts().failed());
        assertFalse(result.green());
        assertEquals(1, RunPlan.requests(collection, inner).size());
    }

    @Test
    void aCancelledRunSaysWhatItSkipped() {
        var collection = new Collection("C", "", Auth.NONE, List.of(), List.of(), Settings.NONE,
                List.of(item("1", "A", Request.get("{{demo}}/get")), item("2", "B", Request.get("{{demo}}/get"))));
        var cancellation = new Cancellation();
        var listener = new RunListener() {
            @Override
            public void started(Step step) {}

            @Override
            public void finished(Step step, Sent sent) {
                cancellation.cancel();
            }
        };
        var result = new Run(workbench).run(RunPlan.of(new Context(collection, List.of(), null, null, List.of(), home), null), listener, cancellation);
        assertEquals(1, result.counts().answered());
        assertEquals(2, result.counts().planned());
        assertTrue(result.cancelled());
    }

    private static RequestItem item(String id, String name, Request request) {
        return new RequestItem(id, name, request, List.of());
    }

    @Test
    void aJobTellsItsListenerTheOutcomeOnce() throws Exception {
        var done = new CompletableFuture<Outcome>();
        workbench.send(Request.get("{{demo}}/get"), Context.none(home), "Get", new SendListener() {
            @Override
            public void changed(TabState.Sending state) {}

            @Override
            public void done(Sent sent) {
                assertTrue(done.complete(sent.outcome()));
            }
        });
        assertInstanceOf(Outcome.Received.class, done.get());
    }
}
