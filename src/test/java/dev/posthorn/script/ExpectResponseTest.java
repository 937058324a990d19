package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Sandbox;
import dev.posthorn.model.Header;
import dev.posthorn.model.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What tests say of requests and answers: `expect-response.tsv` holds sentences, and what Newman 6.2.2 answered to each.
@Timeout(120)
final class ExpectResponseTest {

    private static final Sandbox SANDBOX = new Sandbox();
    private static final Scripts SCRIPTS = new Scripts(SANDBOX);

    private static final String GROUND = """
            const S = require('postman-collection');
            const headers = [{ key: 'Content-Type', value: 'application/json' }, { key: 'X-Two', value: 'a' }, { key: 'X-Two', value: 'b' }];
            const json = '{"a":1,"b":{"c":[1,{"d":null}],"e.f":2},"x y":3}';
            const r = (code, body = json, status) => new S.Response({ code, status, header: headers, body, responseTime: 12 });
            const q = () => new S.Request({ url: 'http://x.y/z?a=1', method: 'POST', header: [{ key: 'X-One', value: '1' }] });
            const { expect } = pm;
            """;

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    private static List<String[]> rows() throws IOException {
        try (var in = ExpectResponseTest.class.getResourceAsStream("expect-response.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t", 2)).toList();
        }
    }

    private static Ran run(String code) {
        var info = new Task.Info(0, 1, "Get", "1", List.of("Get"));
        var body = "{\"id\": 7, \"name\": \"Ada\"}".getBytes(StandardCharsets.UTF_8);
        var answer = new Answer(200, "OK", List.of(new Header("Content-Type", "application/json")), 25, body.length, () -> body);
        var request = Map.<String, Object>of("url", "http://localhost/get", "method", "GET");
        return SCRIPTS.run(new Task(Script.Phase.TEST, "Get", code, info, Variables.none(), request, answer, List.of()), new NoHost(),
                Limits.time(Duration.ofSeconds(60)), new Cancellation());
    }

    /// Each test with why it failed, or `ok`.
    private static Map<String, String> verdicts(Ran ran) {
        var verdicts = new LinkedHashMap<String, String>();
        for (var assertion : ran.assertions()) {
            var error = assertion.error();
            verdicts.put(assertion.name(), error == null ? "ok" : error.text());
        }
        return verdicts;
    }

    @Test
    void sentencesAboutAnswersEndAsInPostman() throws IOException {
        var tests = rows().stream().map(row -> "() => " + row[0]).collect(Collectors.joining(",\n", "[", "]"));
        var ran = run(GROUND + tests + ".forEach((test) => pm.test(test.toString().slice('() => '.length), () => { test(); }));");
        assertNull(ran.fault());
        var verdicts = verdicts(ran);
        var different = new StringBuilder();
        for (var row : rows()) {
            var here = String.valueOf(verdicts.get(row[0])).replace("\n", "\\n");
            if (!row[1].equals(here)) {
                different.append(row[0]).append("\n  Postman: ").append(row[1]).append("\n  here:    ").append(here).append('\n');
            }
        }
        assertEquals("", different.toString());
        assertTrue(verdicts.size() > 120);
    }

    @Test
    void aFailedTestNamesTheLineOfTheScript() {
        var ran = run("""
                pm.test('is fine', () => {
                  pm.response.to.have.status(200);
                  pm.response.to.not.be.error;
                  pm.response.to.have.jsonBody('id', 7).and.have.header('content-type');
                });
                pm.test('is another', () => {
                  pm.response.to.have.jsonBody('name', 'Ada');
                  pm.expect(pm.response.json()).to.have.property('id', 8);
                });
                """);
        assertNull(ran.fault());
        assertEquals(Map.of("is fine", "ok", "is another", "AssertionError: expected { id: 7, name: 'Ada' } to have property 'id' of 8, but got 7"), verdicts(ran));
        assertEquals(8, ran.assertions().getLast().error().line());
    }
}
