package dev.posthorn.script;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Sandbox;
import dev.posthorn.model.Script.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Runs users' scripts, in worlds that hold nothing but JavaScript and what Postman's scripts reach.
public final class Scripts {

    private static final String WARMING = "pm.test('', () => { pm.response.to.have.status(200); pm.expect(1).to.equal(1); pm.environment.get(''); })";

    private final Sandbox sandbox;
    private final ScriptFiles files = new ScriptFiles();

    /// @param sandbox belongs to the caller, who closes it
    public Scripts(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// Makes the engine and reads into that world what most scripts use, so that its first script does not wait for it. Takes some hundred milliseconds of the caller's
    /// thread; scripts that are run there meanwhile wait.
    public static void warm(ScriptWorld world) {
        var info = new Task.Info(0, 1, "", "", List.of());
        var answer = new Answer(200, "OK", List.of(), 0, 0, () -> new byte[0]);
        var task = new Task(Phase.TEST, "", WARMING, info, Variables.none(), Map.of("url", "http://localhost", "method", "GET"), answer, List.of());
        world.run(task, new NoHost(), Limits.time(Duration.ofSeconds(30)), new Cancellation());
    }

    /// A world for scripts that run one after the other and see each other's globals, such as those of a run.
    public ScriptWorld world() {
        return new ScriptWorld(sandbox.stage(), files);
    }

    /// Runs one script in a world of its own.
    public Ran run(Task task, Host host, Limits limits, Cancellation cancellation) {
        try (var world = world()) {
            return world.run(task, host, limits, cancellation);
        }
    }
}
