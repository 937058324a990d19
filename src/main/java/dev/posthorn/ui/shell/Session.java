package dev.posthorn.ui.shell;

import dev.posthorn.model.Environment;
import dev.posthorn.model.Level;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.store.DraftContent;
import dev.posthorn.store.DraftEntry;
import dev.posthorn.store.LocalVariable;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.ui.sidebar.Place;
import java.util.List;
import java.util.Optional;

/// The tabs of the last time, and what was typed in them and not saved: brought back at the start, remembered at the end.
final class Session {
    private final Documents documents;
    private final Memory memory;
    private final DraftKeeper keeper;
    private final TabEvents events;
    private final Tabs tabs;
    private boolean restored;

    Session(Documents documents, Memory memory, DraftKeeper keeper, TabEvents events, Tabs tabs) {
        this.documents = documents;
        this.memory = memory;
        this.keeper = keeper;
        this.events = events;
        this.tabs = tabs;
    }

    /// Opens the tabs of the last time, once; the engine and the collections are there.
    void restore() {
        if (restored) {
            return;
        }
        restored = true;
        for (var place : memory.tabs()) {
            tabs.places().made(place).ifPresent(document -> {
                tabs.watch(document);
                documents.append(document);
            });
        }
        keeper.load(this::bringBack, events::trouble);
        memory.frontTab().flatMap(documents::at).or(() -> documents.all().stream().findFirst()).ifPresent(documents.front()::set);
        events.changed();
    }

    /// Brings the unsaved changes of the last time back, as tabs that are changed.
    private void bringBack(List<DraftEntry> entries) {
        entries.forEach(this::bringBack);
        if (!entries.isEmpty()) {
            if (documents.front().get() == null) {
                documents.front().set(documents.all().getFirst());
            }
            events.changed();
            var requests = entries.stream().allMatch(e -> e.draft() instanceof DraftContent.OfRequest);
            events.offer(entries.size() == 1 ? "Unsaved changes of “" + entries.getFirst().name() + "” are back."
                    : "Unsaved changes of " + entries.size() + (requests ? " requests" : " tabs") + " are back.",
                    "Show", () -> documents.dirty().stream().findFirst().ifPresent(documents.front()::set));
        }
    }

    private void bringBack(DraftEntry entry) {
        switch (entry.draft()) {
            case DraftContent.OfRequest(var left) -> bringBack(entry, entry.base() instanceof DraftContent.OfRequest(var base) ? base : null, left);
            case DraftContent.OfSocket(var left) -> bringBack(entry, entry.base() instanceof DraftContent.OfSocket(var base) ? base : null, left);
            case DraftContent.OfLevel(var left) -> bringBack(entry, entry.base() instanceof DraftContent.OfLevel(var base) ? base : left, left);
            case DraftContent.OfEnvironment(var left) -> bringBack(entry, entry.base() instanceof DraftContent.OfEnvironment(var base) ? base : List.of(), left);
        }
    }

    private void bringBack(DraftEntry entry, Request base, Request left) {
        var place = entry.file() == null ? null : new Place(entry.file(), entry.itemId());
        var item = place == null ? Optional.<RequestItem>empty() : tabs.desk().request(place);
        var open = item.isEmpty() ? Optional.<Document>empty() : documents.at(place).filter(d -> !d.dirty().get());
        if (open.isPresent() && open.get() instanceof RequestDocument there) {
            there.bringBack(entry, base, left);
            return;
        }
        var document = new RequestDocument(tabs.host(), item.isEmpty() ? null : place, entry.name(), item.map(RequestItem::request).orElse(Request.blank()));
        document.bringBack(entry, base, left);
        add(document);
    }

    private void bringBack(DraftEntry entry, SocketRequest base, SocketRequest left) {
        var place = entry.file() == null ? null : new Place(entry.file(), entry.itemId());
        var saved = place == null ? Optional.<SocketRequest>empty() : tabs.desk().item(place).filter(OtherItem.class::isInstance).flatMap(i -> ((OtherItem) i).socket());
        if (saved.isPresent() && documents.at(place).orElse(null) instanceof SocketDocument there && !there.dirty().get()) {
            there.bringBack(entry, base, left);
            return;
        }
        var document = new SocketDocument(tabs.host(), saved.isEmpty() ? null : place, entry.name(), saved.orElse(SocketRequest.blank()));
        document.bringBack(entry, base, left);
        add(document);
    }

    private void bringBack(DraftEntry entry, Level base, Level left) {
        var place = new Place(entry.file(), entry.itemId());
        var level = tabs.desk().level(place);
        if (level.isPresent() && documents.at(place).orElse(null) instanceof LevelDocument there && !there.dirty().get()) {
            there.bringBack(entry.key(), base, left);
            return;
        }
        var document = new LevelDocument(tabs.host(), place, level.isPresent() ? tabs.desk().name(place) : entry.name(), level.orElse(base));
        if (level.isEmpty()) {
            document.vanish();
        }
        document.bringBack(entry.key(), base, left);
        add(document);
    }

    private void bringBack(DraftEntry entry, List<LocalVariable> base, List<LocalVariable> left) {
        var shared = base.stream().map(LocalVariable::shared).toList();
        var known = new OpenedEnvironment(entry.file(), new Environment(entry.itemId(), EnvironmentDocument.GLOBALS.equals(entry.itemId()), shared));
        var there = tabs.desk().again(known);
        var document = new EnvironmentDocument(tabs.host(), there.orElse(known));
        if (there.isEmpty()) {
            document.vanish();
        }
        document.bringBack(entry.key(), base, left);
        add(document);
    }

    private void add(Document document) {
        tabs.watch(document);
        documents.append(document);
    }

    /// Throws away what is typed and not saved.
    void forgetDrafts() {
        for (var document : documents.all()) {
            if (document instanceof EditedDocument<?> edited) {
                keeper.forget(edited);
            }
        }
    }

    /// Keeps which saved requests, folders and collections are open.
    void remember() {
        if (restored) {
            var places = documents.all().stream().filter(d -> !(d instanceof EnvironmentDocument) && !d.preview().get()).map(Document::place).flatMap(Optional::stream).toList();
            memory.tabs(places, documents.front().get() == null ? null : documents.front().get().place().orElse(null));
        }
    }
}
