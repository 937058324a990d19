package dev.posthorn.ui.shell;

import dev.posthorn.model.Environment;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.store.HistoryRow;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.store.SaveResult;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.sidebar.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Between the window and the workspace on disk: reads and writes off the FX thread, says in words what could not be done, and hands each new picture of it to the window.
final class Files {
    private final Parts parts;
    private final Background background;
    private final Memory memory;
    private final Toasts toasts;
    private final StatusBar status;
    private final Consumer<Desk> changed;
    private boolean read;
    private String chosen;

    /// `changed` hears, on the FX thread, of each new state of the workspace.
    Files(Parts parts, Background background, Memory memory, Toasts toasts, StatusBar status, Consumer<Desk> changed) {
        this.parts = parts;
        this.background = background;
        this.memory = memory;
        this.toasts = toasts;
        this.status = status;
        this.changed = changed;
        this.chosen = memory.environment();
    }

    void start() {
        parts.workspace().listen(() -> Fx.run(this::tell));
        background.run(() -> {
            parts.workspace().load();
            return null;
        }, _ -> {
            read = true;
            tell();
        }, e -> {
            read = true;
            tell();
            toasts.bad("The workspace could not be read: " + e.getMessage());
        });
    }

    private void tell() {
        if (read) {
            changed.accept(new Desk(true, parts.workspace().collections(), parts.workspace().environments(), chosen, parts.home()));
        }
    }

    void open(List<Path> chosenFiles) {
        background.run(() -> {
            for (var f : chosenFiles) { parts.workspace().open(f); }
            return null;
        }, _ -> tell(), e -> toasts.bad(e.getMessage()));
    }

    void close(Path file) {
        background.run(() -> {
            parts.workspace().close(file);
            return null;
        }, _ -> tell(), e -> toasts.bad(e.getMessage()));
    }

    /// Puts an environment to use; an empty name none.
    void choose(String name) {
        chosen = name;
        memory.environment(name);
        tell();
    }

    void createEnvironment(Consumer<OpenedEnvironment> then) {
    }

    void save(Place place, Request request, Consumer<Opened.Good> saved) {
    }

    void save(OpenedEnvironment environment, Environment edited, Consumer<OpenedEnvironment> saved) {
    }

    void saveNew(RequestDocument document, Desk desk, Tabs.Events events, Runnable then) {
    }

    Optional<Request> request(HistoryRow row) {
        return Optional.empty();
    }

    void remember(String collection, String name, Request request, Outcome outcome) {
    }
}
