package dev.posthorn.script;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.posthorn.model.Header;
import dev.posthorn.model.Script;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// `pm`, the collection SDK and the older interface answer as newman does, expression by expression.
class PmProbesTest {

    private static final String SHOW = """
            function show(v) {
              var f = function (k, x) { return typeof x === 'function' ? '[fn]' : x === undefined ? '[undefined]' : x };
              if (v === undefined) return 'undefined';
              if (typeof v === 'function') return 'function';
              if (typeof v === 'number' || typeof v === 'boolean') return String(v);
              if (v instanceof Error) return v.name + ': ' + v.message;
              var t; try { t = JSON.stringify(v, f) } catch (e) { t = e.name + ': ' + e.message }
              var n = v && typeof v === 'object' && v.constructor ? v.constructor.name : 'Object';
              return n === 'Object' || n === 'Array' ? t : n + ' ' + t;
            }
            function out(i, t) {
              console.log('@@' + i + '@@' + String(t).replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID').replace(/\\r/g, '\\\\r').replace(/\\n/g, '\\\\n'));
            }
            function probe(i, f) { var r; try { r = show(f()) } catch (e) { r = 'throws ' + (e && e.name) + ': ' + (e && e.message) } out(i, r) }
            function later(i, f) { f(function (v) { out(i, show(v)) }) }
            """;
    private static final byte[] BODY = "{\"a\":1,\"list\":[1,2,{\"b\":\"é\"}],\"name\":\"Ünï\"}".getBytes(StandardCharsets.UTF_8);
    private static final Variables VARIABLES = PmRoom.variables();

    private record Probe(int number, String script, String expression, String answer) {

        String code() {
            return expression.contains("done(") ? "later(" + number + ", function (done) { " + expression + " });" : "probe(" + number + ", function () { return (" + expression + "\n) });";
        }
    }

    @Test
    void everyExpressionHasTheAnswerThatNewmanGives() throws Exception {
        var probes = probes();
        var answers = new LinkedHashMap<Integer, String>();
        try (var room = new PmRoom()) {
            Map<String, Object> request = PmRoom.request();
            for (var script : List.of("coll", "pre", "test")) {
                var ran = room.run(task(script, SHOW + code(probes, p -> p.script().equals(script)), request));
                assertNull(ran.fault(), script);
                request = ran.request() == null ? request : ran.request();
            }
            room.said().forEach(line -> note(line, answers));
        }
        assertAll(probes.stream().<Executable>map(p -> () -> assertEquals(p.answer(), answers.get(p.number()), p.script() + ": " + p.expression())));
    }

    private static void note(String line, Map<Integer, String> answers) {
        var parts = line.split("@@", 3);
        if (parts.length == 3 && parts[0].isEmpty()) {
            answers.put(Integer.valueOf(parts[1]), parts[2]);
        }
    }

    private static Task task(String script, String code, Map<String, Object> request) {
        var after = script.equals("test");
        var info = new Task.Info(0, 1, "Probe me", "11111111-1111-4111-8111-111111111111", List.of("Coll", "Fold", "Probe me"), script.equals("coll") ? "Coll" : "Probe me");
        return new Task(after ? Script.Phase.TEST : Script.Phase.PRE_REQUEST, "request Probe me", code, info, VARIABLES, request, after ? answer() : null,
                after ? List.of(cookie("plain", "x=y", "/answer", false), cookie("sid", "a%20b", "/", true)) : List.of());
    }

    private static Answer answer() {
        var headers = Stream.of("Content-Type: application/json; charset=utf-8", "Connection: close", "Content-Length: 46", "X-Twice: one", "X-Twice: two",
                "Set-Cookie: sid=a%20b; Path=/; HttpOnly", "Set-Cookie: plain=x=y; Path=/answer; Max-Age=1000").map(h -> new Header(h.substring(0, h.indexOf(':')), h.substring(h.indexOf(':') + 2)));
        return new Answer(201, "Made It", headers.toList(), 5, BODY.length, () -> BODY);
    }

    private static Map<String, Object> cookie(String name, String value, String path, boolean httpOnly) {
        var cookie = new LinkedHashMap<String, Object>(Map.of("name", name, "value", value, "domain", "127.0.0.1", "path", path));
        cookie.putAll(Map.of("httpOnly", httpOnly, "secure", false, "hostOnly", true, "expires", "2040-01-01T00:00:00.000Z", "maxAge", 1000));
        return cookie;
    }

    private static String code(List<Probe> probes, Predicate<Probe> which) {
        return probes.stream().filter(which).map(Probe::code).collect(joining("\n"));
    }

    private static List<Probe> probes() throws Exception {
        var probes = new ArrayList<Probe>();
        try (var file = PmProbesTest.class.getResourceAsStream("pm-probes.tsv")) {
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#")).toList()) {
                var fields = line.split("\t", -1);
                probes.add(new Probe(probes.size(), fields[0], fields[1], fields[2]));
            }
        }
        return probes;
    }
}
