package dev.posthorn.cli.report;

import dev.posthorn.workbench.RunListener;
import java.io.IOException;

/// Tells of a run in one way: on the terminal or in a file. Hears of it as it goes on.
public interface Reporter extends RunListener, AutoCloseable {

    /// Writes what it has to write, whole or not at all; called once, after the run.
    default void write() throws IOException {}

    /// Gives back what it took for its work, also where nothing was written.
    @Override
    default void close() {}
}
