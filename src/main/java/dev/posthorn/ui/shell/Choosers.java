package dev.posthorn.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The system's windows for choosing files; tests put their own in their place.
public interface Choosers {
    /// Files to open; empty where the user went back.
    List<Path> files(String title);

    Optional<Path> file(String title);

    Optional<Path> folder(String title);

    Optional<Path> saveAs(String title, String name);

    /// Shows a file in the system's file manager.
    void reveal(Path file);
}
