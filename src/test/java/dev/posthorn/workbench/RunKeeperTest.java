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
import dev.posthorn.model.Assertion;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.model.Settings;
import dev.posthorn.script.Host;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptRuns;
import dev.posthorn.store.RunHead;
import dev.posthorn.store.RunRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunKeeperTest {

    private static final String SECRET = "never-shown-anywhere";

    @TempDir
    private Path home;

    private static RequestItem item(String id, String url) {
        return new RequestItem(id, "The " + id, Request.get(url).withHeaders(List.of(new Entry("X-Key", "{{key}}", "", true, false))), List.of());
    }

    private static Collection collection() {
        var folder = new Folder("f", "Orders", "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, List.of(item("one", "{{demo}}/get?q={{key}}")));
        return new Collection("Shop", "", Auth.NONE, List.of(), List.of(), Settings.NONE, List.of(folder, item("two", "http://127.0.0.1:1/{{key}}")));
    }

    private Context context() {
        return new Context(collection(), List.of(), new Environment("Test", false, List.of(new Entry("key", SECRET, "", true, true))), null, List.of(), home);
    }

    private static final class Kept implements RunKeeper.Sink {
        private final List<RunRow> rows = new ArrayList<>();
        private RunHead head;
        private String trouble;

        @Override
        public void added(RunRow row) {
            rows.add(row);
        }

        @Override
        public void ended(RunHead ended, List<RunRow> all, String why) {
            head = ended;
            trouble = why;
        }
    }

    private Kept run(KeptRuns runs, Path file) throws Exception {
        var automatic = new AutomaticHeaders("Posthorn/test");
        var kept = new Kept();
        try (var workbench = new Workbench(new Engine(new BodyStore(home.resolve("bodies")), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(),
                Executors.newVirtualThreadPerTaskExecutor(), Clock.systemUTC(), new Random(1))) {
            var keeper = new RunKeeper("Shop", "", runs.begin(file), Set::of, kept);
            new Run(workbench).run(RunPlan.of(context(), null).withRounds(2, List.of()), keeper, new Cancellation());
        }
        return kept;
    }

    @Test
    void aRunIsKeptWithItsExchangesAndWithoutSecretsForTheUserAlone() throws Exception {
        var runs = new KeptRuns(new Home(home.resolve("home")), Clock.systemUTC());
        var file = home.resolve("shop.json");
        var kept = run(runs, file);
        assertEquals("", kept.trouble);
        assertEquals(List.of("one 200", "two 0", "one 200", "two 0"), kept.rows.stream().map(r -> r.item() + " " + r.status()).toList());
        assertFalse(kept.rows.get(0).bad());
        assertTrue(kept.rows.get(1).trouble().contains("127.0.0.1"), kept.rows.get(1).trouble());
        assertEquals("Orders", kept.rows.getFirst().path());

        var again = new KeptRuns(new Home(home.resolve("home")), Clock.systemUTC());
        var heads = again.list(file);
        assertEquals(List.of(kept.head), heads.stream().map(h -> new RunHead(h.id(), h.title(), h.item(), h.environment(), kept.head.began(), kept.head.took(), h.cancelled(), h.stopped(),
                h.rounds(), h.planned(), h.answered(), h.failed(), h.skipped(), h.tests(), h.failedTests(), h.skippedTests(), h.scripts(), h.failedScripts())).toList());
        assertEquals("Test", heads.getFirst().environment());
        assertEquals(RunHead.Verdict.FAILED, heads.getFirst().verdict());
        assertEquals(kept.rows, again.rows(file, heads.getFirst()));
        var detail = again.detail(file, heads.getFirst(), kept.rows.getFirst());
        var received = assertInstanceOf(Outcome.Received.class, detail.outcome());
        assertTrue(new String(received.response().body().open().readAllBytes(), StandardCharsets.UTF_8).contains("\"url\""));
        assertInstanceOf(Outcome.Failed.class, again.detail(file, heads.getFirst(), kept.rows.get(1)).outcome());
        assertEquals(List.of(), again.list(home.resolve("other.json")));
        assertFalse(everything(home.resolve("home/runs"), kept.rows).contains(SECRET));
        try (var files = Files.walk(home.resolve("home/runs"))) {
            for (var path : files.filter(Files::isRegularFile).toList()) {
                assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), path.toString());
            }
        }
        again.delete(file, heads.getFirst());
        assertEquals(List.of(), again.list(file));
    }

    /// All texts of the kept runs, as they are when they are read.
    private static String everything(Path folder, List<RunRow> rows) throws Exception {
        var all = new StringBuilder(rows.toString());
        try (var files = Files.walk(folder)) {
            for (var path : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(path);
                all.append(new String(bytes, StandardCharsets.UTF_8));
                if (path.endsWith("exchanges.bin")) {
                    for (var row : rows) {
                        try (var in = new InflaterInputStream(new java.io.ByteArrayInputStream(bytes, (int) row.at(), row.length()))) {
                            all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        }
        assertTrue(all.toString().contains("X-Key"), "the exchanges are in it");
        return all.toString();
    }

    @Test
    void testsConsoleLinesAndSkippedRequestsComeBackAndAreToldAgain() throws Exception {
        var runs = new KeptRuns(new Home(home.resolve("home")), Clock.systemUTC());
        var file = home.resolve("shop.json");
        var kept = new Kept();
        var keeper = new RunKeeper("Shop", "", runs.begin(file), Set::of, kept);
        keeper.began(RunPlan.of(context(), null));
        var step = new Step(0, 0, item("one", "http://x/"), List.of("Orders"));
        keeper.started(step);
        keeper.said(step, Host.Severity.WARN, "mind the " + SECRET);
        var fault = new ScriptFault("AssertionError", "expected 1 to equal " + SECRET, "request The one", 3, 7);
        var script = new ScriptRun(Script.Phase.TEST, "request The one", "one", List.of(Assertion.passed("fine"), Assertion.failed("sum", fault), Assertion.skipped("later")), null, Duration.ofMillis(2));
        keeper.finished(step, new Sent(new Outcome.Skipped("folder Orders"), new ScriptReport(List.of(script), List.of(Assertion.passed("status")), null, null, List.of(), 3), step.item().request()));
        keeper.ended(new RunResult(new RunResult.Counts(1, 1, 0, 0, 1, 3, 1, 1, 0), false, "", Clock.systemUTC().instant(), Duration.ofSeconds(1), dev.posthorn.script.Variables.none()));

        var row = kept.rows.getFirst();
        assertEquals(RunRow.End.SKIPPED, row.end());
        assertEquals("2 1 1", row.passed() + " " + row.failed() + " " + row.skipped());
        assertTrue(row.trouble().startsWith("sum: expected 1 to equal "), row.trouble());
        assertFalse(row.trouble().contains(SECRET));
        var detail = runs.detail(file, kept.head, row);
        assertEquals(new Outcome.Skipped("folder Orders"), detail.outcome());
        assertEquals("warn", detail.said().getFirst().level());
        assertFalse(detail.said().getFirst().text().contains(SECRET));
        assertEquals(3, detail.report().tries());
        assertEquals(List.of("fine", "sum", "later", "status"), detail.report().assertions().map(Assertion::name).toList());
        assertEquals(3, detail.report().runs().getFirst().assertions().get(1).error().line());

        var told = new ArrayList<String>();
        new RunReplay(context(), kept.head, kept.rows, r -> runs.detail(file, kept.head, r)).into(new RunListener() {
            @Override
            public void began(RunPlan plan) {
                told.add("began " + plan.requests().size());
            }

            @Override
            public void started(Step now) {
                told.add(now.item().name() + " in " + now.path());
            }

            @Override
            public void scriptEnded(Step now, ScriptRun run) {
                told.add(run.level());
            }

            @Override
            public void finished(Step now, Sent sent) {
                told.add("failed " + sent.report().failed());
            }

            @Override
            public void ended(RunResult result) {
                told.add("ended " + result.counts().tests());
            }
        });
        assertEquals(List.of("began 1", "The one in [Orders]", "request The one", "failed 1", "ended 3"), told);
    }
}
