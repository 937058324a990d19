package dev.posthorn.ui.shell;

import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.Opened;
import dev.posthorn.ui.sidebar.Place;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Writes what tabs have changed into its files, and asks where to for what is saved nowhere yet.
final class Saving {
    private final EnvironmentEdits environments;
    private final ItemEdits items;
    private final Documents documents;
    private final TabEvents events;
    private final Supplier<Desk> desk;

    Saving(EnvironmentEdits environments, ItemEdits items, Documents documents, TabEvents events, Supplier<Desk> desk) {
        this.environments = environments;
        this.items = items;
        this.documents = documents;
        this.events = events;
        this.desk = desk;
    }

    /// Saves and then goes on; where it cannot be saved the reason is shown and nothing follows.
    void save(Document document, Runnable then) {
        if (document instanceof EditedDocument<?> edited && edited.conflicting()) {
            documents.front().set(document);
            events.trouble("Not saved: “" + document.title().get() + "” was changed outside too. Say first which version counts.");
            return;
        }
        switch (document) {
            case RequestDocument request -> request.place().filter(_ -> !request.gone()).ifPresentOrElse(place -> save(request, place, then), () -> saveNew(request, then));
            case SocketDocument socket -> socket.place().filter(_ -> !socket.gone()).ifPresentOrElse(place -> save(socket, place, then), () -> saveNew(socket, then));
            case EnvironmentDocument environment -> save(environment, then);
            case LevelDocument level -> save(level, then);
            case ExplorerDocument explorer -> explorer.pane().save();
            case TextDocument _, ReportDocument _, NetworkDocument _, ApplicationsDocument _, RunnerDocument _, DataServiceDocument _, ApiDocument _ -> then.run();
        }
    }

    private void save(RequestDocument request, Place place, Runnable then) {
        var value = request.draft().value();
        request.saving();
        items.save(place, value, heard(request, value, then, (_, theirs) -> theirs instanceof RequestItem item ? item.request() : null));
    }

    private void save(SocketDocument socket, Place place, Runnable then) {
        var value = socket.draft().value();
        socket.saving();
        items.saveSocket(place, value, heard(socket, value, then, (_, theirs) -> theirs instanceof OtherItem item ? item.socket().orElse(null) : null));
    }

    private void save(LevelDocument level, Runnable then) {
        var value = level.draft().value();
        if (level.gone()) {
            saveNew(level, value, then);
            return;
        }
        level.saving();
        items.saveLevel(level.at(), value, heard(level, value, then, (now, theirs) -> level.collection() ? Level.of(now.collection())
                : theirs instanceof Folder folder ? Level.of(folder) : null));
    }

    /// @param other what another program made of it, by the collection and the item as they are now; null where it is gone
    private <T> ItemEdits.Saved heard(EditedDocument<T> document, T value, Runnable then, BiFunction<Opened.Good, Item, T> other) {
        return new ItemEdits.Saved() {
            @Override
            public void done() {
                document.written(value);
                then.run();
            }

            @Override
            public void conflict(Opened.Good now, Item theirs) {
                document.conflict(other.apply(now, theirs));
                events.tell("Not saved");
            }

            @Override
            public void refused() {
                document.notSaved();
            }
        };
    }

    private void save(EnvironmentDocument environment, Runnable then) {
        if (environment.gone()) {
            environments.makeAgain(environment.saved(), environment.rows(), now -> {
                environment.saved(now);
                then.run();
            });
            return;
        }
        environment.saving();
        environments.save(environment.saved(), environment.rows(), now -> {
            environment.saved(now);
            then.run();
        }, environment::notSaved);
    }

    /// A folder that was deleted stands at the end of its collection then.
    private void saveNew(LevelDocument level, Level value, Runnable then) {
        if (level.collection()) {
            events.trouble("Not saved: the collection “" + level.title().get() + "” is not there any more.");
            return;
        }
        items.appendFolder(new Place(level.at().file(), ""), level.title().get(), place -> {
            level.moveTo(place);
            items.saveLevel(place, value, heard(level, value, then, (_, theirs) -> theirs instanceof Folder folder ? Level.of(folder) : null));
        });
    }

    private void saveNew(RequestDocument request, Runnable then) {
        documents.front().set(request);
        if (desk.get().collections().stream().noneMatch(Opened.Good.class::isInstance)) {
            events.trouble("There is no collection to save into: open one with " + Action.OPEN.keyText() + ".");
            return;
        }
        var value = request.draft().value();
        events.askWhere(request.title().get(), (collection, folder, name) -> items.append(new Place(collection.file(), folder), name, value, place -> {
            request.savedAs(place, name, value);
            events.changed();
            then.run();
        }));
    }

    private void saveNew(SocketDocument socket, Runnable then) {
        documents.front().set(socket);
        if (desk.get().collections().stream().noneMatch(o -> o instanceof Opened.Good && java.nio.file.Files.isDirectory(o.file()))) {
            events.trouble("A WebSocket request is saved in a Postman 3.0 folder, and none is open: make one with " + Action.NEW_COLLECTION.keyText() + ".");
            return;
        }
        var value = socket.draft().value();
        events.askWhere(socket.title().get(), (collection, folder, name) -> items.appendSocket(new Place(collection.file(), folder), name, value, place -> {
            socket.savedAs(place, name, value);
            events.changed();
            then.run();
        }));
    }

    /// Saves one after the other; stops at the first that cannot be saved.
    void saveAll(List<Document> changed, Runnable then) {
        if (changed.isEmpty()) {
            then.run();
        } else {
            documents.front().set(changed.getFirst());
            save(changed.getFirst(), () -> saveAll(changed.subList(1, changed.size()), then));
        }
    }
}
