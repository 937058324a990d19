package dev.posthorn;

import dev.posthorn.cli.CodeCommand;
import dev.posthorn.cli.Command;
import dev.posthorn.cli.Commands;
import dev.posthorn.cli.ConvertCommand;
import dev.posthorn.cli.DemoCommand;
import dev.posthorn.cli.Display;
import dev.posthorn.cli.GivenFiles;
import dev.posthorn.cli.ImportCommand;
import dev.posthorn.cli.LintCommand;
import dev.posthorn.cli.LoginCommand;
import dev.posthorn.cli.OwnProcess;
import dev.posthorn.cli.PersonAtTerminal;
import dev.posthorn.cli.RunCommand;
import dev.posthorn.cli.SendCommand;
import dev.posthorn.cli.SourceReader;
import dev.posthorn.cli.Terminal;
import dev.posthorn.cli.TrainCommand;
import dev.posthorn.cli.VerifyCommand;
import dev.posthorn.cli.WorkbenchFetch;
import dev.posthorn.cli.report.Reporters;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.imports.DeepStack;
import dev.posthorn.js.Sandbox;
import dev.posthorn.model.Network;
import dev.posthorn.oauth.agent.OwnCertificate;
import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.oauth.agent.SystemBrowser;
import dev.posthorn.oauth.agent.UserAgents;
import dev.posthorn.store.CurrentValues;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptCertificate;
import dev.posthorn.store.KeptLogins;
import dev.posthorn.store.KeptSecrets;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.NetworkFile;
import dev.posthorn.store.Secrets;
import dev.posthorn.ui.kit.StartupClock;
import dev.posthorn.ui.shell.Parts;
import dev.posthorn.ui.shell.SnapshotCommand;
import dev.posthorn.ui.shell.Stores;
import dev.posthorn.ui.shell.Window;
import dev.posthorn.workbench.Console;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Keepers;
import dev.posthorn.workbench.Workbench;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Starts Posthorn: puts its parts together and hands the command line to the command it names.
public final class Main {

    private final Terminal terminal = Terminal.ofProcess(System.getenv());
    private KeptSecrets secrets;

    private Main() {}

    public static void main(String[] args) {
        var main = new Main();
        // The window's start does not wait for a thread of its own; commands may meet collections nested hundreds deep.
        System.exit(args.length == 0 ? main.commands().run() : DeepStack.call(() -> main.commands().run(args)));
    }

    private Commands commands() {
        return new Commands(List.of(
                new Command("run", "Sends all requests of a collection and prints a line for each.", this::run),
                new Command("send", "Sends one request and prints the body of its answer.", () -> new SendCommand(GivenFiles::read, this::commandWorkbench,
                        this::values, System.getenv(), terminal, new FileOutputStream(FileDescriptor.out), version())),
                new Command("login", "Logs in for the OAuth 2.0 of a request, and keeps the token.", this::login),
                new Command("code", "Prints requests as code in another language.", () -> new CodeCommand(GivenFiles::read, () -> System.in, this::commandWorkbench, this::values, System.getenv(), terminal)),
                new Command("convert", "Turns a collection or environment into another form.", () -> new ConvertCommand(sources(), terminal)),
                new Command("import", "Puts collections of any kind into a workspace folder.", () -> new ImportCommand(sources(), terminal)),
                new Command("lint", "Checks collections and environments.", () -> new LintCommand(terminal)),
                new Command("verify-roundtrip", "Proves that Postman files come back from our form without losing a value.", this::verify),
                new Command("demo", "Runs the demo server, to try requests on without a network.", () -> new DemoCommand(terminal)),
                new Command("snapshot", "Draws the window as a PNG, without a display.", () -> new SnapshotCommand(home -> parts(new Home(home), null))),
                new Command("train", "", () -> new TrainCommand(words -> commands().run(words), terminal))),
                this::window, terminal, version());
    }

    /// The script engine comes up while the collection is read: it takes longer than all else of a short run.
    private RunCommand run() {
        var sandbox = new Sandbox();
        Thread.ofPlatform().name("script engine").daemon().start(sandbox::prepare);
        return new RunCommand(GivenFiles::read, changes -> runWorkbench(changes, sandbox), this::values, System.getenv(), terminal, version());
    }

    private LoginCommand login() {
        var clock = Clock.systemUTC();
        var random = new SecureRandom();
        var agents = new UserAgents(new SystemBrowser(System.getProperty("os.name"), System.getenv()), new OwnCertificate(new KeptCertificate(Home.ofUser()), clock, random), random, clock,
                Optional.empty());
        var person = new PersonAtTerminal(terminal, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        return new LoginCommand(GivenFiles::read, this::commandWorkbench, this::values, System.getenv(),
                (settings, paste) -> agents.of(paste ? Strategy.PASTE : Strategy.of(settings, false).strategy(), person), clock, terminal);
    }

    private VerifyCommand verify() {
        return new VerifyCommand(sources(), new OwnProcess(Main.class.getName()), Main::temporary, terminal);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("posthorn-verify");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SourceReader sources() {
        return new SourceReader(() -> System.in, new WorkbenchFetch(this::commandWorkbench));
    }

    /// With the network settings of the window; what is wrong with them is said before the first send.
    private Workbench commandWorkbench() {
        return runWorkbench(UnaryOperator.identity(), new Sandbox());
    }

    /// The same with what a command line changes of those settings.
    private Workbench runWorkbench(UnaryOperator<Network> changes, Sandbox sandbox) {
        var settings = new NetworkFile(Home.ofUser(), secrets());
        var logins = new KeptLogins(Home.ofUser(), secrets());
        logins.troubled(terminal::complain);
        return workbench(() -> {
            var network = settings.now();
            settings.notes().forEach(terminal::complain);
            return changes.apply(network);
        }, keepers(logins, secrets()), sandbox);
    }

    /// Everything that sends, for one run or one window.
    private static Workbench workbench(Supplier<Network> network, Keepers keepers, Sandbox sandbox) {
        var bodies = new BodyStore(Path.of(System.getProperty("java.io.tmpdir"), "posthorn-" + System.getProperty("user.name")));
        var automatic = new AutomaticHeaders("Posthorn/" + version());
        var clock = Clock.systemUTC();
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        executor.execute(bodies::sweep);
        var console = new Console(clock);
        return new Workbench(new Engine(bodies, automatic, network, console::exchanged), automatic, new Cookies(clock), new DemoOnDemand(), executor, clock, new SecureRandom(),
                console, keepers, sandbox);
    }

    private static Keepers keepers(KeptLogins logins, Secrets secrets) {
        return new Keepers(logins.tokens(), logins.applications(), Path.of(System.getProperty("user.home")), System.getenv(), secrets);
    }

    /// Those of the user, for commands: variables, logins and the network settings share them.
    private synchronized KeptSecrets secrets() {
        secrets = secrets == null ? KeptSecrets.ofSystem(Home.ofUser(), System.getProperty("os.name"), System.getenv()) : secrets;
        return secrets;
    }

    /// What variables are worth on this machine. Files and keychain are touched when they are first asked for.
    private LocalValues values() {
        return new LocalValues(new CurrentValues(Home.ofUser()), secrets());
    }

    private int window() {
        var trouble = Display.ofProcess(System.getenv()).trouble();
        if (trouble.isPresent()) {
            terminal.complain(trouble.get());
            return Commands.MISUSED;
        }
        var samples = System.getProperty("posthorn.samples");
        try (var parts = parts(Home.ofUser(), samples == null ? null : Path.of(samples))) {
            return new Window(parts, StartupClock.ofProcess()).run() ? Commands.OK : Commands.FAILED;
        }
    }

    /// What the window works with, its own files in `home`. Nothing slow happens here: disk and engine are touched when they are first asked for.
    private static Parts parts(Home home, Path samples) {
        var clock = Clock.systemDefaultZone();
        var secrets = KeptSecrets.ofSystem(home, System.getProperty("os.name"), System.getenv());
        var stores = Stores.of(home, samples, secrets, clock);
        var parts = new Parts(stores, () -> workbench(stores.network()::now, keepers(stores.logins(), secrets), new Sandbox()), Executors.newVirtualThreadPerTaskExecutor(), clock, version(),
                new SystemBrowser(System.getProperty("os.name"), System.getenv()));
        parts.runExports(() -> Reporters.forms(version(), clock));
        return parts;
    }

    /// As Maven wrote it into the build.
    private static String version() {
        try (var file = Main.class.getResourceAsStream("version.txt")) {
            return file == null ? "dev" : new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
