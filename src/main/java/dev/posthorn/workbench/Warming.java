package dev.posthorn.workbench;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.script.ScriptWorld;
import dev.posthorn.script.Scripts;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Makes the first world of scripts before anybody asks for it, while the request that is sent first is still under way.
final class Warming {

    private final Scripts scripts;
    private final Executor executor;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicReference<ScriptWorld> first = new AtomicReference<>();

    Warming(Scripts scripts, Executor executor) {
        this.scripts = scripts;
        this.executor = executor;
    }

    /// Returns at once; only the first call does anything.
    void begin() {
        if (begun.compareAndSet(false, true)) {
            var world = scripts.world();
            first.set(world);
            try {
                executor.execute(() -> warm(world));
            } catch (RejectedExecutionException closed) {
                close();
            }
        }
    }

    private static void warm(ScriptWorld world) {
        try {
            Scripts.warm(world);
        } catch (IllegalStateException | RejectedExecutionException closed) {
            world.close();
        }
    }

    /// The world that was made, also where it is not ready yet (its first script waits then), or a new one. The caller closes it.
    ScriptWorld world() {
        var made = first.getAndSet(null);
        return made == null ? scripts.world() : made;
    }

    /// The world that nobody asked for.
    void close() {
        var left = first.getAndSet(null);
        if (left != null) {
            left.close();
        }
    }

    /// Made ready while a request is on its way, where scripts run after its answer and none before the send.
    void ahead(Request draft, Context context) {
        var above = Stream.concat(Stream.ofNullable(context.collection()).map(Collection::scripts), context.folders().stream().map(Folder::scripts));
        var phases = Stream.concat(above, Stream.of(draft.scripts())).flatMap(List::stream).filter(s -> !s.code().isBlank()).map(Script::phase).toList();
        if (phases.contains(Script.Phase.TEST) && !phases.contains(Script.Phase.PRE_REQUEST)) {
            begin();
        }
    }
}
