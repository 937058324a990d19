package dev.posthorn;

import dev.posthorn.cli.Command;
import dev.posthorn.cli.Commands;
import dev.posthorn.cli.DemoCommand;
import dev.posthorn.cli.Display;
import dev.posthorn.cli.Terminal;
import dev.posthorn.cli.TrainCommand;
import java.util.List;

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
                new Command("train", "", () -> new TrainCommand(words -> commands().run(words), terminal))),
                this::window, terminal, version());
    }

    private int window() {
        var trouble = Display.ofProcess(System.getenv()).trouble();
        if (trouble.isPresent()) {
            terminal.complain(trouble.get());
            return Commands.MISUSED;
        }
        return Commands.OK;
    }

    private static String version() {
        var version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "from its sources" : version;
    }
}
