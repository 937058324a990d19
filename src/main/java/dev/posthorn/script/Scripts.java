package dev.posthorn.script;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Ended;
import dev.posthorn.js.Json;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Play;
import dev.posthorn.js.Sandbox;
import dev.posthorn.js.Script;
import dev.posthorn.js.ScriptError;
import dev.posthorn.model.NextRequest;
import dev.posthorn.model.Visual;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs users' scripts, each in a world of its own that ends with it.
public final class Scripts {

    /// What stack traces call the user's script.
    private static final String NAME = "script.js";

    private final Sandbox sandbox;
    private final ScriptFiles files = new ScriptFiles();

    /// @param sandbox belongs to the caller, who closes it
    public Scripts(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// Makes the engine and reads what every script needs, so that the first script does not wait for it. Takes some hundred milliseconds.
    public void warm() {
        var info = new Task.Info(0, 1, "", "", List.of());
        var task = new Task(dev.posthorn.model.Script.Phase.PRE_REQUEST, "", "pm.test('', () => {})", info, Variables.none(), Map.of("url", "http://localhost", "method", "GET"), null, List.of());
        run(task, new NoHost(), Limits.time(Duration.ofSeconds(30)), new Cancellation());
    }

    /// Runs one script to its end, its timers and requests included, on the caller's thread. Never throws for what a script does.
    ///
    /// @param limits of time by the clock, waiting included (zero: none), and of memory
    public Ran run(Task task, Host host, Limits limits, Cancellation cancellation) {
        var begun = System.nanoTime();
        if (task.code().isBlank()) {
            return new Ran(List.of(), null, null, false, null, null, Duration.ZERO);
        }
        var told = new Told(task, host);
        var asked = new Asked(host);
        var wrapping = Wrapping.of(task.code());
        var play = new Play(files.boot(), files::load, new Script(NAME, wrapping.text()), wrapping.shift(), StateText.of(task), told::answer, asked::answer);
        var ended = sandbox.play(play, limits, cancellation::cancelled);
        if (ended.error() != null) {
            told.ended(Fault.of(ended.error(), task.name(), limits));
        }
        return ran(told, ended, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static Ran ran(Told told, Ended ended, Duration took) {
        var result = map(ended.value());
        var next = result.containsKey("nextRequest") ? new NextRequest(result.get("nextRequest") == null ? null : result.get("nextRequest").toString()) : null;
        var request = map(result.get("request"));
        return new Ran(told.assertions(), told.fault(), request.isEmpty() ? null : request, Boolean.TRUE.equals(result.get("skip")), next, visual(map(result.get("visualizer"))), took);
    }

    private static Map<String, Object> map(Object value) {
        var map = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, member) -> map.put(String.valueOf(key), member));
        }
        return map;
    }

    private static Visual visual(Map<String, Object> shown) {
        var html = shown.containsKey("html") ? shown.get("html") : shown.get("template");
        return html == null ? null : new Visual(html.toString(), Json.text(shown.getOrDefault("data", Map.of())));
    }
}
