package dev.posthorn.workbench;

import java.io.IOException;
import java.nio.file.Path;

/// A form in which the results of a run can be written to a file.
public interface RunExport {

    /// A run that can be told, as often as one likes.
    @FunctionalInterface
    interface Told {
        void into(RunListener listener) throws IOException;
    }

    /// As the menu shows it: "JUnit XML".
    String name();

    /// The name that is suggested, such as "run.xml".
    String fileName();

    /// Writes the file, whole or not at all. Blocks.
    ///
    /// @param title the collection or folder that was run
    void write(String title, Told run, Path file) throws IOException;
}
