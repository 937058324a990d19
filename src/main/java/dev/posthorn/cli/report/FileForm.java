package dev.posthorn.cli.report;

import dev.posthorn.model.Failure;
import dev.posthorn.store.Redaction;
import dev.posthorn.workbench.RunExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// A report of the command line as a form that the window exports results of runs in.
///
/// @param clock its moment and zone are those of the report
record FileForm(Reporters.Kind kind, String version, Clock clock) implements RunExport {

    /// Those that write a file and nothing else, in the order of the reporters.
    static List<RunExport> all(String version, Clock clock) {
        return Reporters.ALL.stream().filter(k -> k.inFile() && !k.name().equals("tap")).<RunExport>map(k -> new FileForm(k, version, clock)).toList();
    }

    @Override
    public String name() {
        return switch (kind.name()) {
            case "json" -> "JSON as newman";
            case "junit" -> "JUnit XML";
            case "html" -> "HTML page";
            default -> kind.name();
        };
    }

    @Override
    public String fileName() {
        return "run" + kind.ending();
    }

    /// What was kept of a run has no secrets any more; what stands where secrets stand is hidden all the same.
    @Override
    public void write(String title, Told run, Path file) throws IOException {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var look = new Setting.Look(false, true, false, 100);
        var setting = new Setting(title, nowhere, look, new LiveLine(nowhere, false, true, look.width()), Map.of(), file, version, clock, Failure::sentence, (_, _) -> Redaction.BY_NAMES);
        try (var reporter = kind.maker().apply(setting)) {
            run.into(reporter);
            reporter.write();
        }
    }
}
