package dev.posthorn.ui.request;

import dev.posthorn.model.Await;
import dev.posthorn.model.Body;
import dev.posthorn.model.Check;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.TabStrip;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Draft;
import dev.posthorn.workbench.TabState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The request editor of one tab: the URL bar, and the pages under it. Every control is a lens on the draft.
public final class RequestPane extends BorderPane {

    private static final KeyCombination SEND = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination TO_URL = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);

    /// Narrower than this, the code would squeeze the page beside it.
    private static final double NARROW = 720;

    private final Draft<Request> draft;
    private final RequestServices services;
    private final Address address = new Address();
    private final UrlBar urlBar;
    private final TabStrip strip = new TabStrip();
    private final Map<String, TabStrip.Tab> tabs = new LinkedHashMap<>();
    private final Map<String, Supplier<RequestTab>> makers = new HashMap<>();
    private final Map<String, RequestTab> pages = new HashMap<>();
    private Node page;
    private Runnable send = () -> {};
    private Runnable cancel = () -> {};
    private Runnable save = () -> {};
    private Wrong wrong;
    private CodePanel code;
    private final ReadOnlyBooleanWrapper codeShown = new ReadOnlyBooleanWrapper();
    private final HeldFocus held = new HeldFocus();
    private final ToggleButton codeToggle = new ToggleButton(null, Icons.of(Octicons.CODE_16));
    private TabState state = new TabState.Idle();
    private ScriptReport report = ScriptReport.NONE;

    /// Where the last send found its URL wrong.
    private record Wrong(String url, int at) {}

    public RequestPane(Draft<Request> draft, RequestServices services) {
        this.draft = draft;
        this.services = services;
        getStyleClass().add("request-pane");
        getStylesheets().add(Theme.sheet(RequestPane.class, "request.css"));
        var variables = new Variables(services::scopes);
        urlBar = new UrlBar(variables, m -> draft.edit(r -> r.withMethod(m)), u -> draft.edit(r -> address.typed(r, u)),
                this::sendOrCancel, () -> save.run());
        urlBar.onPaste(services::pasted);
        makers(variables);
        HBox.setHgrow(strip, Priority.ALWAYS);
        codeToggle.getStyleClass().addAll("icon-button", "code-toggle");
        codeToggle.setId("code-toggle");
        codeToggle.setFocusTraversable(false);
        codeToggle.setAccessibleText("Show or hide the code of the request");
        Tips.on(codeToggle, "The request as code (Ctrl+Shift+G)");
        codeToggle.setOnAction(_ -> toggleCode());
        codeToggle.setVisible(false);
        codeToggle.setManaged(false);
        var tabsAndCode = new HBox(strip, codeToggle);
        tabsAndCode.getStyleClass().add("strip-row");
        setTop(new VBox(urlBar, tabsAndCode));
        widthProperty().subscribe(_ -> place());
        strip.selectedProperty().subscribe(this::open);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && urlBar.sending()) {
                cancel.run();
                key.consume();
            }
        });
        draft.listen(this::show);
        show(draft.value());
    }

    private void makers(Variables variables) {
        page("params", "Params", () -> new ParamsTab(draft, address, variables));
        page("authorization", "Authorization", () -> new AuthorizationTab(Lens.of(draft, Request::auth, Request::withAuth), services, variables, Subject.REQUEST, draft::value));
        page("headers", "Headers", () -> new HeadersTab(draft, services, variables));
        page("body", "Body", () -> new BodyTab(draft, services, variables));
        page("scripts", "Scripts", () -> new ScriptsTab(Lens.of(draft, Request::scripts, Request::withScripts), services, true));
        page("assertions", "Assertions", () -> new AssertionsTab(Lens.of(draft, Request::settings, Request::withSettings), services, variables));
        page("cookies", "Cookies", () -> new CookiesTab(draft, services, this::marks));
        page("settings", "Settings", () -> new SettingsTab(Lens.of(draft, Request::settings, Request::withSettings), services));
        page("docs", "Docs", () -> new DocsTab(Lens.of(draft, Request::description, Request::withDescription), services,
                "What this request is for, who uses it, what to watch out for. Markdown; saved with the request."));
    }

    private void page(String id, String title, Supplier<RequestTab> maker) {
        makers.put(id, maker);
        var tab = strip.add("tab-" + id, title);
        tab.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> uncover());
        tabs.put(id, tab);
    }

    private void open(TabStrip.Tab tab) {
        if (tab == null || makers.isEmpty() || getTop() == null) {
            return;
        }
        tabs.forEach((id, candidate) -> {
            if (candidate == tab) {
                page = page(id).node();
            }
        });
        uncover();
        place();
    }

    /// Who chooses a page wants to see it.
    private void uncover() {
        if (code != null && code.shown() && getCenter() == code) {
            toggleCode();
        }
    }

    private boolean narrow() {
        return getWidth() > 0 && getWidth() < NARROW;
    }

    /// The page, and the code beside it; where there is no room, the code in its place.
    private void place() {
        var shown = code != null && code.shown();
        var beside = shown && !narrow();
        if (beside) {
            code.setPrefWidth(Math.clamp(getWidth() * 0.44, 320, 640));
        }
        var middle = shown && !beside ? code : page;
        var right = beside ? code : null;
        if (getCenter() != middle || getRight() != right) {
            setCenter(null);
            setRight(right);
            setCenter(middle);
        }
    }

    /// Gives the pane its code view; where this is never called there is none.
    public void code(CodeSource source) {
        code = new CodePanel(source, draft::value, services.background(), this::toggleCode);
        codeToggle.setVisible(true);
        codeToggle.setManaged(true);
        codeShown();
    }

    /// Shows the request as code beside it, or no longer; remembered for all tabs.
    public void toggleCode() {
        if (code != null) {
            code.show(!code.shown());
            held.through(this, this::codeShown, code.shown() ? code::focusCode : this::focusUrl);
        }
    }

    /// Whether the request is shown as code now.
    public ReadOnlyBooleanProperty codeShownProperty() {
        return codeShown.getReadOnlyProperty();
    }

    /// Puts the request as code into the clipboard; `done` hears what was copied, or why nothing was.
    public void copyCode(Consumer<String> done) {
        if (code != null) {
            code.copy(done);
        }
    }

    private void codeShown() {
        if (code != null) {
            codeToggle.setSelected(code.shown());
            if (code.shown() == (code.getParent() == null)) {
                place();
            }
            codeShown.set(code.shown());
            code.refresh();
        }
    }

    private RequestTab page(String id) {
        return pages.computeIfAbsent(id, _ -> {
            var page = makers.get(id).get();
            page.show();
            page.state(state);
            if (page instanceof ScriptsTab scripts) {
                scripts.ran(report);
            }
            return page;
        });
    }

    private void show(Request request) {
        urlBar.show(request.method(), request.url(), draft.dirty());
        pages.values().forEach(page -> page.show());
        marks();
        if (code != null) {
            code.refresh();
        }
    }

    /// The counts and dots of the tabs.
    private void marks() {
        var request = draft.value();
        tabs.get("params").count((int) request.query().stream().filter(e -> e.enabled() && !e.blank()).count() + request.pathVariables().size());
        tabs.get("authorization").mark(services.context().auth(request.auth()).auth().type().equals("noauth") ? null : "active");
        var sent = request.headers().stream().filter(e -> e.enabled() && !e.blank()).count();
        tabs.get("headers").count((int) (sent + HeadersTab.automatic(request, services).stream().filter(a -> a.on()).count()));
        tabs.get("body").mark(request.body() instanceof Body.None ? null : "active");
        tabs.get("scripts").mark(request.scripts().stream().anyMatch(s -> !s.code().isBlank()) ? "active" : null);
        var checks = Check.of(request.settings()).stream().filter(Check::enabled).count();
        tabs.get("assertions").count((int) checks);
        if (checks == 0) {
            tabs.get("assertions").mark(Await.of(request.settings()).isPresent() ? "active" : null);
        }
        tabs.get("cookies").count(services.cookies(services.scopes().resolve(request.url()).text()).size());
        tabs.get("settings").count(SettingsTab.set(request.settings()));
        tabs.get("docs").mark(request.description().isBlank() ? null : "active");
    }

    private void sendOrCancel() {
        if (urlBar.sending()) {
            cancel.run();
        } else {
            send.run();
        }
    }

    private void key(KeyEvent key) {
        if (SEND.match(key)) {
            if (!urlBar.sending()) {
                send.run();
            }
        } else if (SAVE.match(key)) {
            save.run();
        } else if (TO_URL.match(key)) {
            focusUrl();
        } else {
            return;
        }
        key.consume();
    }

    public void onSend(Runnable action) {
        send = action;
    }

    public void onCancel(Runnable action) {
        cancel = action;
    }

    /// Offers to explore the service of a URL that `likely` takes for one of OData.
    public void onExplore(java.util.function.Predicate<String> likely, Runnable action) {
        urlBar.onExplore(likely, action);
    }

    public void onSave(Runnable action) {
        save = action;
    }

    /// Makes Send into Cancel while a request is under way, with its progress.
    public void show(TabState now) {
        state = now;
        urlBar.show(state);
        pages.values().forEach(page -> page.state(state));
        if (state instanceof TabState.Done(_, var report)) {
            ran(report);
        }
        wrong = state instanceof TabState.Done(Outcome.Failed(Failure.BadUrl bad, _, _, _, _), _) ? new Wrong(draft.value().url(), bad.at()) : null;
        if (state instanceof TabState.Done) {
            cookiesChanged();
        }
    }

    /// What scripts came to, of the last send or of tests that were run again: what went wrong is marked in them.
    public void ran(ScriptReport now) {
        report = now;
        if (pages.get("scripts") instanceof ScriptsTab scripts) {
            scripts.ran(now);
        }
    }

    /// Opens a script of the request at a line, from 1; 0 for its start.
    public void showScript(Script.Phase phase, int line, int column) {
        select("scripts");
        if (page("scripts") instanceof ScriptsTab scripts) {
            scripts.goTo(phase, line, column);
        }
    }

    public void focusUrl() {
        urlBar.focusUrl();
    }

    /// Opens the part of the editor that mends a failure, and puts the keyboard there.
    public void focus(Failure.Focus focus) {
        switch (focus) {
            case URL, ENVIRONMENT, SOCKET -> {
                if (wrong != null && wrong.at() >= 0 && wrong.url().equals(draft.value().url())) {
                    urlBar.focusUrl(wrong.at());
                } else {
                    focusUrl();
                }
            }
            case PARAMS -> focusPage("params");
            case AUTHORIZATION -> focusPage("authorization");
            case HEADERS -> focusPage("headers");
            case BODY -> focusPage("body");
            case SCRIPTS -> focusPage("scripts");
            case SETTINGS, NETWORK -> focusPage("settings");
            case NOWHERE -> { }
        }
    }

    private void focusPage(String id) {
        select(id);
        uncover();
        page(id).focusFirst();
    }

    /// Chooses a page: params, authorization, headers, body, scripts, assertions, cookies, settings or docs; other names change nothing.
    public void select(String id) {
        if (tabs.containsKey(id)) {
            strip.select(tabs.get(id));
        }
    }

    public String selected() {
        return strip.selected().getId().substring("tab-".length());
    }

    /// Colours the variables again and asks anew for what is inherited.
    public void environmentChanged() {
        urlBar.recolour();
        pages.values().forEach(RequestTab::environmentChanged);
        marks();
        codeShown();
    }

    /// Asks for the jar's cookies again.
    public void cookiesChanged() {
        if (pages.containsKey("cookies")) {
            pages.get("cookies").environmentChanged();
        }
        marks();
    }
}
