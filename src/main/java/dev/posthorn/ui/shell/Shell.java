package dev.posthorn.ui.shell;

import dev.posthorn.model.SocketRequest;
import dev.posthorn.store.Preferences;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.sidebar.CollectionsPane;
import dev.posthorn.ui.web.WebTraffic;
import dev.posthorn.vendors.Vendor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/// The window's content: puts bars, sidebar and tabs together, and does what an action says.
public final class Shell {
    private final Parts parts;
    private final Choosers choosers;
    private final Background background;
    private final Memory memory;
    private final Documents documents = new Documents();
    private final Actions actions = new Actions(this::perform);
    private final Toasts toasts;
    private final Overlays overlays = new Overlays();
    private final Rail rail = new Rail(actions);
    private final StatusBar status;
    private final TopBar top;
    private final Sidebar sidebar;
    private final Frame frame;
    private final ScaledRoot root;
    private final Side side;
    private final Look look;
    private final Tabs tabs;
    private final Files files;
    private final ItemEdits items;
    private final EnvironmentEdits environments;
    private final Panels panels;
    private final NetworkTab network;
    private final LoginTab logins;
    private final RunnerTab runner;
    private final BuilderTabs builders;
    private final ExplorerTab explorer;
    private Welcome welcome;
    private Desk desk;
    private Scene scene;
    private Runnable close = () -> { };
    private boolean begun;

    /// `preferences` is what was kept of the last time.
    public Shell(Parts parts, Preferences preferences, Choosers choosers) {
        this(parts, new Toasts(), preferences, choosers);
    }

    private Shell(Parts parts, Toasts toasts, Preferences preferences, Choosers choosers) {
        this(parts, toasts, new Memory(parts.preferences(), preferences, parts.executor(), toasts::bad), choosers);
    }

    /// `memory` is there before the shell where the window must know its place first.
    Shell(Parts parts, Memory memory, Choosers choosers) {
        this(parts, new Toasts(), memory, choosers);
    }

    private Shell(Parts parts, Toasts toasts, Memory memory, Choosers choosers) {
        this.toasts = toasts;
        this.parts = parts;
        this.choosers = choosers;
        this.background = new Background(parts.executor());
        this.memory = memory;
        this.desk = Desk.empty(parts.home());
        this.status = new StatusBar(parts.clock(), "Posthorn " + parts.version(), () -> perform(Action.COOKIES), () -> perform(Action.CONSOLE));
        this.top = new TopBar(actions, "Posthorn", new TopEvents());
        this.files = new Files(parts, background, toasts, status, change -> {
            tabs().moved(change);
            sidebar().moved(change);
        }, this::deskChanged);
        this.environments = new EnvironmentEdits(parts.stores().environments(), parts.values(), files, toasts, status);
        this.items = new ItemEdits(parts.workspace(), parts.values(), files, toasts, status);
        this.tabs = new Tabs(parts, background, memory, choosers, documents, files, items, environments, new TabRequests(this));
        this.network = new NetworkTab(parts, background, documents, tabs, choosers, toasts);
        WebTraffic.ofThisProcess().guests(() -> parts.workbench().passage());
        this.logins = new LoginTab(parts, background, documents, tabs, choosers, overlays, toasts, status, this);
        this.runner = new RunnerTab(parts, background, documents, tabs, choosers, toasts, status, this::desk, () -> deskChanged(desk()));
        this.builders = new BuilderTabs(background, documents, tabs, items, toasts, status);
        logins.table().onBuild(type -> builders.build(type, documents.front().get()));
        this.explorer = new ExplorerTab(parts, background, tabs, items, new TabRequests(this), choosers, this::desk);
        items.onCrossMove(tabs::crossing);
        this.panels = new Panels(parts, background, overlays, files, environments, tabs, actions, choosers, toasts, status);
        this.sidebar = new Sidebar(background, parts.clock(), new TreeActions(tabs, files, items, choosers, actions, panels, status, place -> runner().open(place), this::tree),
                new SideActions.OfEnvironments(tabs, files, environments, choosers, actions, panels), new SideActions.OfHistory(parts, tabs, toasts::bad));
        var bar = new DocumentBar(documents.all(), documents.front(), tabs.barEvents());
        this.frame = new Frame(top, rail, bar, status, toasts, overlays, memory.sidebarWidth());
        frame.getStylesheets().add(Theme.sheet(Shell.class, "shell.css"));
        this.root = new ScaledRoot(frame);
        this.look = new Look(memory, frame, root, status::say);
        this.side = new Side(frame, sidebar, rail, memory);
        side.begin();
        showFront();
        documents.front().addListener(_ -> showFront());
        FileDrop.on(frame, panels::transfers);
    }

    /// Puts the content into a scene of this size and listens to its keys.
    public Scene scene(double width, double height) {
        var made = new Scene(new Region(), width, height);
        look.theme().applyTo(made);
        into(made);
        return made;
    }

    /// Fills a scene that has its look already.
    void into(Scene dressed) {
        scene = dressed;
        scene.setRoot(root);
        new ShellKeys(this::perform, overlays, panels, frame, tabs.front(), toasts).of(scene);
        look.of(dressed);
    }

    /// Begins to read collections and to make the engine ready, after the window was drawn for the first time.
    public void start() {
        parts.troubled(sentence -> Fx.run(() -> toasts.bad(sentence)));
        files.start();
        network.begin();
        background.run(parts::workbench, engine -> {
            panels.watch(engine.console());
            tabs.ready(engine);
        }, e -> {
            toasts.bad("Nothing can be sent: the engine did not start (" + e.getMessage() + ").");
            begun();
        });
    }

    /// It is known now which tabs come back; until then the editor's place stays empty, so that nothing jumps.
    void begun() {
        if (!begun) {
            begun = true;
            showFront();
        }
    }

    /// Called when the user quits, with nothing left to ask.
    public void onClose(Runnable action) {
        close = action;
    }

    /// Puts the environment of that name to use; an empty name none.
    void choose(String environment) {
        files.choose(environment);
    }

    /// Says something that went wrong.
    void say(String trouble) {
        toasts.bad(trouble);
    }

    Documents documents() {
        return documents;
    }

    Desk desk() {
        return desk;
    }

    Frame frame() {
        return frame;
    }

    Memory memory() {
        return memory;
    }

    Sidebar sidebar() {
        return sidebar;
    }

    Side side() {
        return side;
    }

    StatusBar status() {
        return status;
    }

    Toasts toasts() {
        return toasts;
    }

    NetworkTab network() {
        return network;
    }

    LoginTab logins() {
        return logins;
    }

    BuilderTabs builders() {
        return builders;
    }

    RunnerTab runner() {
        return runner;
    }

    ExplorerTab explorer() {
        return explorer;
    }

    Overlays overlays() {
        return overlays;
    }

    java.util.concurrent.Executor executor() {
        return parts.executor();
    }

    Look look() {
        return look;
    }

    Panels panels() {
        return panels;
    }

    Tabs tabs() {
        return tabs;
    }

    CollectionsPane tree() {
        return sidebar.collections();
    }

    void deskChanged(Desk now) {
        desk = now;
        sidebar.show(now);
        top.environments(now.names(), now.chosen(), now.environment(now.chosen()).map(environments::colour).orElse(""));
        tabs.show(now);
    }

    private void showFront() {
        var front = documents.front().get();
        if (front == null && !begun) {
            return;
        }
        if (front == null) {
            if (welcome == null) {
                welcome = new Welcome(actions);
            }
            frame.document(welcome);
        } else {
            frame.document(front.node());
            front.shown();
        }
        markTree();
    }

    void markTree() {
        var front = documents.front().get();
        sidebar.collections().setActive(front == null ? null : front.place().orElse(null));
    }

    /// Opens collections and environments; what cannot be opened is said in words.
    public void open(List<Path> chosen) {
        if (!chosen.isEmpty()) {
            files.open(chosen, () -> { });
        }
    }

    void perform(Action action) {
        switch (action) {
            case NEW_REQUEST -> tabs.create();
            case NEW_SOCKET -> tabs.createSocket(SocketRequest.blank());
            case SEND -> tabs.front().send();
            case CANCEL -> tabs.front().cancel();
            case SAVE -> tabs.save();
            case FOCUS_URL -> tabs.front().focusUrl();
            case SHOW_IN_TREE -> {
                side.view(Action.COLLECTIONS);
                markTree();
            }
            case CLOSE_TAB -> tabs.close();
            case CLOSE_OTHERS -> tabs.closeOthers(documents.front().get());
            case REOPEN_TAB -> tabs.reopen();
            case NEXT_TAB -> documents.step(1);
            case PREVIOUS_TAB -> documents.step(-1);
            case OPEN -> open(choosers.files("Open collections or environments"));
            case OPEN_FOLDER -> open(choosers.folder("Open all collections of a folder").map(List::of).orElse(List.of()));
            case NEW_ENVIRONMENT -> environments.create(tabs::edit);
            case CHOOSE_ENVIRONMENT -> top.openEnvironments();
            case COOKIES -> panels.cookies("");
            case CLEAR_COOKIES -> tabs.clearCookies();
            case NEW_COLLECTION -> panels.newCollection(tree());
            case IMPORT -> panels.transfers().importAnything();
            case CONNECT_CREATIO -> panels.connect(Vendor.CREATIO);
            case CONNECT_BIZAGI -> panels.connect(Vendor.BIZAGI);
            case CONNECT_WORKFLOW_SERVER -> panels.connect(Vendor.WORKFLOW_SERVER);
            case EXPORT -> front().flatMap(Document::place).ifPresentOrElse(panels.transfers()::export, () -> toasts.bad("Open a collection, folder, request or environment first; then it can be exported."));
            case RUN -> runner.openFor(documents.front().get());
            case DATASERVICE -> builders.dataService(documents.front().get());
            case API_PAGE -> builders.api(documents.front().get());
            case WORKFLOW_API -> builders.workflow(documents.front().get());
            case ODATA -> explorer.openFor(documents.front().get());
            case BATCH_ANSWER -> panels.batchAnswer(documents.front().get());
            case CODE -> front().filter(RequestDocument.class::isInstance).ifPresent(d -> ((RequestDocument) d).toggleCode());
            case COPY_CODE -> front().filter(RequestDocument.class::isInstance).ifPresent(d -> ((RequestDocument) d).copyCode(status::say));
            case COPY_CURL -> front().filter(RequestDocument.class::isInstance).ifPresent(d -> panels.transfers().copyAsCurl(((RequestDocument) d).draft().value(), ((RequestDocument) d).context()));
            case SAVE_HAR -> front().filter(RequestDocument.class::isInstance).ifPresent(d -> panels.transfers().saveHar((RequestDocument) d));
            case VERSIONS -> front().filter(RequestDocument.class::isInstance).ifPresent(d -> panels.versions((RequestDocument) d));
            case PALETTE -> panels.palette();
            case SHORTCUTS -> panels.shortcuts();
            case COLLECTIONS, ENVIRONMENTS, HISTORY -> side.view(action);
            case FILTER -> side.filter();
            case CONSOLE -> panels.console(frame);
            case SIDEBAR -> side.toggle();
            case SPLIT -> {
                memory.beside(!memory.beside());
                showFront();
            }
            case THEME_SYSTEM -> look.theme(Theme.SYSTEM);
            case THEME_LIGHT -> look.theme(Theme.LIGHT);
            case THEME_DARK -> look.theme(Theme.DARK);
            case DENSITY -> look.density(!memory.comfortable());
            case LARGER -> look.scale(10);
            case SMALLER -> look.scale(-10);
            case NORMAL_SIZE -> look.scale(0);
            case APPLICATIONS -> logins.applications("");
            case NETWORK -> network.open(_ -> { });
            case DEMO -> new DemoPage(parts, background, toasts, status).open();
            case QUIT -> quit();
        }
    }

    private Optional<Document> front() {
        return Optional.ofNullable(documents.front().get());
    }

    /// Asks about unsaved changes where there are some, else closes at once.
    public void quit() {
        new Leaving(documents, tabs, frame, look, memory, close).begin();
    }

    Region root() {
        return root;
    }

    /// What the top bar asks for.
    private final class TopEvents implements TopBar.Events {
        @Override
        public void environment(String name) {
            files.choose(name);
        }

        @Override
        public void newEnvironment() {
            perform(Action.NEW_ENVIRONMENT);
        }

        @Override
        public void editEnvironment() {
            desk.environment(desk.chosen()).ifPresent(tabs::edit);
        }
    }
}
