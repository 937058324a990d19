package dev.posthorn.ui.kit;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The one gate to the FX thread: nothing else in the program calls `Platform.runLater`.
public final class Fx {

    private Fx() {}

    /// Runs `action` on the FX thread: now where the caller is on it, else as soon as it is free.
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /// Runs `action` on the FX thread after what is under way there.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /// A consumer for any thread that hands the newest value to `sink` on the FX thread: a flood of updates makes one hop a pulse, the last value always arrives.
    public static <T> Consumer<T> latest(Consumer<T> sink) {
        var waiting = new AtomicReference<T>();
        return value -> {
            if (waiting.getAndSet(value) == null) {
                Platform.runLater(() -> sink.accept(waiting.getAndSet(null)));
            }
        };
    }

    /// Stops a programming error early: the scene graph belongs to the FX thread.
    public static void mustBeHere() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("not on the FX thread: " + Thread.currentThread());
        }
    }
}
