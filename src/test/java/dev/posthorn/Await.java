package dev.posthorn;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits in a test for a state that comes from another thread, without keeping the processor from it.
public final class Await {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(2);

    private Await() {}

    /// Returns as soon as `state` holds; fails after a minute.
    ///
    /// @param what named when it does not come
    public static void until(String what, BooleanSupplier state) {
        var end = System.nanoTime() + PATIENCE;
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came: " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }
}
