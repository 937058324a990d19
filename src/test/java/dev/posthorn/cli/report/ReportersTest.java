package dev.posthorn.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Response;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.model.Settings;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.StoredBody;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Wire;
import dev.posthorn.script.Host;
import dev.posthorn.store.Redaction;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One run, made by hand, told in every form: a test that passed, one that failed, one left out, a script that broke, a request without an answer.
final class ReportersTest {

    private static final String SECRET = "never-shown-anywhere";
    private static final RequestItem READ = new RequestItem("r1", "Read <b>", Request.get("http://x.test/a").withScripts(List.of(new Script(Script.Phase.TEST, "pm.test('ok')"))), List.of());
    private static final RequestItem DEAD = new RequestItem("r2", "死んだ", Request.get("http://dead.test/"), List.of());

    @TempDir
    Path folder;

    private final StringWriter printed = new StringWriter();

    private static Response answer(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var stored = new StoredBody() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long position, byte[] into, int offset, int length) {
                throw new UnsupportedOperationException();
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public Optional<Path> file() {
                return Optional.empty();
            }

            @Override
            public void release() {}
        };
        var none = Duration.ZERO;
        return new Response(200, "OK", "HTTP/1.1", List.of(new Header("Content-Type", "text/plain"), new Header("Set-Cookie", "sid=" + SECRET + "; Path=/")), stored,
                new Sizes(10, 0, 20, bytes.length, bytes.length), new Timings(Instant.EPOCH, none, none, none, none, none, Duration.ofMillis(12), none), "127.0.0.1:80", false);
    }

    private static Sent answered() {
        var wire = new Wire("GET", "http://x.test/a?q=1&q=2#end", List.of(new Header("Authorization", "Bearer " + SECRET)), Payload.empty());
        var test = new ScriptRun(Script.Phase.TEST, "request Read\u001b[2J", "r1", List.of(Assertion.passed("ok"), Assertion.failed("bad", new ScriptFault("AssertionError", "expected 1 to equal 2 " + SECRET, "", 4, 7)),
                Assertion.skipped("later")), new ScriptFault("TypeError", "x is not a function", "", 9, 3), Duration.ZERO);
        var before = new ScriptRun(Script.Phase.PRE_REQUEST, "collection Shop", "", List.of(), null, Duration.ZERO);
        var report = new ScriptReport(List.of(before, test), List.of(), null, null, List.of(), 1);
        return new Sent(new Outcome.Received(List.of(new Hop(wire, answer("hello " + SECRET + " ]]>"), Hop.Why.FIRST))), report, READ.request());
    }

    private String told(String name, Map<String, String> options) throws Exception {
        var file = folder.resolve("sub").resolve("report");
        var out = new PrintWriter(printed, true);
        var look = new Setting.Look(false, true, false, 100);
        var setting = new Setting("Shop", out, look, new LiveLine(out, false, true, 80), options, file, "1.0", Clock.systemUTC(), Failure::sentence, (_, _) -> new Redaction(Set.of(SECRET)));
        var inner = new Folder("f1", "Orders", "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, List.of(DEAD));
        var collection = new Collection("Shop", "", Auth.NONE, List.of(), List.of(), Settings.NONE, List.of(READ, inner));
        var environment = new Environment("Test", false, List.of(Entry.of("token", SECRET).withSecret(true), Entry.of("n", "1")));
        var plan = RunPlan.of(new Context(collection, List.of(), environment, null, List.of(), folder), null);
        try (var reporter = Reporters.named(name).orElseThrow().maker().apply(setting)) {
            reporter.began(plan);
            reporter.roundBegan(0);
            var first = new Step(0, 0, READ, List.of());
            reporter.started(first);
            reporter.said(first, Host.Severity.LOG, "saying " + SECRET + "\u001b[31m!");
            answered().report().runs().forEach(run -> reporter.scriptEnded(first, run));
            reporter.finished(first, answered());
            var second = new Step(0, 1, DEAD, List.of("Orders"));
            reporter.started(second);
            reporter.finished(second, new Sent(Outcome.Failed.before(new Failure.UnknownHost("dead.test")), ScriptReport.NONE, DEAD.request()));
            reporter.roundEnded(0);
            reporter.ended(new RunResult(new RunResult.Counts(1, 2, 1, 1, 0, 2, 1, 2, 1), false, "", Instant.EPOCH, Duration.ofSeconds(1), plan.context().values()));
            reporter.write();
        }
        var text = Files.exists(file) ? Files.readString(file) : printed.toString();
        assertFalse(text.contains(SECRET), text);
        return text;
    }

    @Test
    void theTerminalShowsEachRequestWithItsTestsThenTheSumsThenTheFailures() throws Exception {
        var text = told("cli", Map.of());
        assertTrue(text.contains("→ Read <b>\n  │ saying •••••• [31m!\n"), text);
        assertTrue(text.contains("  GET http://x.test/a?q=1&q=2#end [200 OK, "), text);
        assertTrue(text.contains("  ✓  ok\n  1. bad\n  -  [skipped] later\n  2. TypeError in test-script\n"), text);
        assertTrue(text.contains("❏ Orders\n↳ 死んだ\n  GET http://dead.test/ [errored]\n"), text);
        assertTrue(text.contains("│              assertions │                3 │  "), text);
        assertTrue(text.contains(" 1.  AssertionError  bad\n") && text.contains("at assertion:1 in test-script (line 4 of the test script of request Read [2J)"), text);
        assertFalse(text.contains("\u001b"), "a name steers the terminal");
        assertTrue(text.contains("inside \"Orders / 死んだ\""), text);
        var widths = text.lines().filter(line -> line.startsWith("│") || line.startsWith("├")).map(String::length).distinct().toList();
        assertEquals(1, widths.size(), text);
    }

    @Test
    void partsOfTheTerminalsReportCanBeLeftOut() throws Exception {
        var text = told("cli", Map.of("no-summary", "true", "no-failures", "true", "no-success-assertions", "true", "no-console", "true", "no-banner", "true"));
        assertFalse(text.contains("iterations") || text.contains("#") && text.contains("detail") || text.contains("ok\n") || text.contains("saying") || text.contains("Posthorn"), text);
        assertTrue(text.contains("1. bad"), text);
    }

    @Test
    void jsonHasTheFormOfNewmans() throws Exception {
        var root = ((Json.Obj) JsonReader.read(told("json", Map.of()))).map();
        assertEquals(List.of("collection", "environment", "globals", "run"), List.copyOf(root.keySet()));
        var run = (Map<?, ?>) root.get("run");
        assertEquals("[stats, timings, executions, transfers, failures, error]", run.keySet().toString());
        var stats = (Map<?, ?>) run.get("stats");
        assertEquals("{total=2, pending=0, failed=1}", stats.get("requests").toString());
        assertEquals("{total=3, pending=0, failed=1}", stats.get("assertions").toString());
        assertEquals("{total=1, pending=0, failed=1}", stats.get("testScripts").toString());
        var executions = (List<?>) run.get("executions");
        var first = (Map<?, ?>) executions.getFirst();
        assertEquals("[cursor, item, request, response, id, assertions, testScript]", first.keySet().toString());
        assertEquals("[x, test]", ((Map<?, ?>) ((Map<?, ?>) first.get("request")).get("url")).get("host").toString());
        var stream = (Map<?, ?>) ((Map<?, ?>) first.get("response")).get("stream");
        assertTrue(stream.get("data").toString().startsWith("[104, 101, 108, 108, 111"), stream.toString());
        var failures = (List<?>) run.get("failures");
        assertEquals(List.of("assertion:1 in test-script", "test-script:9:3", "request"), failures.stream().map(f -> ((Map<?, ?>) f).get("at")).toList());
        assertEquals("Orders", ((Map<?, ?>) ((Map<?, ?>) failures.getLast()).get("parent")).get("name"));
    }

    @Test
    void junitIsWellFormedWithASuiteForEachRequest() throws Exception {
        var text = told("junit", Map.of());
        var suites = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).getElementsByTagName("testsuite");
        assertEquals(2, suites.getLength());
        assertEquals("Read <b>", suites.item(0).getAttributes().getNamedItem("name").getNodeValue());
        assertEquals("3 1 1", String.join(" ", List.of("tests", "failures", "errors").stream().map(a -> suites.item(0).getAttributes().getNamedItem(a).getNodeValue()).toList()));
        assertTrue(text.contains("<skipped/>") && text.contains("type=\"AssertionFailure\""), text);
    }

    @Test
    void theTapReportCountsEveryTestAndTrouble() throws Exception {
        var text = told("tap", Map.of());
        assertTrue(text.startsWith("TAP version 13\n") && text.endsWith("1..5\n"), text);
        assertTrue(text.contains("ok 1 - ok\nnot ok 2 - bad\n") && text.contains("ok 3 - later # SKIP\n") && text.contains("not ok 5 - request\n"), text);
    }

    @Test
    void thePageEscapesWhatServersAndFilesSay() throws Exception {
        var text = told("html", Map.of());
        assertTrue(text.contains("Read &lt;b&gt;") && text.contains("data-state=\"failed\"") && text.contains("3 failures"), text);
        assertFalse(text.contains("@ROWS@") || text.contains("@TITLE@") || text.contains("src=\"http") || text.contains("Read <b>"), text);
    }
}
