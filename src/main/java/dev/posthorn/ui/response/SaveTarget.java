package dev.posthorn.ui.response;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user where to save a file; the window answers with a file chooser, a test with a path.
@FunctionalInterface
public interface SaveTarget {

    /// @param suggestedName a file name without folder
    /// @return empty where the user changed their mind
    Optional<Path> choose(String suggestedName);
}
