package dev.posthorn.ui.shell;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.store.AddResult;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.store.SaveResult;
import dev.posthorn.store.Workspace;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.sidebar.Place;
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
    private final Background background;
    private final Toasts toasts;
    private final StatusBar status;
    private final Consumer<Desk> changed;
    private boolean read;
    private Desk desk;

    /// `changed` hears, on the FX thread, of each new state of the workspace.
    Files(Parts parts, Background background, Toasts toasts, StatusBar status, Consumer<Desk> changed) {
        this.workspace = parts.workspace();
        this.home = parts.home();
        this.background = background;
        this.toasts = toasts;
        this.status = status;
        this.changed = changed;
        this.desk = Desk.empty(home);
    }

    void start() {
        workspace.listen(() -> Fx.run(this::tell));
        background.run(() -> {
            workspace.load();
            return workspace.notes();
        }, notes -> {
            read = true;
            tell();
            notes.forEach(toasts::bad);
        }, e -> {
            read = true;
            tell();
            toasts.bad("The workspace could not be read: " + e.getMessage() + ".");
        });
    }

    private void tell() {
        if (read) {
            var environments = Stream.concat(workspace.globals().stream(), workspace.environments().stream()).toList();
            desk = new Desk(true, workspace.collections(), environments, workspace.activeEnvironment().map(e -> e.environment().name()).orElse(""), home);
            changed.accept(desk);
        }
    }

    private <T> void later(Callable<T> work, Consumer<T> done) {
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

    void createEnvironment(Consumer<OpenedEnvironment> then) {
        var names = desk.names();
        var name = "New environment";
        for (var number = 2; names.contains(name); number++) {
            name = "New environment " + number;
        }
        var free = name;
        later(() -> workspace.createEnvironment(free, List.of()), made -> {
            tell();
            then.accept(made);
        });
    }

    /// Writes an edited request into its file.
    void save(Place place, Request request, Runnable then) {
        var collection = desk.collection(place.file());
        if (collection.isEmpty()) {
            toasts.bad("Not saved: " + place.file().getFileName() + " is not open any more.");
            return;
        }
        later(() -> workspace.save(collection.get(), place.item(), request), result -> {
            switch (result) {
                case SaveResult.Saved saved -> {
                    tell();
                    then.run();
                    status.say("Saved");
                }
                case SaveResult.Conflict _ -> toasts.bad("Not saved: another program changed this request. Save again to write over it.");
                case SaveResult.Refused(var sentence) -> toasts.bad("Not saved. " + sentence);
            }
        });
    }

    /// Writes what a folder or collection sets.
    void saveLevel(Place place, Level level, Runnable then) {
        edit(place, good -> workspace.saveLevel(good, place.item(), level), then);
    }

    void rename(Place place, String name) {
        edit(place, good -> workspace.rename(good, place.item(), name), () -> { });
    }

    /// Adds a request to a collection, in a folder or at its end.
    void append(Opened.Good collection, String folder, String name, Request request, Consumer<Place> then) {
        later(() -> workspace.append(collection, folder, name, request), result -> {
            switch (result) {
                case AddResult.Added(_, var id, _) -> {
                    tell();
                    then.accept(new Place(collection.file(), id));
                    status.say("Saved");
                }
                case AddResult.Refused(var sentence) -> toasts.bad("Not saved. " + sentence);
            }
        });
    }

    /// Writes the variables of an environment into its file.
    void save(OpenedEnvironment environment, List<Entry> variables, Consumer<OpenedEnvironment> then) {
        later(() -> workspace.save(environment, variables), refused -> {
            if (refused.isPresent()) {
                toasts.bad("Not saved. " + refused.get());
                return;
            }
            tell();
            desk.environments().stream().filter(e -> e.file().equals(environment.file())).findFirst().ifPresent(then);
            status.say("Saved");
        });
    }
}
