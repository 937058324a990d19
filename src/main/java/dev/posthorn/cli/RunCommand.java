package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.Opened;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Run;
import dev.posthorn.workbench.RunListener;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// `posthorn run`: sends all requests of a collection in order and prints a line for each.
///
/// 1. Exit code 0: every request got an answer, of whatever status. 1: one got none. 2: it could not be begun.
/// 2. A status of 400 or more is shown, and is no failure: only a test can say which status was wanted.
/// 3. Ctrl+C stops the request under way and still prints what was done.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false,
        description = "Sends all requests of a collection in order; exits with 1 where one got no answer, and with 2, naming them, where secrets have no value.",
        footer = {"", "A secret variable gets its value from --env-var, else from POSTHORN_SECRET_NAME of the process (api-key is POSTHORN_SECRET_API_KEY),",
            "else from what Posthorn keeps on this machine, else from its file.",
            "Cookies that answers set go along with later requests of the same run, and are forgotten at its end."})
public final class RunCommand implements Callable<Integer> {

    @CommandLine.Parameters(paramLabel = "FILE_OR_FOLDER", description = "A collection, or a folder of collections; the ending of the file's name may be left out.")
    private Path given;

    @CommandLine.Option(names = {"-e", "--environment"}, paramLabel = "ENV", description = "An environment: a file, or the name of one beside the collection.")
    private String environment;

    @CommandLine.Option(names = {"-g", "--globals"}, paramLabel = "FILE", description = "A file of globals.")
    private Path globals;

    @CommandLine.Option(names = "--env-var", paramLabel = "NAME=VALUE", description = "A variable for this run alone, stronger than all others; may be repeated.")
    private final Map<String, String> variables = new LinkedHashMap<>();

    @CommandLine.Option(names = "--folder", paramLabel = "NAME", description = "Send only this folder's requests; a folder in a folder is \"Outer/Inner\".")
    private String folder;

    @CommandLine.Option(names = "--list", description = "Print the tree and send nothing.")
    private boolean list;

    @CommandLine.Option(names = "--no-color", description = "No colours; NO_COLOR in the environment says the same.")
    private boolean colourless;

    private final Function<Path, Given> reader;
    private final Supplier<Workbench> workbench;
    private final Supplier<LocalValues> values;
    private final Map<String, String> variablesOfProcess;
    private final Terminal process;

    /// @param reader    reads what a path holds; it never throws, a file that cannot be read is among the bad ones
    /// @param workbench          makes one for this run, which closes it
    /// @param values             what variables are worth on this machine
    /// @param variablesOfProcess the environment variables of the process
    public RunCommand(Function<Path, Given> reader, Supplier<Workbench> workbench, Supplier<LocalValues> values, Map<String, String> variablesOfProcess,
            Terminal process) {
        this.reader = reader;
        this.workbench = workbench;
        this.values = values;
        this.variablesOfProcess = Map.copyOf(variablesOfProcess);
        this.process = process;
    }

    @Override
    public Integer call() {
        var terminal = colourless ? process.withoutColour() : process;
        var files = reader.apply(given);
        files.bad().forEach(bad -> terminal.complain(bad.reason()));
        var unread = files.bad().isEmpty() ? Commands.OK : Commands.MISUSED;
        try {
            if (list && !(files.good().isEmpty() && files.environments().isEmpty())) {
                list(files, terminal);
                return unread;
            }
            if (files.good().isEmpty()) {
                return nothingToRun(files, terminal);
            }
            return Math.max(unread, run(files.good(), terminal));
        } catch (Misuse misuse) {
            terminal.complain(misuse.getMessage());
            return Commands.MISUSED;
        }
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

    private int run(List<Opened.Good> files, Terminal terminal) throws Misuse {
        var environments = new Environments(reader);
        var chosen = environment == null ? null : environments.named(environment, files.getFirst().file());
        var shared = globals == null ? null : environments.at(globals);
        var seen = new RunVariables(values, variablesOfProcess, variables);
        var contexts = new ArrayList<Context>();
        for (var file : files) {
            var context = seen.context(file, chosen, shared, terminal);
            seen.check(false, context, file, chosen, shared, folder == null ? null : folder(context.collection(), folder), terminal);
            contexts.add(context);
        }
        var cancellation = new Cancellation();
        try (var bench = workbench.get(); var _ = new Interrupt(cancellation::cancel)) {
            var green = true;
            for (var context : contexts) {
                green &= run(bench, context, terminal, cancellation);
            }
            return green ? Commands.OK : Commands.FAILED;
        }
    }

    private boolean run(Workbench bench, Context context, Terminal terminal, Cancellation cancellation) throws Misuse {
        var collection = context.collection();
        var part = folder == null ? null : folder(collection, folder);
        var lines = new LinkedHashMap<String, RunReport.Line>();
        lines(part == null ? collection.items() : part.items(), "", lines);
        var report = new RunReport(terminal, List.copyOf(lines.values()));
        report.title(part == null ? collection.name() : collection.name() + " / " + part.name());
        var result = new Run(bench).run(RunPlan.of(context, part), new Reporting(report, lines), cancellation);
        report.summary(result.took());
        return result.green();
    }

    private static void lines(List<Item> items, String path, Map<String, RunReport.Line> into) {
        for (var item : items) {
            switch (item) {
                case Folder inner -> lines(inner.items(), path + inner.name() + "/", into);
                case RequestItem request -> into.put(request.id(), new RunReport.Line(request.request().method(), path + request.name()));
                case OtherItem _, BadItem _ -> { }
            }
        }
    }

    private static Folder folder(Collection collection, String path) throws Misuse {
        var all = new LinkedHashMap<String, Folder>();
        folders(collection.items(), "", all);
        var exact = all.get(path);
        if (exact != null) {
            return exact;
        }
        return all.values().stream().filter(f -> f.name().equals(path)).findFirst().orElseThrow(() -> new Misuse(all.isEmpty()
                ? "\"" + collection.name() + "\" has no folders." : "\"" + collection.name() + "\" has no folder \"" + path + "\"; it has "
                + all.keySet().stream().limit(12).map(name -> "\"" + name + "\"").collect(Collectors.joining(", ")) + (all.size() > 12 ? " and more." : ".")));
    }

    private static void folders(List<Item> items, String path, Map<String, Folder> into) {
        for (var item : items) {
            if (item instanceof Folder inner) {
                into.putIfAbsent(path + inner.name(), inner);
                folders(inner.items(), path + inner.name() + "/", into);
            }
        }
    }

    /// Hands the outcomes of a run to the report, with the time each took.
    private static final class Reporting implements RunListener {

        private final RunReport report;
        private final Map<String, RunReport.Line> lines;
        private long began;

        Reporting(RunReport report, Map<String, RunReport.Line> lines) {
            this.report = report;
            this.lines = lines;
        }

        @Override
        public void started(Step step) {
            began = System.nanoTime();
        }

        @Override
        public void finished(Step step, Sent sent) {
            report.ended(lines.get(step.item().id()), sent.outcome(), Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
