package dev.posthorn.ui.kit;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;

/// Tells how long a start took, for those who measure it: `-Dposthorn.startup=log` prints the milliseconds from the start of the process to
/// the second pulse of the window, which is when it has been drawn once.
public final class StartupClock {

    private final boolean asked;
    private final Instant started;
    private final PrintStream log;

    public StartupClock(boolean asked, Instant processStarted, PrintStream log) {
        this.asked = asked;
        this.started = processStarted;
        this.log = log;
    }

    public static StartupClock ofProcess() {
        var started = ProcessHandle.current().info().startInstant();
        return new StartupClock("log".equals(System.getProperty("posthorn.startup")), started.orElseGet(Instant::now), System.err);
    }

    /// Says how long the start took up to here.
    public void mark(String what) {
        if (asked) {
            log.println(what + " after " + Duration.between(started, Instant.now()).toMillis() + " ms");
        }
    }

    /// Call it before `stage.show()`, with the scene set. Does nothing where nobody measures.
    public void watch(Stage stage) {
        if (!asked) {
            return;
        }
        var pulses = new AtomicInteger();
        stage.getScene().addPostLayoutPulseListener(() -> {
            if (stage.isShowing() && pulses.incrementAndGet() == 2) {
                mark("window shown");
            }
        });
    }
}
