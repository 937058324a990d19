package dev.posthorn.js;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SyntaxTest {

    private static final Sandbox SANDBOX = new Sandbox();
    private static final Syntax SYNTAX = new Syntax(SANDBOX);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', value = {
        "let a = ;                      | 1:9  | SyntaxError: Expected a value but found ;",
        "f();\\nif (x {\\n}             | 2:7  | SyntaxError: Expected ) but found {",
        "pm.test('a', () => {\\n  f(2;\\n}); | 2:6 | SyntaxError: Expected , but found ;",
        "} f(); {                       | 1:3  | SyntaxError: Expected the end of the script but found }",
        "f(\\n\\n                       | 1:2  | SyntaxError: Expected a value but found the end of the script",
        "let a = 1; let a = 2;          | 1:16 | SyntaxError: Variable \"a\" has already been declared",
    })
    void whatCannotBeReadIsSaidWithItsPlace(String script, String place, String message) {
        var error = SYNTAX.check(script.replace("\\n", "\n")).orElseThrow();
        assertEquals(place + " " + message, error.line() + ":" + error.column() + " " + error.getMessage());
    }

    @Test
    void scriptsMayWaitAndReturnAtTheTopAndAreNotRun() {
        assertEquals("", said("const r = await pm.sendRequest('x');\nif (!r) return;\nfor (const a of b) { `${a ? `x${1}` : ''}`; }"));
        assertEquals("", said("while (true) {}"));
        assertEquals("", said("with (a) { x = 010; }"));
        assertEquals("", said("  \n"));
    }

    private static String said(String script) {
        return SYNTAX.check(script).map(Throwable::getMessage).orElse("");
    }
}
