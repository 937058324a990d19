package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
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
        "with ({}) { while (1) {} }", "Array.prototype.reverse.call({length: 2 ** 53 - 1})", "new Set({[Symbol.iterator]: () => ({next: () => ({value: 1, done: false})})})"})
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
        "Error.prepareStackTrace = () => { throw 1 }", "delete globalThis.Promise; delete globalThis.JSON"})
    void harmsOnlyItself(String script) {
        WORLD.run(script);
        assertTrue(WORLD.console.size() <= 2_000);
        assertTrue(WORLD.console.stream().allMatch(line -> line.length() < 70_000));
        theNextOneRuns();
    }

    private static void theNextOneRuns() {
        var ran = WORLD.run("pm.test('fine', () => pm.expect(pm.response.json().a).to.eql([1, 2]))");
        assertNull(ran.fault());
        assertEquals(1, ran.assertions().size());
        assertNull(ran.assertions().getFirst().error());
    }
}
