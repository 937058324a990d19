package dev.posthorn.ui.oauth;

import dev.posthorn.auth.TokenSource;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.Applications;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.Logins;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.TokenStore;
import dev.posthorn.oauth.agent.Person;
import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Logins without a server: a test says how they go. The clock stands still until the test moves it.
final class FakeLogins implements LoginServices {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    final List<StoredToken> kept = new CopyOnWriteArrayList<>();
    final List<Application> applications = new CopyOnWriteArrayList<>();
    final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    LoginRun.Errand login = (_, _, _) -> new LoginResult.Ended("nobody said how it goes");
    volatile Instant now = NOW;

    static StoredToken token(String id, String name, long seconds, String refresh) {
        return new StoredToken(id, name, "", "", "ann", List.of("read", "admin"), List.of("read"), "never-shown-" + id, "", refresh, "Bearer", NOW, Optional.of(NOW.plusSeconds(seconds)), Map.of(), false);
    }

    void tell() {
        new ArrayList<>(listeners).forEach(Runnable::run);
    }

    @Override
    public Background background() {
        return new Background(task -> Thread.ofVirtual().start(task));
    }

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Override
    public Variables variables() {
        return Variables.none();
    }

    @Override
    public TokenStore tokens() {
        return new TokenStore() {
            @Override
            public List<StoredToken> all() {
                return List.copyOf(kept);
            }

            @Override
            public void put(StoredToken token) {
                kept.removeIf(t -> t.id().equals(token.id()));
                kept.addFirst(token);
                tell();
            }

            @Override
            public void remove(String id) {
                kept.removeIf(t -> t.id().equals(id));
                tell();
            }

            @Override
            public AutoCloseable listen(Runnable changed) {
                listeners.add(changed);
                return () -> listeners.remove(changed);
            }
        };
    }

    @Override
    public Applications applications() {
        return new Applications() {
            @Override
            public List<Application> all() {
                return List.copyOf(applications);
            }

            @Override
            public void put(Application application) {
                applications.removeIf(a -> a.id().equals(application.id()));
                applications.add(application);
                tell();
            }

            @Override
            public void remove(String id) {
                applications.removeIf(a -> a.id().equals(id));
                done.add("deleted " + id);
                tell();
            }

            @Override
            public AutoCloseable listen(Runnable changed) {
                listeners.add(changed);
                return () -> listeners.remove(changed);
            }
        };
    }

    @Override
    public Optional<StoredToken> known(Auth resolved) {
        return kept.stream().filter(t -> resolved.text("login").isEmpty() || resolved.text("login").equals(t.id())).findFirst();
    }

    @Override
    public LoginResult login(OAuthSettings settings, String application, Strategy strategy, Person person, LoginWatcher watcher, Cancellation cancellation) {
        done.add("login " + strategy);
        var result = login.go(person, watcher, cancellation);
        if (result instanceof LoginResult.In(var token, _)) {
            tokens().put(token);
        }
        return result;
    }

    @Override
    public LoginResult refresh(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        done.add("refresh " + token.id());
        var fresh = token(token.id(), token.name(), 3600, token.refreshToken());
        tokens().put(fresh);
        return new LoginResult.In(fresh, List.of());
    }

    @Override
    public Optional<Finding> forget(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        done.add("forget " + token.id());
        tokens().remove(token.id());
        return Optional.empty();
    }

    @Override
    public Logins.Told introspect(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return new Logins.Told.Answer("{\n  \"active\": true,\n  \"access_token\": \"" + token.accessToken() + "\"\n}");
    }

    @Override
    public Logins.Told userinfo(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return new Logins.Told.Answer("{\n  \"sub\": \"ann\"\n}");
    }

    @Override
    public Logins.Discovered discover(String url, LoginWatcher watcher, Cancellation cancellation) {
        return new Logins.Discovered.Metadata("creatio.test", Map.of("authUrl", url + "/authorize", "accessTokenUrl", url + "/token"), List.of("read"), List.of("client_credentials"),
                List.of(new Finding("issuer-differs", "The server calls itself creatio.test.", "That is no fault.", List.of())));
    }

    @Override
    public OAuthSettings resolved(Auth values) {
        return new OAuthSettings(values);
    }

    @Override
    public TokenSource glance() {
        return TokenSource.NONE;
    }

    @Override
    public OAuthSettings ready(Auth values) {
        return resolved(values);
    }

    @Override
    public void browse(URI page) {
        done.add("browse " + page);
    }

    @Override
    public Optional<Path> file(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveAs(String title, String name) {
        return Optional.empty();
    }

    @Override
    public void exportTo(Application application, Path file) throws IOException {
        throw new IOException("nobody exports in these tests");
    }

    @Override
    public Brought importFrom(Path file) throws IOException {
        throw new IOException("nobody imports in these tests");
    }
}
