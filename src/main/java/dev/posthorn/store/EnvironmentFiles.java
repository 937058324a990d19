package dev.posthorn.store;

import dev.posthorn.model.Entry;
import java.nio.file.Path;
import java.util.List;

/// Everything that can be done to environments and globals: made, renamed, coloured, copied, deleted and brought back, their values saved.
/// All methods block and never throw: bad news is a sentence.
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

    /// What brings a deleted environment back.
    public record Undo(String name, Path file, Path trashed, byte[] before, boolean active) {}

    private final Home home;
    private final Workspace workspace;
    private final LocalValues values;

    public EnvironmentFiles(Home home, Workspace workspace, LocalValues values) {
        this.home = home;
        this.workspace = workspace;
        this.values = values;
    }

    public Result save(OpenedEnvironment opened, List<LocalVariable> rows) {
        return new Result.Refused("");
    }

    public Result rename(OpenedEnvironment opened, String name) {
        return new Result.Refused("");
    }

    public Result duplicate(OpenedEnvironment opened) {
        return new Result.Refused("");
    }

    public Result colour(OpenedEnvironment opened, String colour) {
        return new Result.Refused("");
    }

    public Deleted delete(OpenedEnvironment opened) {
        return new Deleted.Refused("");
    }

    public Result undo(Undo undo) {
        return new Result.Refused("");
    }

    public Result create(Path folder, String name, Kind kind, List<Entry> variables) {
        return new Result.Refused("");
    }

    public Result moveToSecrets(OpenedEnvironment opened, String name) {
        return new Result.Refused("");
    }
}
