package dev.posthorn.ui.kit;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Tells how long a start took, for those who measure it: `-Dposthorn.startup=log` prints the milliseconds from the start of the process to
/// the second pulse of the window, which is when it has been drawn once; `-Dposthorn.startup=exit` prints them and ends the program.
public final class StartupClock {

    private final String order;
    private final Instant started;
    private final PrintStream log;

    /// `order` is the value of `posthorn.startup`, null where it is not set.
    public StartupClock(String order, Instant processStarted, PrintStream log) {
        this.order = order;
        this.started = processStarted;
        this.log = log;
    }

    public static StartupClock ofProcess() {
        var started = ProcessHandle.current().info().startInstant();
        return new StartupClock(System.getProperty("posthorn.startup"), started.orElseGet(Instant::now), System.err);
    }

    /// Call it before `stage.show()`, with the scene set. Does nothing where nobody measures.
    public void watch(Stage stage) {
        if (order == null) {
            return;
        }
        var pulses = new AtomicInteger();
        stage.getScene().addPostLayoutPulseListener(() -> {
            if (stage.isShowing() && pulses.incrementAndGet() == 2) {
                log.println("window shown after " + Duration.between(started, Instant.now()).toMillis() + " ms");
                if (order.equals("exit")) {
                    Platform.exit();
                }
            }
        });
    }
}
