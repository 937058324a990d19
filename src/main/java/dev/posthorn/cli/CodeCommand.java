package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.codegen.Generator;
import dev.posthorn.codegen.Generators;
import dev.posthorn.codegen.Style;
import dev.posthorn.store.AtomicFile;
import dev.posthorn.store.LocalValues;
import dev.posthorn.workbench.CodeWriting.Fill;
import dev.posthorn.workbench.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// `posthorn code`: prints requests of a collection as code in another language.
///
/// 1. Exit code 0: the code is printed or written. 1: it could not be written. 2: the order is wrong (no such request, a file that is no collection).
/// 2. Secrets are variables of the program unless `--resolve` is given; one without a value is a variable in any case.
/// 3. More than one request is printed with its name before it, or written as a file each.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false, description = "Prints requests of a collection as code: curl, JavaScript, C#, Java, Python or raw HTTP.",
        footer = {"", "A request is named by its path, \"Folder/Name\", or by its name alone where only one has it. SOURCE \"-\" is what is piped in, such as a curl command.",
            "Nothing is sent. Secrets stand in the code as environment variables, unless --resolve fills them in. What a target cannot send is said in a comment."})
public final class CodeCommand implements Callable<Integer> {

    @CommandLine.ArgGroup(exclusive = true, multiplicity = "1")
    private Asked asked;

    /// Either what there is, or one request.
    private static final class Asked {

        @CommandLine.Option(names = "--list", required = true, description = "Print the targets and end.")
        private boolean list;

        @CommandLine.ArgGroup(exclusive = false, multiplicity = "1")
        private SomeRequests requests;
    }

    @CommandLine.Option(names = {"-t", "--target"}, paramLabel = "TARGET", defaultValue = "curl", description = "One of those that --list prints; ${DEFAULT-VALUE} where none is given.")
    private String target;

    @CommandLine.Option(names = "--resolve", description = "Fill in secrets, too.")
    private boolean resolve;

    @CommandLine.Option(names = "--keep-variables", description = "Keep all variables as environment variables of the program.")
    private boolean keep;

    @CommandLine.Option(names = "--short", description = "The request alone, in few words.")
    private boolean brief;

    @CommandLine.Option(names = {"-o", "--out"}, paramLabel = "PATH", description = "Write to this file instead; of several requests a file each, into this folder.")
    private Path out;

    @CommandLine.Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    private final Function<Path, Given> reader;
    private final Supplier<InputStream> input;
    private final Supplier<Workbench> workbench;
    private final Supplier<LocalValues> values;
    private final Map<String, String> variablesOfProcess;
    private final Terminal terminal;

    /// @param reader    reads what a path holds
    /// @param input     what is piped in
    /// @param workbench makes one for this command, which closes it
    /// @param values    what variables are worth on this machine
    public CodeCommand(Function<Path, Given> reader, Supplier<InputStream> input, Supplier<Workbench> workbench, Supplier<LocalValues> values, Map<String, String> variablesOfProcess, Terminal terminal) {
        this.reader = reader;
        this.input = input;
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
        } catch (IOException e) {
            terminal.complain("the code could not be written: " + e.getMessage() + ".");
            return Commands.FAILED;
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

    private void print(Generator generator) throws Misuse, IOException {
        var requests = asked.requests.read(new RequestWords.Machine(this::files, values, variablesOfProcess, terminal));
        try (var bench = workbench.get()) {
            for (var chosen : requests) {
                var code = bench.code(chosen.context()).code(chosen.found().item().request(), generator, brief ? Style.SHORT : Style.LONG, resolve ? Fill.SECRETS : keep ? Fill.NOTHING : Fill.VALUES);
                if (out != null) {
                    write(code, requests.size() == 1 ? out : out.resolve(fileName(chosen.found().path()) + generator.target().ending()));
                } else if (requests.size() == 1) {
                    terminal.out().print(code);
                } else {
                    terminal.out().println(generator.target().comment() + Columns.plain(chosen.found().path()) + "\n\n" + code);
                }
            }
        }
        terminal.out().flush();
    }

    private Given files(Path source) {
        return source.toString().equals("-") ? SourceReader.given(input) : reader.apply(source);
    }

    /// Folders become folders; what no name of a file may have becomes a `-`.
    private static String fileName(String path) {
        return Arrays.stream(path.split("/")).map(n -> n.replaceAll("[\\\\:*?\"<>|\\p{Cntrl}]+", "-").strip().replaceAll("^\\.+|[. ]+$", "")).filter(n -> !n.isEmpty()).collect(Collectors.joining("/"));
    }

    private void write(String code, Path file) throws IOException, Misuse {
        if (Files.isDirectory(file)) {
            throw new Misuse(file + " is a folder: name a file in it.");
        }
        if (Files.exists(file) && !force) {
            throw new Misuse(file + " is there already; --force writes over it.");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, code.getBytes(StandardCharsets.UTF_8));
    }
}
