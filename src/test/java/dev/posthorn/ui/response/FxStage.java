package dev.posthorn.ui.response;

import dev.posthorn.ui.kit.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// A headless window for tests of widgets: shows a node in our theme, runs code on the FX thread, waits for a state, draws pictures.
final class FxStage implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Stage stage;
    private final Scene scene;

    private FxStage(Stage stage, Scene scene) {
        this.stage = stage;
        this.scene = scene;
    }

    static FxStage open(double width, double height, Theme theme, Callable<Parent> node) {
        start();
        return on(() -> {
            var content = new StackPane(node.call());
            var scene = new Scene(content, width, height);
            theme.applyTo(scene);
            content.getStyleClass().add("surface");
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            // What is minimized is laid out, but not painted: that would cost a third of the time.
            stage.setIconified(true);
            return new FxStage(stage, scene);
        });
    }

    private static void start() {
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            Platform.setImplicitExit(false);
            started.await();
            Theme.loadFonts();
        } catch (IllegalStateException alreadyRunning) {
            Platform.setImplicitExit(false);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Scene scene() {
        return scene;
    }

    static <T> T on(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        }
    }

    static void run(Runnable work) {
        on(() -> {
            work.run();
            return null;
        });
    }

    /// Returns as soon as `state`, asked on the FX thread between pulses, is true; fails after a minute.
    static void await(String what, BooleanSupplier state) {
        var until = System.nanoTime() + PATIENCE;
        while (!on(state::getAsBoolean)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("waited in vain for: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    void theme(Theme theme) {
        run(() -> theme.applyTo(scene));
    }

    /// Draws the window into a PNG.
    void picture(Path file) {
        var image = on(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, javafx.scene.image.PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run(stage::close);
    }
}
