package dev.posthorn.store;

import dev.posthorn.formats.CollectionEditor;
import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.tree.YamlWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/// The open collections and environments. They are files of the user's; the workspace only remembers which.
///
/// 1. Reading methods answer at once from any thread. Those that touch the disk block: call them off the window's thread.
/// 2. Writes come one after the other, each spliced into what is on disk at that moment. An item that another program changed is never written
///    over unless by force.
/// 3. Listeners are called after a change, one change after the other, on a thread that makes one.
/// 4. Edits take the collection as the caller knows it, and an item's id in it.
public final class Workspace implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMillis(1_200);

    /// What a new collection is written as: a Postman 3.0 folder, or a Postman 2.1 file.
    public enum Kind { V3, V21 }

    /// What an opening added.
    public record Added(List<Opened> collections, List<OpenedEnvironment> environments) {}

    private final Home home;
    private final Path samples;
    private final Versions versions;
    private final Shelf shelf;
    private final Trash trash;
    private final Edits edits;
    private final Opening opening;
    private volatile FolderWatch watch;

    /// @param samples the folder of the collections that the program brings along; null for none
    public Workspace(Home home, Path samples) {
        this(home, samples, null);
    }

    /// @param versions where the earlier versions of saved requests are kept; null for nowhere
    public Workspace(Home home, Path samples, Versions versions) {
        this.home = home;
        this.samples = samples;
        this.versions = versions;
        shelf = new Shelf(home);
        trash = new Trash(home);
        edits = new Edits(shelf, new FileChanges(trash));
        opening = new Opening(shelf);
        shelf.observe(this::followVersions);
    }

    public List<Opened> collections() {
        return shelf.state().collections();
    }

    /// The environments, without the globals.
    public List<OpenedEnvironment> environments() {
        return shelf.state().environments().stream().filter(e -> !e.environment().globals()).toList();
    }

    public Optional<OpenedEnvironment> globals() {
        return shelf.state().environments().stream().filter(e -> e.environment().globals()).findFirst();
    }

    public Optional<OpenedEnvironment> activeEnvironment() {
        var active = shelf.state().active();
        return active == null ? Optional.empty() : environments().stream().filter(e -> active.equals(e.file())).findFirst();
    }

    /// The folders that were opened as a whole: what comes up in them is opened too.
    public Set<Path> folders() {
        return shelf.locked(shelf::folders);
    }

    /// What went wrong while loading, in sentences; empty where nothing did.
    public List<String> notes() {
        return List.copyOf(shelf.notes());
    }

    /// Called once after each change, and once where another program changed many files together.
    public void listen(Runnable listener) {
        shelf.listen(listener);
    }

    /// Called for each file that is different now, before the listeners without an argument.
    public void listen(Consumer<Change> listener) {
        shelf.observe(listener);
    }

    /// Opens what was open at the end of the last run; at the very first start, the samples. Blocks.
    public void load() {
        shelf.locked(() -> {
            var remembered = shelf.remembered();
            if (remembered == null) {
                firstStart();
            } else {
                opening.readAll(remembered.files()).forEach(f -> shelf.put(f, false, Map.of()));
                shelf.publish(remembered.environment());
            }
            return null;
        });
        trash.empty(Instant.now());
    }

    private void firstStart() {
        if (samples != null && Files.isDirectory(samples)) {
            try {
                Samples.copy(samples, home.samples());
                opening.readAll(FileSearch.find(home.samples())).stream().filter(f -> !f.stranger()).forEach(f -> shelf.put(f, false, Map.of()));
            } catch (IOException e) {
                shelf.notes().add("The samples could not be copied to " + home.samples() + ": " + e.getMessage() + ".");
            }
        }
        shelf.publish(null);
        shelf.remember();
    }

    /// Shows from now on what other programs change. Blocks while the folders are looked through.
    public void watch() {
        watch(false, POLL, PATIENCE, Reloading.STEP);
    }

    /// @param polling  whether the system's own watching is not to be used
    /// @param every    how often folders are looked through that the system cannot watch
    /// @param patience how long a file may be half written before it is called bad
    void watch(boolean polling, Duration every, Duration patience, Reloading.Pause pause) {
        var watching = new FolderWatch(new Reloading(shelf, opening, patience, pause)::changed, polling, every);
        shelf.locked(() -> {
            close();
            watch = watching;
            return null;
        });
        shelf.listen(this::watchWhatIsOpen);
        watchWhatIsOpen();
    }

    private void watchWhatIsOpen() {
        var watching = watch;
        if (watching != null) {
            watching.watch(shelf.locked(shelf::places));
        }
    }

    /// Ends the watching.
    @Override
    public void close() {
        var watching = watch;
        if (watching != null) {
            watching.close();
        }
    }

    /// Opens a file, or all collections and environments of a folder. A file that is open already is read again.
    /// A broken one is `Opened.Bad`; what is no collection at all is answered as such, but not kept.
    public List<Opened> open(Path path) {
        return add(path).collections();
    }

    /// As `open`, and says also which environments came.
    public Added add(Path path) {
        return opening.add(path);
    }

    /// Reads an open file again, for instance after it changed on disk.
    public List<Opened> reload(Path file) {
        return open(file);
    }

    /// Takes a file out of the workspace; the file itself stays.
    public void close(Path file) {
        shelf.locked(() -> {
            shelf.remove(file.toAbsolutePath().normalize(), false, true);
            shelf.publish();
            shelf.remember();
            return null;
        });
    }

    /// Chooses an environment by its file; null for none.
    public void activate(Path environment) {
        shelf.locked(() -> {
            shelf.publish(environment);
            shelf.remember();
            return null;
        });
    }

    /// Writes an edited request into its file. Unedited, nothing is written.
    public SaveResult save(Opened.Good opened, String itemId, Request request) {
        return save(opened, itemId, request, false);
    }

    /// @param force writes over what another program made of the request
    public SaveResult save(Opened.Good opened, String itemId, Request request, boolean force) {
        BiPredicate<Item, Item> same = (before, theirs) -> force || theirs instanceof RequestItem now
                && (now.request().equals(request) || before instanceof RequestItem old && old.request().equals(now.request()));
        return shelf.locked(() -> {
            var before = new Replaced();
            var done = edits.edit(new Edits.Target(opened, itemId), (known, theirs) -> before.is(theirs) && same.test(known, theirs),
                    (editor, at) -> editor.save(at, request));
            keep(before.item, done);
            return Results.saved(done);
        });
    }

    /// Writes an edited WebSocket request, and its saved messages, into their files.
    ///
    /// @param force writes over what another program made of it
    public SaveResult saveSocket(Opened.Good opened, String itemId, SocketRequest request, boolean force) {
        BiPredicate<Item, Item> same = (before, theirs) -> force || socket(theirs).isPresent()
                && (socket(theirs).get().equals(request) || before != null && socket(before).equals(socket(theirs)));
        return shelf.locked(() -> Results.saved(edits.edit(new Edits.Target(opened, itemId), same, (editor, at) -> editor.saveSocket(at, request))));
    }

    private static Optional<SocketRequest> socket(Item item) {
        return item instanceof OtherItem other ? other.socket() : Optional.empty();
    }

    /// Adds a WebSocket request at the end of a folder, or of the collection where `folderId` is empty.
    public AddResult appendSocket(Opened.Good opened, String folderId, String name, SocketRequest request) {
        return shelf.locked(() -> Results.added(edits.edit(new Edits.Target(opened, folderId), null, (editor, at) -> editor.appendSocket(at, name, request))));
    }

    /// What stood on disk before a save.
    private static final class Replaced {
        private Item item;

        private boolean is(Item onDisk) {
            item = onDisk;
            return true;
        }
    }

    private void keep(Item before, Edits.Done done) {
        if (versions != null && before instanceof RequestItem request && done instanceof Edits.Done.Changed(var now, var id, _, var steps)
                && !steps.isEmpty() && now != null) {
            versions.put(now.file(), id, request.name(), request.request());
        }
    }

    /// Writes what a folder, or the collection (""), sets for all below it.
    public SaveResult saveLevel(Opened.Good opened, String id, Level level) {
        return saveLevel(opened, id, level, false);
    }

    /// @param force writes over what another program made of it
    public SaveResult saveLevel(Opened.Good opened, String id, Level level, boolean force) {
        BiPredicate<Item, Item> same = (before, theirs) -> force || theirs instanceof Folder now
                && (Level.of(now).equals(level) || before instanceof Folder old && Level.of(old).equals(Level.of(now)));
        return shelf.locked(() -> Results.saved(edits.edit(new Edits.Target(opened, id), same, (editor, at) -> editor.saveLevel(at, level))));
    }

    /// Gives an item, or the collection (""), another name. The collection of a 3.0 folder may have another `file` afterwards.
    public SaveResult rename(Opened.Good opened, String itemId, String name) {
        return shelf.locked(() -> Results.saved(itemId.isEmpty() && Files.isDirectory(opened.file()) ? edits.renameFolder(opened, name)
                : edits.edit(new Edits.Target(opened, itemId), null, (editor, at) -> editor.rename(at, name))));
    }

    /// Takes an item out of its collection, or the whole collection ("") from the disk. `undo` brings it back.
    public DeleteResult delete(Opened.Good opened, String itemId) {
        return shelf.locked(() -> {
            if (itemId.isEmpty()) {
                return Results.deleted(opened, opened.collection().name(), edits.deleteAll(opened));
            }
            var item = Edits.item(opened, itemId);
            return Results.deleted(opened, item == null ? "" : item.name(), edits.edit(new Edits.Target(opened, itemId, true), null, CollectionEditor::delete));
        });
    }

    /// Brings back what a deletion took, byte for byte. Refused where the same files were changed since.
    public SaveResult undo(Undo undo) {
        var result = shelf.locked(() -> Results.saved(edits.undo(undo)));
        if (versions != null && result instanceof SaveResult.Saved) {
            versions.restore(undo.collection(), undo.collection(), undo.deleted());
        }
        return result;
    }

    /// Adds a request at the end of a folder, or of the collection where `folderId` is empty.
    public AddResult append(Opened.Good opened, String folderId, String name, Request request) {
        return shelf.locked(() -> Results.added(edits.edit(new Edits.Target(opened, folderId), null, (editor, at) -> editor.append(at, name, request))));
    }

    /// Adds an empty folder at the end of a folder, or of the collection where `folderId` is empty.
    public AddResult appendFolder(Opened.Good opened, String folderId, String name) {
        return shelf.locked(() -> Results.added(edits.edit(new Edits.Target(opened, folderId), null, (editor, at) -> editor.appendFolder(at, name))));
    }

    /// Puts a copy behind an item; the ids of those behind it change.
    public AddResult duplicate(Opened.Good opened, String itemId) {
        return shelf.locked(() -> Results.added(edits.edit(new Edits.Target(opened, itemId), null, CollectionEditor::duplicate)));
    }

    /// Puts an item into a folder of the same or another collection, of whatever kinds they are.
    ///
    /// @param index its place among the folder's items as they are before the move, 0 for the first, their number for the end
    public AddResult move(Opened.Good opened, String itemId, Opened.Good target, String folderId, int index) {
        var within = opened.file().equals(target.file());
        var result = shelf.locked(() -> Results.added(within
                ? edits.edit(new Edits.Target(opened, itemId), null, (editor, at) -> editor.move(at, folderId, index))
                : edits.transplant(new Edits.Target(opened, itemId), new Edits.Target(target, folderId), index)));
        if (versions != null && !within && result instanceof AddResult.Added(_, _, var ids)) {
            versions.restore(opened.file(), target.file(), ids);
        }
        return result;
    }

    /// Adds a saved answer to a request.
    public AddResult appendExample(Opened.Good opened, String requestId, Example example) {
        return shelf.locked(() -> Results.added(edits.edit(new Edits.Target(opened, requestId), null, (editor, at) -> editor.appendExample(at, example))));
    }

    /// @param index the example's place among those of the request
    public DeleteResult deleteExample(Opened.Good opened, String requestId, int index) {
        return shelf.locked(() -> Results.deleted(opened, "example", edits.edit(new Edits.Target(opened, requestId, true), null,
                (editor, at) -> editor.deleteExample(at, index))));
    }

    private void followVersions(Change change) {
        if (versions != null) {
            versions.follow(change);
        }
    }

    /// A new collection without requests: a folder `postman/collections/NAME` in `parent`, or a file `NAME.postman_collection.json`.
    public Opened createCollection(Path parent, String name, Kind kind) throws IOException {
        return switch (kind) {
            case V21 -> createCollection(FreeName.of(parent, name, ".postman_collection.json"), name);
            case V3 -> {
                var all = parent.toAbsolutePath().normalize().resolve("postman").resolve("collections");
                var folder = all.resolve(Edits.stem(all.resolve("any"), name));
                var definition = new LinkedHashMap<String, Object>();
                definition.put("$kind", "collection");
                if (!folder.getFileName().toString().equals(name)) {
                    definition.put("name", name);
                }
                yield create(folder.resolve(".resources").resolve("definition.yaml"), YamlWriter.write(definition), folder).collections().getFirst();
            }
        };
    }

    /// A new collection file without requests.
    public Opened createCollection(Path file, String name) throws IOException {
        return create(file, RequestJson.collection(name, UUID.randomUUID().toString())).collections().getFirst();
    }

    private Added create(Path file, String content) throws IOException {
        return create(file, content, file);
    }

    private Added create(Path file, String content, Path opened) throws IOException {
        if (Files.exists(file)) {
            throw new IOException("There is a file " + file + " already.");
        }
        AtomicFile.write(file, content.getBytes(StandardCharsets.UTF_8));
        return opening.one(opened);
    }
}
