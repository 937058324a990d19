package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.cli.report.Paint;
import dev.posthorn.exports.HarOfAnswer;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import dev.posthorn.store.AtomicFile;
import dev.posthorn.store.LocalValues;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Recorder;
import dev.posthorn.workbench.Workbench;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/// `posthorn send`: sends one request of a collection and prints the body of its answer, byte for byte.
///
/// 1. Exit code 0: an answer came, of whatever status (with `--fail`: of less than 400). 1: none came, or not the whole, or a test or a script failed. 2: it could not be begun.
/// 2. Only the body goes to the output; all else to the error stream, secrets covered.
/// 3. Server-sent events are printed as they come, until the server ends them.
/// 4. Ctrl+C stops it; what had come is printed.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false,
        description = "Sends one request of a collection and prints the body of the answer; exits with 1 where no whole answer came or a test failed, and with 2 where it could not be begun.",
        footer = {"", "The request is named by its path, \"Folder/Name\", or by its name alone where only one has it.",
            "A secret variable gets its value from --env-var, else from POSTHORN_SECRET_NAME of the process, else from what Posthorn keeps on this machine, else from its file."})
public final class SendCommand implements Callable<Integer> {

    @CommandLine.Mixin
    private OneRequest request;

    @CommandLine.Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write the body to this file instead.")
    private Path output;

    @CommandLine.Option(names = {"-v", "--verbose"}, description = "Print every exchange to the error stream, as curl -v does.")
    private boolean verbose;

    @CommandLine.Option(names = "--har", paramLabel = "FILE", description = "Write all exchanges to a HAR file, secrets taken out.")
    private Path har;

    @CommandLine.Option(names = {"-f", "--fail"}, description = "Exit with 1 at a status of 400 or more, too.")
    private boolean fail;

    @CommandLine.Option(names = "--show-secrets", description = "Do not cover secrets in what --verbose prints.")
    private boolean secrets;

    @CommandLine.Option(names = "--no-color", description = "No colours; NO_COLOR in the environment says the same.")
    private boolean colourless;

    private final Function<Path, Given> reader;
    private final Supplier<Workbench> workbench;
    private final Supplier<LocalValues> values;
    private final Map<String, String> variablesOfProcess;
    private final Terminal process;
    private final OutputStream bytes;
    private final String version;

    /// @param reader    reads what a path holds; it never throws, a file that cannot be read is among the bad ones
    /// @param workbench makes one for this send, which closes it
    /// @param values    what variables are worth on this machine
    /// @param bytes     where the body goes, unbuffered
    /// @param version   of this program, as it stands in a HAR
    public SendCommand(Function<Path, Given> reader, Supplier<Workbench> workbench, Supplier<LocalValues> values, Map<String, String> variablesOfProcess, Terminal process,
            OutputStream bytes, String version) {
        this.reader = reader;
        this.workbench = workbench;
        this.values = values;
        this.variablesOfProcess = Map.copyOf(variablesOfProcess);
        this.process = process;
        this.bytes = bytes;
        this.version = version;
    }

    @Override
    public Integer call() {
        var terminal = colourless ? process.withoutColour() : process;
        try {
            var chosen = request.read(reader, values, variablesOfProcess, terminal);
            return send(chosen.found(), chosen.context(), terminal);
        } catch (Misuse misuse) {
            terminal.complain(misuse.getMessage());
            return Commands.MISUSED;
        }
    }

    private int send(RequestNames.Found found, Context context, Terminal terminal) {
        var cancellation = new Cancellation();
        var live = new LiveOutput(bytes, cancellation::cancel);
        try (var bench = workbench.get(); var _ = new Interrupt(cancellation::cancel)) {
            if (verbose) {
                bench.console().listen(new Verbose(bench.console(), terminal, secrets)::print);
            }
            var sent = bench.sendWhole(found.item().request(), context, found.item().name(), output == null ? live : Progress.silent(), cancellation);
            var outcome = sent.outcome();
            noticed(outcome, terminal);
            try {
                var result = print(outcome, live, terminal);
                bench.findings(found.item().request(), context, outcome).stream().filter(finding -> !finding.fault().equals("server-unproven")).forEach(finding -> Mending.tell(terminal, finding));
                if (har != null) {
                    var mask = Recorder.mask(context, found.item().request(), outcome);
                    AtomicFile.write(har, new HarOfAnswer(version, true, mask).of(outcome).getBytes(StandardCharsets.UTF_8));
                }
                return new TestLines(terminal).tell(sent.report()) ? result : Commands.FAILED;
            } catch (IOException e) {
                terminal.complain("the answer could not be written: " + e.getMessage() + ".");
                return Commands.FAILED;
            } finally {
                Workbench.release(outcome);
            }
        }
    }

    /// What is wrong with the server's own proof is said in any case, and once.
    private void noticed(Outcome outcome, Terminal terminal) {
        var paint = new Paint(terminal.colour());
        Workbench.remarks(outcome).filter(r -> r.bad() || verbose).forEach(r -> {
            if (r.bad()) {
                terminal.complain(r.sentence());
            } else {
                terminal.err().println(paint.quiet("* Authorization: " + Columns.plain(r.sentence())));
            }
        });
        terminal.err().flush();
    }

    private int print(Outcome outcome, LiveOutput live, Terminal terminal) throws IOException {
        return switch (outcome) {
            case Outcome.Received received -> {
                write(received.response(), live);
                yield received.response().truncated() || fail && received.response().status() >= 400 ? Commands.FAILED : Commands.OK;
            }
            case Outcome.Failed failed -> {
                write(failed.partial(), live);
                Mending.tell(terminal, failed.failure());
                yield Commands.FAILED;
            }
            case Outcome.Skipped(var by) -> {
                terminal.complain("not sent: the script of " + by + " skipped this request.");
                yield Commands.OK;
            }
            case Outcome.Cancelled cancelled -> {
                write(cancelled.partial(), live);
                terminal.complain("stopped.");
                yield Commands.FAILED;
            }
        };
    }

    private void write(Response answer, LiveOutput live) throws IOException {
        if (answer == null) {
            return;
        }
        if (output == null) {
            live.finish(answer.body());
            return;
        }
        try (var in = answer.body().open(); var file = Files.newOutputStream(output)) {
            in.transferTo(file);
        }
    }
}
