package dev.posthorn.cli;

import dev.posthorn.formats.Report;
import dev.posthorn.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/// `posthorn convert`: turns a collection or environment of any kind that can be opened into another form.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false, description = "Turns a collection or environment into another form, and says what became of each value.")
public final class ConvertCommand implements Callable<Integer> {

    enum Form { text, json }

    @CommandLine.Parameters(index = "0", paramLabel = "IN", description = "A file, a folder, a link, or - for what is piped in.")
    private String in;

    @CommandLine.Parameters(index = "1", paramLabel = "OUT", description = "A file, or a folder for v3 and for several files; - prints it.")
    private String out;

    @CommandLine.Option(names = "--to", paramLabel = "FORM", required = true, description = "v3, v2.1, v2.0, openapi (YAML, or JSON where OUT ends in .json), openapi-json, curl, har, markdown or html.")
    private String to;

    @CommandLine.Option(names = "--collection", paramLabel = "NAME", description = "Which one, where there are several in IN.")
    private String name;

    @CommandLine.Option(names = "--report", paramLabel = "text|json", description = "Print what became of each value.")
    private Form report;

    @CommandLine.Option(names = "--report-file", paramLabel = "FILE", description = "Write the report to a file instead.")
    private Path reportFile;

    @CommandLine.Option(names = "--force", description = "Write over what is there.")
    private boolean force;

    private final SourceReader reader;
    private final Terminal terminal;

    public ConvertCommand(SourceReader reader, Terminal terminal) {
        this.reader = reader;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            var conversion = Conversion.to(form(), force);
            var printing = out.equals("-");
            var done = conversion.run(reader.read(in), name, printing ? null : Path.of(out));
            if (!done.left().isEmpty() && name == null) {
                terminal.complain("left out: " + Conversion.names(done.left()) + "; choose with --collection.");
            }
            if (printing) {
                terminal.out().print(new String(done.printed(), StandardCharsets.UTF_8));
                terminal.out().flush();
            }
            report(done.report(), report, reportFile, printing, terminal);
            return Commands.OK;
        } catch (Misuse misuse) {
            terminal.complain(misuse.getMessage());
            return Commands.MISUSED;
        } catch (IOException e) {
            terminal.complain(out + " could not be written: " + e.getMessage() + ".");
            return Commands.FAILED;
        }
    }

    /// OpenAPI is written as JSON or YAML, whichever the name of the file says.
    private String form() {
        return to.equals("openapi") && out.toLowerCase(Locale.ROOT).endsWith(".json") ? "openapi-json" : to;
    }

    /// Prints or writes the report; without a wish for one, its counts alone.
    ///
    /// @param aside whether the document itself is printed, so that the report must not stand in it
    static void report(Report report, Form form, Path file, boolean aside, Terminal terminal) throws IOException {
        report.rows().stream().filter(row -> row.from().equals(Report.UNREADABLE)).forEach(row -> terminal.complain(unread(row)));
        var text = form == Form.json ? ReportPrinter.json(report) : ReportPrinter.text(report);
        if (file != null) {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
        var out = aside ? terminal.err() : terminal.out();
        out.print(form == null || file != null ? ReportPrinter.counts(report) + ".\n" : text);
        out.flush();
    }

    private static String unread(Report.Row row) {
        var where = row.pointer().isEmpty() ? row.item() : row.pointer();
        return "left out: " + where + ". " + row.reason();
    }
}
