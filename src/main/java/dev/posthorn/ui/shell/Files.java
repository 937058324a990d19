package dev.posthorn.ui.shell;

import dev.posthorn.model.Entry;
import dev.posthorn.store.Change;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.store.VariableKey;
import dev.posthorn.store.Workspace;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Between the window and the files of the workspace: reads and writes off the FX thread, says in words what could not be done, and hands
/// each new picture of the workspace to the window.
final class Files {
    private final Workspace workspace;
    private final Path home;
    private final LocalValues values;
    private final Background background;
    private final Toasts toasts;
    private final StatusBar status;
    private final Consumer<Change> moved;
    private final Consumer<Desk> changed;
    private final List<Change> held = new ArrayList<>();
    private int holding;
    private boolean read;
    private Desk desk;
    private List<VariableKey> asked = List.of();

    /// `moved` hears, on the FX thread, which items are known by other ids, and `changed` after it of the new state of the workspace.
    Files(Parts parts, Background background, Toasts toasts, StatusBar status, Consumer<Change> moved, Consumer<Desk> changed) {
        this.moved = moved;
        this.workspace = parts.workspace();
        this.home = parts.home();
        this.values = parts.values();
        this.background = background;
        this.toasts = toasts;
        this.status = status;
        this.changed = changed;
        this.desk = Desk.empty(home);
    }

    void start() {
        workspace.listen((Change change) -> Fx.run(() -> changed(change)));
        workspace.listen(() -> Fx.run(this::tell));
        background.run(() -> {
            workspace.load();
            return workspace.notes();
        }, notes -> {
            read = true;
            tell();
            notes.forEach(toasts::bad);
            watch();
        }, e -> {
            read = true;
            tell();
            toasts.bad("The workspace could not be read: " + e.getMessage() + ".");
        });
    }

    /// From now on what other programs change shows at once.
    private void watch() {
        later(() -> {
            workspace.watch();
            return null;
        }, _ -> { });
    }

    Desk desk() {
        return desk;
    }

    /// While something is moved from one collection into another nobody is told: both change, and only together it makes sense.
    void hold() {
        holding++;
    }

    /// Tells what was held back; `after` is run when all know it, but before the new state is shown.
    void release(Runnable after) {
        holding--;
        var told = List.copyOf(held);
        held.clear();
        told.forEach(moved);
        after.run();
        tell();
    }

    private void changed(Change change) {
        if (holding > 0) {
            held.add(change);
        } else {
            moved.accept(change);
        }
    }

    /// Shows the workspace as it is now.
    void tell() {
        if (read && holding == 0) {
            var environments = Stream.concat(workspace.globals().stream(), workspace.environments().stream()).toList();
            desk = new Desk(true, workspace.collections(), environments, workspace.activeEnvironment().map(e -> e.environment().name()).orElse(""), home, values);
            loadSecrets(environments);
            changed.accept(desk);
        }
    }

    /// Asks the keychain for secrets of files that are new or different.
    private void loadSecrets(List<OpenedEnvironment> environments) {
        var good = desk.collections().stream().filter(Opened.Good.class::isInstance).map(Opened.Good.class::cast).toList();
        var secret = Stream.concat(environments.stream().flatMap(e -> secrets(VariableKey.scope(e), e.environment().variables())),
                good.stream().flatMap(g -> secrets(VariableKey.scope(g), g.collection().variables()))).toList();
        if (!secret.equals(asked)) {
            asked = secret;
            later(() -> values.load(environments, good), trouble -> {
                trouble.forEach(toasts::bad);
                tell();
            });
        }
    }

    private static Stream<VariableKey> secrets(String scope, List<Entry> variables) {
        return variables.stream().filter(Entry::secret).map(v -> new VariableKey(scope, v.key()));
    }

    <T> void later(Callable<T> work, Consumer<T> done) {
        background.run(work, done, e -> toasts.bad("That did not work: " + (e.getMessage() == null ? e.toString() : e.getMessage())));
    }

    /// Opens files and folders; `done` hears when all were tried. One that cannot be opened is said in words.
    void open(List<Path> chosen, Runnable done) {
        later(() -> {
            var added = new ArrayList<Workspace.Added>();
            for (var path : chosen) {
                added.add(workspace.add(path));
            }
            return added;
        }, added -> {
            tell();
            said(added);
            done.run();
        });
    }

    private void said(List<Workspace.Added> added) {
        var good = new ArrayList<String>();
        for (var one : added) {
            for (var opened : one.collections()) {
                switch (opened) {
                    case Opened.Good(_, _, var collection) -> good.add(collection.name());
                    case Opened.Bad(var file, var reason, var line) -> toasts.bad(file.getFileName() + ": " + reason + (line > 0 ? " (line " + line + ")" : ""));
                }
            }
            one.environments().forEach(e -> good.add(e.environment().name()));
        }
        if (good.size() == 1) {
            status.say("Opened “" + good.getFirst() + "”");
        } else if (!good.isEmpty()) {
            status.say("Opened " + good.size() + " collections and environments");
        }
    }

    void close(Path file) {
        later(() -> {
            workspace.close(file);
            return null;
        }, _ -> {
            tell();
            toasts.offer(file.getFileName() + " is closed; the file itself stays.", "Open it again", () -> open(List.of(file), () -> { }));
        });
    }

    /// Puts an environment to use; an empty name none.
    void choose(String name) {
        var file = desk.environment(name).map(OpenedEnvironment::file).orElse(null);
        later(() -> {
            workspace.activate(file);
            return null;
        }, _ -> tell());
    }
}
