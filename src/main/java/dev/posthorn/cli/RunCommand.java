package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.cli.report.Reporter;
import dev.posthorn.cli.report.Reporters;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Network;
import dev.posthorn.model.Switch;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.Opened;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.DataFile;
import dev.posthorn.workbench.Run;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;

/// `posthorn run`: sends all requests of a collection in order, with their scripts, and tells what came of it.
///
/// 1. Exit code 0: every request got an answer, of whatever status, and no test and no script failed. 1: not so. 2: it could not be begun.
/// 2. A status of 400 or more is shown, and is no failure: only a test can say which status was wanted.
/// 3. Ctrl+C stops the request under way and still tells what was done.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false, customSynopsis = "posthorn run SOURCE [OPTIONS]", optionListHeading = "%nOptions:%n",
        description = "Sends all requests of a collection in order, with their scripts. Exits with 1 where one got no answer or a test or script failed, and with 2 where it could not be begun.",
        footer = {"", "A secret variable gets its value from --env-var, else from POSTHORN_SECRET_NAME of the process (api-key is POSTHORN_SECRET_API_KEY),",
            "else from what Posthorn keeps on this machine, else from its file. Reports and exports do not have the values of secrets.",
            "Cookies that answers set go along with later requests of the same run, and are forgotten at its end."})
public final class RunCommand implements Callable<Integer> {

    @CommandLine.Parameters(paramLabel = "SOURCE", description = "A collection (file, folder or URL), or a folder of collections; the ending of the file's name may be left out.")
    private String given;

    @CommandLine.Option(names = "--list", description = "Print the tree and send nothing.")
    private boolean list;

    @ArgGroup(validate = false, heading = "%nValues:%n")
    private RunFlags.Values values = new RunFlags.Values();

    @ArgGroup(validate = false, heading = "%nWhat is sent, and until when (times in milliseconds):%n")
    private RunFlags.Flow flow = new RunFlags.Flow();

    @ArgGroup(validate = false, heading = "%nNetwork, cookies and files:%n")
    private RunFlags.Wires wires = new RunFlags.Wires();

    @ArgGroup(validate = false, heading = "%nReports:%n")
    private RunFlags.Reports reports = new RunFlags.Reports();

    @ArgGroup(validate = false, heading = "%nWhat is written after the run:%n")
    private RunFlags.Exports exports = new RunFlags.Exports();

    private final Function<Path, Given> reader;
    private final Function<UnaryOperator<Network>, Workbench> workbench;
    private final Supplier<LocalValues> local;
    private final Map<String, String> variablesOfProcess;
    private final Terminal process;
    private final String version;

    /// @param reader    reads what a path holds; it never throws, a file that cannot be read is among the bad ones
    /// @param workbench          makes one for this run, which closes it, with changes to the network settings
    /// @param local              what variables are worth on this machine
    /// @param variablesOfProcess the environment variables of the process
    /// @param version            of this program, as reports name it
    public RunCommand(Function<Path, Given> reader, Function<UnaryOperator<Network>, Workbench> workbench, Supplier<LocalValues> local, Map<String, String> variablesOfProcess,
            Terminal process, String version) {
        this.reader = reader;
        this.workbench = workbench;
        this.local = local;
        this.variablesOfProcess = Map.copyOf(variablesOfProcess);
        this.process = process;
        this.version = version;
    }

    @Override
    public Integer call() {
        try {
            var terminal = terminal();
            var sources = new RunSources(reader, new WorkbenchFetch(() -> workbench.apply(UnaryOperator.identity())));
            var files = sources.read(given);
            files.bad().forEach(bad -> terminal.complain(bad.reason()));
            var unread = files.bad().isEmpty() ? Commands.OK : Commands.MISUSED;
            if (list && !(files.good().isEmpty() && files.environments().isEmpty())) {
                list(files, terminal);
                return unread;
            }
            if (files.good().isEmpty()) {
                return nothingToRun(files, terminal);
            }
            return Math.max(unread, run(files.good(), sources, terminal));
        } catch (Misuse misuse) {
            process.complain(misuse.getMessage());
            return Commands.MISUSED;
        }
    }

    private Terminal terminal() throws Misuse {
        return switch (reports.colourless ? "off" : reports.colour) {
            case "on" -> process.withColour(true);
            case "off" -> process.withoutColour();
            case "auto" -> process;
            default -> throw new Misuse("--color is on, off or auto, not \"" + reports.colour + "\".");
        };
    }

    private int nothingToRun(Given files, Terminal terminal) {
        if (!files.environments().isEmpty()) {
            terminal.complain(given + " is an environment, not a collection: give it to a run with -e.");
        } else if (files.bad().isEmpty()) {
            terminal.complain("there is no collection in " + given + ".");
        }
        return Commands.MISUSED;
    }

    private static void list(Given files, Terminal terminal) {
        var tree = new CollectionTree(terminal);
        for (var file : files.good()) {
            var count = CollectionTree.requests(file.collection());
            tree.print(file.collection().name() + " (" + file.format() + ", " + count + (count == 1 ? " request)" : " requests)"), file.collection().items());
        }
        for (var file : files.environments()) {
            list(file.environment(), terminal);
        }
    }

    private static void list(Environment environment, Terminal terminal) {
        terminal.out().println(Columns.plain(environment.name()) + (environment.globals() ? " (globals, " : " (environment, ") + environment.variables().size() + " variables)");
        for (var variable : environment.variables()) {
            terminal.out().println("  " + Columns.plain(variable.key()) + " = " + (variable.secret() ? "••••" : Columns.plain(variable.value())) + (variable.enabled() ? "" : " (off)"));
        }
    }

    /// A collection of this run and what is sent of it.
    private record Part(Opened.Good file, Context context, RunTargets targets) {}

    private int run(List<Opened.Good> files, RunSources sources, Terminal terminal) throws Misuse {
        var clock = Clock.systemUTC();
        var telling = new RunReports(reports, terminal, version, clock, variablesOfProcess);
        var kinds = telling.kinds();
        var data = values.data == null ? null : sources.data(values.data);
        check(data, terminal);
        var network = new RunNetwork(wires, terminal::complain);
        var changes = network.changes();
        var parts = parts(files, sources, network, terminal);
        var cancellation = new Cancellation();
        try (var bench = workbench.apply(changes); var _ = new Interrupt(cancellation::cancel)) {
            bench.cookies().openToAllScripts();
            if (wires.jar != null) {
                bench.cookies().restore(ToughCookies.read(wires.jar, clock.instant()));
            }
            // The engine comes up while the first request waits for its answer.
            if (parts.stream().anyMatch(part -> scripted(part.context().collection()))) {
                bench.warmScripts();
            }
            var green = true;
            for (var number = 1; number <= parts.size(); number++) {
                green &= run(bench, parts.get(number - 1), number, data, telling, kinds, sources, terminal, cancellation);
            }
            return green || flow.green ? Commands.OK : Commands.FAILED;
        }
    }

    private static boolean scripted(Collection collection) {
        return Stream.concat(collection.scripts().stream(), collection.requests().flatMap(r -> r.request().scripts().stream())).anyMatch(s -> !s.code().isBlank());
    }

    private void check(DataFile data, Terminal terminal) throws Misuse {
        if (flow.rounds != null && flow.rounds < 1) {
            throw new Misuse("-n is how often the requests are sent, 1 or more, not " + flow.rounds + ".");
        }
        if (flow.lanes < 1) {
            throw new Misuse("--parallel is how many iterations run at once, 1 or more, not " + flow.lanes + ".");
        }
        if (flow.delay < 0 || flow.timeout < 0 || flow.script < 0 || flow.request != null && flow.request < 0) {
            throw new Misuse("delays and timeouts are milliseconds, 0 or more.");
        }
        if (flow.bail != null && !List.of("failure", "folder").containsAll(List.of(flow.bail.split(",")))) {
            throw new Misuse("--bail is failure or folder, not \"" + flow.bail + "\".");
        }
        if (flow.lanes > 1 && rounds(data) == 1) {
            terminal.complain("--parallel has no effect: there is only one iteration.");
        }
        if (flow.lanes > 1 && exports.jar != null) {
            terminal.complain("--export-cookie-jar writes the cookies that the run began with: with --parallel each iteration has its own.");
        }
    }

    private int rounds(DataFile data) {
        return flow.rounds != null ? flow.rounds : data == null ? 1 : data.rows().size();
    }

    private List<Part> parts(List<Opened.Good> files, RunSources sources, RunNetwork network, Terminal terminal) throws Misuse {
        var chosen = values.environment == null ? null : sources.environment(values.environment, files.getFirst().file());
        var shared = values.globals == null ? null : sources.globals(values.globals);
        var seen = new RunVariables(local, variablesOfProcess, values.environmentVariables);
        var parts = new ArrayList<Part>();
        for (var file : files) {
            var context = seen.context(asPostmanSends(file), chosen, shared, terminal).withForced(network.forced(flow.request));
            context = RunVariables.withGlobals(context, values.globalVariables);
            context = wires.folder == null ? context : context.withFiles(RunSources.folder(wires.folder));
            context = wires.inside ? context.readingInside() : context;
            var targets = RunTargets.of(context.collection(), flow.folders);
            seen.check(false, context, file, chosen, shared, targets.part(), terminal);
            parts.add(new Part(file, context, targets));
        }
        return parts;
    }

    /// Without a word of its own, a Postman file of versions 1 and 2 leaves the body of a GET away, as newman does. Its 3.0 files cannot say so.
    private static Opened.Good asPostmanSends(Opened.Good file) {
        var all = file.collection();
        if (!file.format().startsWith("Postman 1") && !file.format().startsWith("Postman 2") || all.settings().flag(Switch.KEEP_BODY.key()).isPresent()) {
            return file;
        }
        var settings = all.settings().with(Switch.KEEP_BODY.key(), false);
        return new Opened.Good(file.file(), file.format(), new Collection(all.name(), all.description(), all.auth(), all.variables(), all.scripts(), settings, all.items()));
    }

    private RunPlan plan(Part part, DataFile data) {
        var plan = RunPlan.of(part.context(), part.targets().part()).withRounds(rounds(data), data == null ? List.of() : data.rows()).withDelay(Duration.ofMillis(flow.delay))
                .within(Duration.ofMillis(flow.timeout), Duration.ofMillis(flow.script)).inLanes(flow.lanes);
        return flow.bail != null && List.of(flow.bail.split(",")).contains("failure") ? plan.stopping(RunPlan.Bail.FAILURE) : plan;
    }

    private boolean run(Workbench bench, Part part, int number, DataFile data, RunReports telling, List<Reporters.Kind> kinds, RunSources sources, Terminal terminal, Cancellation cancellation)
            throws Misuse {
        var reporters = telling.make(kinds, part.targets().title(), number, new Hiding(part.context(), bench::knownSecrets));
        try {
            var result = new Run(bench).run(plan(part, data), new Telling(reporters), cancellation);
            var written = written(reporters, terminal);
            var source = sources.fetched(part.file()) ? given : part.file().file().toString();
            var exporting = new RunExports(exports, new SourceReader(InputStream::nullInputStream, sources.fetch()), terminal, version, Clock.systemUTC());
            return exporting.write(source, number, part.context(), result, bench.cookies().content()) & written & result.green();
        } finally {
            reporters.forEach(Reporter::close);
        }
    }

    private static boolean written(List<Reporter> reporters, Terminal terminal) {
        var all = true;
        for (var reporter : reporters) {
            try {
                reporter.write();
            } catch (IOException e) {
                terminal.complain("a report could not be written: " + RunExports.said(e) + ".");
                all = false;
            }
        }
        return all;
    }
}
