package dev.posthorn.script;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Sandbox;
import dev.posthorn.model.Header;
import dev.posthorn.model.Script;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Scripts and a program around them that answers from memory and remembers what it was asked.
final class PmRoom implements Host, Closeable {

    private final Sandbox sandbox = new Sandbox();
    private final Scripts scripts = new Scripts(sandbox);
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final List<Map<String, Object>> sent = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Object> jar = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Object> vault = Collections.synchronizedMap(new LinkedHashMap<>());

    Ran run(Task task) {
        return scripts.run(task, this, Limits.time(Duration.ofSeconds(60)), new Cancellation());
    }

    /// A script before or after the send of `request()`, with `variables()`.
    Ran run(Script.Phase phase, String code, Variables variables) {
        var body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        var answer = phase == Script.Phase.TEST ? new Answer(200, "OK", List.of(new Header("Content-Type", "application/json")), 7, body.length, () -> body) : null;
        return run(new Task(phase, "request Probe me", code, new Task.Info(2, 5, "Probe me", "id-1", List.of("Coll", "Probe me")), variables, request(), answer, List.of()));
    }

    List<String> said() {
        return List.copyOf(said);
    }

    List<Map<String, Object>> sent() {
        return List.copyOf(sent);
    }

    static Map<String, Object> json(String text) {
        try {
            return new ObjectMapper().readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Map<String, Object> request() {
        return json("""
                {"description": {"content": "What it is", "type": "text/plain"},
                 "url": {"raw": "http://127.0.0.1:4877/answer/:id?x=1&y=two%20w&x=3&off=1", "protocol": "http", "host": ["127", "0", "0", "1"], "port": "4877",
                   "path": ["answer", ":id"], "query": [{"key": "x", "value": "1"}, {"key": "y", "value": "two%20w"}, {"key": "x", "value": "3"},
                     {"key": "off", "value": "1", "disabled": true}], "variable": [{"key": "id", "value": "7"}]},
                 "header": [{"key": "X-A", "value": "1"}, {"key": "x-a", "value": "2"}, {"key": "X-Off", "value": "no", "disabled": true},
                   {"key": "Content-Type", "value": "application/json"}],
                 "method": "POST", "body": {"mode": "raw", "raw": "{\\"q\\":\\"{{both}}\\"}", "options": {"raw": {"language": "json"}}},
                 "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "tok-{{both}}", "type": "string"}]}}
                """);
    }

    static Variables variables() {
        return new Variables(scope("Globs", "both", "from globals", "onlyGlob", "G"),
                scope("Env", "both", "from env", "onlyEnv", "E", "off", "x", "nested", "<{{onlyColl}}>"), scope("", "both", "from collection", "onlyColl", "C", "num", "5"),
                Map.of(), new VariableScope("local"), json("{\"row\": \"r1\", \"both\": \"from data\", \"n\": 3, \"deep\": {\"k\": [1]}}"));
    }

    private static VariableScope scope(String name, String... pairs) {
        var scope = new VariableScope(name);
        for (var i = 0; i < pairs.length; i += 2) {
            scope.set(pairs[i], pairs[i + 1]);
        }
        return scope;
    }

    @Override
    public void said(Severity severity, String text) {
        said.add(text);
    }

    @Override
    public String dynamic(String name) {
        return Map.of("$guid", "11111111-1111-4111-8111-111111111111", "$timestamp", "1700000000").get(name);
    }

    @Override
    public Answered send(Map<String, Object> request) throws Refusal {
        sent.add(request);
        var address = String.valueOf(((Map<?, ?>) request.get("url")).get("raw"));
        if (address.contains("refused")) {
            throw new Refusal("connect ECONNREFUSED 127.0.0.1:1");
        }
        var body = "<html>\n<b>é</b>".getBytes(StandardCharsets.ISO_8859_1);
        var answer = new Answer(404, "Not Found", List.of(new Header("Content-Type", "text/html; charset=iso-8859-1")), 3, body.length, () -> body);
        return new Answered(answer, List.of(Map.of("name", "sent", "value", "yes", "domain", "h", "path", "/")));
    }

    @Override
    public Object cookies(String method, List<Object> arguments) throws Refusal {
        if (String.valueOf(arguments.getFirst()).contains("denied")) {
            throw new Refusal("CookieStore: programmatic access to \"denied\" is denied");
        }
        return switch (method) {
            case "set" -> {
                var cookie = (Map<?, ?>) arguments.get(1);
                jar.put(String.valueOf(cookie.get("name")), cookie);
                yield cookie;
            }
            case "get" -> jar.get(arguments.get(1));
            case "getAll" -> List.copyOf(jar.values());
            case "unset" -> {
                jar.remove(arguments.get(1));
                yield null;
            }
            default -> {
                jar.clear();
                yield null;
            }
        };
    }

    @Override
    public Object vault(String method, List<Object> arguments) {
        return switch (method) {
            case "set" -> vault.put(arguments.getFirst().toString(), arguments.get(1));
            case "unset" -> vault.remove(arguments.getFirst().toString());
            default -> vault.get(arguments.getFirst().toString());
        };
    }

    @Override
    public Answered runRequest(String request, Map<String, Object> variables) throws Refusal {
        if (!request.equals("Other")) {
            throw new Refusal("There is no request \"" + request + "\" in this collection");
        }
        var body = String.valueOf(variables.get("v")).getBytes(StandardCharsets.UTF_8);
        return new Answered(new Answer(202, "Accepted", List.of(), 1, body.length, () -> body), List.of());
    }

    @Override
    public List<Map<String, Object>> dataset(String name) {
        return List.of(Map.of("name", name), Map.of("name", "second"));
    }

    @Override
    public String source(String name) throws Refusal {
        return switch (name) {
            case "@team/sums" -> "exports.add = (a, b) => a + b; module.exports.known = pm.info.iteration;";
            case "@team/broken" -> "throw new Error('no good')";
            default -> throw new Refusal("There is no package " + name + " in this workspace");
        };
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
