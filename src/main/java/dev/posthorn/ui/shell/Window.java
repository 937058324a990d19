package dev.posthorn.ui.shell;

import dev.posthorn.store.PreferencesFile;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.StartupClock;
import dev.posthorn.ui.kit.Theme;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window on the desktop: its place, its icon, its end.
public final class Window {
    private static final double WIDTH = 1320;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 420;
    private static final int[] ICONS = {16, 32, 48, 128, 256};

    private final Parts parts;
    private final StartupClock clock;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private Stage stage;
    private Shell shell;

    public Window(Parts parts, StartupClock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    /// Opens the window and returns when it was closed; false where it could not be opened. The settings are read while the toolkit starts.
    public boolean run() {
        var settings = new FutureTask<>(parts.preferences()::load);
        Platform.startup(() -> {
            clock.mark("toolkit started");
            try {
                show(settings.get());
            } catch (Exception | Error e) {
                ended.completeExceptionally(e);
            }
        });
        settings.run();
        return ended.join();
    }

    /// First the bare window, so that there is something to see, then what is in it.
    private void show(PreferencesFile.Loaded settings) {
        Platform.setImplicitExit(false);
        var memory = new Memory(parts.preferences(), settings.preferences(), parts.executor(), why -> shell.say(why));
        var theme = memory.theme();
        var bounds = place(memory.bounds());
        var scene = new Scene(new Skeleton(memory.sidebarShown(), memory.sidebarWidth()), bounds.getWidth(), bounds.getHeight());
        theme.applyTo(scene);
        stage = new Stage();
        stage.setTitle("Posthorn");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        stage.setMaximized(memory.maximized());
        stage.setScene(scene);
        stage.setOnCloseRequest(request -> {
            request.consume();
            if (shell == null) {
                close();
            } else {
                shell.quit();
            }
        });
        clock.watch(stage);
        afterPulses(() -> {
            try {
                fill(memory, settings.note());
            } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        });
        stage.show();
    }

    private void fill(Memory memory, String note) {
        Theme.loadFonts();
        shell = new Shell(parts, memory, new StageChoosers(stage, parts.executor(), why -> Fx.run(() -> shell.say(why))));
        shell.into(stage.getScene());
        shell.onClose(this::close);
        stage.xProperty().addListener(_ -> remember());
        stage.yProperty().addListener(_ -> remember());
        stage.widthProperty().addListener(_ -> remember());
        stage.heightProperty().addListener(_ -> remember());
        stage.maximizedProperty().addListener(_ -> remember());
        afterPulses(() -> {
            clock.mark("content shown");
            icons();
            if (!note.isEmpty()) {
                shell.say(note);
            }
            shell.start();
            if (Boolean.getBoolean("posthorn.rehearsal")) {
                rehearse();
            }
        });
    }

    /// Two pulses: one lays out, the next has drawn it.
    private static void afterPulses(Runnable action) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 2) {
                    stop();
                    Fx.later(action);
                }
            }
        }.start();
    }

    /// For the training of the packaged program: closes itself when everything has come up.
    private void rehearse() {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (shell.tabs().started() && shell.root().lookup("#welcome") != null && shell.root().lookup(".collection-row") != null) {
                    stop();
                    Fx.later(shell::quit);
                }
            }
        }.start();
    }

    private void icons() {
        for (var size : ICONS) {
            var file = Window.class.getResourceAsStream("/dev/posthorn/icons/posthorn-" + size + ".png");
            if (file != null) {
                stage.getIcons().add(new Image(file));
            }
        }
    }

    private void remember() {
        if (stage.isMaximized()) {
            var before = shell.memory().bounds();
            shell.memory().window(before == null ? new Rectangle2D(stage.getX(), stage.getY(), WIDTH, HEIGHT) : before, true);
        } else if (stage.getWidth() > 0 && stage.getHeight() > 0) {
            shell.memory().window(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()), false);
        }
    }

    /// Where the window was, moved so that it is on a screen; in the middle at the first start.
    static Rectangle2D place(Rectangle2D wanted) {
        var screens = wanted == null ? java.util.List.<Screen>of() : Screen.getScreensForRectangle(wanted);
        var screen = (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getVisualBounds();
        var width = Math.min(screens.isEmpty() ? WIDTH : Math.max(LEAST_WIDTH, wanted.getWidth()), screen.getWidth());
        var height = Math.min(screens.isEmpty() ? HEIGHT : Math.max(LEAST_HEIGHT, wanted.getHeight()), screen.getHeight());
        if (screens.isEmpty()) {
            return new Rectangle2D(screen.getMinX() + (screen.getWidth() - width) / 2, screen.getMinY() + (screen.getHeight() - height) / 2, width, height);
        }
        return new Rectangle2D(
                Math.clamp(wanted.getMinX(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(wanted.getMinY(), screen.getMinY(), screen.getMaxY() - height), width, height);
    }

    private void close() {
        stage.hide();
        ended.complete(true);
    }
}
