package dev.posthorn.store;

import dev.posthorn.formats.CollectionEditor;
import dev.posthorn.formats.CollectionText;
import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.formats.v3.FolderEditor;
import dev.posthorn.formats.v3.Stems;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/// Does edits of open collections on disk.
///
/// 1. An edit is spliced into what is on disk at that moment. What another program changed meanwhile is read first and shown; its items are
///    followed to where they are now.
/// 2. Where the item itself was changed by another program, the edit is not done, but answered as a conflict.
/// 3. All of it happens inside the shelf's lock.
final class Edits {

    /// What became of an edit.
    sealed interface Done {

        /// @param steps what was done on disk; empty where the files said so already
        record Changed(Opened.Good now, String id, Map<String, String> ids, List<AppliedChange> steps) implements Done {}

        /// @param theirs null where the item is gone
        record Conflict(Opened.Good now, Item theirs) implements Done {}

        record Refused(String sentence) implements Done {}
    }

    /// What is to be edited: the collection as the caller knows it, and the item in it ("" for the collection).
    ///
    /// @param undoable whether the caller may ask for the edit to be taken back
    record Target(Opened.Good opened, String id, boolean undoable) {
        Target(Opened.Good opened, String id) {
            this(opened, id, false);
        }
    }

    private final Shelf shelf;
    private final FileChanges changes;

    Edits(Shelf shelf, FileChanges changes) {
        this.shelf = shelf;
        this.changes = changes;
    }

    /// @param same whether the item on disk (the second) still is what the caller knows (the first), or already what is to be saved;
    ///             null where the edit does not care
    Done edit(Target target, BiPredicate<Item, Item> same, BiFunction<CollectionEditor, String, Edited> change) {
        var file = target.opened().file();
        return switch (fresh(target.opened())) {
            case Fresh.Not(var sentence) -> new Done.Refused(sentence);
            case Fresh.Is(var now) -> {
                var id = followed(target, now);
                var before = same == null ? item(target.opened(), target.id()) : compared(target.opened(), target.id());
                var theirs = same == null ? item(now, id) : compared(now, id);
                if (!target.id().isEmpty() && theirs == null) {
                    yield same == null || before == null ? new Done.Refused("That item is no longer in " + name(file) + ".") : new Done.Conflict(now, null);
                }
                if (same != null && !same.test(before == null ? theirs : before, theirs)) {
                    yield new Done.Conflict(now, id.isEmpty() ? null : theirs);
                }
                yield apply(now, change.apply(editor(file), id), new Target(now, id, target.undoable()));
            }
        };
    }

    private sealed interface Fresh {
        record Is(Opened.Good now) implements Fresh {}

        record Not(String sentence) implements Fresh {}
    }

    /// The collection as it is on disk now, read again where another program changed it.
    private Fresh fresh(Opened.Good opened) {
        var file = opened.file();
        var loaded = shelf.get(file);
        if (loaded == null) {
            return new Fresh.Not(name(file) + " is not open any more; open it again.");
        }
        if (!loaded.current()) {
            var now = LoadedFile.read(file);
            shelf.put(now, true, loaded.followedTo(now));
            shelf.publish();
            loaded = now;
        }
        var now = loaded.like(opened);
        return switch (now) {
            case Opened.Good good -> new Fresh.Is(good);
            case Opened.Bad(_, var reason, _) -> new Fresh.Not(name(file) + " cannot be read any more: " + reason + " Mend it first.");
            case null -> new Fresh.Not(name(file) + " holds no collection any more; open it again.");
        };
    }

    /// The id under which the item is known now. An id that the caller's collection does not have is a newer one, and stays.
    private static String followed(Target target, Opened.Good now) {
        var known = target.opened().collection();
        return target.id().isEmpty() || known == now.collection() || item(target.opened(), target.id()) == null ? target.id()
                : Following.ids(known, now.collection()).getOrDefault(target.id(), target.id());
    }

    static Item item(Opened.Good opened, String id) {
        var path = id.isEmpty() ? List.<Item>of() : opened.collection().path(id);
        return path.isEmpty() ? null : path.getLast();
    }

    /// The item; the collection itself as a folder.
    private static Item compared(Opened.Good opened, String id) {
        var level = Level.of(opened.collection());
        return id.isEmpty() ? new Folder("", opened.collection().name(), level.description(), level.auth(), level.variables(), level.scripts(),
                level.settings(), List.of()) : item(opened, id);
    }

    static CollectionEditor editor(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return FileSearch.collection(file) ? new FolderEditor(file) : new Unwritable(name(file) + " is of a format that can be read but not "
                        + "written; export it as Postman 3.0 to edit it.");
            }
            return new CollectionText(file, Files.readAllBytes(file));
        } catch (IOException e) {
            return new Unwritable(name(file) + " cannot be read: " + FileChanges.reason(e) + ".");
        }
    }

    private Done apply(Opened.Good opened, Edited edited, Target target) {
        return switch (edited) {
            case Edited.Refused(var sentence) -> new Done.Refused(sentence);
            case Edited.Unchanged() -> new Done.Changed(opened, target.id(), Map.of(), List.of());
            case Edited.Changed(var steps, var at, var ids) -> {
                try {
                    var done = changes.apply(steps, target.undoable());
                    yield new Done.Changed(reread(opened, ids, done), at, ids, done);
                } catch (FileChanges.Failed e) {
                    yield new Done.Refused(e.getMessage());
                }
            }
        };
    }

    /// Reads what an edit left, and puts it where the collection was.
    Opened.Good reread(Opened.Good opened, Map<String, String> ids, List<AppliedChange> done) {
        var moved = movedAs(opened.file(), done);
        var file = moved == null ? opened.file() : moved;
        var now = LoadedFile.read(file);
        if (file.equals(opened.file())) {
            shelf.put(now, false, ids);
            shelf.publish();
        } else {
            shelf.move(opened.file(), now, ids);
            shelf.publish();
            shelf.remember();
        }
        return now.like(opened) instanceof Opened.Good good ? good : null;
    }

    /// Gives the collection of a 3.0 folder another name. Its folder, and that of its sidecar, follow as long as they are called as it is.
    Done renameFolder(Opened.Good opened, String name) {
        if (!(fresh(opened) instanceof Fresh.Is(var now))) {
            return new Done.Refused(name(opened.file()) + " cannot be read any more; open it again.");
        }
        var folder = now.file();
        var called = folder.getFileName().toString();
        var stem = stem(folder, name);
        if (stem.equals(called) || !called.equals(new Stems().unique(now.collection().name(), "Collection"))) {
            return apply(now, editor(folder).rename("", name), new Target(now, ""));
        }
        var sidecar = shelf.get(folder).sidecar();
        var steps = new ArrayList<FileChange>(List.of(new FileChange.Move(folder, folder.resolveSibling(stem))));
        if (Files.isDirectory(sidecar)) {
            steps.add(new FileChange.Move(sidecar, sidecar.resolveSibling(stem)));
        }
        try {
            var done = new ArrayList<>(changes.apply(steps, false));
            return switch (editor(folder.resolveSibling(stem)).rename("", name)) {
                case Edited.Refused(var sentence) -> {
                    changes.undo(done);
                    yield new Done.Refused(sentence);
                }
                case Edited.Unchanged() -> new Done.Changed(reread(now, Map.of(), done), "", Map.of(), done);
                case Edited.Changed(var more, _, _) -> {
                    done.addAll(changes.apply(more, false));
                    yield new Done.Changed(reread(now, Map.of(), done), "", Map.of(), done);
                }
            };
        } catch (FileChanges.Failed e) {
            return new Done.Refused(e.getMessage());
        }
    }

    /// What the folder of a collection of that name is called beside those that are there.
    static String stem(Path folder, String name) {
        var stems = new Stems();
        try (var siblings = Files.list(folder.toAbsolutePath().getParent())) {
            siblings.filter(s -> !s.equals(folder)).forEach(s -> stems.take(name(s)));
        } catch (IOException e) {
            // The folder is not there yet, so that every name is free.
        }
        return stems.unique(name, "Collection");
    }

    /// Where the collection itself was moved to; null where it was not.
    private static Path movedAs(Path file, List<AppliedChange> done) {
        return done.stream().filter(s -> s instanceof AppliedChange.Moved(var from, _) && from.equals(file)).map(s -> ((AppliedChange.Moved) s).to())
                .findFirst().orElse(null);
    }

    /// Moves an item into another collection.
    Done transplant(Target item, Target folder, int index) {
        if (!(fresh(item.opened()) instanceof Fresh.Is(var from)) || !(fresh(folder.opened()) instanceof Fresh.Is(var to))) {
            return new Done.Refused(name(item.opened().file()) + " or " + name(folder.opened().file()) + " cannot be read any more; open it again.");
        }
        var moving = item(from, followed(item, from));
        var into = followed(folder, to);
        if (moving == null || !into.isEmpty() && item(to, into) == null) {
            return new Done.Refused("That item or its new folder is no longer there; open the collections again.");
        }
        var transplant = new Transplant(changes, from.file(), to.file());
        try {
            transplant.move(moving, into, index);
        } catch (Transplant.Refused e) {
            return new Done.Refused(e.getMessage());
        }
        var now = reread(to, transplant.targetIds(), transplant.intoTarget());
        reread(from, transplant.sourceIds(), transplant.outOfSource());
        var made = now == null ? null : item(now, transplant.id());
        return new Done.Changed(now, transplant.id(), made == null ? Map.of() : Transplant.pairs(moving, made), List.of());
    }

    /// Takes a whole collection from the disk and out of the workspace.
    Done deleteAll(Opened.Good opened) {
        var loaded = shelf.get(opened.file());
        if (loaded == null) {
            return new Done.Refused(name(opened.file()) + " is not open any more.");
        }
        if (loaded.collections().size() + loaded.environments().size() > 1) {
            return new Done.Refused(name(opened.file()) + " holds more than this collection, so it is not deleted. Close it, or delete the file yourself.");
        }
        try {
            var sidecar = loaded.sidecar();
            var whole = new FileChange.Delete(opened.file());
            var done = changes.apply(sidecar == null ? List.of(whole) : List.of(whole, new FileChange.Delete(sidecar)), true);
            shelf.remove(opened.file(), false, false);
            shelf.publish();
            shelf.remember();
            return new Done.Changed(null, "", Map.of(), done);
        } catch (FileChanges.Failed e) {
            return new Done.Refused(e.getMessage());
        }
    }

    /// Brings back what was deleted.
    Done undo(Undo undo) {
        var before = shelf.get(undo.collection());
        try {
            changes.undo(undo.steps());
        } catch (FileChanges.Failed e) {
            return new Done.Refused(e.getMessage());
        }
        var now = LoadedFile.read(undo.collection());
        shelf.put(now, false, before == null ? Map.of() : undo.idsBack());
        shelf.publish();
        if (before == null) {
            shelf.remember();
        }
        return now.collections().isEmpty() || !(now.collections().getFirst() instanceof Opened.Good good)
                ? new Done.Refused(name(undo.collection()) + " is back, but cannot be read.") : new Done.Changed(good, "", undo.idsBack(), List.of());
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
