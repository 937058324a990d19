package dev.posthorn.store;

import dev.posthorn.formats.FileChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Does the steps of an edit on disk: each whole or not at all, in order. Where one fails, those before it are taken back.
final class FileChanges {

    /// Before a step another program's hands were in the file, or the disk refused: what was not done, in words.
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private Failed(String sentence) {
            super(sentence);
        }
    }

    /// What is larger is kept in the trash and not in memory, in bytes.
    private static final long LARGE = 1 << 20;

    private final Trash trash;

    FileChanges(Trash trash) {
        this.trash = trash;
    }

    /// All steps, or none.
    ///
    /// @param undoable whether `undo` may be asked for them later; where it may not, what a file held before need not be kept
    List<AppliedChange> apply(List<FileChange> changes, boolean undoable) throws Failed {
        var done = new ArrayList<AppliedChange>();
        for (var change : changes) {
            try {
                done.add(apply(change, undoable || changes.size() > 1));
            } catch (IOException e) {
                throw new Failed(change.file().getFileName() + " could not be written: " + reason(e) + "." + takenBack(done));
            }
        }
        return done;
    }

    private AppliedChange apply(FileChange change, boolean keep) throws IOException {
        return switch (change) {
            case FileChange.Write(var file, var bytes) -> {
                var existed = Files.exists(file);
                var large = existed && keep && Files.size(file) > LARGE;
                var before = existed && keep && !large ? Files.readAllBytes(file) : null;
                var kept = large ? trash.copy(file) : null;
                AtomicFile.write(file, bytes);
                yield new AppliedChange.Wrote(file, existed, before, kept, LoadedFile.sha256().digest(bytes));
            }
            case FileChange.Move(var from, var to) -> {
                AtomicFile.move(from, to);
                yield new AppliedChange.Moved(from, to);
            }
            case FileChange.Delete(var file) -> new AppliedChange.Deleted(file,
                    Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? trash.take(file) : null);
        };
    }

    private String takenBack(List<AppliedChange> done) {
        if (done.isEmpty()) {
            return "";
        }
        try {
            undo(done);
            return " Everything is as it was before.";
        } catch (Failed e) {
            return " What had been done before could not all be taken back: " + e.getMessage();
        }
    }

    /// Takes steps back, the last first. Nothing is done where a file is not as the steps left it.
    void undo(List<AppliedChange> steps) throws Failed {
        // Later steps change what earlier ones left, so only the last word on each file can be checked before the first step back.
        var seen = new ArrayList<Path>();
        for (var step : steps.reversed()) {
            check(step, seen);
        }
        for (var step : steps.reversed()) {
            try {
                back(step);
            } catch (IOException e) {
                throw new Failed(file(step).getFileName() + " could not be brought back: " + reason(e) + ".");
            }
        }
    }

    private static void check(AppliedChange step, List<Path> seen) throws Failed {
        try {
            switch (step) {
                case AppliedChange.Wrote(var file, _, _, _, var after) -> {
                    if (seen.stream().noneMatch(file::startsWith) && (!Files.exists(file) || !Arrays.equals(LoadedFile.digest(file), after))) {
                        throw new Failed(file.getFileName() + " was changed since, so nothing was brought back.");
                    }
                }
                case AppliedChange.Moved(var from, var to) -> {
                    if (seen.stream().noneMatch(to::startsWith) && !Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                        throw new Failed(to.getFileName() + " is gone, so nothing was brought back.");
                    }
                    if (seen.stream().noneMatch(from::equals) && Files.exists(from, LinkOption.NOFOLLOW_LINKS) && !Files.isSameFile(from, to)) {
                        throw new Failed("There is another " + from.getFileName() + " now, so nothing was brought back.");
                    }
                }
                case AppliedChange.Deleted(var file, var kept) -> {
                    if (kept != null && !Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
                        throw new Failed(file.getFileName() + " is no longer in the trash.");
                    }
                    if (kept != null && seen.stream().noneMatch(file::equals) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                        throw new Failed("There is another " + file.getFileName() + " now, so nothing was brought back.");
                    }
                }
            }
        } catch (IOException e) {
            throw new Failed(file(step).getFileName() + " cannot be read: " + reason(e) + ".");
        }
        seen.add(file(step));
        if (step instanceof AppliedChange.Moved(_, var to)) {
            seen.add(to);
        }
    }

    private void back(AppliedChange step) throws IOException {
        switch (step) {
            case AppliedChange.Wrote(var file, var existed, var before, var kept, _) -> {
                if (existed) {
                    AtomicFile.write(file, before != null ? before : Files.readAllBytes(kept));
                } else {
                    Files.deleteIfExists(file);
                }
            }
            case AppliedChange.Moved(var from, var to) -> AtomicFile.move(to, from);
            case AppliedChange.Deleted(var file, var kept) -> {
                if (kept != null) {
                    trash.giveBack(kept, file);
                }
            }
        }
    }

    private static Path file(AppliedChange step) {
        return switch (step) {
            case AppliedChange.Wrote(var file, _, _, _, _) -> file;
            case AppliedChange.Moved(var from, _) -> from;
            case AppliedChange.Deleted(var file, _) -> file;
        };
    }

    static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "access is denied";
            case java.nio.file.NoSuchFileException missing -> missing.getFile() + " is not there";
            case java.nio.file.FileAlreadyExistsException there -> there.getFile() + " exists already";
            default -> String.valueOf(e.getMessage());
        };
    }
}
