package dev.posthorn.script;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Sandbox;
import dev.posthorn.model.Header;
import dev.posthorn.model.Script;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A program around scripts, for tests: it answers every request, and keeps what the console heard. Scripts share one world.
final class ScriptBench implements Host, AutoCloseable {

    static final Limits LONG = Limits.time(Duration.ofSeconds(60));

    final List<String> console = Collections.synchronizedList(new ArrayList<>());
    private final Sandbox sandbox = new Sandbox();
    private final Scripts scripts = new Scripts(sandbox);
    private ScriptWorld world = scripts.world();

    /// What comes now runs in a world of its own.
    void renew() {
        world.close();
        world = scripts.world();
    }

    Ran run(String code) {
        return run(code, LONG, new Cancellation(), Variables.none());
    }

    Ran run(String code, Limits limits, Cancellation cancellation, Variables variables) {
        return run(Script.Phase.TEST, code, limits, cancellation, variables);
    }

    Ran run(Script.Phase phase, String code, Limits limits, Cancellation cancellation, Variables variables) {
        console.clear();
        var info = new Task.Info(0, 1, "Get", "id-1", List.of("Shop", "Get"));
        return world.run(new Task(phase, "request Get", code, info, variables, Map.of("url", "http://localhost/a", "method", "GET"),
                phase == Script.Phase.TEST ? answer() : null, List.of()), this, limits,
                cancellation);
    }

    private static Answer answer() {
        var body = "{\"a\":[1,2]}".getBytes(StandardCharsets.UTF_8);
        return new Answer(200, "OK", List.of(new Header("Content-Type", "application/json")), 12, body.length, () -> body);
    }

    @Override
    public void said(Severity severity, String text) {
        console.add(text);
    }

    @Override
    public String dynamic(String name) {
        return null;
    }

    @Override
    public Answered send(Map<String, Object> request) {
        return new Answered(answer(), List.of());
    }

    @Override
    public Object cookies(String method, List<Object> arguments) {
        return List.of();
    }

    @Override
    public Object vault(String method, List<Object> arguments) {
        return null;
    }

    @Override
    public Answered runRequest(String request, Map<String, Object> variables) {
        return new Answered(answer(), List.of());
    }

    @Override
    public List<Map<String, Object>> dataset(String name) {
        return List.of();
    }

    @Override
    public String source(String name) throws Refusal {
        throw new Refusal("There is no package " + name);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
