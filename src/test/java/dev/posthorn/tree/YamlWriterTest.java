package dev.posthorn.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files as Postman's app writes them.
final class YamlWriterTest {

    @Test
    void aRequestLooksAsPostmanWritesIt() {
        var row = map("key", "limit", "value", "20", "disabled", true);
        var request = map("$kind", "http-request", "url", "{{baseUrl}}/books", "method", "POST", "headers", map("Accept", "*/*", "X-On", "yes"),
                "queryParams", List.of(row), "body", map("type", "json", "content", "{\n  \"a\": 1\n}"), "settings", map("disabledSystemHeaders", List.of()),
                "scripts", List.of(map("type", "http:beforeRequest", "code", "a();\r\nb();")), "credentials", map(), "order", 1000);
        assertEquals("""
                $kind: http-request
                url: "{{baseUrl}}/books"
                method: POST
                headers:
                  Accept: "*/*"
                  X-On: "yes"
                queryParams:
                  - key: limit
                    value: "20"
                    disabled: true
                body:
                  type: json
                  content: |-
                    {
                      "a": 1
                    }
                settings:
                  disabledSystemHeaders: []
                scripts:
                  - type: http:beforeRequest
                    code: "a();\\r\\nb();"
                credentials: {}
                order: 1000
                """, YamlWriter.write(request));
    }

    @Test
    void lineEndsAtTheEndOfATextDecideTheBlock() {
        assertEquals("""
                a: |-
                  x
                  y
                b: |
                  x
                  y
                c: |+
                  x

                d: |2-
                    x
                  y
                """, YamlWriter.write(map("a", "x\ny", "b", "x\ny\n", "c", "x\n\n", "d", "  x\ny")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "N", "012", "1:30", "1_000", "0x1F", "~", "null", "2001-01-01", ".inf", "=", "<<", "", "1e3", "{{x}}", "- a", "a: b", "a #b"})
    void whatAnyReaderTakesForSomethingElseStandsInDoubleQuotes(String text) {
        assertEquals("v: \"" + text + "\"\n", YamlWriter.write(map("v", text)));
        assertEquals("\"" + text + "\": v\n", YamlWriter.write(map(text, "v")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http:beforeRequest", "http://localhost:4500/a?b=c", "GET", "Bearer {{t}}", "127.0.0.1", "text/javascript", "a#b", "it's", "-records-uuid"})
    void aSimpleTextNeedsNoQuotes(String text) {
        assertEquals("v: " + text + "\n", YamlWriter.write(map("v", text)));
    }

    @Test
    void everyTreeIsReadBackAsItWas() throws YamlProblem {
        var random = new Random(7);
        for (var round = 0; round < 1_000; round++) {
            Object tree = round % 2 == 0 ? map("v", NastyTrees.text(random), "w", new ArrayList<>(Arrays.asList(NastyTrees.text(random), null))) : NastyTrees.tree(random, 0);
            var text = YamlWriter.write(tree);
            try {
                assertTrue(YamlCore.same(tree, Yaml.read(text)), () -> "written as:\n" + text);
            } catch (YamlProblem e) {
                throw new AssertionError(e.getMessage() + " at " + e.line() + ":" + e.column() + " in:\n" + text, e);
            }
            assertTrue(YamlCore.same(tree, Yaml.read(YamlWriter.flow(tree))), () -> "in flow style:\n" + YamlWriter.flow(tree));
        }
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
