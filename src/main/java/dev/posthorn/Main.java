package dev.posthorn;

import dev.posthorn.cli.Command;
import dev.posthorn.cli.Commands;
import dev.posthorn.cli.DemoCommand;
import dev.posthorn.cli.Display;
import dev.posthorn.cli.Terminal;
import dev.posthorn.cli.TrainCommand;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.store.History;
import dev.posthorn.store.Workspace;
import dev.posthorn.ui.kit.StartupClock;
import dev.posthorn.ui.shell.Parts;
import dev.posthorn.ui.shell.SnapshotCommand;
import dev.posthorn.ui.shell.Window;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;

/// Starts Posthorn: puts its parts together and hands the command line to the command it names.
public final class Main {

    private final Terminal terminal = Terminal.ofProcess(System.getenv());

    private Main() {}

    public static void main(String[] args) {
        System.exit(new Main().commands().run(args));
    }

    private Commands commands() {
        return new Commands(List.of(
                new Command("demo", "Runs the demo server, to try requests on without a network.", () -> new DemoCommand(terminal)),
                new Command("snapshot", "Draws the window as a PNG, without a display.", () -> new SnapshotCommand(Main::parts)),
                new Command("train", "", () -> new TrainCommand(words -> commands().run(words), terminal))),
                this::window, terminal, version());
    }

    private int window() {
        var trouble = Display.ofProcess(System.getenv()).trouble();
        if (trouble.isPresent()) {
            terminal.complain(trouble.get());
            return Commands.MISUSED;
        }
        try {
            new Window().run(() -> parts(Path.of(System.getProperty("posthorn.home", "/tmp/h6/home"))), StartupClock.ofProcess());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Commands.OK;
    }

    /// What the window works with, its own files under `home`. Nothing slow happens here: the engine is made when it is first asked for.
    private static Parts parts(Path home) {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var clock = Clock.systemDefaultZone();
        return new Parts(new Workspace(new dev.posthorn.store.Home(home), samples()), () -> workbench(home, clock), new History(), null, executor, clock, home, version(), () -> { });
    }

    private static Path samples() {
        var folder = System.getProperty("posthorn.samples");
        return folder == null ? null : Path.of(folder);
    }

    private static Workbench workbench(Path home, Clock clock) {
        var automatic = new AutomaticHeaders("Posthorn/" + version());
        return new Workbench(new Engine(new BodyStore(home.resolve("bodies")), automatic), automatic, new Cookies(clock), new DemoOnDemand(),
                Executors.newVirtualThreadPerTaskExecutor(), clock, new SecureRandom());
    }

    private static String version() {
        var version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "from its sources" : version;
    }
}
