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
import dev.posthorn.model.Assertion;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Await;
import dev.posthorn.model.Body;
import dev.posthorn.model.Check;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.model.Settings;
import dev.posthorn.model.VariableChange;
import dev.posthorn.script.Host;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptedRunTest {

    @TempDir
    static Path home;

    private static Workbench workbench;

    @BeforeAll
    static void start() {
        var clock = Clock.systemUTC();
        var automatic = new AutomaticHeaders("test");
        workbench = new Workbench(new Engine(new BodyStore(home.resolve("bodies")), automatic), automatic, new Cookies(clock), new DemoOnDemand(), Runnable::run, clock, new Random(1));
    }

    @AfterAll
    static void stop() {
        workbench.close();
    }

    private static List<Script> scripts(String before, String after) {
        return List.of(new Script(Script.Phase.PRE_REQUEST, before), new Script(Script.Phase.TEST, after));
    }

    private static RequestItem item(String name, String before, String after) {
        return new RequestItem("id-" + name, name, Request.get("{{demo}}/anything").withScripts(scripts(before, after)), List.of());
    }

    private static Context context(Item... items) {
        var collection = new Collection("C", "", Auth.NONE, List.of(Entry.of("where", "collection")), List.of(), Settings.NONE, List.of(items));
        return new Context(collection, List.of(), new Environment("E", false, List.of(Entry.of("token", "none"))), null, List.of(), home);
    }

    /// What a run told, in order: "start A", "said x", "script request A", "end A 200".
    private static final class Heard implements RunListener {

        private final List<String> lines = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();

        @Override
        public void started(Step step) {
            lines.add("start " + step.item().name() + " " + step.round());
        }

        @Override
        public void said(Step step, Host.Severity severity, String text) {
            lines.add("said " + text);
        }

        @Override
        public void scriptEnded(Step step, ScriptRun run) {
            if (run.fault() != null) {
                lines.add("fault " + run.level() + " " + run.fault().text());
            }
        }

        @Override
        public void finished(Step step, Sent now) {
            sent.add(now);
            lines.add("end " + step.item().name() + " " + (now.outcome() instanceof Outcome.Received received ? received.response().status() : now.outcome().getClass().getSimpleName()));
        }

        List<String> starting(String... words) {
            return lines.stream().filter(l -> Arrays.stream(words).anyMatch(l::startsWith)).toList();
        }
    }

    private static RunResult run(RunPlan plan, Heard heard) {
        return new Run(workbench).run(plan, heard, new Cancellation());
    }

    @Test
    void scriptsRunFromTheCollectionInAndSeeWhatTheOnesBeforeSet() {
        var request = item("R", "console.log('request', pm.variables.get('where')); pm.environment.set('token', 7)", "pm.test('sent', () => pm.expect(pm.response.json().headers).to.have.property('X-Token', '7'))");
        var withHeader = new RequestItem(request.id(), request.name(), request.request().withHeaders(List.of(Entry.of("X-Token", "{{token}}"))), List.of());
        var folder = new Folder("f", "F", "", Auth.INHERIT, List.of(Entry.of("where", "folder")), scripts("console.log('folder')", "console.log('folder after')"), Settings.NONE, List.of(withHeader));
        var c = context(folder).collection();
        var all = new Collection("C", "", Auth.NONE, c.variables(), scripts("console.log('collection')", "console.log('collection after', typeof pm.environment.get('token'))"), Settings.NONE, c.items());
        var heard = new Heard();
        var result = run(RunPlan.of(new Context(all, List.of(), new Environment("E", false, List.of(Entry.of("token", "none"))), null, List.of(), home), null), heard);
        assertEquals(List.of("said collection", "said folder", "said request folder", "said collection after number", "said folder after"), heard.starting("said"));
        assertEquals(List.of("sent"), heard.sent.getFirst().report().assertions().map(Assertion::name).toList());
        assertTrue(result.green(), heard.lines + " " + heard.sent.getFirst().report());
        assertEquals(List.of(new VariableChange(VariableChange.Place.ENVIRONMENT, "token", 7)), heard.sent.getFirst().report().changes());
        assertEquals(7, result.variables().environment().toMap().get("token"));
    }

    @Test
    void scriptsLeadTheRunBackOnAndToItsEnd() {
        var heard = new Heard();
        var result = run(RunPlan.of(context(item("A", "", "pm.variables.set('n', (pm.variables.get('n') || 0) + 1)"), item("Skipped", "pm.execution.skipRequest()", "console.log('never')"),
                item("Again", "", "if (pm.variables.get('n') < 2) { pm.execution.setNextRequest('A') } else { postman.setNextRequest(null) }"), item("Never", "", "")), null), heard);
        assertEquals(List.of("start A 0", "start Skipped 0", "start Again 0", "start A 0", "start Skipped 0", "start Again 0"), heard.starting("start"));
        assertEquals(2, result.counts().skipped());
        assertEquals(List.of(), heard.starting("said"));
    }

    @Test
    void aScriptThatFailsKeepsNeitherTheRequestNorTheNextFromTheirTurn() {
        var heard = new Heard();
        var result = run(RunPlan.of(context(item("A", "pm.nothing.at.all", "pm.test('fails', () => pm.expect(1).to.equal(2)); undefinedFunction()"), item("B", "", "")), null), heard);
        assertEquals(List.of("end A 200", "end B 200"), heard.starting("end"));
        assertEquals(2, heard.starting("fault request A TypeError", "fault request A ReferenceError").size(), heard.lines.toString());
        assertEquals(new RunResult.Counts(1, 2, 2, 0, 0, 1, 1, 4, 2), result.counts());
        assertFalse(result.green());
    }

    @Test
    void aRunStopsAtTheFirstFailureWhereItShall() {
        var heard = new Heard();
        var result = run(RunPlan.of(context(item("A", "", "pm.test('no', () => { throw new Error('no') })"), item("B", "", "")), null).stopping(RunPlan.Bail.FAILURE), heard);
        assertEquals(List.of("start A 0"), heard.starting("start"));
        assertEquals("a failure in \"A\"", result.stopped());
        assertFalse(result.cancelled());
    }

    @Test
    void eachRoundHasItsRowOfTheDataAndLanesShareNothing() {
        var rows = List.<Map<String, Object>>of(Map.of("n", 1), Map.of("n", 2), Map.of("n", 3), Map.of("n", 4));
        var request = item("A", "pm.environment.set('sum', (pm.environment.get('sum') || 0) + pm.iterationData.get('n'))", "console.log(pm.info.iteration + ':' + pm.iterationData.get('n') + ':' + pm.response.json().args.n)");
        var item = new RequestItem("a", "A", request.request().withAddress("{{demo}}/anything?n={{n}}", List.of(Entry.of("n", "{{n}}")), List.of()), List.of());
        var heard = new Heard();
        var alone = run(RunPlan.of(context(item), null).withRounds(4, rows), heard);
        assertEquals(List.of("said 0:1:1", "said 1:2:2", "said 2:3:3", "said 3:4:4"), heard.starting("said"));
        assertEquals(10, alone.variables().environment().toMap().get("sum"));
        var lanes = new Heard();
        var result = run(RunPlan.of(context(item), null).withRounds(4, rows).inLanes(3), lanes);
        assertEquals(List.of("said 0:1:1", "said 1:2:2", "said 2:3:3", "said 3:4:4"), lanes.starting("said").stream().sorted().toList());
        assertEquals(4, result.counts().rounds());
    }

    @Test
    void whatHasNoValueIsSentAsItIsTypedInARunAndTold() {
        var item = new RequestItem("a", "A", Request.get("{{demo}}/anything").withHeaders(List.of(Entry.of("X-Here", "{{nowhere}}"))), List.of());
        var heard = new Heard();
        assertTrue(run(RunPlan.of(context(item), null), heard).green());
        assertEquals(List.of("said No value for {{nowhere}} (header X-Here): sent as it is typed."), heard.starting("said"));
        assertInstanceOf(Outcome.Failed.class, workbench.sendNow(item.request(), context(item), Progress.silent(), new Cancellation()));
    }

    @Test
    void anAnswerIsAwaitedAndJudgedByTheTable() {
        var start = new RequestItem("s", "Start", Request.get("{{demo}}/processes?looks=2").withMethod("POST").withScripts(scripts("", "pm.collectionVariables.set('id', pm.response.json().id)")), List.of());
        var until = new Check(true, Check.Subject.JSON_PATH, "$.status", Check.Operator.EQUALS, "done");
        var settings = Check.into(Await.into(Settings.NONE, new Await(until, Duration.ofMillis(50), Duration.ofSeconds(30)), true),
                List.of(new Check(true, Check.Subject.STATUS, "", Check.Operator.EQUALS, "200"), new Check(true, Check.Subject.JSON_PATH, "$.result.amount", Check.Operator.BELOW, "10")));
        var ask = new RequestItem("a", "Ask", Request.get("{{demo}}/processes/{{id}}").withSettings(settings).withScripts(scripts("", "pm.test('done', () => pm.expect(pm.response.json().asked).to.equal(3))")), List.of());
        var heard = new Heard();
        var result = run(RunPlan.of(context(start, ask), null), heard);
        var report = heard.sent.getLast().report();
        assertEquals(3, report.tries());
        assertEquals("PASSED PASSED FAILED", report.assertions().map(a -> a.verdict().name()).collect(Collectors.joining(" ")), report.toString());
        assertEquals(1, result.counts().failedTests());
    }

    @Test
    void aRequestChangedByItsScriptIsSentAsItWasLeft() {
        var heard = new Heard();
        var item = item("A", "pm.request.method = 'POST'; pm.request.headers.add({key: 'X-Made', value: 'here'}); pm.request.url = pm.request.url.toString() + '?q=1'; pm.request.body.update({mode: 'raw', raw: 'brass'});",
                "const sent = pm.response.json(); console.log(sent.method, sent.headers['X-Made'], sent.args.q, sent.data)");
        run(RunPlan.of(context(new RequestItem("a", "A", item.request().withBody(new Body.Raw("tin", "text")), List.of())), null), heard);
        assertEquals(List.of("said POST here 1 brass"), heard.starting("said"), heard.lines.toString());
    }

    @Test
    void secretsAreCoveredInWhatScriptsSay() {
        var secret = new Environment("E", false, List.of(Entry.of("key", "never-shown-anywhere").withSecret(true)));
        var plain = context(item("A", "console.log('key is ' + pm.environment.get('key'))", ""));
        var heard = new Heard();
        run(RunPlan.of(new Context(plain.collection(), List.of(), secret, null, List.of(), home), null), heard);
        assertEquals(1, heard.starting("said key is ").size());
        assertFalse(heard.lines.toString().contains("never-shown-anywhere"), heard.lines.toString());
    }
}
