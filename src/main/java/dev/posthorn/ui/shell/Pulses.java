package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Fx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Works the window from a thread that is not its own: does things there, and waits for what it comes to.
final class Pulses {
    static final Duration PATIENCE = Duration.ofSeconds(240);

    private Pulses() {}

    /// Starts JavaFX, where no earlier command of this process has.
    static void startToolkit() throws InterruptedException {
        var up = new CompletableFuture<Void>();
        try {
            Platform.startup(() -> up.complete(null));
            up.get();
        } catch (IllegalStateException runsAlready) {
            // An earlier command of this process started it.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Platform.setImplicitExit(false);
    }

    /// Does something on the FX thread, and waits for its end.
    static void on(Runnable action) throws InterruptedException, TimeoutException {
        var done = new CompletableFuture<Void>();
        Fx.later(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        wait(done, "the window");
    }

    /// Looks at each pulse of the window until that state is reached.
    ///
    /// @param what named when it takes too long
    static void until(String what, BooleanSupplier state) throws InterruptedException, TimeoutException {
        var reached = new CompletableFuture<Void>();
        on(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (reached.isDone() || state.getAsBoolean()) {
                    stop();
                    reached.complete(null);
                }
            }
        }.start());
        wait(reached, what);
    }

    /// @throws TimeoutException with `what` as its text, after [#PATIENCE]
    static <T> T wait(CompletableFuture<T> done, String what) throws InterruptedException, TimeoutException {
        try {
            return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new TimeoutException(what);
        }
    }
}
