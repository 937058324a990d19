package dev.posthorn.ui.shell;

import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.store.AddResult;
import dev.posthorn.store.DeleteResult;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.Opened;
import dev.posthorn.store.SaveResult;
import dev.posthorn.store.SecretsTrouble;
import dev.posthorn.store.Undo;
import dev.posthorn.store.Workspace;
import dev.posthorn.ui.sidebar.Place;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// Everything that changes items of collections on disk: saved, made, renamed, copied, moved, deleted and brought back. What is refused is said in words.
final class ItemEdits {
    private static final int REMEMBERED = 50;

    /// What hears of a save.
    interface Saved {
        void done();

        /// `theirs` is what another program made of it meanwhile, in the collection as it is `now`; null where it is gone, or where it is the collection itself.
        void conflict(Opened.Good now, Item theirs);

        void refused();
    }

    private final Workspace workspace;
    private final LocalValues values;
    private final Files files;
    private final Toasts toasts;
    private final StatusBar status;
    private final Deque<Runnable> undos = new ArrayDeque<>();
    private CrossMove crossed = (_, _, _) -> () -> { };

    /// Learns where open tabs go when an item moves into another collection.
    interface CrossMove {
        /// Asked before anybody is told; the answer is run after the ids of both collections were told.
        Runnable crossing(Path from, Map<String, String> ids, Path to);
    }

    ItemEdits(Workspace workspace, LocalValues values, Files files, Toasts toasts, StatusBar status) {
        this.workspace = workspace;
        this.values = values;
        this.files = files;
        this.toasts = toasts;
        this.status = status;
    }

    void onCrossMove(CrossMove listener) {
        crossed = listener;
    }

    private void with(Path file, Consumer<Opened.Good> then) {
        files.desk().collection(file).ifPresentOrElse(then, () -> toasts.bad("Not done: " + file.getFileName() + " is not open any more."));
    }

    /// Writes an edited request into its file.
    void save(Place place, Request request, Saved then) {
        save(place, good -> workspace.save(good, place.item(), request), then);
    }

    void saveSocket(Place place, SocketRequest request, Saved then) {
        save(place, good -> workspace.saveSocket(good, place.item(), request, false), then);
    }

    void appendSocket(Place folder, String name, SocketRequest request, Consumer<Place> then) {
        add(folder.file(), good -> workspace.appendSocket(good, folder.item(), name, request), then);
    }

    /// Writes what a folder or collection sets. A secret that was typed for a collection stays on this machine.
    void saveLevel(Place place, Level level, Saved then) {
        save(place, good -> {
            try {
                return workspace.saveLevel(good, place.item(), place.item().isEmpty() ? values.kept(good, level) : level);
            } catch (SecretsTrouble e) {
                return new SaveResult.Refused(e.getMessage());
            }
        }, then);
    }

    private void save(Place place, Function<Opened.Good, SaveResult> write, Saved then) {
        var good = files.desk().collection(place.file());
        if (good.isEmpty()) {
            toasts.bad("Not saved: " + place.file().getFileName() + " is not open any more.");
            then.refused();
            return;
        }
        files.later(() -> write.apply(good.get()), result -> {
            switch (result) {
                case SaveResult.Saved _ -> {
                    then.done();
                    status.say("Saved");
                }
                case SaveResult.Conflict(var now, var theirs) -> then.conflict(now, theirs);
                case SaveResult.Refused(var sentence) -> {
                    toasts.bad("Not saved. " + sentence);
                    then.refused();
                }
            }
        });
    }

    void rename(Place place, String name) {
        edit(place, good -> workspace.rename(good, place.item(), name), () -> status.say("Renamed"));
    }

    private void edit(Place place, Function<Opened.Good, SaveResult> change, Runnable then) {
        with(place.file(), good -> files.later(() -> change.apply(good), result -> {
            switch (result) {
                case SaveResult.Saved _ -> then.run();
                case SaveResult.Conflict _ -> toasts.bad("Not done: another program changed it at the same time. What is on disk is shown now; do it again.");
                case SaveResult.Refused(var sentence) -> toasts.bad("Not done. " + sentence);
            }
        }));
    }

    private void add(Path file, Function<Opened.Good, AddResult> change, Consumer<Place> then) {
        with(file, good -> files.later(() -> change.apply(good), result -> {
            switch (result) {
                case AddResult.Added(var now, var id, _) -> then.accept(new Place(now == null ? file : now.file(), id));
                case AddResult.Refused(var sentence) -> toasts.bad("Not done. " + sentence);
            }
        }));
    }

    /// Adds a request at the end of a folder or collection.
    void append(Place folder, String name, Request request, Consumer<Place> then) {
        add(folder.file(), good -> workspace.append(good, folder.item(), name, request), then);
    }

    void appendFolder(Place folder, String name, Consumer<Place> then) {
        add(folder.file(), good -> workspace.appendFolder(good, folder.item(), name), then);
    }

    void duplicate(Place place, Consumer<Place> then) {
        add(place.file(), good -> workspace.duplicate(good, place.item()), then);
    }

    /// Takes an item away and offers to bring it back.
    void delete(Place place) {
        with(place.file(), good -> files.later(() -> workspace.delete(good, place.item()), result -> {
            switch (result) {
                case DeleteResult.Deleted(_, _, var undo) -> {
                    var back = remember(() -> bringBack(undo));
                    toasts.offer("Deleted “" + undo.name() + "”.", "Undo", () -> undoThis(back));
                }
                case DeleteResult.Refused(var sentence) -> toasts.bad("Not deleted. " + sentence);
            }
        }));
    }

    private void bringBack(Undo undo) {
        files.later(() -> workspace.undo(undo), result -> {
            switch (result) {
                case SaveResult.Saved _ -> status.say("“" + undo.name() + "” is back");
                case SaveResult.Conflict _ -> toasts.bad("“" + undo.name() + "” was not brought back: its file was changed meanwhile.");
                case SaveResult.Refused(var sentence) -> toasts.bad("“" + undo.name() + "” was not brought back. " + sentence);
            }
        });
    }

    /// Puts an item into a folder of the same or of another collection; `then` hears where it is now.
    void move(Place what, Place folder, int index, Consumer<Place> then) {
        move(what, folder, index, true, then);
    }

    private void move(Place what, Place folder, int index, boolean undoable, Consumer<Place> then) {
        with(what.file(), from -> with(folder.file(), to -> {
            var parent = files.desk().parent(what);
            var at = files.desk().below(parent).stream().map(Item::id).toList().indexOf(what.item());
            var across = !what.file().equals(folder.file());
            if (across) {
                files.hold();
            }
            files.later(() -> {
                try {
                    return workspace.move(from, what.item(), to, folder.item(), index);
                } catch (RuntimeException e) {
                    return new AddResult.Refused("Posthorn itself failed: " + e + ".");
                }
            }, result -> {
                if (across) {
                    told(what.file(), folder.file(), result);
                }
                switch (result) {
                    case AddResult.Added(_, var id, _) -> {
                        var now = new Place(folder.file(), id);
                        if (undoable) {
                            remember(() -> backAgain(now, parent, at));
                        }
                        status.say("Moved");
                        then.accept(now);
                    }
                    case AddResult.Refused(var sentence) -> toasts.bad("Not moved. " + sentence);
                }
            });
        }));
    }

    private void told(Path from, Path to, AddResult result) {
        var after = result instanceof AddResult.Added(_, _, var ids) ? crossed.crossing(from, ids, to) : (Runnable) () -> { };
        files.release(after);
    }

    /// The reverse of a move: to `index` among what its old folder held then.
    private void backAgain(Place now, Place parent, int index) {
        var siblings = files.desk().below(parent).stream().map(Item::id).toList();
        var here = now.file().equals(parent.file()) ? siblings.indexOf(now.item()) : -1;
        move(now, parent, here >= 0 && here < index ? index + 1 : Math.min(index, siblings.size()), false, _ -> { });
    }

    private Runnable remember(Runnable undo) {
        undos.push(undo);
        if (undos.size() > REMEMBERED) {
            undos.removeLast();
        }
        return undo;
    }

    private void undoThis(Runnable undo) {
        if (undos.remove(undo)) {
            undo.run();
        }
    }

    /// Takes the last deletion or move back.
    void undo() {
        var last = undos.poll();
        if (last == null) {
            status.say("Nothing to undo in the tree,");
        } else {
            last.run();
        }
    }
}
