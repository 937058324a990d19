package dev.posthorn.workbench;

import java.nio.file.Path;

/// A form in which the results of a run can be written to a file.
public interface RunExport {

    /// As the menu shows it: "JUnit XML".
    String name();

    /// The name that is suggested, such as "run.xml".
    String fileName();

    /// Hears of a run, as it is or told again, and writes the file when it ended. What could not be written is thrown as `UncheckedIOException`.
    RunListener to(Path file);
}
