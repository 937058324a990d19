package dev.posthorn.cli;

import dev.posthorn.formats.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/// `posthorn import`: puts collections and environments of any kind into a workspace folder, in its own form, and proves what became of each value.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false, description = "Puts collections and environments of any kind into a folder, and says what became of each value.")
public final class ImportCommand implements Callable<Integer> {

    @CommandLine.Parameters(paramLabel = "IN", arity = "1..*", description = "Files, folders, links, or - for what is piped in.")
    private List<String> in;

    @CommandLine.Option(names = "--into", paramLabel = "DIR", description = "The workspace folder; the current one where it is not said.")
    private Path into = Path.of("");

    @CommandLine.Option(names = "--report", paramLabel = "text|json", description = "The form of the report: text, where it is not said.")
    private ConvertCommand.Form report = ConvertCommand.Form.text;

    @CommandLine.Option(names = "--report-file", paramLabel = "FILE", description = "Write the report to a file instead.")
    private Path reportFile;

    @CommandLine.Option(names = "--force", description = "Replace collections and environments of the same name.")
    private boolean force;

    private final SourceReader reader;
    private final Terminal terminal;

    public ImportCommand(SourceReader reader, Terminal terminal) {
        this.reader = reader;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            var sources = new ArrayList<Source>();
            for (var one : in) {
                sources.addAll(reader.read(one));
            }
            var done = Conversion.to(Conversion.NATIVE, force).run(sources, null, into.toAbsolutePath().normalize());
            ConvertCommand.report(done.report(), report, reportFile, false, terminal);
            return Commands.OK;
        } catch (Misuse misuse) {
            terminal.complain(misuse.getMessage());
            return Commands.MISUSED;
        } catch (IOException e) {
            terminal.complain(into.toAbsolutePath() + " could not be written: " + e.getMessage() + ".");
            return Commands.FAILED;
        }
    }
}
