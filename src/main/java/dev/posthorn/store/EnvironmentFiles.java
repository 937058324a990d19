package dev.posthorn.store;

import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.formats.v3.EnvironmentText;
import dev.posthorn.formats.v3.Stems;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Everything that can be done to environments and globals: made, renamed, coloured, copied, deleted and brought back, their values saved.
///
/// 1. An edit is spliced into the file, so that a diff shows the edit alone. A file that says something else than the environment given is not written over.
/// 2. The value of a secret goes to where secrets are kept and never into the file; one that its owner wrote there stays until it is moved.
/// 3. A `.env` file is read and never written; a duplicate of it can be edited.
/// 4. All methods block and never throw: bad news is a sentence.
public final class EnvironmentFiles {

    /// In which form a new environment is written.
    public enum Kind { V3, JSON }

    public sealed interface Result {

        /// The environment as it is now.
        record Done(OpenedEnvironment now) implements Result {}

        /// Nothing was changed; the sentence says why and what to do.
        record Refused(String sentence) implements Result {}
    }

    public sealed interface Deleted {

        record Done(Undo undo) implements Deleted {}

        record Refused(String sentence) implements Deleted {}
    }

    /// What brings a deleted environment back, once.
    ///
    /// @param name    of the environment
    /// @param trashed where its file lies meanwhile
    /// @param active  whether it was the chosen one
    public record Undo(String name, Path file, Path trashed, boolean active) {}

    private final Home home;
    private final Workspace workspace;
    private final LocalValues values;
    private final Trash trash;
    private final ReentrantLock lock = new ReentrantLock();

    public EnvironmentFiles(Home home, Workspace workspace, LocalValues values) {
        this.home = home;
        this.workspace = workspace;
        this.values = values;
        trash = new Trash(home);
    }

    private interface Work<T> {
        T make() throws IOException, SecretsTrouble, Refusal;
    }

    private Result result(Work<OpenedEnvironment> work) {
        lock.lock();
        try {
            return new Result.Done(work.make());
        } catch (IOException e) {
            return new Result.Refused("The environment's file could not be written: " + FileChanges.reason(e) + ".");
        } catch (SecretsTrouble | Refusal e) {
            return new Result.Refused(e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    /// Saves a whole table: the initial values into the file, the current ones and the secrets on this machine.
    public Result save(OpenedEnvironment opened, List<LocalVariable> rows) {
        return result(() -> {
            var safe = rows.stream().filter(r -> !r.shared().blank() || r.current() != null).map(r -> withoutLiteral(opened, r)).toList();
            var shared = safe.stream().map(LocalVariable::shared).toList();
            if (!shared.equals(opened.environment().variables())) {
                writable(opened);
                unchanged(opened);
            }
            var scope = VariableKey.scope(opened);
            values.save(scope, safe);
            var now = shared.equals(opened.environment().variables()) ? opened : edited(opened, text -> text.variables(shared));
            values.forgetOthers(scope, safe);
            return now;
        });
    }

    /// A literal that was typed for a secret, or that stood there before the variable became one, becomes its value on this machine.
    private static LocalVariable withoutLiteral(OpenedEnvironment opened, LocalVariable row) {
        var stood = opened.environment().variables().stream().anyMatch(v -> v.secret() && v.key().equals(row.shared().key()) && v.value().equals(row.shared().value()));
        return !row.literalSecret() || stood ? row
                : new LocalVariable(row.shared().withValue(""), row.current() == null ? row.shared().value() : row.current());
    }

    /// Takes the value of a secret out of the file and keeps it on this machine.
    public Result moveToSecrets(OpenedEnvironment opened, String name) {
        return result(() -> {
            unchanged(opened);
            var variables = new ArrayList<Entry>();
            var scope = VariableKey.scope(opened);
            for (var row : values.rows(opened)) {
                var moved = row.shared().key().equals(name) && row.literalSecret();
                if (moved && row.current() == null) {
                    values.set(new VariableKey(scope, name), true, row.shared().value());
                }
                variables.add(moved ? row.shared().withValue("") : row.shared());
            }
            return edited(opened, text -> text.variables(variables));
        });
    }

    public Result rename(OpenedEnvironment opened, String name) {
        return result(() -> {
            if (opened.environment().globals()) {
                throw new Refusal("The globals have no name of their own to change.");
            }
            if (name.isBlank()) {
                throw new Refusal("An environment needs a name.");
            }
            unchanged(opened);
            var now = edited(opened, text -> text.rename(name.strip()), name.strip());
            values.move(VariableKey.scope(opened), VariableKey.scope(now));
            return now;
        });
    }

    /// @param colour `#rrggbb`, as those of `EnvironmentColour.PALETTE`; empty for none
    public Result colour(OpenedEnvironment opened, String colour) {
        return result(() -> {
            if (!colour.matches("(#[0-9a-fA-F]{6})?")) {
                throw new Refusal("\"" + colour + "\" is no colour; it is written as #rrggbb.");
            }
            if (opened.file() != null && !dotEnv(opened) && new EnvironmentText(opened.file(), Files.readAllBytes(opened.file())).colours()) {
                unchanged(opened);
                values.colour(VariableKey.scope(opened), "");
                return edited(opened, text -> text.colour(colour));
            }
            values.colour(VariableKey.scope(opened), colour);
            return opened;
        });
    }

    /// Puts a copy beside it, with the values that it has on this machine. A copy of a `.env` file is an environment that can be edited.
    public Result duplicate(OpenedEnvironment opened) {
        return result(() -> {
            var environment = opened.environment();
            if (environment.globals()) {
                throw new Refusal("There is one set of globals; make an environment of them by hand.");
            }
            var name = environment.name() + " copy";
            var rows = values.rows(opened);
            if (opened.file() == null || dotEnv(opened)) {
                return created(home.folder().resolve("environments"), name, Kind.JSON, rows);
            }
            unchanged(opened);
            var file = free(opened.file(), name);
            var copied = new EnvironmentText(opened.file(), Files.readAllBytes(opened.file())).copy(name);
            var now = switch (copied) {
                case Edited.Changed(var steps, _, _) when steps.getFirst() instanceof FileChange.Write(_, var bytes) -> write(file, bytes, name);
                case Edited.Changed _, Edited.Unchanged _ -> throw new Refusal("The environment could not be copied.");
                case Edited.Refused(var sentence) -> throw new Refusal(sentence);
            };
            values.save(VariableKey.scope(now), rows);
            values.colour(VariableKey.scope(now), now.environment().colour().isEmpty() ? values.colour(opened) : "");
            return now;
        });
    }

    /// Moves the file to the trash of the data folder. What this machine knows of its variables stays, for the way back.
    public Deleted delete(OpenedEnvironment opened) {
        lock.lock();
        try {
            unchanged(opened);
            var file = opened.file();
            if (workspace.collections().stream().anyMatch(c -> c.file().equals(file)) || all().stream().filter(e -> file.equals(e.file())).count() > 1) {
                throw new Refusal(file.getFileName() + " holds more than this environment, so it is not deleted.");
            }
            var active = workspace.activeEnvironment().map(e -> file.equals(e.file())).orElse(false);
            var undo = new Undo(opened.environment().name(), file, trash.take(file), active);
            workspace.close(file);
            if (active) {
                workspace.activate(null);
            }
            return new Deleted.Done(undo);
        } catch (IOException e) {
            return new Deleted.Refused("The environment could not be deleted: " + FileChanges.reason(e) + ".");
        } catch (Refusal e) {
            return new Deleted.Refused(e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    /// Writes an environment whose file was deleted by another program into a file of the same path.
    public Result makeAgain(OpenedEnvironment gone, List<LocalVariable> rows) {
        return result(() -> {
            var environment = gone.environment();
            if (gone.file() == null) {
                return created(home.folder().resolve("environments"), environment.name(), Kind.JSON, rows);
            }
            writable(gone);
            if (Files.exists(gone.file())) {
                throw new Refusal("The file " + gone.file() + " is there, but not open as this environment. Open it and look at it first.");
            }
            var none = new OpenedEnvironment(null, new Environment(environment.name(), environment.globals(), List.of()));
            var safe = rows.stream().map(r -> withoutLiteral(none, r)).toList();
            values.save(VariableKey.scope(gone), safe);
            var shared = safe.stream().map(LocalVariable::shared).toList();
            return write(gone.file(), EnvironmentText.fresh(new Environment(environment.name(), environment.globals(), shared, environment.colour()),
                    EnvironmentText.yaml(gone.file())), environment.name());
        });
    }

    public Result undo(Undo undo) {
        return result(() -> {
            if (Files.exists(undo.file())) {
                throw new Refusal("There is another file " + undo.file() + " now; the deleted one is " + undo.trashed() + ".");
            }
            if (!Files.exists(undo.trashed())) {
                throw new Refusal("The deleted file is not in the trash any more.");
            }
            trash.giveBack(undo.trashed(), undo.file());
            var now = read(undo.file(), undo.name());
            if (undo.active()) {
                workspace.activate(undo.file());
            }
            return now;
        });
    }

    /// Makes an environment: `FOLDER/postman/environments/NAME.environment.yaml`, or a JSON file in the folder. The values of secrets are kept on this machine.
    ///
    /// @param folder null for the folder of the program's own environments
    public Result create(Path folder, String name, Kind kind, List<Entry> variables) {
        return result(() -> {
            if (name.isBlank()) {
                throw new Refusal("An environment needs a name.");
            }
            var place = folder == null ? home.folder().resolve("environments") : folder;
            return created(place, name.strip(), kind, variables.stream().map(LocalVariable::of).toList());
        });
    }

    private OpenedEnvironment created(Path folder, String name, Kind kind, List<LocalVariable> rows) throws IOException, SecretsTrouble, Refusal {
        var none = new OpenedEnvironment(null, new Environment(name, false, List.of()));
        var safe = rows.stream().map(r -> withoutLiteral(none, r)).toList();
        var file = kind == Kind.V3 ? free(folder.resolve("postman").resolve("environments").resolve("x.environment.yaml"), name)
                : FreeName.of(folder, name, ".postman_environment.json");
        var environment = new Environment(name, false, safe.stream().map(LocalVariable::shared).toList());
        values.save(VariableKey.scope(new OpenedEnvironment(file, environment)), safe);
        return write(file, EnvironmentText.fresh(environment, kind == Kind.V3), name);
    }

    /// A file of that name and of the kind of `like`, beside it.
    private static Path free(Path like, String name) throws IOException {
        if (!EnvironmentText.yaml(like)) {
            var file = like.getFileName().toString();
            var ending = file.replaceFirst("^.*?(([._-]postman_environment)?\\.json)$", "$1");
            return FreeName.of(like.toAbsolutePath().getParent(), name, ending.equals(file) ? ".postman_environment.json" : ending);
        }
        var stems = new Stems();
        if (Files.isDirectory(like.getParent())) {
            try (var files = Files.list(like.getParent())) {
                files.map(f -> f.getFileName().toString()).filter(f -> f.contains(".environment.")).forEach(f -> stems.take(f.substring(0, f.indexOf(".environment."))));
            }
        }
        return like.resolveSibling(stems.unique(name, "Environment") + ".environment.yaml");
    }

    private OpenedEnvironment write(Path file, byte[] bytes, String name) throws IOException, Refusal {
        AtomicFile.write(file, bytes);
        return read(file, name);
    }

    private OpenedEnvironment edited(OpenedEnvironment opened, Function<EnvironmentText, Edited> change) throws IOException, Refusal {
        return edited(opened, change, opened.environment().name());
    }

    private OpenedEnvironment edited(OpenedEnvironment opened, Function<EnvironmentText, Edited> change, String name) throws IOException, Refusal {
        var file = opened.file();
        writable(opened);
        return switch (change.apply(new EnvironmentText(file, Files.readAllBytes(file)))) {
            case Edited.Refused(var sentence) -> throw new Refusal(sentence);
            case Edited.Unchanged() -> opened;
            case Edited.Changed(var steps, _, _) -> {
                for (var step : steps) {
                    if (step instanceof FileChange.Write(var target, var bytes)) {
                        AtomicFile.write(target, bytes);
                    }
                }
                yield read(file, name);
            }
        };
    }

    /// Whether it is of a `.env` file. The values of this machine can be saved for it, others not.
    public static boolean dotEnv(OpenedEnvironment opened) {
        var name = opened.file() == null ? "" : opened.file().getFileName().toString();
        return !name.isEmpty() && !name.endsWith(".json") && !EnvironmentText.yaml(Path.of(name));
    }

    private static void writable(OpenedEnvironment opened) throws Refusal {
        if (dotEnv(opened)) {
            throw new Refusal(opened.file().getFileName() + " is a .env file, which is read and not written; duplicate it to have an environment that can be edited.");
        }
    }

    /// Refuses where the file does not say what the caller believes.
    private void unchanged(OpenedEnvironment opened) throws Refusal {
        if (opened.file() == null) {
            throw new Refusal(opened.environment().name() + " is in no file; duplicate it to have one.");
        }
        if (!Files.exists(opened.file())) {
            throw new Refusal("The file " + opened.file() + " is gone.");
        }
        var now = LoadedFile.read(opened.file()).environments().stream().map(OpenedEnvironment::environment).toList();
        if (!now.contains(opened.environment())) {
            workspace.reload(opened.file());
            throw new Refusal(opened.file().getFileName() + " was changed by another program since it was opened, so nothing was written. Look at it again, then repeat.");
        }
    }

    private List<OpenedEnvironment> all() {
        var all = new ArrayList<>(workspace.environments());
        workspace.globals().ifPresent(all::add);
        return all;
    }

    /// Reads a file into the workspace and answers the environment of that name.
    private OpenedEnvironment read(Path file, String name) throws Refusal {
        var found = workspace.add(file).environments();
        return found.stream().filter(e -> e.environment().name().equals(name)).findFirst().or(() -> found.stream().findFirst())
                .orElseThrow(() -> new Refusal(file.getFileName() + " holds no environment any more."));
    }

    /// Why something is not done, in a sentence.
    private static final class Refusal extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1;

        Refusal(String sentence) {
            super(sentence);
        }
    }
}
