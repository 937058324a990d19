package dev.posthorn.script;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Ended;
import dev.posthorn.js.Json;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Play;
import dev.posthorn.js.Script;
import dev.posthorn.js.Stage;
import dev.posthorn.model.NextRequest;
import dev.posthorn.model.Visual;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A world of scripts: those of one run, or of one send, which run one after the other.
///
/// 1. What they share: globals that they made, what they added to the language (`Array.prototype.last = …`) and to libraries (`_.mixin`).
/// 2. What is new for each: `pm`, `postman`, `console`, `tests`, `responseBody` and the others of ours. Names of ours and of JavaScript that a script has
///    overwritten mean the next time what they meant.
/// 3. What ends with each: its timers, the answers that it waited for, its tests.
/// 4. A script that is killed takes the world with it: those after it begin in a new one, without the globals of earlier ones.
public final class ScriptWorld implements AutoCloseable {

    /// What stack traces call the user's script.
    private static final String NAME = "script.js";

    private final Stage stage;
    private final ScriptFiles files;

    ScriptWorld(Stage stage, ScriptFiles files) {
        this.stage = stage;
        this.files = files;
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
        var ended = stage.play(play, limits, cancellation::cancelled);
        if (ended.error() != null) {
            told.ended(Fault.of(ended.error(), task, limits));
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

    /// Not while a script runs.
    @Override
    public void close() {
        stage.close();
    }
}
