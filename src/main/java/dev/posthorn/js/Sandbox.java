package dev.posthorn.js;

import java.io.Closeable;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/// The JavaScript engine. It is made at the first script, which takes some hundred milliseconds; what it has parsed is kept for the next one.
public final class Sandbox implements Closeable {

    /// In bytes: scripts may call themselves deeply.
    static final long STACK = 16L << 20;

    private final Sources sources = new Sources();
    private Engine engine;
    private ExecutorService threads;
    private Context spare;
    private boolean closed;

    /// A world of its own for scripts that shall see each other's variables.
    ///
    /// @param globals functions that its scripts can call, by name
    public Room open(Map<String, Callback> globals) {
        return new Room(engine(), globals);
    }

    /// A world in which scripts are played one after the other.
    public Stage stage() {
        return new Stage(this);
    }

    /// Makes the engine and an empty world for the first scripts, which wait for it where they come earlier. Takes some hundred milliseconds of the caller's thread.
    public synchronized void prepare() {
        if (!closed && spare == null) {
            spare = World.context(engine());
            spare.initialize("js");
        }
    }

    synchronized Context context() {
        var made = spare == null ? World.context(engine()) : spare;
        spare = null;
        return made;
    }

    Sources sources() {
        return sources;
    }

    synchronized Engine engine() {
        if (closed) {
            throw new IllegalStateException("The sandbox is closed");
        }
        if (engine == null) {
            engine = World.engine();
        }
        return engine;
    }

    synchronized ExecutorService threads() {
        if (threads == null) {
            threads = Executors.newCachedThreadPool(task -> Thread.ofPlatform().name("script").daemon().stackSize(STACK).unstarted(task));
        }
        return threads;
    }

    /// Ends all rooms and scripts, also those that run.
    @Override
    public synchronized void close() {
        closed = true;
        if (engine != null) {
            engine.close(true);
            engine = null;
        }
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
