package dev.posthorn.ui.shell;

import dev.posthorn.http.socket.MessageLog;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Item;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.model.VariableChange;
import dev.posthorn.store.LocalVariable;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.store.SecretMoves;
import dev.posthorn.store.VariableKey;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.oauth.LoginServices;
import dev.posthorn.ui.odata.ODataAddress;
import dev.posthorn.ui.request.LevelPane;
import dev.posthorn.ui.request.RequestPane;
import dev.posthorn.ui.request.SocketPane;
import dev.posthorn.ui.response.ResponsePane;
import dev.posthorn.ui.response.SocketLogPane;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Recorder;
import dev.posthorn.workbench.TabState;
import dev.posthorn.workbench.Workbench;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;

/// What the tabs are given: their panes, the engine, and where they stand in the workspace.
final class TabHost implements RequestHost, SocketDocument.Host, EnvironmentDocument.Host, LevelDocument.Host {
    private final Parts parts;
    private final Background background;
    private final Memory memory;
    private final Choosers choosers;
    private final Files files;
    private final ItemEdits items;
    private final Saving saving;
    private final TabEvents events;
    private final Supplier<Desk> desk;
    private final LevelOpening openLevel;
    private final Map<Document, TabSubject> subjects = new WeakHashMap<>();
    private final Recorder recorder;
    private final EnvironmentEdits environments;
    private Workbench workbench;
    private LoginServices logins;
    private LoginTable table;

    /// Shows a folder or collection in its tab, at a page of it, and does something with it there.
    interface LevelOpening {
        void open(Place place, String page, Consumer<LevelDocument> then);
    }

    /// `openLevel` shows a folder or collection in its tab, at a page of it.
    TabHost(Parts parts, Background background, Memory memory, Choosers choosers, Files files, ItemEdits items, EnvironmentEdits environments, Saving saving, TabEvents events, Supplier<Desk> desk,
            LevelOpening openLevel) {
        this.parts = parts;
        this.background = background;
        this.memory = memory;
        this.choosers = choosers;
        this.files = files;
        this.items = items;
        this.saving = saving;
        this.events = events;
        this.desk = desk;
        this.openLevel = openLevel;
        this.recorder = new Recorder(parts.history(), parts.clock(), () -> workbench == null ? Set.of() : workbench.knownSecrets());
        this.environments = environments;
    }

    void ready(Workbench engine) {
        workbench = engine;
    }

    /// Where logins are shown; set once, before the first tab.
    void logins(LoginServices services, LoginTable shown) {
        logins = services;
        table = shown;
    }

    /// What the authorization of a tab is to logins and their mends.
    private TabSubject subject(EditedDocument<?> document) {
        return subjects.computeIfAbsent(document, _ -> switch (document) {
            case RequestDocument request -> new TabSubject(this::workbench, () -> request.draft().value().auth(), request::context, request::context,
                    edit -> request.draft().edit(r -> r.withAuth(edit.apply(r.auth()))), (level, edit) -> request.place().ifPresent(p -> change(p, level, edit)));
            case LevelDocument level -> new TabSubject(this::workbench, () -> level.draft().value().auth(), () -> desk.get().above(level.at()), () -> within(level),
                    edit -> level.draft().edit(l -> l.withAuth(edit.apply(l.auth()))), (name, edit) -> change(level.at(), name, edit));
            case SocketDocument socket -> new TabSubject(this::workbench, () -> socket.draft().value().handshake().auth(), socket::context, socket::context,
                    edit -> socket.draft().edit(s -> s.withHandshake(s.handshake().withAuth(edit.apply(s.handshake().auth())))),
                    (level, edit) -> socket.place().ifPresent(p -> change(p, level, edit)));
            case EnvironmentDocument _ -> throw new IllegalArgumentException("an environment has no authorization");
        });
    }

    @Override
    public void closed(Document document) {
        var subject = subjects.remove(document);
        if (subject != null && subject.last() != null) {
            subject.last().cancel();
        }
    }

    private TabExtras extras(EditedDocument<?> document) {
        var services = logins(document);
        var stores = parts.stores();
        return new TabExtras(services, table.within(services), subject(document), new SecretMoves(stores.workspace(), stores.environments(), stores.values()),
                () -> document.place().map(Place::file).orElse(null), background);
    }

    /// Logins that see the variables of that tab.
    private LoginServices logins(EditedDocument<?> document) {
        return logins instanceof WindowLogins real ? real.within(() -> seenIn(document)) : logins;
    }

    private Context seenIn(EditedDocument<?> document) {
        return switch (document) {
            case RequestDocument request -> request.context();
            case LevelDocument level -> within(level);
            case SocketDocument socket -> socket.context();
            case EnvironmentDocument _ -> context(null);
        };
    }

    /// Edits what the folder or collection of that name above a place sets, in its tab.
    private void change(Place from, String level, UnaryOperator<Auth> edit) {
        openLevel.open(above(from, level), "authorization", document -> document.draft().edit(l -> l.withAuth(edit.apply(l.auth()))));
    }

    /// Null until the engine is there.
    @Override
    public Workbench workbench() {
        return workbench;
    }

    @Override
    public Context context(Place place) {
        return desk.get().context(place);
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
        var services = new TabServices(background, workbench, document::context, document::context, choosers, memory, this::numbers, events::cookies,
                (level, page) -> document.place().ifPresent(place -> goTo(place, level, page)), text -> new PastedCurl(background, events).into(document, text), extras(document), tests(document));
        var pane = new RequestPane(document.draft(), services);
        pane.onSend(document::send);
        pane.onCancel(document::cancel);
        pane.onSave(() -> save(document));
        pane.onExplore(ODataAddress::likely, () -> events.explore(document));
        pane.code(new TabCode(() -> workbench.code(document.context()), memory));
        return pane;
    }

    @Override
    public LevelPane levelPane(LevelDocument document, Node overview) {
        var services = new TabServices(background, workbench, () -> desk.get().above(document.at()), () -> within(document), choosers, memory, this::numbers, events::cookies,
                (level, page) -> goTo(document.at(), level, page), _ -> false, extras(document), TabServices.Retest.none());
        return new LevelPane(document.draft(), services, document.collection(), overview);
    }

    @Override
    public Background background() {
        return background;
    }

    @Override
    public SocketPane socketPane(SocketDocument document) {
        var services = new TabServices(background, workbench, document::context, document::context, choosers, memory, this::numbers, events::cookies,
                (level, page) -> document.place().ifPresent(place -> goTo(place, level, page)), _ -> false, extras(document), TabServices.Retest.none());
        return new SocketPane(document.draft(), services.ofSocket(), document);
    }

    @Override
    public SocketLogPane logPane(SocketDocument document, MessageLog log) {
        return new SocketLogPane(background, parts.home().resolve("bodies"), name -> choosers.saveAs("Save the messages", name), log, parts.clock().getZone());
    }

    /// The variables that are seen in a folder or collection, its own as they are edited now.
    private Context within(LevelDocument document) {
        return desk.get().within(document.at(), document.title().get(), document.draft().value().variables());
    }

    /// Opens the nearest folder of that name above a place, else its collection.
    private void goTo(Place from, String level, String page) {
        openLevel.open(above(from, level), page, _ -> { });
    }

    private Place above(Place from, String level) {
        var folder = desk.get().context(from).folders().reversed().stream().filter(f -> f.name().equals(level) && !f.id().equals(from.item())).findFirst();
        return new Place(from.file(), folder.map(Item::id).orElse(""));
    }

    @Override
    public ResponsePane responsePane(RequestDocument document) {
        var pane = new ResponsePane(background, parts.home().resolve("bodies"), name -> choosers.saveAs("Save the body", name), parts.clock());
        pane.onCancel(document::cancel);
        pane.onRetry(document::send);
        pane.onMend(mend -> mend(mend, document));
        pane.onTest(document::add);
        pane.onParts(() -> events.takeApart(document));
        pane.onTests(tests(document).actions());
        pane.onFocus(part -> {
            if (part == Failure.Focus.ENVIRONMENT) {
                events.environments();
            } else if (part == Failure.Focus.NETWORK) {
                events.network(document.state() instanceof TabState.Done(Outcome.Failed failed, _) ? failed.failure() : null);
            } else if (part == Failure.Focus.SOCKET) {
                events.openSocket(SocketRequest.of(document.draft().value()));
            } else {
                document.focus(part);
            }
        });
        return pane;
    }

    private TabTests tests(RequestDocument document) {
        return new TabTests(document, this::workbench, background, () -> document.place().flatMap(desk.get()::request).map(RequestItem::examples).orElse(List.of()), events, openLevel);
    }

    private void mend(Mend mend, RequestDocument document) {
        table.within(logins(document)).mend(mend, subject(document));
        if (mend instanceof Mend.Change || mend instanceof Mend.Choose) {
            document.focus(Failure.Focus.AUTHORIZATION);
        }
    }

    @Override
    public void findings(RequestDocument document, Request request, Outcome outcome, Consumer<List<dev.posthorn.model.Finding>> found) {
        var context = document.context();
        background.run(() -> workbench.findings(request, context, outcome), found, _ -> { });
    }

    @Override
    public void numbers() {
        events.numbers(workbench.demo().running().orElse(""), workbench.cookies().all().size());
    }

    @Override
    public CompletableFuture<?> sent(RequestDocument document, Request request, Outcome outcome) {
        numbers();
        var row = recorder.add(document.context(), document.title().get(), request, outcome);
        background.run(row::get, _ -> events.sent(), e -> events.trouble("The history has no row of this send: " + e.getMessage()));
        return row;
    }

    @Override
    public void changed(Place place, List<VariableChange> changes) {
        if (!changes.isEmpty()) {
            var now = desk.get();
            background.run(() -> {
                new ScriptValues(now, parts.values()).keep(place, changes);
                return null;
            }, _ -> events.valuesChanged(), e -> events.trouble(e.getMessage()));
        }
    }

    @Override
    public List<VariableKey> missingSecrets(Place place) {
        return desk.get().missingSecrets(place);
    }

    @Override
    public void fillIn(List<VariableKey> missing) {
        events.fillIn(missing);
    }

    @Override
    public List<LocalVariable> values(OpenedEnvironment environment) {
        return parts.values().rows(environment);
    }

    @Override
    public EnvironmentEdits environments() {
        return environments;
    }

    @Override
    public String chosenEnvironment() {
        return desk.get().chosen();
    }

    @Override
    public void chooseEnvironment(String name) {
        files.choose(name);
    }

    @Override
    public void discard(Document document) {
        events.discard(document);
    }

    @Override
    public void compare(EditedDocument<?> document) {
        events.compare(document);
    }

    @Override
    public void save(Document document) {
        saving.save(document, () -> { });
    }

    @Override
    public void rename(Place place, String name) {
        items.rename(place, name);
    }

    @Override
    public String trail(Place place) {
        return desk.get().trail(place);
    }

    @Override
    public String holds(Place place) {
        return desk.get().holds(place);
    }
}
