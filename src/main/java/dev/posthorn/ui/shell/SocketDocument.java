package dev.posthorn.ui.shell;

import dev.posthorn.http.socket.MessageLog;
import dev.posthorn.http.socket.SocketListener;
import dev.posthorn.http.socket.SocketState;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.SocketMessage;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.store.DraftContent;
import dev.posthorn.store.DraftEntry;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.request.SocketPane;
import dev.posthorn.ui.response.SocketLogPane;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.SocketSession;
import dev.posthorn.workbench.Workbench;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;

/// One WebSocket request in its tab: the draft, the connection, and what was said over it.
final class SocketDocument extends EditedDocument<SocketRequest> implements SocketPane.Actions {
    static final String NEW = "New WebSocket";

    /// What the tab asks of the window.
    interface Host extends Asked {
        Workbench workbench();

        /// Where a request of that place stands.
        Context context(Place place);

        Background background();

        SocketPane socketPane(SocketDocument document);

        SocketLogPane logPane(SocketDocument document, MessageLog log);

        boolean responseBeside();

        double splitPosition();

        void splitMoved(double share);

        /// Cookies or the demo server may be others now.
        void numbers();
    }

    private final Host host;
    private Place place;
    private MessageLog log;
    private SocketSession session;
    private SocketState state;
    private Duration keepAlive = Duration.ZERO;
    private boolean sending;
    private boolean disposed;
    private Bars whole;
    private EditorSplit view;
    private SocketPane pane;
    private SocketLogPane logPane;

    /// `place` is null for a request that is saved nowhere yet; `request` is then its first draft.
    SocketDocument(Host host, Place place, String name, SocketRequest request) {
        super(host, request);
        this.host = host;
        this.place = place;
        title().set(name);
        method().set("WS");
        draft().listen(value -> {
            if (this.place == null) {
                var url = value.handshake().url();
                title().set(url.isBlank() ? NEW : RequestText.brief(url));
            }
        });
    }

    @Override
    DraftEntry entry() {
        return new DraftEntry(key(), place == null ? null : place.file(), place == null ? "" : place.item(), title().get(),
                place == null ? null : new DraftContent.OfSocket(draft().saved()), new DraftContent.OfSocket(draft().value()));
    }

    @Override
    String noun() {
        return "WebSocket request";
    }

    @Override
    String text(SocketRequest version) {
        return RequestText.of(version.handshake()).replaceFirst("^GET ", "WS ")
                + version.messages().stream().map(m -> "\n\n# Message " + m.name() + " (" + m.type() + ")\n" + m.content()).collect(Collectors.joining());
    }

    @Override
    String changes(SocketRequest before, SocketRequest after) {
        var handshake = RequestText.changes(before.handshake(), after.handshake());
        return before.messages().equals(after.messages()) ? handshake : handshake.isBlank() ? "messages" : handshake + ", messages";
    }

    @Override
    String saveDeleted() {
        return "Save as new…";
    }

    Context context() {
        return host.context(place);
    }

    @Override
    Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /// Takes over what the last run left of it.
    void bringBack(DraftEntry entry, SocketRequest base, SocketRequest left) {
        bringBack(entry.key(), place == null ? null : base, left);
        if (place == null && entry.file() != null) {
            title().set(entry.name());
        }
    }

    @Override
    Node node() {
        if (view == null) {
            log = host.workbench().newLog();
            pane = host.socketPane(this);
            logPane = host.logPane(this, log);
            logPane.onPing(this::ping);
            logPane.onKeepAlive(this::keepAlive);
            DoubleConsumer moved = host::splitMoved;
            view = new EditorSplit(pane, logPane.node(), host.splitPosition(), moved);
            whole = new Bars(view);
            bars(whole);
        }
        view.beside(host.responseBeside());
        return whole;
    }

    @Override
    void shown() {
        if (pane != null) {
            pane.environmentChanged();
        }
    }

    void focusUrl() {
        if (pane != null) {
            pane.focusUrl();
        }
    }

    void select(String page) {
        node();
        pane.select(page);
    }

    /// True while a connection is being made, and while there is one.
    boolean connected() {
        return session != null;
    }

    SocketState state() {
        return state;
    }

    /// How many lines the log has.
    long lines() {
        return log == null ? 0 : log.size();
    }

    /// Sends what is in the composer; connects where nothing is connected.
    void sendOrConnect() {
        if (pane != null) {
            pane.sendOrConnect();
        }
    }

    /// Ends an attempt to connect; false where none is under way. An open connection stays.
    boolean cancel() {
        if (state instanceof SocketState.Connecting || state instanceof SocketState.Waiting || state instanceof SocketState.Closing) {
            disconnect();
            return true;
        }
        return false;
    }

    @Override
    public void connect() {
        if (session != null) {
            return;
        }
        node();
        preview().set(false);
        busy().set(true);
        pane.trouble("");
        session = host.workbench().connect(draft().value(), context(), log, new SocketListener() {
            @Override
            public void changed(SocketState now) {
                Fx.later(() -> show(now));
            }

            @Override
            public void logged() {
                logPane.logged();
            }
        });
        if (!keepAlive.isZero()) {
            session.keepAlive(keepAlive);
        }
        show(new SocketState.Connecting(1));
    }

    private void show(SocketState now) {
        if (disposed) {
            return;
        }
        if (session == null && !(now instanceof SocketState.Closed)) {
            return;
        }
        state = now;
        pane.show(now);
        logPane.show(now);
        logPane.logged();
        busy().set(!(now instanceof SocketState.Closed) && !(now instanceof SocketState.Open));
        if (now instanceof SocketState.Closed) {
            session = null;
        }
        if (now instanceof SocketState.Open || now instanceof SocketState.Closed) {
            host.numbers();
        }
    }

    /// Says goodbye; what is under way already is cut off.
    @Override
    public void disconnect() {
        var ending = session;
        if (ending == null) {
            return;
        }
        var cut = !(state instanceof SocketState.Open);
        host.background().run(() -> {
            if (cut) {
                ending.stop();
            } else {
                ending.close(1000, "");
            }
            return true;
        }, _ -> { }, _ -> { });
    }

    @Override
    public void send(SocketMessage message) {
        var to = session;
        if (to == null || sending) {
            return;
        }
        sending = true;
        pane.sending(true);
        host.background().run(() -> to.send(message), trouble -> sent(trouble.orElse("")), e -> sent("Not sent: " + e.getMessage()));
    }

    private void sent(String trouble) {
        sending = false;
        if (!disposed) {
            pane.sending(false);
            pane.trouble(trouble);
        }
    }

    private void ping() {
        var to = session;
        if (to != null) {
            host.background().run(to::ping, _ -> { }, _ -> { });
        }
    }

    private void keepAlive(Duration every) {
        keepAlive = every;
        if (session != null) {
            session.keepAlive(every);
        }
    }

    @Override
    public void save() {
        host.save(this);
    }

    @Override
    void moved(Place now) {
        place = now;
    }

    @Override
    void follow(Desk now) {
        if (place != null) {
            var item = now.item(place).filter(OtherItem.class::isInstance).map(OtherItem.class::cast).filter(i -> i.socket().isPresent());
            if (gone() && item.filter(i -> i.name().equals(title().get()) && i.socket().get().equals(onDisk())).isPresent()) {
                moveTo(place);
                settled();
            }
            if (!gone() && item.isPresent()) {
                title().set(item.get().name());
                onDisk(item.get().socket().get());
            } else if (gone() || now.collection(place.file()).isPresent()) {
                lost();
            }
        }
        shown();
    }

    /// `request` was saved at `where`.
    void savedAs(Place where, String name, SocketRequest request) {
        moveTo(where);
        title().set(name);
        written(request);
    }

    @Override
    void dispose() {
        disposed = true;
        host.closed(this);
        var ending = session;
        var kept = log;
        session = null;
        if (logPane != null) {
            logPane.close();
        }
        if (kept != null) {
            host.background().run(() -> {
                if (ending != null) {
                    ending.stop();
                }
                kept.close();
                return true;
            }, _ -> { }, _ -> { });
        }
    }
}
