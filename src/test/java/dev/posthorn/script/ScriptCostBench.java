package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Sandbox;
import dev.posthorn.model.Assertion;
import dev.posthorn.model.Header;
import dev.posthorn.model.Script;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a script costs: the first of a process, and each when the engine has settled.
@Tag("bench")
final class ScriptCostBench {

    private static final int SCRIPTS = Integer.getInteger("bench.scripts", 2_000);
    private static final double PROMISED_MILLIS = 5;

    private static final String ONE_TEST = "pm.test('status', () => pm.response.to.have.status(200));";

    private static final String TYPICAL = """
            const answer = pm.response.json();
            pm.test('Status code is 200', function () {
                pm.response.to.have.status(200);
            });
            pm.test('It is JSON', () => {
                pm.response.to.be.json;
                pm.expect(pm.response.headers.get('Content-Type')).to.include('application/json');
            });
            pm.test('The maker is known', () => {
                pm.expect(answer).to.have.property('maker');
                pm.expect(answer.maker).to.be.an('object').that.includes.keys('name', 'since');
                pm.expect(answer.maker.since).to.be.below(1700);
            });
            pm.test('All tones are letters', () => {
                pm.expect(answer.tones).to.be.an('array').that.is.not.empty;
                answer.tones.forEach((tone) => pm.expect(tone).to.match(/^[a-g]$/));
            });
            pm.environment.set('maker', answer.maker.name);
            if (pm.collectionVariables.has('page')) {
                pm.collectionVariables.set('page', Number(pm.collectionVariables.get('page')) + 1);
            }
            """;

    private static final byte[] BODY = """
            {"title": "Call to the post", "tones": ["c", "e", "g"], "maker": {"name": "Haas", "since": 1690}}""".getBytes(StandardCharsets.UTF_8);

    @Test
    void aSettledScriptCostsLessThanFiveMilliseconds() {
        try (var sandbox = new Sandbox()) {
            var scripts = new Scripts(sandbox);
            var first = run(scripts, ONE_TEST);
            var one = settled(scripts, ONE_TEST);
            var typical = settled(scripts, TYPICAL);
            System.out.printf("scripts: the first %.0f ms; settled, medians of %d: one test %.2f ms (%.2f of processor), 20 lines %.2f ms (%.2f)%n", first, SCRIPTS / 2,
                    one.clock(), one.processor(), typical.clock(), typical.processor());
            assertTrue(one.clock() < PROMISED_MILLIS, () -> "one test costs " + one.clock() + " ms");
            assertTrue(typical.clock() < PROMISED_MILLIS, () -> "20 lines cost " + typical.clock() + " ms");
        }
    }

    /// In milliseconds.
    ///
    /// @param processor of all threads of the process, the compilers included, on average
    private record Cost(double clock, double processor) {}

    /// The second half of many.
    private static Cost settled(Scripts scripts, String code) {
        var times = new ArrayList<Double>();
        for (var i = 0; i < SCRIPTS / 2; i++) {
            run(scripts, code);
        }
        var before = processor();
        for (var i = 0; i < SCRIPTS / 2; i++) {
            times.add(run(scripts, code));
        }
        return new Cost(times.stream().sorted().toList().get(times.size() / 2), (processor() - before) / times.size());
    }

    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }

    private static double run(Scripts scripts, String code) {
        var variables = Variables.none();
        variables.collection().set("page", 1);
        var answer = new Answer(200, "OK", List.of(new Header("Content-Type", "application/json")), 12, BODY.length, () -> BODY);
        var info = new Task.Info(0, 1, "Call", "call", List.of("Calls", "Call"));
        var task = new Task(Script.Phase.TEST, "request Call", code, info, variables, Map.of("url", "http://localhost/call", "method", "GET"), answer, List.of());
        var begun = System.nanoTime();
        var ran = scripts.run(task, new NoHost(), Limits.time(Duration.ofSeconds(60)), new Cancellation());
        var took = (System.nanoTime() - begun) / 1e6;
        assertNull(ran.fault());
        assertTrue(!ran.assertions().isEmpty() && ran.assertions().stream().allMatch(a -> a.verdict() == Assertion.Verdict.PASSED), () -> "the tests failed: " + ran.assertions());
        return took;
    }
}
