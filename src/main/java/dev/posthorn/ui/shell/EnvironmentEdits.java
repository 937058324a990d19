package dev.posthorn.ui.shell;

import dev.posthorn.store.EnvironmentFiles;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.LocalVariable;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.store.VariableKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Everything that changes environments: saved, renamed, coloured, copied, deleted and brought back. What is refused is said in words.
final class EnvironmentEdits {
    private final EnvironmentFiles environments;
    private final LocalValues values;
    private final Files files;
    private final Toasts toasts;
    private final StatusBar status;

    EnvironmentEdits(EnvironmentFiles environments, LocalValues values, Files files, Toasts toasts, StatusBar status) {
        this.environments = environments;
        this.values = values;
        this.files = files;
        this.toasts = toasts;
        this.status = status;
    }

    private void change(Callable<EnvironmentFiles.Result> work, String done, Consumer<OpenedEnvironment> then) {
        change(work, done, then, () -> { });
    }

    private void change(Callable<EnvironmentFiles.Result> work, String done, Consumer<OpenedEnvironment> then, Runnable refused) {
        files.later(work, result -> {
            switch (result) {
                case EnvironmentFiles.Result.Done(var now) -> {
                    files.tell();
                    then.accept(now);
                    status.say(done);
                }
                case EnvironmentFiles.Result.Refused(var sentence) -> {
                    toasts.bad("Not done. " + sentence);
                    refused.run();
                }
            }
        });
    }

    void save(OpenedEnvironment environment, List<LocalVariable> rows, Consumer<OpenedEnvironment> then, Runnable refused) {
        change(() -> environments.save(environment, rows), "Saved", then, refused);
    }

    /// Writes one whose file was deleted into a file of the same path.
    void makeAgain(OpenedEnvironment environment, List<LocalVariable> rows, Consumer<OpenedEnvironment> then) {
        change(() -> environments.makeAgain(environment, rows), "Saved", then);
    }

    /// Makes an empty one under a name that is free.
    void create(Consumer<OpenedEnvironment> then) {
        var names = files.desk().names();
        var name = "New environment";
        for (var number = 2; names.contains(name); number++) {
            name = "New environment " + number;
        }
        var free = name;
        change(() -> environments.create(null, free, EnvironmentFiles.Kind.JSON, List.of()), "Made “" + free + "”", then);
    }

    void rename(OpenedEnvironment environment, String name, Consumer<OpenedEnvironment> then) {
        change(() -> environments.rename(environment, name), "Renamed", then);
    }

    void duplicate(OpenedEnvironment environment, Consumer<OpenedEnvironment> then) {
        change(() -> environments.duplicate(environment), "Duplicated", then);
    }

    void colour(OpenedEnvironment environment, String colour, Consumer<OpenedEnvironment> then) {
        change(() -> environments.colour(environment, colour), "Coloured", then);
    }

    /// `#rrggbb`; empty for none.
    String colour(OpenedEnvironment environment) {
        return values.colour(environment);
    }

    /// Takes it away and offers to bring it back.
    void delete(OpenedEnvironment environment) {
        files.later(() -> environments.delete(environment), result -> {
            switch (result) {
                case EnvironmentFiles.Deleted.Done(var undo) -> {
                    files.tell();
                    toasts.offer("Deleted “" + undo.name() + "”.", "Undo", () -> change(() -> environments.undo(undo), "“" + undo.name() + "” is back", _ -> { }));
                }
                case EnvironmentFiles.Deleted.Refused(var sentence) -> toasts.bad("Not deleted. " + sentence);
            }
        });
    }

    /// Takes the values of these secrets out of the file and keeps them on this machine.
    void moveToSecrets(OpenedEnvironment environment, List<String> names, Consumer<OpenedEnvironment> then) {
        change(() -> {
            EnvironmentFiles.Result last = new EnvironmentFiles.Result.Done(environment);
            for (var name : names) {
                if (last instanceof EnvironmentFiles.Result.Done(var now)) {
                    last = environments.moveToSecrets(now, name);
                }
            }
            return last;
        }, "Moved to secrets", then);
    }

    /// Gives secrets their values on this machine.
    void fillIn(Map<VariableKey, String> filled, Runnable then) {
        files.later(() -> {
            for (var one : filled.entrySet()) {
                values.set(one.getKey(), true, one.getValue());
            }
            return filled.size();
        }, count -> {
            files.tell();
            status.say(count == 1 ? "1 secret kept" : count + " secrets kept");
            then.run();
        });
    }

    /// Says, when it is known, where the values of secrets are kept: words that follow "kept".
    void where(Consumer<String> heard) {
        files.later(values::where, heard);
    }
}
