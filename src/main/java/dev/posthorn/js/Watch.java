package dev.posthorn.js;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Waits for a script that runs on another thread, and sees when it has to be stopped.
final class Watch {

    private static final long LOOK_NANOS = 5_000_000;
    /// A script that waits ends itself at its limit, a bit before it would be killed.
    private static final long GRACE_NANOS = 30_000_000;

    private static final long START_NANOS = 60_000_000_000L;

    /// A limit was reached; the script still runs.
    static final class Reached extends Exception {
        private static final long serialVersionUID = 1L;

        private final ScriptError.Kind kind;

        private Reached(ScriptError.Kind kind) {
            this.kind = kind;
        }

        ScriptError.Kind kind() {
            return kind;
        }
    }

    private final MemoryGuard guard;
    private final BooleanSupplier stop;
    private final long nanos;
    private volatile long begun = System.nanoTime();
    private volatile boolean starting;

    /// @param time zero for no limit
    Watch(Duration time, MemoryGuard guard, BooleanSupplier stop) {
        this.nanos = time.isZero() ? Long.MAX_VALUE : time.toNanos();
        this.guard = guard;
        this.stop = stop;
    }

    /// What comes before `begin` is ours, and has time enough: the script's limit is not for a slow machine.
    void starting() {
        starting = true;
    }

    /// The time starts to count now.
    void begin() {
        begun = System.nanoTime();
        starting = false;
    }

    /// Nanoseconds; never ends where there is no limit.
    long left() {
        return nanos == Long.MAX_VALUE ? nanos : (starting ? Math.max(nanos, START_NANOS) : nanos) - (System.nanoTime() - begun);
    }

    <T> T await(Future<T> result) throws Reached, ExecutionException, InterruptedException {
        while (true) {
            try {
                return result.get(LOOK_NANOS, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (stop.getAsBoolean()) {
                    throw new Reached(ScriptError.Kind.STOPPED);
                }
                if (left() <= -GRACE_NANOS) {
                    throw new Reached(ScriptError.Kind.TIME);
                }
                if (guard.exceeded()) {
                    throw new Reached(ScriptError.Kind.MEMORY);
                }
            }
        }
    }
}
