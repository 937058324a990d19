package dev.posthorn.cli;

import java.io.IOException;
import java.util.List;

/// Runs Posthorn's command line in a process of its own.
@FunctionalInterface
public interface Spawn {

    /// Waits for the end.
    ///
    /// @param arguments as behind `posthorn`
    Ended run(List<String> arguments) throws IOException, InterruptedException;

    /// @param code    the exit code
    /// @param printed what it wrote to its standard output
    record Ended(int code, String printed) {}
}
