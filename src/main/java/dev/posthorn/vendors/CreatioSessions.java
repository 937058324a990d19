package dev.posthorn.vendors;

import dev.posthorn.auth.Admission;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.auth.CreatioSite;
import dev.posthorn.auth.SessionSource;
import dev.posthorn.auth.SessionSource.Door;
import dev.posthorn.auth.SessionSource.Got;
import dev.posthorn.auth.SiteUrl;
import dev.posthorn.auth.Token;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.oauth.Exchange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// The sessions at Creatio of this run of the program: one for each user of each site, whoever sends. They end with the program. Safe from any thread.
public final class CreatioSessions {

    /// Nobody works at more sites at once; the one that was made first is forgotten beyond that.
    private static final int MOST = 100;

    private final CreatioLogin login;
    private final Executor executor;
    private final Clock clock;
    private final LongSupplier moments;
    private final SeenSecrets seen = new SeenSecrets();
    private final Map<String, CreatioSession> sessions = new LinkedHashMap<>();
    private List<Runnable> listeners = List.of();

    /// @param executor runs logins, so that the send that began one may be cancelled
    /// @param moments  gives moments in their order; sends are born at one, see `source`
    public CreatioSessions(Exchange exchange, Clock clock, Executor executor, LongSupplier moments) {
        login = new CreatioLogin(exchange);
        this.executor = executor;
        this.clock = clock;
        this.moments = moments;
    }

    /// For one send, whose waiting ends with `cancellation`.
    ///
    /// @param born when the send began, or the run that it is part of: a login that has failed since then is not tried again
    public SessionSource source(Cancellation cancellation, long born) {
        return new SessionSource() {
            @Override
            public Got enter(Door door) {
                return session(door).enter(door, born, cancellation, null);
            }

            @Override
            public Got instead(Admission lost, Door door) {
                return session(door).enter(door, born, cancellation, lost);
            }
        };
    }

    /// For who shows what a send would do: nothing is asked of the server.
    public SessionSource glance() {
        return new SessionSource() {
            @Override
            public Got enter(Door door) {
                return new Got.In(find(door).<Admission>flatMap(CreatioSession::glance).orElse(new LaterAdmission(_ -> Token.LATER)));
            }

            @Override
            public Got instead(Admission lost, Door door) {
                return enter(door);
            }
        };
    }

    /// Logs in now, also where a session is there: that one is forgotten. Blocks. Who waits for a session gets this one.
    public Got logIn(Auth resolved, Cancellation cancellation) {
        var door = door(resolved);
        return session(door).renew(door, moments.getAsLong(), cancellation);
    }

    /// Forgets the session here. Creatio's documents name no call that ends one: the server drops it after its own time.
    public void logOut(Auth resolved) {
        find(door(resolved)).ifPresent(CreatioSession::forget);
    }

    /// The session that a request with these values goes in; empty for other types, and where site or user are not filled in.
    public Optional<SessionView> of(Auth resolved) {
        if (!resolved.type().equals(CreatioSessionAuth.ID)) {
            return Optional.empty();
        }
        var door = door(resolved);
        return door.base().isEmpty() || door.user().isEmpty() ? Optional.empty()
                : Optional.of(find(door).map(CreatioSession::view).orElseGet(() -> SessionView.none(door.base(), door.user())));
    }

    /// All that were logged in, in the order in which they were made.
    public List<SessionView> all() {
        List<CreatioSession> now;
        synchronized (this) {
            now = List.copyOf(sessions.values());
        }
        return now.stream().map(CreatioSession::view).filter(v -> v.state() == SessionView.State.IN).toList();
    }

    /// Passwords and cookies that went through here, to be hidden wherever they turn up: one and the same set until there are more.
    public Set<String> known() {
        return seen.all();
    }

    /// Called after each change, on a thread that makes one; closing the answer ends that.
    public synchronized AutoCloseable listen(Runnable changed) {
        var all = new ArrayList<>(listeners);
        all.add(changed);
        listeners = List.copyOf(all);
        return () -> unlisten(changed);
    }

    private synchronized void unlisten(Runnable changed) {
        var all = new ArrayList<>(listeners);
        all.remove(changed);
        listeners = List.copyOf(all);
    }

    private void changed() {
        List<Runnable> now;
        synchronized (this) {
            now = listeners;
        }
        now.forEach(Runnable::run);
    }

    private static Door door(Auth resolved) {
        return new Door(CreatioSite.of(AuthTypes.complete(resolved)).base(), resolved.text("username").strip(), resolved.text("password"));
    }

    private synchronized Optional<CreatioSession> find(Door door) {
        return Optional.ofNullable(sessions.get(key(door)));
    }

    private synchronized CreatioSession session(Door door) {
        var key = key(door);
        var there = sessions.get(key);
        if (there == null) {
            if (sessions.size() >= MOST) {
                sessions.remove(sessions.keySet().iterator().next());
            }
            there = new CreatioSession(door, login, executor, clock, moments, seen, this::changed);
            sessions.put(key, there);
        }
        return there;
    }

    /// Host names and Creatio's user names know no case; paths may.
    private static String key(Door door) {
        var path = door.base().indexOf('/', door.base().indexOf("://") + 3);
        return SiteUrl.origin(door.base()) + (path < 0 ? "" : door.base().substring(path)) + "\n" + door.user().toLowerCase(Locale.ROOT);
    }
}
