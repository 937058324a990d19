package dev.posthorn.ui.shell;

import dev.posthorn.model.Item;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.Opened;
import dev.posthorn.ui.sidebar.Place;
import java.util.List;
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
        switch (document) {
            case RequestDocument request -> request.place().ifPresentOrElse(place -> save(request, place, then), () -> saveNew(request, then));
            case EnvironmentDocument environment -> environments.save(environment.saved(), environment.rows(), now -> {
                environment.saved(now);
                then.run();
            });
            case LevelDocument level -> {
                var value = level.draft().value();
                items.saveLevel(level.at(), value, () -> {
                    level.saved(value);
                    then.run();
                });
            }
            case TextDocument _, ReportDocument _ -> then.run();
        }
    }

    private void save(RequestDocument request, Place place, Runnable then) {
        if (request.gone()) {
            saveNew(request, then);
            return;
        }
        var value = request.draft().value();
        request.saving(true);
        items.save(place, value, false, new ItemEdits.Saved() {
            @Override
            public void done() {
                request.saving(false);
                request.saved(value);
                then.run();
            }

            @Override
            public void conflict(Item theirs) {
                request.saving(false);
                request.conflict(theirs instanceof RequestItem item ? item.request() : null);
                events.tell("Not saved");
            }

            @Override
            public void refused() {
                request.saving(false);
            }
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
