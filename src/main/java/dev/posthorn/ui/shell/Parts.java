package dev.posthorn.ui.shell;

import dev.posthorn.store.History;
import dev.posthorn.store.Workspace;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What the window is given to work with.
///
/// @param workspace   read in the background, after the window is shown
/// @param workbench   asked for once, on another thread: it loads the engine
/// @param executor    runs each piece of work on a thread of its own
/// @param home        where the program keeps its own files
/// @param close       gives back all of it, at the end of the program
/// @param version     as shown to the user
public record Parts(Workspace workspace, Supplier<Workbench> workbench, History history, Object preferences, Executor executor, Clock clock, Path home, String version, Runnable close) {}
