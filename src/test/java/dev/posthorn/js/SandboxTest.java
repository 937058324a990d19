package dev.posthorn.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class SandboxTest {

    private static final Sandbox SANDBOX = new Sandbox();
    private static final Limits LONG = Limits.time(Duration.ofSeconds(30));

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    private static Object run(String text) throws ScriptError {
        try (var room = SANDBOX.open(Map.of())) {
            return room.run(new Script("test.js", text), LONG);
        }
    }

    private static ScriptError error(String text) {
        return assertThrows(ScriptError.class, () -> run(text));
    }

    @Test
    void valuesComeBackAsPlainOnes() throws ScriptError {
        assertEquals(3, run("1 + 2"));
        assertEquals(0.5, run("1 / 2"));
        assertEquals(List.of("a", Map.of("b", true)), run("['a', {b: true}]"));
        assertEquals(null, run("undefined"));
    }

    @Test
    void aRoomKeepsItsVariablesToItself() throws ScriptError {
        try (var one = SANDBOX.open(Map.of()); var other = SANDBOX.open(Map.of())) {
            one.run(new Script("a", "secret = 1; function twice(x) { return x * 2 }; Array.prototype.odd = 1"), LONG);
            assertEquals(8, one.call("twice", List.of(4), LONG));
            assertTrue(one.has("twice", LONG));
            assertEquals("undefined,undefined", other.run(new Script("b", "typeof secret + ',' + typeof [].odd"), LONG));
        }
    }

    @Test
    void callbacksTakeAndGivePlainValuesAndTheirErrorsCanBeCaught() throws ScriptError {
        Map<String, Callback> globals = Map.of("join", a -> String.valueOf(a), "list", _ -> List.of(1, Map.of("x", "y")), "fail", _ -> {
            throw new IllegalArgumentException("no such day");
        });
        try (var room = SANDBOX.open(globals)) {
            assertEquals("[1, a, [2], {k=null}]", room.run(new Script("t", "join(1, 'a', [2], {k: null})"), LONG));
            assertEquals("2y", room.run(new Script("t", "list().length + list()[1].x"), LONG));
            assertEquals("no such day", room.run(new Script("t", "try { fail() } catch (e) { e.message }"), LONG));
            assertEquals("no such day", assertThrows(ScriptError.class, () -> room.run(new Script("t", "fail()"), LONG)).getMessage());
        }
    }

    @Test
    void thereIsNoWayOut() throws ScriptError {
        assertEquals("", run("['Java','Packages','Polyglot','load','loadWithNewGlobal','print','console','process','require','Graal','java'].filter(n => n !== 'Graal' && typeof globalThis[n] !== 'undefined').join()"));
        assertEquals("undefined", run("new Function('return typeof Java')()"));
        assertTrue(error("import('/etc/passwd'); import('fs').then(); await 1").kind() == ScriptError.Kind.SYNTAX);
    }

    @Test
    void errorsNameTheirPlace() {
        var syntax = error("var a = 1;\nvar b = ;\n");
        assertEquals(ScriptError.Kind.SYNTAX, syntax.kind());
        assertEquals("test.js", syntax.script());
        assertEquals(2, syntax.line());
        var thrown = error("function f() {\n\n  return nothing.x;\n}\nf()");
        assertEquals(ScriptError.Kind.THROWN, thrown.kind());
        assertEquals("ReferenceError: nothing is not defined", thrown.getMessage());
        assertEquals(3, thrown.line());
        assertEquals("RangeError: Maximum call stack size exceeded", error("(function f() { f() })()").getMessage());
    }

    @Test
    void anEndlessScriptIsStopped() throws ScriptError {
        try (var room = SANDBOX.open(Map.of())) {
            var error = assertThrows(ScriptError.class, () -> room.run(new Script("t", "while (true) {}"), Limits.time(Duration.ofMillis(200))));
            assertEquals(ScriptError.Kind.TIME, error.kind());
            assertEquals("it did not end within 200 ms", error.getMessage());
            assertEquals(ScriptError.Kind.STOPPED, assertThrows(ScriptError.class, () -> room.run(new Script("t", "1"), LONG)).kind());
        }
        assertEquals(2, run("1 + 1"));
    }

    @Test
    void closingARoomStopsItsScript() throws Exception {
        var begun = new CountDownLatch(1);
        var room = SANDBOX.open(Map.of("begun", _ -> {
            begun.countDown();
            return null;
        }));
        var closer = Thread.ofVirtual().start(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            room.close();
        });
        assertEquals(ScriptError.Kind.STOPPED, assertThrows(ScriptError.class, () -> room.run(new Script("t", "begun(); while (true) {}"), LONG)).kind());
        closer.join();
    }
}
