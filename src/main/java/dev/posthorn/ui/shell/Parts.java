package dev.posthorn.ui.shell;

import dev.posthorn.http.Cookies;
import dev.posthorn.oauth.agent.Browser;
import dev.posthorn.store.History;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.NetworkFile;
import dev.posthorn.store.PreferencesFile;
import dev.posthorn.store.Versions;
import dev.posthorn.store.Workspace;
import dev.posthorn.workbench.RunExport;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the window is given to work with. Closing gives back all of it, at the end of the program.
public final class Parts implements AutoCloseable {
    private final Stores stores;
    private final Supplier<Workbench> engine;
    private final ExecutorService executor;
    private final Clock clock;
    private final String version;
    private final Browser browser;
    private Workbench workbench;
    private Supplier<List<RunExport>> runExports = List::of;
    private volatile Consumer<String> troubled = _ -> { };

    /// @param stores   the workspace in it is read in the background, after the window is shown
    /// @param engine   asked once, on another thread: it loads the engine
    /// @param executor runs each piece of work on a thread of its own
    /// @param version  as shown to the user
    public Parts(Stores stores, Supplier<Workbench> engine, ExecutorService executor, Clock clock, String version) {
        this(stores, engine, executor, clock, version, _ -> Optional.of("There is no browser here."));
    }

    /// @param browser opens pages outside of the program
    public Parts(Stores stores, Supplier<Workbench> engine, ExecutorService executor, Clock clock, String version, Browser browser) {
        this.stores = stores;
        this.engine = engine;
        this.executor = executor;
        this.clock = clock;
        this.version = version;
        this.browser = browser;
    }

    Stores stores() {
        return stores;
    }

    Workspace workspace() {
        return stores.workspace();
    }

    /// Makes the engine at the first call, which takes a while.
    synchronized Workbench workbench() {
        if (workbench == null) {
            var made = engine.get();
            fillJar(made.cookies());
            workbench = made;
        }
        return workbench;
    }

    /// `hears` is told, on any thread, what went wrong with files that are written behind.
    void troubled(Consumer<String> hears) {
        troubled = hears;
        stores.logins().troubled(hears);
    }

    /// The cookies of the last time come back, and each change is kept from now on.
    private void fillJar(Cookies jar) {
        var file = stores.cookies();
        var loaded = file.load();
        jar.restore(loaded.jar());
        file.follow(jar::content, sentence -> troubled.accept(sentence));
        jar.listen(file::changed);
        if (!loaded.note().isEmpty()) {
            troubled.accept(loaded.note());
        }
    }

    History history() {
        return stores.history();
    }

    Versions versions() {
        return stores.versions();
    }

    LocalValues values() {
        return stores.values();
    }

    PreferencesFile preferences() {
        return stores.preferences();
    }

    Browser browser() {
        return browser;
    }

    NetworkFile network() {
        return stores.network();
    }

    ExecutorService executor() {
        return executor;
    }

    Clock clock() {
        return clock;
    }

    /// The forms that results of runs can be exported in, beside the one that the runner knows itself. Said once, before the window is shown.
    public void runExports(Supplier<List<RunExport>> forms) {
        runExports = forms;
    }

    List<RunExport> runExports() {
        return runExports.get();
    }

    /// Where the program keeps its own files.
    Path home() {
        return stores.home().folder();
    }

    String version() {
        return version;
    }

    @Override
    public synchronized void close() {
        executor.shutdown();
        stores.close();
        if (workbench != null) {
            workbench.close();
        }
    }
}
