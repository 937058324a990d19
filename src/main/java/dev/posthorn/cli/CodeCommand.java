package dev.posthorn.cli;

import dev.posthorn.codegen.Generator;
import dev.posthorn.codegen.Generators;
import dev.posthorn.codegen.Style;
import dev.posthorn.store.LocalValues;
import dev.posthorn.workbench.CodeWriting.Fill;
import dev.posthorn.workbench.Workbench;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// `posthorn code`: prints one request of a collection as code in another language.
///
/// 1. Exit code 0: the code is printed. 2: it could not be (a wrong name, a file that is no collection).
/// 2. Secrets are variables of the program unless `--resolve` is given.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false, description = "Prints one request of a collection as code: curl, JavaScript, C#, Java, Python or raw HTTP.",
        footer = {"", "The request is named by its path, \"Folder/Name\", or by its name alone where only one has it.",
            "Nothing is sent. Secrets stand in the code as environment variables, unless --resolve fills them in. What a target cannot send is said in a comment."})
public final class CodeCommand implements Callable<Integer> {

    @CommandLine.ArgGroup(exclusive = true, multiplicity = "1")
    private Asked asked;

    /// Either what there is, or one request.
    private static final class Asked {

        @CommandLine.Option(names = "--list", required = true, description = "Print the targets and end.")
        private boolean list;

        @CommandLine.ArgGroup(exclusive = false, multiplicity = "1")
        private OneRequest request;
    }

    @CommandLine.Option(names = {"-t", "--target"}, paramLabel = "TARGET", defaultValue = "curl", description = "One of those that --list prints; ${DEFAULT-VALUE} where none is given.")
    private String target;

    @CommandLine.Option(names = "--resolve", description = "Fill in secrets, too.")
    private boolean resolve;

    @CommandLine.Option(names = "--keep-variables", description = "Keep all variables as environment variables of the program.")
    private boolean keep;

    @CommandLine.Option(names = "--short", description = "The request alone, in few words.")
    private boolean brief;

    private final Function<java.nio.file.Path, Given> reader;
    private final Supplier<Workbench> workbench;
    private final Supplier<LocalValues> values;
    private final Map<String, String> variablesOfProcess;
    private final Terminal terminal;

    /// @param reader    reads what a path holds
    /// @param workbench makes one for this command, which closes it
    /// @param values    what variables are worth on this machine
    public CodeCommand(Function<java.nio.file.Path, Given> reader, Supplier<Workbench> workbench, Supplier<LocalValues> values, Map<String, String> variablesOfProcess, Terminal terminal) {
        this.reader = reader;
        this.workbench = workbench;
        this.values = values;
        this.variablesOfProcess = Map.copyOf(variablesOfProcess);
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (asked.list) {
            Generators.ALL.forEach(g -> terminal.out().println("%-10s %s".formatted(g.id(), g.label())));
            return Commands.OK;
        }
        try {
            print(chosen());
            return Commands.OK;
        } catch (Misuse misuse) {
            terminal.complain(misuse.getMessage());
            return Commands.MISUSED;
        }
    }

    private Generator chosen() throws Misuse {
        if (resolve && keep) {
            throw new Misuse("--resolve fills in all variables, and --keep-variables none: give one of them.");
        }
        return Generators.of(target).orElseThrow(() -> new Misuse("there is no target \"" + target + "\"; there are "
                + Generators.ALL.stream().map(Generator::id).collect(Collectors.joining(", ")) + "."));
    }

    private void print(Generator generator) throws Misuse {
        var chosen = asked.request.read(reader, values, variablesOfProcess, terminal);
        try (var bench = workbench.get()) {
            var fill = resolve ? Fill.SECRETS : keep ? Fill.NOTHING : Fill.VALUES;
            terminal.out().print(bench.code(chosen.context()).code(chosen.found().item().request(), generator, brief ? Style.SHORT : Style.LONG, fill));
        }
    }
}
