package dev.posthorn.workbench;

import java.time.Duration;

/// Does something when a time is over, unless it is closed before.
final class Deadline implements AutoCloseable {

    private final Thread thread;

    /// @param after zero for never
    Deadline(Duration after, Runnable action) {
        thread = after.isZero() ? null : Thread.ofVirtual().name("deadline").start(() -> {
            try {
                Thread.sleep(after);
                action.run();
            } catch (InterruptedException closed) {
                // It was in time.
            }
        });
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
