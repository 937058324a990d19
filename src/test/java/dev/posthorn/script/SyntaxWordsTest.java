package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Sandbox;
import dev.posthorn.model.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The words are those of Node 20.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SyntaxWordsTest {

    private Sandbox sandbox;
    private ScriptWorld world;

    @BeforeAll
    void opens() {
        sandbox = new Sandbox();
        world = new Scripts(sandbox).world();
    }

    @AfterAll
    void closes() {
        world.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "{\"x\": 1, \"y\": 2}                        | Unexpected token ':'",
        "foo bar                                     | Unexpected identifier 'bar'",
        "if (a {                                     | Unexpected token '{'",
        "var x = ;                                   | Unexpected token ';'",
        "foo(1 2)                                    | missing ) after argument list",
        "let a = 1; let a = 2;                       | Identifier 'a' has already been declared",
        "'abc                                        | Invalid or unexpected token",
        "var a = 5 5;                                | Unexpected number",
        "var a = 5 'five';                           | Unexpected string",
        "const z;                                    | Missing initializer in const declaration",
        "pm.test('x', function () { pm.expect(1)     | Unexpected end of input",
        "1 = 2                                       | Invalid left-hand side in assignment",
        "var class = 1                               | Unexpected token 'class'",
        "<html>                                      | Unexpected token '<'",
        "else { }                                    | Unexpected token 'else'",
        "import x from 'y'                           | Cannot use import statement outside a module",
        "continue                                    | Illegal continue statement: no surrounding iteration statement",
        "var 1a                                      | Invalid or unexpected token",
    })
    void aScriptThatCannotBeReadSaysWhyInV8sWords(String script, String words) {
        var task = new Task(Script.Phase.TEST, "request One", script, new Task.Info(0, 1, "One", "1", List.of()), Variables.none(), Map.of(), null, List.of());

        var fault = world.run(task, new NoHost(), Limits.time(Duration.ofSeconds(60)), new Cancellation()).fault();

        assertEquals("SyntaxError: " + words, fault.name() + ": " + fault.message());
    }
}
