package dev.posthorn.ui.request;

import dev.posthorn.http.socket.SocketState;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketMessage;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.ui.kit.TabStrip;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Draft;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The editor of a WebSocket request: where it connects to, the message to send, and what the handshake carries.
public final class SocketPane extends BorderPane {

    /// What the tab does when the user asks for it.
    public interface Actions {

        void connect();

        void disconnect();

        void send(SocketMessage message);

        void save();
    }

    private static final KeyCombination SEND = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination TO_URL = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);

    private final Draft<SocketRequest> draft;
    private final Draft<Request> handshake;
    private final RequestServices services;
    private final Actions actions;
    private final Address address = new Address();
    private final SocketBar bar;
    private final MessageTab message;
    private final TabStrip strip = new TabStrip();
    private final Map<String, TabStrip.Tab> tabs = new LinkedHashMap<>();
    private final Map<String, Supplier<RequestTab>> makers = new HashMap<>();
    private final Map<String, RequestTab> pages = new HashMap<>();
    private boolean open;

    public SocketPane(Draft<SocketRequest> draft, RequestServices services, Actions actions) {
        this.draft = draft;
        this.services = services;
        this.actions = actions;
        this.handshake = new Draft<>(draft.value().handshake());
        handshake.listen(now -> draft.edit(s -> s.withHandshake(now)));
        getStyleClass().addAll("request-pane", "socket-pane");
        getStylesheets().add(Theme.sheet(SocketPane.class, "request.css"));
        var variables = new Variables(services::scopes);
        bar = new SocketBar(variables, url -> handshake.edit(r -> address.typed(r, url)), this::connectOrNot, actions::save);
        message = new MessageTab(draft, services, variables, actions::send);
        makers.put("message", () -> message);
        tabs.put("message", strip.add("tab-message", "Message"));
        page("params", "Params", () -> new ParamsTab(handshake, address, variables));
        page("authorization", "Authorization", () -> new AuthorizationTab(Lens.of(handshake, Request::auth, Request::withAuth), services, variables, Subject.REQUEST, handshake::value));
        page("headers", "Headers", () -> new HeadersTab(handshake, services, variables));
        page("settings", "Settings", () -> new SocketSettingsTab(Lens.of(handshake, Request::settings, Request::withSettings)));
        page("docs", "Docs", () -> new DocsTab(Lens.of(handshake, Request::description, Request::withDescription), services,
                "What this WebSocket is for, what it says and what it understands. Markdown; saved with the request."));
        setTop(new VBox(bar, strip));
        strip.selectedProperty().subscribe(this::openPage);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && bar.connecting()) {
                actions.disconnect();
                key.consume();
            }
        });
        draft.listen(this::show);
        show(draft.value());
    }

    private void page(String id, String title, Supplier<RequestTab> maker) {
        makers.put(id, maker);
        tabs.put(id, strip.add("tab-" + id, title));
    }

    private void openPage(TabStrip.Tab tab) {
        tabs.forEach((id, candidate) -> {
            if (candidate == tab) {
                setCenter(page(id).node());
            }
        });
    }

    private RequestTab page(String id) {
        return pages.computeIfAbsent(id, _ -> {
            var page = makers.get(id).get();
            page.show();
            return page;
        });
    }

    private void show(SocketRequest socket) {
        handshake.edit(_ -> socket.handshake());
        bar.show(socket.handshake().url(), draft.dirty());
        pages.values().forEach(RequestTab::show);
        marks();
    }

    private void marks() {
        var request = draft.value().handshake();
        tabs.get("message").count(draft.value().messages().size());
        tabs.get("params").count((int) request.query().stream().filter(e -> e.enabled() && !e.blank()).count() + request.pathVariables().size());
        tabs.get("authorization").mark(services.context().auth(request.auth()).auth().type().equals("noauth") ? null : "active");
        var sent = request.headers().stream().filter(e -> e.enabled() && !e.blank()).count();
        tabs.get("headers").count((int) (sent + HeadersTab.automatic(request, services).stream().filter(a -> a.on()).count()));
        tabs.get("settings").count(SocketSettingsTab.set(request.settings()));
        tabs.get("docs").mark(request.description().isBlank() ? null : "active");
    }

    private void connectOrNot() {
        if (open || bar.connecting()) {
            actions.disconnect();
        } else {
            actions.connect();
        }
    }

    private void key(KeyEvent key) {
        if (SEND.match(key)) {
            sendOrConnect();
        } else if (SAVE.match(key)) {
            actions.save();
        } else if (TO_URL.match(key)) {
            focusUrl();
        } else {
            return;
        }
        key.consume();
    }

    /// Sends what is in the composer; connects where nothing is connected.
    public void sendOrConnect() {
        if (open) {
            message.send();
        } else if (!bar.connecting()) {
            actions.connect();
        }
    }

    /// How the connection is; null before the first one.
    public void show(SocketState state) {
        open = state instanceof SocketState.Open;
        bar.show(state);
        message.open(open);
    }

    /// A message is on its way, and the server has not taken all of it yet.
    public void sending(boolean under) {
        message.sending(under);
    }

    /// What was wrong with the message; empty for nothing.
    public void trouble(String sentence) {
        message.trouble(sentence);
    }

    public void focusUrl() {
        bar.focusUrl();
    }

    /// Chooses a page: message, params, authorization, headers, settings or docs; other names change nothing.
    public void select(String id) {
        if (tabs.containsKey(id)) {
            strip.select(tabs.get(id));
        }
    }

    /// Colours the variables again and asks anew for what is inherited.
    public void environmentChanged() {
        bar.recolour();
        pages.values().forEach(RequestTab::environmentChanged);
        marks();
    }
}
