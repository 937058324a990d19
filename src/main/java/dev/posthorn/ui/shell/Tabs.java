package dev.posthorn.ui.shell;

import dev.posthorn.http.Cookies;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.store.Change;
import dev.posthorn.store.Exchange;
import dev.posthorn.store.History;
import dev.posthorn.store.HistoryRow;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What can be done with tabs: open, send, close with a question, open again.
final class Tabs {
    private final Background background;
    private final Documents documents;
    private final TabEvents events;
    private final Saving saving;
    private final DraftKeeper keeper;
    private final Session session;
    private final History history;
    private final TabHost host;
    private final FrontTab front;
    private final PlaceTabs places;
    private final List<Runnable> waiting = new ArrayList<>();
    private Desk desk;

    Tabs(Parts parts, Background background, Memory memory, Choosers choosers, Documents documents, Files files, ItemEdits items, EnvironmentEdits environments, TabEvents events) {
        this.background = background;
        this.documents = documents;
        this.events = events;
        this.history = parts.history();
        this.desk = Desk.empty(parts.home());
        this.keeper = new DraftKeeper(parts.stores().drafts(), background);
        this.session = new Session(documents, memory, keeper, events, this);
        this.saving = new Saving(environments, items, documents, events, () -> desk);
        this.host = new TabHost(parts, background, memory, choosers, files, items, environments, saving, events, () -> desk, this::openLevel);
        this.front = new FrontTab(documents);
        this.places = new PlaceTabs(host, background, choosers, () -> desk);
    }

    /// The engine is there: what was asked for meanwhile is done now.
    void ready(Workbench engine) {
        host.ready(engine);
        if (desk.read()) {
            session.restore();
        }
        List.copyOf(waiting).forEach(Runnable::run);
        waiting.clear();
    }

    private void whenReady(Runnable action) {
        if (host.workbench() == null || !desk.read()) {
            waiting.add(action);
        } else {
            action.run();
        }
    }

    void show(Desk now) {
        var chosenBefore = desk.chosen();
        var first = !desk.read() && now.read();
        desk = now;
        if (first && host.workbench() != null) {
            ready(host.workbench());
        }
        for (var document : List.copyOf(documents.all())) {
            document.follow(now);
            if (document instanceof EditedDocument<?> edited) {
                keeper.renew(edited);
            }
            if (document.gone() && !document.dirty().get()) {
                remove(document);
            }
        }
        if (!chosenBefore.equals(now.chosen()) && documents.front().get() != null) {
            documents.front().get().shown();
        }
    }

    /// Lets the tabs know which items have other ids now, and which are gone.
    void moved(Change change) {
        var before = change.before().isEmpty() ? change.file() : change.before().getFirst().file();
        var deleted = change.outside() && !change.before().isEmpty() && change.now().isEmpty();
        for (var document : documents.all()) {
            var stands = document instanceof RunnerDocument runner ? Optional.of(runner.runs()) : document.place();
            stands.filter(p -> p.file().equals(before)).ifPresent(p -> {
                var id = change.ids().getOrDefault(p.item(), p.item());
                if (deleted || id.isEmpty() && !p.item().isEmpty()) {
                    document.vanish();
                } else if (!id.equals(p.item()) || !before.equals(change.file())) {
                    document.moveTo(new Place(change.file(), id));
                }
            });
        }
    }

    /// The tabs of items that go into another collection; the answer brings them there.
    Runnable crossing(Path from, Map<String, String> ids, Path to) {
        var going = new HashMap<Document, Place>();
        for (var document : documents.all()) {
            document.place().filter(p -> p.file().equals(from) && ids.containsKey(p.item())).ifPresent(p -> going.put(document, new Place(to, ids.get(p.item()))));
        }
        return () -> going.forEach(Document::moveTo);
    }

    // Opening

    void create() {
        whenReady(() -> {
            add(new RequestDocument(host, null, "New request", Request.blank()));
            front.focusUrl();
        });
    }

    /// Shows what belongs to no collection in a tab of its own.
    void show(Document document) {
        add(document);
    }

    /// A new tab for a WebSocket; the same address, headers and authorization as `like` has.
    void createSocket(SocketRequest like) {
        whenReady(() -> {
            var document = new SocketDocument(host, null, SocketDocument.NEW, SocketRequest.blank());
            document.draft().edit(_ -> like);
            add(document);
            front.focusUrl();
        });
    }

    /// Opens a request that is saved nowhere yet.
    void open(String name, Request request) {
        whenReady(() -> {
            var document = new RequestDocument(host, null, name, Request.blank());
            document.draft().edit(_ -> request);
            document.named(name);
            add(document);
        });
    }

    /// Shows that request in its tab; an unpinned one in the preview tab. A place that is gone is said.
    void open(Place place, boolean pinned) {
        whenReady(() -> {
            var there = documents.at(place);
            if (there.isPresent()) {
                if (pinned) {
                    there.get().preview().set(false);
                }
                documents.front().set(there.get());
                return;
            }
            var document = places.made(place);
            if (document.isEmpty()) {
                events.trouble("This is not in " + place.file().getFileName() + " any more.");
                return;
            }
            document.get().preview().set(!pinned);
            add(document.get());
        });
    }

    /// Shows that request in the preview tab; the keyboard stays where it is.
    void openBehind(Place place) {
        open(place, false);
    }

    /// What a tab has made of the request at that place; empty where none is open.
    Optional<Request> drafted(Place place) {
        return documents.at(place).filter(RequestDocument.class::isInstance).map(d -> ((RequestDocument) d).draft().value());
    }

    private void openLevel(Place place, String page, Consumer<LevelDocument> then) {
        open(place, true);
        whenReady(() -> {
            if (documents.front().get() instanceof LevelDocument level) {
                level.select(page);
                then.accept(level);
            }
        });
    }

    /// Opens what was sent then, with the answer that came.
    void open(HistoryRow row) {
        whenReady(() -> background.run(() -> history.open(row.id()).get(), found -> found.ifPresentOrElse(this::open,
                () -> events.trouble("This row of the history is not there any more. Its address was " + row.url() + ".")),
                e -> events.trouble("This row of the history cannot be read: " + e.getMessage())));
    }

    private void open(Exchange exchange) {
        if (exchange.request() == null) {
            events.trouble("The request of this row was not kept. Its address was " + exchange.row().url() + ".");
            return;
        }
        var document = new RequestDocument(host, null, exchange.row().name().isBlank() ? exchange.row().url() : exchange.row().name(), exchange.request());
        document.stored(exchange.outcome());
        add(document);
        if (!exchange.note().isEmpty()) {
            events.tell(exchange.note());
        }
    }

    void edit(OpenedEnvironment environment) {
        whenReady(() -> {
            for (var document : documents.all()) {
                if (document instanceof EnvironmentDocument open && open.shows(environment)) {
                    documents.front().set(open);
                    return;
                }
            }
            add(new EnvironmentDocument(host, environment));
        });
    }

    /// A request that is sent from elsewhere: it has no tab.
    RequestDocument unseen(Place place, String name, Request request) {
        return new RequestDocument(host, place, name, request);
    }

    /// Asks where to save a request that has no tab, and opens it there.
    void saveAs(String name, Request request, ItemEdits items) {
        events.askWhere(name, (collection, folder, chosen) -> items.append(new Place(collection.file(), folder), chosen, request, place -> open(place, true)));
    }

    /// A tab for a request that is saved nowhere yet, at the end; the tab in front stays there.
    RequestDocument behind(String name, Request request) {
        var document = new RequestDocument(host, null, name, Request.blank());
        document.draft().edit(_ -> request);
        document.named(name);
        watch(document);
        documents.append(document);
        events.changed();
        return document;
    }

    private void add(Document document) {
        watch(document);
        documents.add(document);
        events.changed();
    }

    /// Listens to a tab that is about to be shown.
    void watch(Document document) {
        document.dirty().addListener(_ -> events.changed());
        if (document instanceof EditedDocument<?> edited) {
            keeper.watch(edited);
        }
    }

    /// What acts on the tab in front.
    FrontTab front() {
        return front;
    }

    /// Makes tabs of what is saved.
    PlaceTabs places() {
        return places;
    }

    void clearCookies() {
        withJar(jar -> {
            var before = jar.all();
            jar.clear();
            cookiesChanged();
            events.offer(before.size() == 1 ? "1 cookie deleted" : before.size() + " cookies deleted", "Undo", () -> {
                jar.addAll(before);
                cookiesChanged();
            });
        });
    }

    /// As soon as the engine is there.
    void withEngine(Consumer<Workbench> action) {
        whenReady(() -> action.accept(host.workbench()));
    }

    /// As soon as the engine is there.
    void withJar(Consumer<Cookies> action) {
        withEngine(engine -> action.accept(engine.cookies()));
    }

    /// The jar is another one: the count and the tab in front show it.
    void cookiesChanged() {
        host.numbers();
        if (documents.front().get() != null) {
            documents.front().get().shown();
        }
    }

    // Saving

    void save() {
        var front = documents.front().get();
        if (front != null) {
            saving.save(front, () -> { });
        }
    }

    void saveAll(List<Document> changed, Runnable then) {
        saving.saveAll(changed, then);
    }

    // Closing

    void close() {
        if (documents.front().get() != null) {
            close(documents.front().get());
        }
    }

    void close(Document document) {
        if (!document.dirty().get()) {
            remove(document);
            return;
        }
        documents.front().set(document);
        events.ask(new AskBar("“" + document.title().get() + "” has changes that are not saved.", "Save", () -> {
            events.ask(null);
            saving.save(document, () -> remove(document));
        }, "Don't save", () -> {
            events.ask(null);
            remove(document);
        }, () -> events.ask(null)));
    }

    void remove(Document document) {
        documents.remove(document, new Again(host, () -> desk, places::reading).of(document));
        if (document instanceof EditedDocument<?> edited) {
            keeper.forget(edited);
        }
        events.changed();
    }

    void closeOthers(Document document) {
        for (var other : document == null ? List.<Document>of() : documents.others(document)) {
            if (!other.dirty().get()) {
                remove(other);
            }
        }
        if (document != null && documents.all().size() > 1) {
            events.offer("Tabs with unsaved changes stay open.", "Show one", () -> documents.others(document).stream().findFirst().ifPresent(documents.front()::set));
        }
    }

    void reopen() {
        documents.reopened().ifPresent(this::add);
    }

    DocumentBar.Events barEvents() {
        return new BarRequests(this);
    }

    /// Keeps which saved requests are open, for the next start.
    void remember() {
        session.remember();
    }

    /// Throws away what is typed and not saved, when the user says so at the end.
    void forgetDrafts() {
        session.forgetDrafts();
    }

    Desk desk() {
        return desk;
    }

    TabHost host() {
        return host;
    }

    /// True when the collections were read and requests can be sent.
    boolean started() {
        return host.workbench() != null && desk.read();
    }
}
