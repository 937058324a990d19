package dev.posthorn.ui.shell;

import dev.posthorn.store.History;
import dev.posthorn.store.PreferencesFile;
import dev.posthorn.store.Workspace;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/// What the window is given to work with. Closing gives back all of it, at the end of the program.
public final class Parts implements AutoCloseable {
    private final Workspace workspace;
    private final Supplier<Workbench> engine;
    private final History history;
    private final PreferencesFile preferences;
    private final ExecutorService executor;
    private final Clock clock;
    private final Path home;
    private final String version;
    private Workbench workbench;

    /// @param workspace read in the background, after the window is shown
    /// @param engine    asked once, on another thread: it loads the engine
    /// @param executor  runs each piece of work on a thread of its own
    /// @param home      where the program keeps its own files
    /// @param version   as shown to the user
    public Parts(Workspace workspace, Supplier<Workbench> engine, History history, PreferencesFile preferences, ExecutorService executor, Clock clock, Path home, String version) {
        this.workspace = workspace;
        this.engine = engine;
        this.history = history;
        this.preferences = preferences;
        this.executor = executor;
        this.clock = clock;
        this.home = home;
        this.version = version;
    }

    Workspace workspace() {
        return workspace;
    }

    /// Makes the engine at the first call, which takes a while.
    synchronized Workbench workbench() {
        if (workbench == null) {
            workbench = engine.get();
        }
        return workbench;
    }

    History history() {
        return history;
    }

    PreferencesFile preferences() {
        return preferences;
    }

    ExecutorService executor() {
        return executor;
    }

    Clock clock() {
        return clock;
    }

    Path home() {
        return home;
    }

    String version() {
        return version;
    }

    @Override
    public synchronized void close() {
        executor.shutdown();
        history.close();
        if (workbench != null) {
            workbench.close();
        }
    }
}
