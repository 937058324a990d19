package dev.posthorn.ui.shell;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.store.HistoryRow;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.request.RequestPane;
import dev.posthorn.ui.response.ResponsePane;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What can be done with tabs: open, send, save, close with a question, open again.
final class Tabs implements RequestDocument.Host, EnvironmentDocument.Host {
    /// What the tabs ask of the window.
    interface Events {
        /// Null takes the question away.
        void ask(AskBar bar);

        /// Other tabs are open, in front or changed.
        void changed();

        /// The history has a new row.
        void sent();

        /// `demo` is empty while the demo server does not run.
        void numbers(String demo, int cookies);

        void environments();

        /// Asks for the name and the folder of a new request.
        void askWhere(String suggested, SavePanel.Decided decided);

        void tell(String what);

        void trouble(String sentence);

        void offer(String sentence, String action, Runnable does);
    }

    private final Parts parts;
    private final Background background;
    private final Memory memory;
    private final Choosers choosers;
    private final Documents documents;
    private final Files files;
    private final Events events;
    private final SendLog log;
    private final List<Runnable> waiting = new ArrayList<>();
    private Workbench workbench;
    private Desk desk;
    private boolean restored;

    Tabs(Parts parts, Background background, Memory memory, Choosers choosers, Documents documents, Files files, Events events) {
        this.parts = parts;
        this.background = background;
        this.memory = memory;
        this.choosers = choosers;
        this.documents = documents;
        this.files = files;
        this.events = events;
        this.log = new SendLog(parts.history(), parts.clock());
        this.desk = Desk.empty(parts.home());
    }

    /// The engine is there: what was asked for meanwhile is done now.
    void ready(Workbench engine) {
        workbench = engine;
        restore();
        List.copyOf(waiting).forEach(Runnable::run);
        waiting.clear();
    }

    private void whenReady(Runnable action) {
        if (workbench == null || !desk.read()) {
            waiting.add(action);
        } else {
            action.run();
        }
    }

    void show(Desk now) {
        var chosenBefore = desk.chosen();
        var first = !desk.read() && now.read();
        desk = now;
        if (first && workbench != null) {
            ready(workbench);
        }
        for (var document : documents.all()) {
            switch (document) {
                case RequestDocument request -> {
                    request.place().flatMap(now::request).ifPresent(item -> request.onDisk(item.request(), item.name()));
                    request.environmentChanged();
                }
                case EnvironmentDocument environment -> now.environments().stream().filter(e -> same(e, environment.saved())).findFirst().ifPresent(environment::onDisk);
            }
        }
        if (!chosenBefore.equals(now.chosen()) && documents.front().get() != null) {
            documents.front().get().shown();
        }
    }

    private static boolean same(OpenedEnvironment one, OpenedEnvironment other) {
        return one.file() == null ? other.file() == null && one.environment().name().equals(other.environment().name()) : one.file().equals(other.file());
    }

    private Optional<RequestDocument> front() {
        return documents.front().get() instanceof RequestDocument request ? Optional.of(request) : Optional.empty();
    }

    // Opening

    void create() {
        whenReady(() -> {
            add(new RequestDocument(this, null, "New request", Request.blank()));
            focusUrl();
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
            var item = desk.request(place);
            if (item.isEmpty()) {
                events.trouble("This request is not in " + place.file() + " any more.");
                return;
            }
            var document = new RequestDocument(this, place, item.get().name(), item.get().request());
            document.preview().set(!pinned);
            add(document);
        });
    }

    /// Opens what was sent then as a draft of its own.
    void open(HistoryRow row) {
        whenReady(() -> {
            var request = SendLog.request(row);
            if (request.isEmpty()) {
                events.trouble("This row of the history cannot be read any more. Its address was " + row.url() + ".");
            } else {
                add(new RequestDocument(this, null, row.name().isBlank() ? row.url() : row.name(), request.get()));
            }
        });
    }

    void edit(OpenedEnvironment environment) {
        whenReady(() -> {
            for (var document : documents.all()) {
                if (document instanceof EnvironmentDocument open && same(open.saved(), environment)) {
                    documents.front().set(open);
                    return;
                }
            }
            add(new EnvironmentDocument(this, environment));
        });
    }

    private void add(Document document) {
        watch(document);
        documents.add(document);
        events.changed();
    }

    private void watch(Document document) {
        document.dirty().addListener(_ -> events.changed());
    }

    // Sending

    void send() {
        front().ifPresent(RequestDocument::send);
    }

    /// False where nothing was being sent.
    boolean cancel() {
        var sending = front().filter(RequestDocument::sending);
        sending.ifPresent(RequestDocument::cancel);
        return sending.isPresent();
    }

    void focusUrl() {
        front().ifPresent(RequestDocument::focusUrl);
    }

    void clearCookies() {
        whenReady(() -> {
            var count = workbench.cookies().all().size();
            workbench.cookies().clear();
            numbers();
            events.tell(count == 1 ? "1 cookie deleted" : count + " cookies deleted");
        });
    }

    private void numbers() {
        events.numbers(workbench.demo().running().orElse(""), workbench.cookies().all().size());
    }

    // Saving

    void save() {
        var front = documents.front().get();
        if (front != null) {
            save(front, () -> { });
        }
    }

    /// Saves and then goes on; where it cannot be saved the reason is shown and nothing follows.
    private void save(Document document, Runnable then) {
        switch (document) {
            case RequestDocument request -> {
                var value = request.draft().value();
                request.place().ifPresentOrElse(place -> files.save(place, value, () -> {
                    request.savedAs(place, request.title().get(), value);
                    then.run();
                }), () -> saveNew(request, then));
            }
            case EnvironmentDocument environment -> files.save(environment.saved(), environment.rows(), now -> {
                environment.saved(now);
                then.run();
            });
        }
    }

    private void saveNew(RequestDocument request, Runnable then) {
        documents.front().set(request);
        if (desk.collections().stream().noneMatch(Opened.Good.class::isInstance)) {
            events.trouble("There is no collection to save into: open one with " + Action.OPEN.keyText() + ".");
            return;
        }
        var value = request.draft().value();
        events.askWhere(request.title().get(), (collection, folder, name) -> files.append(collection, folder, name, value, place -> {
            request.savedAs(place, name, value);
            events.changed();
            then.run();
        }));
    }

    @Override
    public void save(EnvironmentDocument document) {
        save(document, () -> { });
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

    // Closing

    void close() {
        if (documents.front().get() != null) {
            close(documents.front().get());
        }
    }

    private void close(Document document) {
        if (!document.dirty().get()) {
            remove(document);
            return;
        }
        documents.front().set(document);
        events.ask(new AskBar("“" + document.title().get() + "” has changes that are not saved.", "Save", () -> {
            events.ask(null);
            save(document, () -> remove(document));
        }, "Don't save", () -> {
            events.ask(null);
            remove(document);
        }, () -> events.ask(null)));
    }

    private void remove(Document document) {
        documents.remove(document, again(document));
        events.changed();
    }

    private Supplier<Document> again(Document document) {
        return switch (document) {
            case RequestDocument request -> {
                var place = request.place().orElse(null);
                var name = request.title().get();
                var value = request.draft().value();
                // A saved request comes back as it is on disk then; what was typed and not saved comes back as a change.
                yield () -> {
                    var saved = place == null ? Optional.<Request>empty() : desk.request(place).map(i -> i.request());
                    var made = new RequestDocument(this, saved.isPresent() ? place : null, name, saved.orElse(Request.blank()));
                    made.draft().edit(_ -> value);
                    return made;
                };
            }
            case EnvironmentDocument environment -> () -> desk.environments().stream().filter(e -> same(e, environment.saved())).findFirst()
                    .map(e -> new EnvironmentDocument(this, e)).orElse(null);
        };
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
        return new DocumentBar.Events() {
            @Override
            public void close(Document document) {
                Tabs.this.close(document);
            }

            @Override
            public void closeOthers(Document document) {
                Tabs.this.closeOthers(document);
            }

            @Override
            public void newRequest() {
                create();
            }
        };
    }

    // The session

    private void restore() {
        if (restored || workbench == null || !desk.read()) {
            return;
        }
        restored = true;
        for (var place : memory.tabs()) {
            desk.request(place).ifPresent(item -> {
                var document = new RequestDocument(this, place, item.name(), item.request());
                watch(document);
                documents.append(document);
            });
        }
        memory.frontTab().flatMap(documents::at).or(() -> documents.all().stream().findFirst()).ifPresent(documents.front()::set);
        events.changed();
    }

    /// Keeps which saved requests are open, for the next start.
    void remember() {
        if (restored) {
            var places = documents.all().stream().filter(d -> d instanceof RequestDocument && !d.preview().get()).map(Document::place).flatMap(Optional::stream).toList();
            memory.tabs(places, documents.front().get() == null ? null : documents.front().get().place().orElse(null));
        }
    }

    // What a tab asks of the window

    @Override
    public Workbench workbench() {
        return workbench;
    }

    @Override
    public Context context(Place place) {
        return desk.context(place);
    }

    @Override
    public boolean responseBeside() {
        return memory.beside();
    }

    @Override
    public double splitPosition() {
        return memory.splitPosition();
    }

    @Override
    public void splitMoved(double share) {
        memory.splitPosition(share);
    }

    @Override
    public RequestPane requestPane(RequestDocument document) {
        var services = new TabServices(background, workbench, document::context, choosers, memory, this::numbers, _ -> showLevel(document));
        var pane = new RequestPane(document.draft(), services);
        pane.onSend(document::send);
        pane.onCancel(document::cancel);
        pane.onSave(() -> save(document, () -> { }));
        return pane;
    }

    private void showLevel(RequestDocument document) {
        events.tell(document.place().map(desk::trail).orElse(""));
    }

    @Override
    public ResponsePane responsePane(RequestDocument document) {
        var pane = new ResponsePane(background, parts.home().resolve("bodies"), name -> choosers.saveAs("Save the body", name), parts.clock());
        pane.onCancel(document::cancel);
        pane.onFocus(part -> {
            if (part == Failure.Focus.ENVIRONMENT) {
                events.environments();
            } else {
                document.focus(part);
            }
        });
        return pane;
    }

    @Override
    public void sent(RequestDocument document, Request request, Outcome outcome) {
        numbers();
        var collection = document.place().map(Place::file).flatMap(desk::collection).map(o -> o.collection().name()).orElse("");
        var name = document.title().get();
        background.run(() -> {
            log.add(collection, name, request, outcome).get();
            return null;
        }, _ -> events.sent(), e -> events.trouble("The history has no row of this send: " + e.getMessage()));
    }

    @Override
    public String chosenEnvironment() {
        return desk.chosen();
    }

    @Override
    public void chooseEnvironment(String name) {
        files.choose(name);
    }

    /// True when the collections were read and requests can be sent.
    boolean started() {
        return workbench != null && desk.read();
    }
}
