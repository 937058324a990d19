package dev.posthorn.ui.shell;

import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.odata.call.BatchAnswer;
import dev.posthorn.store.Opened;
import dev.posthorn.store.VariableKey;
import dev.posthorn.ui.console.ConsolePane;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.odata.ReplyParts;
import dev.posthorn.ui.sidebar.CollectionsPane;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.vendors.Vendor;
import dev.posthorn.workbench.Console;
import dev.posthorn.workbench.ConsoleEntry;
import dev.posthorn.workbench.TabState;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;

/// The panels that lie over the window, each made when it is first asked for.
final class Panels {
    /// Bytes of an answer that are taken apart.
    private static final int LARGEST_BATCH = 32 << 20;

    private final Parts parts;
    private final Background background;
    private final Overlays overlays;
    private final Files files;
    private final EnvironmentEdits environments;
    private final Tabs tabs;
    private final Actions actions;
    private final Choosers choosers;
    private final Toasts toasts;
    private final StatusBar status;
    private Palette palette;
    private ShortcutSheet sheet;
    private Transfers transfers;
    private ConsolePane console;
    private boolean consoleShown;
    /// Had the keyboard before the console.
    private Node before;
    private CookiesPanel cookies;

    Panels(Parts parts, Background background, Overlays overlays, Files files, EnvironmentEdits environments, Tabs tabs, Actions actions, Choosers choosers, Toasts toasts,
            StatusBar status) {
        this.parts = parts;
        this.background = background;
        this.overlays = overlays;
        this.files = files;
        this.environments = environments;
        this.tabs = tabs;
        this.actions = actions;
        this.choosers = choosers;
        this.toasts = toasts;
        this.status = status;
    }

    void palette() {
        if (palette != null && overlays.shows(palette)) {
            overlays.close();
            return;
        }
        if (palette == null) {
            palette = new Palette(background, () -> Offers.of(files.desk(), actions, place -> tabs.open(place, true), files::choose), overlays::close);
        }
        overlays.show(palette, Pos.TOP_CENTER);
        palette.open();
    }

    void shortcuts() {
        if (sheet != null && overlays.shows(sheet)) {
            overlays.close();
            return;
        }
        if (sheet == null) {
            sheet = new ShortcutSheet(overlays::close);
        }
        overlays.show(sheet, Pos.CENTER);
    }

    /// `url` chooses a host; empty for none.
    void cookies(String url) {
        tabs.withJar(jar -> {
            if (cookies != null && overlays.shows(cookies) && url.isEmpty()) {
                overlays.close();
                return;
            }
            if (cookies == null) {
                cookies = new CookiesPanel(jar, background, choosers, parts.clock(), tabs::cookiesChanged, overlays::close);
                var refresh = Fx.<Boolean>latest(_ -> cookies.refresh());
                jar.listen(() -> refresh.accept(true));
            }
            overlays.show(cookies, Pos.CENTER);
            cookies.open(url);
        });
    }

    void askWhere(String suggested, SavePanel.Decided decided) {
        var panel = new SavePanel(files.desk(), suggested, (collection, folder, name) -> {
            overlays.close();
            decided.save(collection, folder, name);
        }, overlays::close);
        overlays.show(panel, Pos.CENTER);
        panel.focusName();
    }

    /// Takes the answer of a batch in front apart.
    void batchAnswer(Document front) {
        if (!(front instanceof RequestDocument request) || !(request.state() instanceof TabState.Done(Outcome.Received received, _))) {
            toasts.bad("There is no answer to take apart: open a request that sends a $batch, and send it.");
            return;
        }
        var response = received.response();
        background.run(() -> {
            try (var in = response.body().open()) {
                return BatchAnswer.read(in.readNBytes(LARGEST_BATCH), Header.first(response.headers(), "Content-Type").orElse(""));
            }
        }, answer -> {
            var parts = new ReplyParts(answer.replies(), background, overlays::close);
            parts.getStyleClass().add("key-sheet");
            parts.setMaxSize(760, 480);
            overlays.show(parts, Pos.CENTER);
            parts.focusList();
        }, e -> toasts.bad("This is no answer of a batch: " + e.getMessage() + "."));
    }

    /// Import and export; made at the first need.
    Transfers transfers() {
        if (transfers == null) {
            transfers = new Transfers(parts, background, overlays, files, tabs, choosers, toasts, status);
        }
        return transfers;
    }

    /// Counts in the status bar what failed.
    void watch(Console told) {
        Consumer<Integer> changed = Fx.latest(status::failed);
        told.listen(() -> changed.accept(told.failed()));
    }

    /// Shows the console below the editor, or takes it away. What was sent before it was first shown is in it too.
    void console(Frame frame) {
        consoleShown = !consoleShown;
        if (!consoleShown) {
            frame.below(null);
            if (before != null && before.getScene() == frame.getScene()) {
                before.requestFocus();
            }
            return;
        }
        before = frame.getScene() == null ? null : frame.getScene().getFocusOwner();
        if (console != null) {
            frame.below(console);
            console.focus();
            return;
        }
        background.run(parts::workbench, engine -> {
            if (console == null && consoleShown) {
                console = new ConsolePane(engine.console(), background, parts.clock().getZone(), new ConsoleEvents(frame));
                frame.below(console);
                console.focus();
            }
        }, e -> toasts.bad("There is no console, since the engine did not start: " + e.getMessage()));
    }

    /// What the console asks of the window.
    private final class ConsoleEvents implements ConsolePane.Events {
        private final Frame frame;

        ConsoleEvents(Frame frame) {
            this.frame = frame;
        }

        @Override
        public void saveHar(List<ConsoleEntry.Exchanged> exchanges) {
            transfers().saveHar(exchanges);
        }

        @Override
        public void say(String what) {
            status.say(what);
        }

        @Override
        public void close() {
            console(frame);
        }
    }

    /// `tree` shows what was made.
    void newCollection(CollectionsPane tree) {
        var panel = new NewCollectionPanel(transfers().home(), () -> choosers.folder("Where to make the collection"), (name, folder, kind) ->
                files.later(() -> parts.workspace().createCollection(folder, name, kind), made -> {
                    switch (made) {
                        case Opened.Good good -> {
                            tree.reveal(new Place(good.file(), ""));
                            status.say("Made “" + name + "”");
                        }
                        case Opened.Bad bad -> toasts.bad(bad.reason());
                    }
                }), overlays::close);
        overlays.show(panel, Pos.CENTER);
        panel.focusName();
    }

    /// The guided start for a vendor's system.
    void connect(Vendor vendor) {
        new Connecting(parts, background, overlays, files, tabs, choosers, toasts, status).open(vendor, transfers().home());
    }

    void versions(RequestDocument document) {
        var place = document.place();
        if (place.isEmpty()) {
            toasts.bad("A request that was never saved has no earlier versions.");
            return;
        }
        var panel = new VersionsPanel(document.title().get(), document.draft().value(), LocalDate.now(parts.clock()), parts.clock().getZone(),
                version -> document.draft().edit(_ -> version), overlays::close);
        overlays.show(panel.read(background, () -> parts.versions().of(place.get().file(), place.get().item())), Pos.CENTER);
    }

    void fillIn(List<VariableKey> missing) {
        overlays.show(new FillInPanel(missing, values -> environments.fillIn(values, () -> { }), overlays::close), Pos.CENTER);
    }

    void compare(EditedDocument<?> document) {
        overlays.show(new ComparePanel(document, overlays::close), Pos.CENTER);
    }
}
