package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scripts that mean harm, or were written by mistake: each ends, the next one runs, the program lives.
@Timeout(240)
final class HostileScriptTest {

    private static final ScriptBench WORLD = new ScriptBench();
    private static final Limits SHORT = Limits.time(Duration.ofMillis(60));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    /// The script ends by its limit or by an error, and leaves nothing behind.
    @ParameterizedTest
    @ValueSource(strings = {"for (;;);", "do {} while (1)", "label: for (;;) { try { continue label } finally { continue label } }", "try { while (true); } finally { while (true); }",
        "const f = () => Promise.resolve().then(f); f()", "async function spin() { while (true) await null } spin(); await 1", "(function again() { queueMicrotask(again) })()",
        "setInterval(() => {}, 0)", "(function again() { setTimeout(again, 0); setTimeout(again, 0) })()", "setTimeout(() => { while (true); }, 1)",
        "(function again() { pm.sendRequest('http://localhost/b', again); pm.sendRequest('http://localhost/b', again) })()",
        "/(a*)*\\1b/.test('a'.repeat(3000))", "'a'.repeat(1 << 20).replace(/(?=(a+))\\1b|a(?<!b.*)/g, 'x')",
        "[3, 1, 2].sort(() => { while (true); })", "const trap = {[Symbol.toPrimitive]() { while (true); }}; pm.environment.set('x', `${trap}`)",
        "pm.test({toString() { while (true) {} }}, () => {})", "Object.keys(new Proxy({}, {ownKeys() { while (1); }}))",
        "const o = {}; o.__proto__ = new Proxy({}, {getPrototypeOf() { while (1); }}); o instanceof Object",
        "function* endless() { while (true) yield 1 } for (const x of endless());", "pm.environment.set('x', {toJSON() { while (true); }})",
        "Object.defineProperty(Object.prototype, 'then', {get() { while (true); }}); await {}", "while (true) { try { (function f() { f() })() } catch {} }",
        "while (true) { try { new Function('while(true);')() } catch {} }", "eval('while (true);')", "let n = 2; while (n > 1) n = Math.sqrt(n * n)",
        "with ({}) { while (1) {} }",
        "Array.prototype[Symbol.iterator] = () => { while (true); }; [...[1]]", "throw {get name() { while (true); }}", "throw new Proxy(new Error('a'), {get() { while (1); }})",
        "pm.visualizer.set('x', {get a() { while (1); }})", "pm.execution.setNextRequest({toString() { while (1); }})",
        "pm.sendRequest(new Proxy({}, {get() { while (1); }}), () => {})", "Object.prototype.then = function () { while (1); }; await ({})", "async function* g() { while (true) yield 1 } for await (const x of g());",
        "while (true) await pm.sendRequest('http://localhost/b')", "_.template('<% while (true) {} %>')({})", "Symbol.for('x'); for (let i = 0; ; i++) Symbol.for('s' + i)",
 "Array.prototype.reverse.call({length: 2 ** 53 - 1})", "new Set({[Symbol.iterator]: () => ({next: () => ({value: 1, done: false})})})"})
    void endsAtItsLimit(String script) {
        var ran = WORLD.run(script, SHORT, new Cancellation(), Variables.none());
        assertTrue(ran.fault() != null, "it ended by itself");
        theNextOneRuns();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(function f() { f() })()", "const g = {get x() { return this.x }}; g.x", "class A { constructor() { return new A() } } new A()", "'x'.repeat(2 ** 28)",
        "let s = 'x'; while (true) s += s", "new ArrayBuffer(1e9)", "new Uint8Array(2 ** 30)", "new Array(-1)", "Array(1e6).join('x'.repeat(1e6))", "''.padEnd(2 ** 30)",
        "Math.max.apply(null, {length: 1e9})", "String.fromCharCode.apply(null, {length: 1e9})", "Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0, 1e9)",
        "new WebAssembly.Module(new Uint8Array(8))", "''.constructor.constructor('return Java')()", "(() => {}).constructor('return process')().exit()",
        "console.log.constructor('return globalThis')().Polyglot.eval('js', '1')", "Packages.java.lang.System.exit(1)", "java.lang.Runtime.getRuntime().exec('true')",
        "load('http://localhost/evil.js')", "await import('fs')", "new Worker('x')", "throw new Proxy({}, {get() { throw 1 }})"})
    void endsByAnError(String script) {
        assertTrue(WORLD.run(script).fault() != null, "it went well");
        theNextOneRuns();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON.parse = JSON.stringify = Reflect.apply = () => 'evil'; Array.prototype.push = Map.prototype.set = Function.prototype.call = () => { throw new Error('patched') }",
        "Object.prototype.get = 5; Object.prototype.set = 6; Object.prototype.name = 'polluted'; Object.prototype.value = 7", "globalThis.setTimeout = globalThis.pm = globalThis.console = null",
        "Promise.prototype.then = null; Object.freeze(Array.prototype)", "Object.defineProperty(Array.prototype, 'evil', {get() { throw 1 }})",
        "for (let i = 0; i < 2500; i++) console.log(i)", "console.log('x'.repeat(1e7))", "let deep = []; for (let i = 0; i < 1e4; i++) deep = [deep]; console.log(deep)",
        "Error.prepareStackTrace = () => { throw 1 }",
        "tests = new Proxy({}, {ownKeys() { throw 1 }})", "pm.test('x', () => { throw null }); pm.test('y', () => { throw Symbol('s') })", "for (const name of Object.getOwnPropertyNames(globalThis)) { try { delete globalThis[name] } catch {} }",
        "const trap = new Proxy(function () {}, {get() { throw 'g' }, has() { throw 'h' }, ownKeys() { throw 'o' }}); for (const name of Object.keys(pm)) { try { pm[name](trap) } catch {} try { pm[name].set(trap, trap) } catch {} }",
        "Object.setPrototypeOf(Array.prototype, null); Object.setPrototypeOf(Function.prototype, null)", "Object.freeze(Object.prototype); Object.freeze(globalThis)",
        "let d = {}; for (let i = 0; i < 1e4; i++) d = {d}; pm.variables.set('d', d)", "pm.sendRequest(new Proxy({}, {get() { throw 1 }}), () => {})", "Promise.reject(new Proxy({}, {get() { throw 1 }}))",
 "delete globalThis.Promise; delete globalThis.JSON"})
    void harmsOnlyItself(String script) {
        WORLD.run(script);
        assertTrue(WORLD.console.size() <= 2_000);
        assertTrue(WORLD.console.stream().allMatch(line -> line.length() < 70_000));
        theNextOneRuns();
    }

    /// Variables outlive their script: those of a loop without end would fill the memory for all that comes after.
    @ParameterizedTest
    @ValueSource(strings = {"for (let i = 0; ; i++) pm.environment.set('big' + i, 'x'.repeat(1e6))",
        "let s = 'x'; while (true) pm.environment.set('grows', s += s)", "for (let i = 0; ; i++) pm.environment.set('k'.repeat(60000) + i, 1)",
        "pm.environment.set('list', Array.from({length: 30}, () => 'x'.repeat(1e6)))"})
    void variablesHaveAnEnd(String script) {
        var variables = Variables.none();
        var fault = WORLD.run(script, ScriptBench.LONG, new Cancellation(), variables).fault();
        assertTrue(fault != null && fault.message().contains("variables"), String.valueOf(fault));
        assertTrue(variables.environment().variables().size() <= VariableScope.MOST);
        assertTrue(variables.environment().variables().stream().mapToLong(v -> v.key().length() + VariableText.of(v.value()).length()).sum() <= VariableScope.MOST_CHARACTERS + 1_000_000);
        assertNull(WORLD.run("pm.test('fine', () => {})", ScriptBench.LONG, new Cancellation(), variables).fault());
    }

    @Test
    void aScopeTakesNoMoreVariablesThanItCanSendToAScriptButNewValuesForThoseItHas() {
        var scope = new VariableScope("");
        for (var i = 0; i < VariableScope.MOST; i++) {
            scope.setByScript("v" + i, i);
        }
        assertThrows(IllegalStateException.class, () -> scope.setByScript("one more", 1));
        scope.setByScript("v0", "new");
        assertEquals("new", scope.toMap().get("v0"));
    }

    /// A script that breaks out of the function around it is stopped all the same.
    @Test
    void breakingOutOfTheFunctionDoesNotBreakOutOfTheLimit() {
        assertTrue(WORLD.run("}); while (true); (() => {", SHORT, new Cancellation(), Variables.none()).fault() != null);
        theNextOneRuns();
    }

    private static void theNextOneRuns() {
        var ran = WORLD.run("pm.test('fine', () => pm.expect(pm.response.json().a).to.eql([1, 2]))");
        assertNull(ran.fault());
        assertEquals(1, ran.assertions().size());
        assertNull(ran.assertions().getFirst().error());
    }
}
