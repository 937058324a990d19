package dev.posthorn.js;

import java.io.Closeable;
import java.util.function.BooleanSupplier;

/// A world of JavaScript in which scripts are played one after the other: what they leave in its globals is there for the next one. The others of its things
/// (timers, answers, what was told) end with each script.
///
/// A script that had to be killed takes its world with it, and so does one that changed the language beyond repair: the next one begins in a new world.
public final class Stage implements Closeable {

    private final Sandbox sandbox;
    private final Object lock = new Object();
    private Scene scene;
    private volatile boolean closed;

    Stage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// Runs one script, its timers and answers included. Blocks, also while another one runs here; never throws for what a script does.
    ///
    /// @param stop true once the script shall be stopped; asked every few milliseconds
    public synchronized Ended play(Play play, Limits limits, BooleanSupplier stop) {
        if (closed) {
            throw new IllegalStateException("The stage is closed");
        }
        return new Loop(this, play, limits, stop).run(sandbox.threads());
    }

    /// A world for this script alone, on its thread.
    Scene take(Loop loop) {
        var last = swapped(null);
        if (last != null) {
            loop.plays(last);
            if (last.enter(loop)) {
                return last;
            }
            last.close();
        }
        var made = new Scene(sandbox.context(), sandbox.sources(), loop);
        loop.plays(made);
        if (!made.enter(loop)) {
            made.close();
            throw new IllegalStateException("Our own scripts cannot be started");
        }
        return made;
    }

    /// Its script has ended well: the next one may have it.
    void keep(Scene world) {
        var other = swapped(world);
        if (other != null) {
            other.close();
        }
    }

    private Scene swapped(Scene other) {
        synchronized (lock) {
            var last = scene;
            scene = closed ? null : other;
            return closed && other != null ? other : last;
        }
    }

    /// Not while a script runs.
    @Override
    public void close() {
        closed = true;
        var last = swapped(null);
        if (last != null) {
            last.close();
        }
    }
}
