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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/// One world of JavaScript: its scripts share their variables, and nothing with other rooms.
///
/// 1. Scripts run one after the other on a thread of the room (a platform one: a script may need a deep stack); who calls waits, from any thread.
/// 2. No files, network, processes, threads, Java classes or other languages. What is to be reached is handed in as `Callback`s.
/// 3. A script that exceeds its limits is killed, and its room with it: later calls throw `STOPPED`.
public final class Room implements Closeable {

    private static final long STACK = 16L << 20;
    private static final long LOOK_MILLIS = 20;

    private final Context context;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("javascript").daemon().stackSize(STACK).unstarted(task));
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
        var context = Context.newBuilder("js").engine(engine).allowAllAccess(false).allowHostAccess(HostAccess.NONE).allowIO(IOAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE).allowCreateThread(false).allowNativeAccess(false).allowCreateProcess(false)
                .option("js.load", "false").option("js.print", "false").option("js.console", "false").build();
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
            return watched(thread.submit(() -> {
                guard.begin();
                return task.call();
            }), limits, guard, name);
        } catch (RejectedExecutionException e) {
            throw stopped(ScriptError.Kind.STOPPED, "the script was stopped", name);
        }
    }

    private Object watched(Future<Object> result, Limits limits, MemoryGuard guard, String name) throws ScriptError {
        var end = System.nanoTime() + limits.time().toNanos();
        try {
            while (true) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    throw stopped(ScriptError.Kind.TIME, "it did not end within " + limits.time().toMillis() + " ms", name);
                }
                try {
                    return result.get(Math.min(left, LOOK_MILLIS * 1_000_000), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (guard.exceeded()) {
                        throw stopped(ScriptError.Kind.MEMORY, "it took more memory than there is", name);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(ScriptError.Kind.STOPPED, "the script was stopped", name);
        } catch (ExecutionException e) {
            throw error(e.getCause(), name);
        }
    }

    private ScriptError stopped(ScriptError.Kind kind, String message, String name) {
        close();
        return new ScriptError(kind, message, name, 0, 0);
    }

    private ScriptError error(Throwable cause, String name) {
        if (cause instanceof ScriptError error) {
            return error;
        }
        if (cause instanceof OutOfMemoryError) {
            return stopped(ScriptError.Kind.MEMORY, "it took more memory than there is", name);
        }
        if (closed || !(cause instanceof PolyglotException thrown) || thrown.isCancelled()) {
            return stopped(ScriptError.Kind.STOPPED, closed ? "the script was stopped" : "the script engine failed (" + cause + ")", name);
        }
        if (thrown.isResourceExhausted() && !String.valueOf(thrown.getMessage()).contains("stack")) {
            return stopped(ScriptError.Kind.MEMORY, "it took more memory than there is", name);
        }
        var place = place(thrown);
        var message = thrown.isHostException() ? String.valueOf(thrown.asHostException().getMessage())
                : String.valueOf(thrown.getMessage()).lines().findFirst().orElse("").strip();
        return new ScriptError(thrown.isSyntaxError() ? ScriptError.Kind.SYNTAX : ScriptError.Kind.THROWN, message,
                place == null ? name : place.getSource().getName(), place == null ? 0 : place.getStartLine(), place == null ? 0 : place.getStartColumn());
    }

    /// Where it happened; for an error of ours, where the script called us. Null where unknown.
    private static SourceSection place(PolyglotException thrown) {
        if (thrown.getSourceLocation() != null) {
            return thrown.getSourceLocation();
        }
        for (var frame : thrown.getPolyglotStackTrace()) {
            if (frame.isGuestFrame() && frame.getSourceLocation() != null) {
                return frame.getSourceLocation();
            }
        }
        return null;
    }

    /// Ends a script that is running; afterwards nothing runs here any more.
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        context.close(true);
    }
}
