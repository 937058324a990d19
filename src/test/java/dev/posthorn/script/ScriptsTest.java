package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.model.Assertion;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
final class ScriptsTest {

    private static final ScriptBench WORLD = new ScriptBench();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static String verdicts(Ran ran) {
        return ran.assertions().stream().map(a -> a.name() + " " + a.verdict() + (a.error() == null ? "" : " " + a.error().text())).collect(Collectors.joining("\n"));
    }

    @Test
    void testsAreJudgedAsInPostman() {
        var ran = WORLD.run("""
                pm.test('passes', () => {});
                pm.test('fails', () => pm.expect(1).to.equal(2));
                pm.test('without function');
                pm.test.skip('left out');
                pm.test('a text', () => { throw 'bad' });
                pm.test('nothing', () => { throw null });
                pm.test('outer', () => { pm.test('inner', () => { throw new RangeError('in') }) });
                pm.test('called back', done => setTimeout(done, 1));
                pm.test('called back badly', done => done(new Error('no')));
                pm.test('twice', done => { done(); done(new Error('2')); done() });
                pm.test('never called back', done => {});
                pm.test('awaited', async () => { await null; pm.expect(1).to.equal(3) });
                pm.test('never settled', () => new Promise(() => {}));
                """);
        assertNull(ran.fault());
        assertEquals("""
                passes PASSED
                fails FAILED AssertionError: expected 1 to equal 2
                without function PASSED
                left out SKIPPED
                a text FAILED AssertionError: bad
                nothing FAILED AssertionError: nothing
                inner FAILED RangeError: in
                outer PASSED
                called back badly FAILED Error: no
                twice PASSED
                twice FAILED Error: 2
                awaited FAILED AssertionError: expected 1 to equal 3
                never settled FAILED Error: the promise of this test was never settled
                called back PASSED""", verdicts(ran));
        assertEquals(2, ran.assertions().get(1).error().line());
    }

    @Test
    void timersAndAnswersKeepAScriptAlive() {
        var ran = WORLD.run("""
                setTimeout(x => console.log('timer', x), 5, 1);
                let n = 0;
                const every = setInterval(() => { if (++n === 3) { clearInterval(every); console.log('three') } }, 1);
                queueMicrotask(() => console.log('micro'));
                pm.sendRequest('http://localhost/b', (error, response) => console.log('answer', error, response.code));
                clearTimeout(setTimeout(() => console.log('never'), 1));
                console.log('first');
                """);
        assertNull(ran.fault());
        assertEquals(List.of("first", "micro"), WORLD.console.subList(0, 2));
        assertTrue(WORLD.console.containsAll(List.of("timer 1", "three", "answer null 200")), WORLD.console.toString());
        assertEquals(5, WORLD.console.size());
    }

    @Test
    void awaitAndReturnStandAtTheTopAndGlobalsEndWithTheirWorld() {
        assertNull(WORLD.run("const r = await pm.sendRequest('http://localhost/b'); leaked = r.code; console.log(leaked); return; nothing.here").fault());
        assertEquals(List.of("200"), WORLD.console);
        WORLD.run("Array.prototype.odd = 1");
        WORLD.renew();
        WORLD.run("console.log(typeof leaked, typeof Array.prototype.odd)");
        assertEquals(List.of("undefined undefined"), WORLD.console);
    }

    @Test
    void errorsNameTheirPlaceInTheUsersScript() {
        var thrown = WORLD.run("const a = 1;\n  null.foo").fault();
        assertEquals("TypeError: Cannot read properties of null (reading 'foo') 2:3", thrown.text() + " " + thrown.line() + ":" + thrown.column());
        var syntax = WORLD.run("const b = ;").fault();
        assertEquals("SyntaxError 1:11", syntax.name() + " " + syntax.line() + ":" + syntax.column());
        var ours = WORLD.run("\n\npm.expect(1).to.equal(2)").fault();
        assertEquals("AssertionError: expected 1 to equal 2 3", ours.text() + " " + ours.line());
        assertEquals("Error: unhandled", WORLD.run("Promise.reject(new Error('unhandled'))").fault().text());
        assertNull(WORLD.run("throw null").fault());
    }

    @Test
    void anErrorInATimerOrCallbackFailsNothingAndIsToldInTheConsole() {
        WORLD.console.clear();
        assertNull(WORLD.run("\nsetTimeout(() => { throw new TypeError('late') }, 1)").fault());
        assertEquals(List.of("TypeError: late (line 2) in a timer or callback, which fails no test"), WORLD.console);
    }

    @Test
    void whatWasToldBeforeTheLimitIsKept() {
        var variables = Variables.none();
        var told = "pm.test('before', () => {}); pm.environment.set('kept', 5);";
        assertNull(WORLD.run(told).fault());
        var ran = WORLD.run(told + " setTimeout(() => {}, 1e6)", Limits.time(Duration.ofMillis(1500)), new Cancellation(), variables);
        assertEquals("sandbox: asynchronous script execution timeout", ran.fault().message());
        assertEquals(List.of(Assertion.passed("before")), ran.assertions());
        assertEquals(5, variables.environment().toMap().get("kept"));
        assertEquals("Script execution timed out after 200ms", WORLD.run("while (true) {}", Limits.time(Duration.ofMillis(200)), new Cancellation(), variables).fault().message());
    }

    @Test
    void aCancelledScriptEnds() {
        var cancellation = new Cancellation();
        cancellation.cancel();
        assertEquals("sandbox: the script was stopped", WORLD.run("while (true) {}", Limits.time(Duration.ZERO), cancellation, Variables.none()).fault().message());
    }

    @Test
    void theConsoleWritesValuesOut() {
        WORLD.run("const o = {a: [1, 'x'], f() {}}; o.self = o; console.log('text', o, new Map([[1, 2]]), null, undefined, -0, 5n)");
        assertEquals(List.of("text { a: [ 1, 'x' ], f: [Function: f], self: [Circular *1] } Map(1) { 1 => 2 } null undefined -0 5n"), WORLD.console);
    }

    @Test
    void thereIsNoWayOut() {
        WORLD.run("console.log(['Java', 'Packages', 'Polyglot', 'Graal', 'load', 'print', 'quit', 'java', 'process'].filter(n => (0, eval)('typeof ' + n) !== 'undefined').join())");
        assertEquals(List.of(""), WORLD.console);
    }
}
