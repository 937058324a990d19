package dev.posthorn.cli;

import dev.posthorn.demo.DemoServer;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/// `posthorn demo`: runs the demo server alone, to try other tools on it or to have it on a known port.
@CommandLine.Command(mixinStandardHelpOptions = true,
        description = "Runs the demo server on 127.0.0.1, where requests can be tried without a network. Ctrl+C ends it.")
public final class DemoCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65535;

    @CommandLine.Option(names = {"-p", "--port"}, paramLabel = "N", description = "The port to listen on; a free one is taken where none is given.")
    private int port;

    private final Terminal terminal;

    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            terminal.complain(port + " is not a port: choose one from 1 to " + LAST_PORT + ".");
            return Commands.MISUSED;
        }
        try (var server = DemoServer.start(port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            terminal.out().println("The demo server answers at " + server.address() + " (its first page lists what it can do). Ctrl+C ends it.");
            terminal.out().flush();
            server.join();
            return Commands.OK;
        } catch (IOException taken) {
            terminal.complain(taken.getMessage() + ". Choose another port with --port, or leave it out for a free one.");
            return Commands.FAILED;
        }
    }
}
