package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.js.Callback;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Room;
import dev.posthorn.js.Sandbox;
import dev.posthorn.js.Script;
import dev.posthorn.js.ScriptError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What `expect` says of a value is, sign for sign, what Postman says: `expect.tsv` holds sentences, and what Newman 6.2.2 answered to each.
@Timeout(120)
final class ExpectTest {

    private static final Sandbox SANDBOX = new Sandbox();
    private static final Limits LONG = Limits.time(Duration.ofSeconds(60));

    /// The least of a script's world that `expect` stands on.
    private static final String GROUND = """
            const ph = {
              sdk: { Response: { isResponse: () => false }, Request: { isRequest: () => false } },
              load: (name) => (0, eval)(text(name.slice(name.lastIndexOf('/') + 1))),
              lazy(target, name, make) {
                const settle = (value) => Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: true });
                Object.defineProperty(target, name, { configurable: true, enumerable: true, get: () => settle(make())[name], set: settle });
              },
            };
            ph.load('expect.js')(ph);
            """;

    private static final String VERDICT = """
            function verdict(sentence) {
              try {
                const value = sentence();
                return ['string', 'number', 'boolean'].includes(typeof value) ? `ok ${value}` : 'ok';
              } catch (error) {
                return `${String(error && error.name)}: ${String(error && error.message)}`;
              }
            }
            """;

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    private static String resource(String name) {
        try (var in = ExpectTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Room room() throws ScriptError {
        var room = SANDBOX.open(Map.of("text", (Callback) arguments -> resource(String.valueOf(arguments.getFirst()))));
        room.run(new Script("ground.js", GROUND), LONG);
        return room;
    }

    private static Object run(String text) throws ScriptError {
        try (var room = room()) {
            return room.run(new Script("test.js", text), LONG);
        }
    }

    @Test
    void sentencesEndAsInPostman() throws ScriptError {
        var rows = resource("expect.tsv").lines().map(line -> line.split("\t", 2)).toList();
        var sentences = rows.stream().map(row -> "() => (" + row[0] + ")").collect(Collectors.joining(",\n", "[", "]"));
        var verdicts = (List<?>) run("const { expect, assert, chai } = ph;\n" + VERDICT + sentences + ".map((sentence) => verdict(sentence).trim())");
        var different = new StringBuilder();
        for (var i = 0; i < rows.size(); i++) {
            if (!rows.get(i)[1].equals(verdicts.get(i))) {
                different.append(rows.get(i)[0]).append("\n  Postman: ").append(rows.get(i)[1]).append("\n  here:    ").append(verdicts.get(i)).append('\n');
            }
        }
        assertEquals("", different.toString());
        assertTrue(rows.size() > 300);
    }

    @Test
    void failuresCarryWhatWasExpectedAndWhatThereWas() throws ScriptError {
        var error = run("""
                let caught;
                try { ph.expect({ a: 1 }, 'answer').to.deep.equal({ a: 2 }); } catch (error) { caught = error; }
                ({ name: caught.name, is: caught instanceof Error, actual: caught.actual.a, expected: caught.expected.a, showDiff: caught.showDiff,
                  operator: caught.operator, json: JSON.parse(JSON.stringify(caught)).message });
                """);
        assertEquals(Map.of("name", "AssertionError", "is", true, "actual", 1, "expected", 2, "showDiff", true, "operator", "deepStrictEqual",
                "json", "answer: expected { a: 1 } to deeply equal { a: 2 }"), error);
    }

    @Test
    void theStackOfAFailureBeginsWhereTheScriptAsked() throws ScriptError {
        var stack = run("""
                function mine() {
                  ph.expect(1).to.be.a('number').and.equal(2);
                }
                let stack;
                try { mine(); } catch (error) { stack = error.stack; }
                stack.split('\\n').slice(0, 2);
                """);
        var lines = (List<?>) stack;
        assertEquals("AssertionError: expected 1 to equal 2", lines.getFirst());
        assertTrue(lines.get(1).toString().contains("mine") && lines.get(1).toString().contains("test.js:2"), lines::toString);
    }

    @Test
    void shouldGoesAsItCame() throws ScriptError {
        assertEquals(List.of("expected 5 to equal 6", "expected null to exist", "undefined"), run("""
                const told = (ask) => { try { ask(); return 'nothing'; } catch (error) { return error.message; } };
                const should = ph.chai.should();
                const said = [told(() => (5).should.equal(6)), told(() => should.exist(null))];
                delete Object.prototype.should;
                [...said, String(({}).should)];
                """));
    }

    @Test
    void aSentenceCostsNothingOfTheNextOne() throws ScriptError {
        assertEquals(List.of(true, false), run("""
                const begun = ph.expect([1]).to;
                begun.have.not.lengthOf(2);
                const sentence = begun.be.an('array');
                ph.expect([1, 2]).to.deep.include.members([2]);
                [Boolean(sentence.__flags.negate) === false, Boolean(begun.__flags.deep)];
                """));
    }
}
