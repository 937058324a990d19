package dev.posthorn.ui.kit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;

/// Tells how long a start took, for those who measure it: `-Dposthorn.startup=log` prints the milliseconds from the start of the process to
/// the second pulse of the window, which is when it has been drawn once.
public final class StartupClock {

    /// The field's place after the name in brackets.
    private static final int START_TIME = 19;
    private static final int TICKS_A_SECOND = 100;

    private final boolean asked;
    private final Instant started;
    private final PrintStream log;

    public StartupClock(boolean asked, Instant processStarted, PrintStream log) {
        this.asked = asked;
        this.started = processStarted;
        this.log = log;
    }

    public static StartupClock ofProcess() {
        var asked = "log".equals(System.getProperty("posthorn.startup"));
        return new StartupClock(asked, asked ? started() : Instant.EPOCH, System.err);
    }

    /// On Linux from /proc, to 10 ms (proc_pid_stat(5), field 22): Java's own figure there is only good to a second.
    private static Instant started() {
        try {
            var stat = Files.readString(Path.of("/proc/self/stat"));
            var ticks = Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[START_TIME]);
            var uptime = Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
            return Instant.now().minusMillis(Math.round(uptime * 1000) - ticks * 1000 / TICKS_A_SECOND);
        } catch (IOException e) {
            return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        }
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
