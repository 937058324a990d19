package dev.posthorn.js;

import java.io.Closeable;
import java.util.Map;
import org.graalvm.polyglot.Engine;

/// The JavaScript engine. It is made at the first script, which takes some hundred milliseconds; what it has parsed is kept for the next room.
public final class Sandbox implements Closeable {

    private Engine engine;
    private boolean closed;

    /// A world of its own for scripts that shall see each other's variables.
    ///
    /// @param globals functions that its scripts can call, by name
    public Room open(Map<String, Callback> globals) {
        return new Room(engine(), globals);
    }

    private synchronized Engine engine() {
        if (closed) {
            throw new IllegalStateException("The sandbox is closed");
        }
        if (engine == null) {
            engine = Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
        }
        return engine;
    }

    /// Ends all rooms, also those in which a script runs.
    @Override
    public synchronized void close() {
        closed = true;
        if (engine != null) {
            engine.close(true);
            engine = null;
        }
    }
}
