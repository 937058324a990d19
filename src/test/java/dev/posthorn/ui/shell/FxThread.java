package dev.posthorn.ui.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The FX thread for tests: the toolkit started once, work done on it, and waiting for a state by pulses.
public final class FxThread {
    private static final long PATIENCE = 60;

    private FxThread() {}

    public static void start() {
        var up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyRunning) {
            up.countDown();
        }
        Platform.setImplicitExit(false);
        try {
            if (!up.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new AssertionError("the toolkit did not start");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static <T> T get(Callable<T> work) {
        var task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }

    /// Looks at each pulse until it is so; fails with `what` where it does not become so.
    public static void until(String what, BooleanSupplier state) {
        var reached = new CountDownLatch(1);
        var timer = get(() -> {
            var looking = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (state.getAsBoolean()) {
                        stop();
                        reached.countDown();
                    }
                }
            };
            looking.start();
            return looking;
        });
        try {
            if (!reached.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new AssertionError("did not happen: " + what);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            run(timer::stop);
        }
    }
}
