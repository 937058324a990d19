package dev.posthorn.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Runs parts of a test on the FX thread of a headless toolkit, which is started once.
public final class OnFx {

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private OnFx() {}

    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            var up = new CountDownLatch(1);
            try {
                Platform.startup(up::countDown);
            } catch (IllegalStateException _) {
                up.countDown();
            }
            Platform.setImplicitExit(false);
            try {
                up.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Theme.loadFonts();
            run(() -> Theme.LIGHT.applyTo(new Scene(new javafx.scene.Group())));
        }
    }

    public static <T> T get(Callable<T> work) {
        start();
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof Error error ? error : new AssertionError(e.getCause());
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }

    /// Waits until `state` holds on the FX thread, which is left alone in between.
    public static void until(String what, BooleanSupplier state) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!get(state::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never came: " + what);
            }
            // What is waited for needs the processor too.
            LockSupport.parkNanos(2_000_000);
        }
    }

    /// Shows a pane in a window of its own.
    public static Stage show(Parent pane, double width, double height) {
        var shown = get(() -> {
            var stage = new Stage();
            var root = new javafx.scene.layout.StackPane();
            var scene = new Scene(root, width, height);
            Theme.LIGHT.applyTo(scene);
            root.getChildren().add(pane);
            stage.setScene(scene);
            stage.show();
            pane.applyCss();
            pane.layout();
            stage.requestFocus();
            // What is minimized is laid out and has the keyboard, but is not painted: that would cost a third of the time.
            stage.setIconified(true);
            return stage;
        });
        until("the window has the keyboard", shown::isFocused);
        return shown;
    }

    /// Types into whatever has the keyboard.
    public static void type(Stage stage, String text) {
        for (var c : text.split("")) {
            run(() -> {
                var target = stage.getScene().getFocusOwner();
                target.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, c, c, KeyCode.UNDEFINED, false, false, false, false));
            });
        }
    }

    public static void press(javafx.stage.Window stage, KeyCode code, KeyCode... with) {
        var held = java.util.Set.of(with);
        run(() -> {
            var target = stage.getScene().getFocusOwner();
            target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, held.contains(KeyCode.SHIFT), held.contains(KeyCode.CONTROL),
                    held.contains(KeyCode.ALT), false));
        });
    }
}
