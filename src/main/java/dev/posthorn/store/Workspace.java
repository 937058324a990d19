package dev.posthorn.store;

import dev.posthorn.formats.CollectionText;
import dev.posthorn.formats.CollectionText.Edited;
import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// The open collections and environments. They are files of the user's; the workspace only remembers which.
///
/// 1. Reading methods answer at once from any thread. Those that touch the disk block: call them off the window's thread.
/// 2. Writes come one after the other. A file that changed on disk since it was read is never written over.
/// 3. Listeners are called after a change, on the thread that made it.
public final class Workspace {

    /// How many files are read at the same time: each needs memory for its text and tree.
    private static final int PARALLEL = 4;

    private final Home home;
    private final Path samples;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Path, LoadedFile> files = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private volatile State state = new State(List.of(), List.of(), null);

    private record State(List<Opened> collections, List<OpenedEnvironment> environments, Path active) {}

    /// What an opening added.
    public record Added(List<Opened> collections, List<OpenedEnvironment> environments) {}

    /// @param samples the folder of the collections that the program brings along; null for none
    public Workspace(Home home, Path samples) {
        this.home = home;
        this.samples = samples;
    }

    public List<Opened> collections() {
        return state.collections();
    }

    /// The environments, without the globals.
    public List<OpenedEnvironment> environments() {
        return state.environments().stream().filter(e -> !e.environment().globals()).toList();
    }

    public Optional<OpenedEnvironment> globals() {
        return state.environments().stream().filter(e -> e.environment().globals()).findFirst();
    }

    public Optional<OpenedEnvironment> activeEnvironment() {
        var active = state.active();
        return active == null ? Optional.empty() : environments().stream().filter(e -> active.equals(e.file())).findFirst();
    }

    /// What went wrong while loading, in sentences; empty where nothing did.
    public List<String> notes() {
        return List.copyOf(notes);
    }

    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /// Opens what was open at the end of the last run; at the very first start, the samples. Blocks.
    public void load() {
        locked(() -> {
            notes.clear();
            var remembered = WorkspaceFile.read(home.workspace(), notes);
            files.clear();
            if (remembered == null) {
                firstStart();
            } else {
                readAll(remembered.files()).forEach(f -> files.put(f.file(), f));
                publish(remembered.environment());
            }
            return null;
        });
    }

    private void firstStart() {
        if (samples != null && Files.isDirectory(samples)) {
            try {
                Samples.copy(samples, home.samples());
                readAll(FileSearch.jsonFiles(home.samples())).stream().filter(f -> !f.stranger()).forEach(f -> files.put(f.file(), f));
            } catch (IOException e) {
                notes.add("The samples could not be copied to " + home.samples() + ": " + e.getMessage() + ".");
            }
        }
        publish(null);
        remember();
    }

    private static List<LoadedFile> readAll(List<Path> paths) {
        var permits = new Semaphore(PARALLEL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = paths.stream().distinct().map(path -> threads.submit(() -> {
                permits.acquire();
                try {
                    return LoadedFile.read(path);
                } finally {
                    permits.release();
                }
            })).toList();
            return reading.stream().map(f -> {
                try {
                    return f.get();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while reading files", e);
                } catch (java.util.concurrent.ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }).toList();
        }
    }

    /// Opens a file, or all collections and environments of a folder. A file that is open already is read again.
    /// A broken one is `Opened.Bad`; what is no collection at all is answered as such, but not kept.
    public List<Opened> open(Path path) {
        return add(path).collections();
    }

    /// As `open`, and says also which environments came.
    public Added add(Path path) {
        var target = CollectionPath.resolve(path.toAbsolutePath().normalize());
        var loaded = new ArrayList<LoadedFile>();
        if (Files.isDirectory(target)) {
            try {
                var found = FileSearch.jsonFiles(target);
                readAll(found).stream().filter(f -> !f.stranger() || f.file().toString().endsWith(".postman_collection.json")).forEach(loaded::add);
            } catch (IOException e) {
                return new Added(List.of(new Opened.Bad(target, "The folder cannot be read: " + e.getMessage() + ".", 0)), List.of());
            }
            if (loaded.isEmpty()) {
                return new Added(List.of(new Opened.Bad(target, "There is no collection and no environment in this folder.", 0)), List.of());
            }
        } else {
            loaded.add(LoadedFile.read(target));
        }
        locked(() -> {
            loaded.stream().filter(f -> !f.stranger() || files.containsKey(f.file())).forEach(f -> files.put(f.file(), f));
            publish(state.active());
            remember();
            return null;
        });
        return new Added(loaded.stream().flatMap(f -> f.collections().stream()).toList(),
                loaded.stream().flatMap(f -> f.environments().stream()).toList());
    }

    /// Reads an open file again, for instance after it changed on disk.
    public List<Opened> reload(Path file) {
        return open(file);
    }

    /// Takes a file out of the workspace; the file itself stays.
    public void close(Path file) {
        locked(() -> {
            files.remove(file.toAbsolutePath().normalize());
            publish(state.active());
            remember();
            return null;
        });
    }

    /// Chooses an environment by its file; null for none.
    public void activate(Path environment) {
        locked(() -> {
            publish(environment);
            remember();
            return null;
        });
    }

    /// Writes an edited request into its file. Unedited, nothing is written.
    public SaveResult save(Opened.Good opened, String itemId, Request request) {
        return saved(edit(opened.file(), text -> text.save(itemId, request)));
    }

    public SaveResult rename(Opened.Good opened, String itemId, String name) {
        return saved(edit(opened.file(), text -> text.rename(itemId, name)));
    }

    /// Takes an item out of its file; the ids of those behind it in its folder change.
    public SaveResult delete(Opened.Good opened, String itemId) {
        return saved(edit(opened.file(), text -> text.delete(itemId)));
    }

    /// Adds a request at the end of a folder, or of the collection where `folderId` is empty.
    public AddResult append(Opened.Good opened, String folderId, String name, Request request) {
        return edit(opened.file(), text -> text.append(folderId, name, request));
    }

    /// Puts a copy behind an item; the ids of those behind it change.
    public AddResult duplicate(Opened.Good opened, String itemId) {
        return edit(opened.file(), text -> text.duplicate(itemId));
    }

    /// Writes the variables of an environment into its file. The answer is why it was refused; empty where it was saved.
    public Optional<String> save(OpenedEnvironment environment, List<Entry> variables) {
        return edit(environment.file(), text -> text.saveVariables(variables)) instanceof AddResult.Refused(var sentence)
                ? Optional.of(sentence) : Optional.empty();
    }

    private static SaveResult saved(AddResult result) {
        return switch (result) {
            case AddResult.Added(var now, _) -> new SaveResult.Saved(now);
            case AddResult.Refused(var sentence) -> new SaveResult.Refused(sentence);
        };
    }

    /// A new collection file without requests.
    public Opened createCollection(Path file, String name) throws IOException {
        return create(file, RequestJson.collection(name, UUID.randomUUID().toString())).collections().getFirst();
    }

    /// A new environment, in a file of the workspace's own.
    public OpenedEnvironment createEnvironment(String name, List<Entry> variables) throws IOException {
        var safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        var folder = home.folder().resolve("environments");
        var file = folder.resolve(safe + ".postman_environment.json");
        for (var number = 2; Files.exists(file); number++) {
            file = folder.resolve(safe + " " + number + ".postman_environment.json");
        }
        return create(file, RequestJson.environment(new Environment(name, false, variables), UUID.randomUUID().toString())).environments().getFirst();
    }

    private Added create(Path file, String content) throws IOException {
        if (Files.exists(file)) {
            throw new IOException("There is a file " + file + " already.");
        }
        AtomicFile.write(file, content.getBytes(StandardCharsets.UTF_8));
        return add(file);
    }

    private AddResult edit(Path file, Function<CollectionText, Edited> change) {
        return locked(() -> {
            var loaded = files.get(file);
            if (loaded == null) {
                return new AddResult.Refused(file.getFileName() + " is not open any more; open it again.");
            }
            try {
                var bytes = Files.readAllBytes(file);
                if (!loaded.sameBytes(bytes)) {
                    return new AddResult.Refused(file.getFileName() + " was changed by another program since it was opened, so nothing was written. "
                            + "Reload it, then save again.");
                }
                return switch (change.apply(new CollectionText(file.getFileName().toString(), bytes))) {
                    case Edited.Refused(var sentence) -> new AddResult.Refused(sentence);
                    case Edited.Unchanged() -> added(loaded, "");
                    case Edited.Changed(var content, var id) -> {
                        var now = LoadedFile.of(file, content);
                        AtomicFile.write(file, content);
                        files.put(file, now);
                        publish(state.active());
                        yield added(now, id);
                    }
                };
            } catch (IOException e) {
                return new AddResult.Refused(file.getFileName() + " could not be written: " + e.getMessage() + ".");
            }
        });
    }

    private static AddResult added(LoadedFile file, String id) {
        return new AddResult.Added(file.collections().isEmpty() || !(file.collections().getFirst() instanceof Opened.Good good) ? null : good, id);
    }

    private void publish(Path active) {
        state = new State(files.values().stream().flatMap(f -> f.collections().stream()).toList(),
                files.values().stream().flatMap(f -> f.environments().stream()).toList(), active);
    }

    private void remember() {
        try {
            new WorkspaceFile(List.copyOf(files.keySet()), state.active()).write(home.workspace());
        } catch (IOException e) {
            notes.add("The list of open files could not be written to " + home.workspace() + ": " + e.getMessage() + ".");
        }
    }

    private <T> T locked(java.util.function.Supplier<T> change) {
        lock.lock();
        var before = state;
        T result;
        try {
            result = change.get();
        } finally {
            lock.unlock();
        }
        if (before != state) {
            listeners.forEach(Runnable::run);
        }
        return result;
    }
}
