package dev.posthorn.imports;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/// Room for files whose folders lie hundreds deep in one another: readers follow them by calls in calls, and an ordinary thread's stack may be too small for that.
///
/// The room is reserved, not used: memory is taken as the calls go deeper.
public final class DeepStack {

    /// In bytes. A thousand nested folders take about 1 MB of it.
    private static final long ROOM = 64L << 20;

    private DeepStack() {}

    /// What the task answers, from a thread of its own. The caller waits; its interruption is handed on to the task.
    public static <T> T call(Callable<T> task) {
        var future = new FutureTask<>(task);
        var thread = new Thread(null, future, "deep reading", ROOM);
        thread.setDaemon(true);
        thread.start();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                } catch (java.util.concurrent.ExecutionException e) {
                    throw thrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }
}
