package dev.posthorn.cli.report;

import dev.posthorn.workbench.RunExport;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All ways to tell of a run, by the names of newman's reporters.
public final class Reporters {

    /// @param name    as `--reporters` takes it
    /// @param summary one line for the help
    /// @param ending  of its file, with the dot; empty where it writes none
    public record Kind(String name, String summary, String ending, Function<Setting, Reporter> maker) {

        public boolean inFile() {
            return !ending.isEmpty();
        }
    }

    /// Their order is the order in the help.
    public static final List<Kind> ALL = List.of(
            new Kind("cli", "on the terminal, as it goes on", "", CliReporter::new),
            new Kind("json", "all of the run, in newman's form", ".json", JsonReporter::new),
            new Kind("junit", "for the test pages of CI servers", ".xml", JunitReporter::new),
            new Kind("html", "one page to read and to filter", ".html", HtmlReporter::new),
            new Kind("tap", "Test Anything Protocol, version 13", ".tap", TapReporter::new),
            new Kind("progress", "only a bar", "", ProgressReporter::new));

    private Reporters() {}

    /// The forms of a file that the window exports results in.
    public static List<RunExport> forms(String version, Clock clock) {
        return FileForm.all(version, clock);
    }

    public static Optional<Kind> named(String name) {
        return ALL.stream().filter(k -> k.name().equals(name)).findFirst();
    }
}
