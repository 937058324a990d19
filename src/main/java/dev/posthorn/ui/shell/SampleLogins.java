package dev.posthorn.ui.shell;

import dev.posthorn.auth.Token;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.http.BodyInMemory;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Wire;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.Applications;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.Logins;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.TokenStore;
import dev.posthorn.oauth.agent.Person;
import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.ui.oauth.LoginRun;
import dev.posthorn.ui.oauth.LoginServices;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Made-up logins, tokens and applications for pictures of the window. Nothing is asked of anybody.
record SampleLogins(Background background, Clock clock) implements LoginServices {

    private static final String TOKEN_URL = "https://login.example.com/connect/token";

    private static Auth settings(String name) {
        return new Auth("oauth2", Map.of("grant_type", "authorization_code_with_pkce", "tokenName", name, "clientId", "4a0c7d16-workbench", "clientSecret", "made-up-secret",
                "authUrl", "https://login.example.com/connect/authorize", "accessTokenUrl", TOKEN_URL, "redirect_uri", "http://127.0.0.1:47823/callback", "scope", "openid odata.read odata.write offline_access",
                "issuer", "https://login.example.com"));
    }

    /// A request whose login this is.
    static Request request() {
        return Request.blank().withAddress("https://bpm.example.com/0/odata/Account", List.of(), List.of()).withAuth(settings("Creatio"));
    }

    private StoredToken token(String id, String name, String application, String who, long seconds, String refresh) {
        var now = clock.instant();
        return new StoredToken(id, name, "", application, who, List.of("openid", "odata.read", "odata.write"), List.of("openid", "odata.read"), "made-up-for-a-picture", "", refresh, "Bearer",
                now.minusSeconds(500), Optional.of(now.plusSeconds(seconds)), Map.of(), false);
    }

    @Override
    public Variables variables() {
        return Variables.none();
    }

    @Override
    public TokenStore tokens() {
        var all = List.of(token("t1", "Creatio", "", "ann@example.com", 724, "made-up"), token("t2", "Creatio, read only", "creatio", "ben@example.com", 3 * 3600, "made-up"),
                token("t3", "Night job", "creatio", "", -180, ""));
        return new TokenStore() {
            @Override
            public List<StoredToken> all() {
                return all;
            }

            @Override
            public void put(StoredToken token) { }

            @Override
            public void remove(String id) { }

            @Override
            public AutoCloseable listen(Runnable changed) {
                return () -> { };
            }
        };
    }

    @Override
    public Applications applications() {
        var values = settings("").with("client_authentication", "body");
        var all = List.of(new Application("creatio", "Creatio", "", values, "https://login.example.com/connect/revocation", "t2"),
                new Application("bizagi", "Bizagi project", "workflow", values.with("clientId", "bizagi-odata"), "", ""), new Application("mail", "Mail API", "globe", values, "", ""));
        return new Applications() {
            @Override
            public List<Application> all() {
                return all;
            }

            @Override
            public void put(Application application) { }

            @Override
            public void remove(String id) { }

            @Override
            public AutoCloseable listen(Runnable changed) {
                return () -> { };
            }
        };
    }

    @Override
    public Optional<StoredToken> known(Auth resolved) {
        return tokens().all().stream().findFirst();
    }

    @Override
    public TokenSource glance() {
        return new TokenSource() {
            @Override
            public Got token(Auth values) {
                return new Got.Has(known(values).orElseThrow());
            }

            @Override
            public Got instead(Token refused, Auth values) {
                return token(values);
            }

            @Override
            public Optional<Token> known(Auth values) {
                return SampleLogins.this.known(values).map(t -> new Token(t.id(), t.accessToken(), t.expires()));
            }
        };
    }

    /// A login that was refused.
    LoginRun refused() {
        var begun = clock.instant().minusSeconds(9);
        var run = new LoginRun("Log in to Creatio", Strategy.BROWSER, settings("Creatio"), begun);
        run.show(steps(begun), new LoginRun.Phase.Over(new LoginResult.Failed(new Finding("credentials-elsewhere", "The server does not accept the client's credentials in the request body.",
                "They may be right all the same: many servers want them in the Basic header. Try the other place, or compare client ID and secret with the provider's page.",
                List.of(new Mend.Change("Send them as Basic header", Map.of("client_authentication", "header")), new Mend.Change("Send them in the query", Map.of("client_authentication", "query")),
                        new Mend.Copy("Copy the redirect URL", "http://127.0.0.1:47823/callback"))))));
        return run;
    }

    /// One that waits for the person.
    LoginRun waiting() {
        var begun = clock.instant().minusSeconds(4);
        var run = new LoginRun("Log in to Creatio", Strategy.BROWSER, settings("Creatio"), begun);
        run.show(steps(begun).subList(0, 3), new LoginRun.Phase.Waiting(URI.create("https://login.example.com/connect/authorize?client_id=4a0c7d16-workbench"), ""));
        return run;
    }

    /// One by a code that is typed elsewhere.
    LoginRun device() {
        var begun = clock.instant().minusSeconds(4);
        var run = new LoginRun("Log in to Creatio", Strategy.BROWSER, settings("Creatio"), begun);
        run.show(steps(begun).subList(0, 1), new LoginRun.Phase.Typing(URI.create("https://login.example.com/device"), "WDJB-MJHT", clock.instant().plusSeconds(581)));
        return run;
    }

    private List<LoginStep> steps(Instant begun) {
        return List.of(new LoginStep(begun.plusMillis(180), LoginStep.Kind.GOOD, "Metadata of the issuer", "Read from https://login.example.com/.well-known/openid-configuration.",
                        hop("GET", "https://login.example.com/.well-known/openid-configuration", "", 200, "OK", "{\"issuer\": \"https://login.example.com\"}", begun)),
                new LoginStep(begun.plusMillis(240), LoginStep.Kind.INFO, "Listening", "At http://127.0.0.1:47823/callback, for this login alone.", null),
                new LoginStep(begun.plusMillis(300), LoginStep.Kind.INFO, "Browser opened", "At the login page of login.example.com.", null),
                new LoginStep(begun.plusMillis(6_900), LoginStep.Kind.BAD, "Callback refused", "It had another state.", null),
                new LoginStep(begun.plusMillis(8_410), LoginStep.Kind.GOOD, "Callback", "A code came, with the right state.", null),
                new LoginStep(begun.plusMillis(8_560), LoginStep.Kind.BAD, "Token request", "invalid_client", hop("POST", TOKEN_URL,
                        "grant_type=authorization_code&code=made-up-code&client_id=4a0c7d16-workbench&client_secret=made-up", 400, "Bad Request", "{\"error\": \"invalid_client\"}", begun)));
    }

    private static Hop hop(String method, String url, String body, int status, String reason, String answer, Instant at) {
        var form = "application/x-www-form-urlencoded";
        var sent = new Wire(method, url, body.isEmpty() ? List.of(new Header("Accept", "application/json")) : List.of(new Header("Content-Type", form), new Header("Accept", "application/json")),
                body.isEmpty() ? new Payload.Empty() : new Payload.Bytes(body.getBytes(StandardCharsets.UTF_8), form));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        var timings = new Timings(at, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMillis(9), Duration.ofMillis(18), Duration.ofMillis(1), Duration.ofMillis(84), Duration.ofMillis(20));
        return new Hop(sent, new Response(status, reason, "HTTP/1.1", List.of(new Header("Content-Type", "application/json"), new Header("Cache-Control", "no-store")), new BodyInMemory(bytes),
                new Sizes(211, body.length(), 120, bytes.length, bytes.length), timings, "203.0.113.7:443", false), Hop.Why.FIRST);
    }

    @Override
    public LoginResult login(OAuthSettings settings, String application, Strategy strategy, Person person, LoginWatcher watcher, Cancellation cancellation) {
        return new LoginResult.Ended("this is a picture");
    }

    @Override
    public LoginResult refresh(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return new LoginResult.Ended("this is a picture");
    }

    @Override
    public Optional<Finding> forget(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return Optional.empty();
    }

    @Override
    public Logins.Told introspect(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return new Logins.Told.Answer("{\n  \"active\": true\n}");
    }

    @Override
    public Logins.Told userinfo(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return new Logins.Told.Answer("{\n  \"sub\": \"ann\"\n}");
    }

    @Override
    public Logins.Discovered discover(String url, LoginWatcher watcher, Cancellation cancellation) {
        return new Logins.Discovered.Metadata(url, Map.of(), List.of(), List.of(), List.of());
    }

    @Override
    public OAuthSettings resolved(Auth values) {
        return new OAuthSettings(values);
    }

    @Override
    public OAuthSettings ready(Auth values) {
        return resolved(values);
    }

    @Override
    public void browse(URI page) {
        // Nobody looks.
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
        throw new IOException("this is a picture");
    }

    @Override
    public Brought importFrom(Path file) throws IOException {
        throw new IOException("this is a picture");
    }
}
