package dev.posthorn.oauth;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Options;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/// Logins for tests: over a real engine, with a clock that is set by hand, tokens in memory, and pauses that only move the clock.
final class Desk implements AutoCloseable {

    final Engine engine;
    final Tokens tokens = new Tokens();
    final Hand clock = new Hand();
    final List<LoginStep> steps = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    final Logins logins;

    Desk(Path folder) {
        this(folder, Applications.NONE);
    }

    Desk(Path folder, Applications applications) {
        engine = new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/test"));
        logins = new Logins(this::send, tokens, applications, clock, new Random(7), executor, (length, cancellation) -> {
            pauses.add(length);
            clock.now = clock.now.plus(length);
        });
    }

    private dev.posthorn.model.Outcome send(dev.posthorn.model.Wire wire, String purpose, Cancellation cancellation) {
        return engine.send(wire, Options.defaults().withCookies(false).redirects(false, 0), new Cookies(clock), Progress.silent(), cancellation);
    }

    /// Settings of these keys and values in turn.
    static OAuthSettings settings(Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i].toString(), pairs[i + 1]);
        }
        return new OAuthSettings(new Auth("oauth2", values));
    }

    LoginResult login(OAuthSettings settings, UserAgent agent) {
        return logins.login(settings, "", agent, steps::add, new Cancellation());
    }

    StoredToken in(OAuthSettings settings) {
        return in(settings, null);
    }

    StoredToken in(OAuthSettings settings, UserAgent agent) {
        return assertInstanceOf(LoginResult.In.class, login(settings, agent)).token();
    }

    Finding fault(OAuthSettings settings) {
        return fault(settings, null);
    }

    Finding fault(OAuthSettings settings, UserAgent agent) {
        return assertInstanceOf(LoginResult.Failed.class, login(settings, agent)).finding();
    }

    String timeline() {
        return String.join(", ", steps.stream().map(s -> s.title() + " " + s.kind()).toList());
    }

    @Override
    public void close() {
        executor.close();
        engine.close();
    }

    /// A clock that stands until somebody sets it.
    static final class Hand extends Clock {
        volatile Instant now = Instant.parse("2026-01-02T03:04:05Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static final class Tokens implements TokenStore {
        private final Map<String, StoredToken> kept = new LinkedHashMap<>();

        @Override
        public synchronized List<StoredToken> all() {
            return new ArrayList<>(kept.values()).reversed();
        }

        @Override
        public synchronized void put(StoredToken token) {
            kept.put(token.id(), token);
        }

        @Override
        public synchronized void remove(String id) {
            kept.remove(id);
        }

        @Override
        public AutoCloseable listen(Runnable changed) {
            return () -> { };
        }
    }

    /// A person at a browser, who is sent back with what `answer` makes of the page's parameters and the state that is awaited.
    static final class Person implements UserAgent {

        private final BiFunction<Map<String, String>, String, Came> answer;
        volatile URI page;
        volatile String shown = "";
        volatile boolean closed;

        Person(BiFunction<Map<String, String>, String, Came> answer) {
            this.answer = answer;
        }

        /// One who logs in: code and state come back.
        static Person willing(String... more) {
            return new Person((_, state) -> {
                var back = new LinkedHashMap<>(Map.of("code", "the-code", "state", state));
                for (var i = 0; i < more.length; i += 2) {
                    back.put(more[i], more[i + 1]);
                }
                return new Came.Redirected(back, "http://127.0.0.1:5555/callback");
            });
        }

        @Override
        public URI ready(String wanted) throws Unusable {
            if (wanted.startsWith("https://elsewhere")) {
                throw new Unusable("Nobody listens at " + wanted + ".");
            }
            return URI.create("http://127.0.0.1:5555/callback");
        }

        @Override
        public Came ask(URI asked, String state, LoginWatcher watcher, Cancellation cancellation) {
            page = asked;
            return answer.apply(Provider.pairs(asked.getRawQuery()), state);
        }

        @Override
        public void show(URI asked, String code, Instant expires) {
            page = asked;
            shown = code;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
