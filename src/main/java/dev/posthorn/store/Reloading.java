package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads again what other programs changed, and opens what came up in an open folder.
///
/// 1. Only files that are not what was read last are read, so that the program's own writes are no news.
/// 2. A file that cannot be read may be half written by another program: it is tried again for a while before it is called bad.
/// 3. All that changed together is shown together.
final class Reloading {

    /// What happens between two readings of a file that is half written.
    interface Pause {
        void pause() throws InterruptedException;
    }

    /// A tenth of a second.
    static final Pause STEP = () -> Thread.sleep(100);

    private final Shelf shelf;
    private final Opening opening;
    private final Duration patience;
    private final Pause pause;

    /// @param patience how long a file may be half written before it is called bad
    Reloading(Shelf shelf, Opening opening, Duration patience, Pause pause) {
        this.patience = patience;
        this.pause = pause;
        this.shelf = shelf;
        this.opening = opening;
    }

    /// @param paths what changed; empty where anything may have
    void changed(Set<Path> paths) {
        var doubtful = new HashSet<Path>();
        var again = new ArrayList<LoadedFile>();
        for (var loaded : shelf.locked(shelf::all)) {
            if (concerns(paths, loaded) && !loaded.current()) {
                again.add(loaded);
            }
        }
        var now = new ArrayList<LoadedFile>();
        for (var read : opening.readAll(again.stream().map(LoadedFile::file).toList())) {
            if (read.doubtful() && again.stream().noneMatch(f -> f.file().equals(read.file()) && f.doubtful())) {
                doubtful.add(read.file());
            } else {
                now.add(read);
            }
        }
        now.addAll(fresh(paths, doubtful));
        put(now);
        wait(doubtful);
    }

    private static boolean concerns(Set<Path> paths, LoadedFile loaded) {
        return paths.isEmpty() || paths.stream().anyMatch(p -> p.startsWith(loaded.file()) || loaded.file().startsWith(p)
                || loaded.sidecar() != null && (p.startsWith(loaded.sidecar()) || loaded.sidecar().startsWith(p)));
    }

    /// What came up in open folders and was not closed by the user.
    private List<LoadedFile> fresh(Set<Path> paths, Set<Path> doubtful) {
        var known = shelf.locked(() -> shelf.all().stream().map(LoadedFile::file).collect(Collectors.toSet()));
        var found = new ArrayList<Path>();
        for (var folder : shelf.locked(shelf::folders)) {
            if (paths.isEmpty() || paths.stream().anyMatch(p -> p.startsWith(folder) && known.stream().noneMatch(p::startsWith))) {
                try {
                    FileSearch.find(folder).stream().filter(f -> !known.contains(f) && !shelf.locked(() -> shelf.closed(f))).forEach(found::add);
                } catch (IOException e) {
                    // The folder is gone; its files are told as gone one by one.
                }
            }
        }
        var fresh = new ArrayList<LoadedFile>();
        for (var read : opening.readAll(found)) {
            if (read.doubtful() && !read.stranger()) {
                doubtful.add(read.file());
            } else if (!read.stranger()) {
                fresh.add(read);
            }
        }
        return fresh;
    }

    private void wait(Set<Path> doubtful) {
        var until = System.nanoTime() + patience.toNanos();
        while (!doubtful.isEmpty()) {
            try {
                pause.pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            var last = System.nanoTime() > until;
            var read = opening.readAll(List.copyOf(doubtful)).stream().filter(f -> last || !f.doubtful()).toList();
            read.forEach(f -> doubtful.remove(f.file()));
            put(read);
        }
    }

    private void put(List<LoadedFile> read) {
        if (read.isEmpty()) {
            return;
        }
        shelf.locked(() -> {
            var changed = false;
            for (var file : read) {
                changed |= put(file);
            }
            if (changed) {
                shelf.publish();
                shelf.remember();
            }
            return null;
        });
    }

    /// An edit of our own may have come first: then what was read is older than what is known.
    private boolean put(LoadedFile read) {
        var before = shelf.get(read.file());
        if (before != null && (before.current() || before.same(read))) {
            return false;
        }
        if (before == null && shelf.closed(read.file())) {
            return false;
        }
        if (!Files.exists(read.file()) && shelf.folders().stream().anyMatch(read.file()::startsWith)) {
            shelf.remove(read.file(), true, false);
            return before != null;
        }
        shelf.put(read, true, before == null ? Map.of() : before.followedTo(read));
        return true;
    }
}
