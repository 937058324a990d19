package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What is open in the workspace, and who wants to hear of changes.
///
/// 1. Changes are made by one thread at a time, inside `locked`. `state` answers at once, from any thread.
/// 2. Listeners are called after a change, outside the lock, in the order of the changes.
final class Shelf {

    /// What is open at one moment.
    record State(List<Opened> collections, List<OpenedEnvironment> environments, Path active) {}

    private final Home home;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Path, LoadedFile> files = new LinkedHashMap<>();
    private final Set<Path> folders = new LinkedHashSet<>();
    private final Set<Path> closed = new LinkedHashSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Change>> observers = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Queue<List<Change>> untold = new ConcurrentLinkedQueue<>();
    private final ReentrantLock telling = new ReentrantLock();
    private volatile State state = new State(List.of(), List.of(), null);

    Shelf(Home home) {
        this.home = home;
    }

    State state() {
        return state;
    }

    List<String> notes() {
        return notes;
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void observe(Consumer<Change> observer) {
        observers.add(observer);
    }

    /// Runs a change alone, then tells the listeners of it.
    <T> T locked(Supplier<T> change) {
        lock.lock();
        T result;
        try {
            var before = state;
            result = change.get();
            if (before != state || !changes.isEmpty()) {
                untold.add(List.copyOf(changes));
                changes.clear();
            }
        } finally {
            lock.unlock();
        }
        if (!lock.isHeldByCurrentThread()) {
            tell();
        }
        return result;
    }

    /// One thread tells; what comes up meanwhile is told by the same, so that the order stays.
    private void tell() {
        while (!untold.isEmpty() && !telling.isHeldByCurrentThread() && telling.tryLock()) {
            try {
                for (var told = untold.poll(); told != null; told = untold.poll()) {
                    told.forEach(change -> observers.forEach(o -> o.accept(change)));
                    listeners.forEach(Runnable::run);
                }
            } finally {
                telling.unlock();
            }
        }
    }

    LoadedFile get(Path file) {
        return files.get(file);
    }

    List<LoadedFile> all() {
        return List.copyOf(files.values());
    }

    Set<Path> folders() {
        return Set.copyOf(folders);
    }

    boolean closed(Path file) {
        return closed.contains(file);
    }

    void folder(Path folder) {
        if (folders.stream().noneMatch(folder::startsWith)) {
            folders.removeIf(f -> f.startsWith(folder));
            folders.add(folder);
        }
    }

    /// Puts a file that was read in the place of what it was before.
    void put(LoadedFile loaded, boolean outside, Map<String, String> ids) {
        var before = files.put(loaded.file(), loaded);
        closed.remove(loaded.file());
        changes.add(new Change(loaded.file(), outside, before == null ? List.of() : before.collections(), loaded.collections(), ids));
    }

    /// Puts a file under its new path, in the same place of the list.
    void move(Path from, LoadedFile loaded, Map<String, String> ids) {
        var all = List.copyOf(files.values());
        var before = files.get(from);
        files.clear();
        all.forEach(f -> files.put(f.file().equals(from) ? loaded.file() : f.file(), f.file().equals(from) ? loaded : f));
        changes.add(new Change(loaded.file(), false, before == null ? List.of() : before.collections(), loaded.collections(), ids));
    }

    /// @param forGood whether it stays closed although it lies in an open folder
    void remove(Path file, boolean outside, boolean forGood) {
        var before = files.remove(file);
        folders.remove(file);
        if (before != null) {
            changes.add(new Change(file, outside, before.collections(), List.of(), Map.of()));
            if (forGood && folders.stream().anyMatch(file::startsWith)) {
                closed.add(file);
            }
        }
    }

    void publish(Path active) {
        state = new State(files.values().stream().flatMap(f -> f.collections().stream()).toList(),
                files.values().stream().flatMap(f -> f.environments().stream()).toList(), active);
    }

    void publish() {
        publish(state.active());
    }

    /// Where changes of what is open would be seen.
    FolderWatch.Places places() {
        var deep = new LinkedHashSet<>(folders);
        var flat = new LinkedHashSet<Path>();
        for (var file : files.values()) {
            var sidecar = file.sidecar();
            if (sidecar != null) {
                deep.add(file.file());
                deep.add(sidecar);
            }
            if (folders.stream().noneMatch(file.file()::startsWith) && file.file().getParent() != null) {
                flat.add(file.file().getParent());
            }
        }
        var outermost = deep.stream().filter(inner -> deep.stream().noneMatch(outer -> !outer.equals(inner) && inner.startsWith(outer)));
        return new FolderWatch.Places(outermost.collect(Collectors.toUnmodifiableSet()), Set.copyOf(flat));
    }

    /// What was open at the end of the last run; null at the very first start.
    WorkspaceFile remembered() {
        notes.clear();
        files.clear();
        folders.clear();
        closed.clear();
        var remembered = WorkspaceFile.read(home.workspace(), notes);
        if (remembered != null) {
            folders.addAll(remembered.folders());
            closed.addAll(remembered.closed());
        }
        return remembered;
    }

    void remember() {
        try {
            closed.removeIf(file -> folders.stream().noneMatch(file::startsWith));
            new WorkspaceFile(List.copyOf(files.keySet()), List.copyOf(folders), List.copyOf(closed), state.active()).write(home.workspace());
        } catch (IOException e) {
            notes.add("The list of open files could not be written to " + home.workspace() + ": " + e.getMessage() + ".");
        }
    }
}
