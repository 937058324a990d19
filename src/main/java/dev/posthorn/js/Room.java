package dev.posthorn.js;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/// One world of JavaScript: its scripts share their variables, and nothing with other rooms.
///
/// 1. Scripts run one after the other on a thread of the room (a platform one: a script may need a deep stack); who calls waits, from any thread.
/// 2. No files, network, processes, threads, Java classes or other languages. What is to be reached is handed in as `Callback`s.
/// 3. A script that exceeds its limits is killed, and its room with it: later calls throw `STOPPED`.
public final class Room implements Closeable {

    private final Context context;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("javascript").daemon().stackSize(Sandbox.STACK).unstarted(task));
    private volatile boolean closed;

    Room(Engine engine, Map<String, Callback> globals) {
        context = made(thread.submit(() -> context(engine, globals)));
    }

    private static Context made(Future<Context> context) {
        try {
            return context.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while JavaScript was started", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("JavaScript cannot be started", e.getCause());
        }
    }

    private static Context context(Engine engine, Map<String, Callback> globals) {
        var context = World.context(engine);
        // The language takes its time to come up; that is not the first script's.
        context.initialize("js");
        globals.forEach((name, callback) -> context.getBindings("js").putMember(name, executable(callback)));
        return context;
    }

    private static ProxyExecutable executable(Callback callback) {
        return arguments -> {
            var plain = new java.util.ArrayList<Object>();
            for (var argument : arguments) {
                plain.add(Values.toJava(argument));
            }
            return Values.toScript(callback.call(plain));
        };
    }

    /// Runs the script; its value is that of its last statement.
    public Object run(Script script, Limits limits) throws ScriptError {
        return within(limits, script.name(), () -> Values.toJava(context.eval(Source.newBuilder("js", script.text(), script.name()).buildLiteral())));
    }

    /// True where a global function of that name is there.
    public boolean has(String function, Limits limits) throws ScriptError {
        return within(limits, function, () -> {
            var member = context.getBindings("js").getMember(function);
            return member != null && member.canExecute();
        }) instanceof Boolean there && there;
    }

    /// Calls a global function.
    public Object call(String function, List<Object> arguments, Limits limits) throws ScriptError {
        return within(limits, function, () -> {
            var member = context.getBindings("js").getMember(function);
            if (member == null || !member.canExecute()) {
                throw new ScriptError(ScriptError.Kind.THROWN, "there is no function " + function, "", 0, 0);
            }
            return Values.toJava(member.execute(arguments.stream().map(Values::toScript).toArray()));
        });
    }

    private Object within(Limits limits, String name, Callable<Object> task) throws ScriptError {
        try {
            var guard = new MemoryGuard(limits.memory());
            var watch = new Watch(limits.time(), guard, () -> closed);
            return watch.await(thread.submit(() -> {
                guard.begin();
                return task.call();
            }));
        } catch (Watch.Reached e) {
            throw stopped(e.kind(), limits, name);
        } catch (RejectedExecutionException e) {
            throw stopped(ScriptError.Kind.STOPPED, limits, name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(ScriptError.Kind.STOPPED, limits, name);
        } catch (ExecutionException e) {
            var error = Failures.of(e.getCause(), name, closed);
            if (error.kind() == ScriptError.Kind.MEMORY || error.kind() == ScriptError.Kind.STOPPED) {
                close();
            }
            throw error;
        }
    }

    private ScriptError stopped(ScriptError.Kind kind, Limits limits, String name) {
        close();
        return new ScriptError(kind, switch (kind) {
            case TIME, WAITED -> "it did not end within " + limits.time().toMillis() + " ms";
            case MEMORY -> Failures.MEMORY;
            case STOPPED, SYNTAX, THROWN -> Failures.STOPPED;
        }, name, 0, 0);
    }

    /// Ends a script that is running; afterwards nothing runs here any more.
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        context.close(true);
    }
}
