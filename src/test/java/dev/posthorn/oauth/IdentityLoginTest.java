package dev.posthorn.oauth;

import static dev.posthorn.oauth.Desk.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.identity.Browser;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logs in at the demo server's identity provider, from its issuer's URL alone; `workbench.IdentityFlowsTest` has its faults.
@Timeout(120)
class IdentityLoginTest {

    private static final String BACK = "http://127.0.0.1:7777/callback";
    private static DemoServer demo;

    @TempDir
    private Path folder;
    private Desk desk;
    private Browser browser;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoServer.start(0);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @BeforeEach
    void open() {
        demo.identity().reset();
        desk = new Desk(folder);
        desk.clock.now = Clock.systemUTC().instant();
        browser = new Browser();
    }

    @AfterEach
    void close() {
        browser.close();
        desk.close();
    }

    private static OAuthSettings client(String id, String grant, Object... more) {
        var all = new ArrayList<Object>(List.of("grant_type", grant, "issuer", demo.address() + "/identity", "clientId", id, "clientSecret", "workbench-secret", "redirect_uri", BACK));
        all.addAll(List.of(more));
        return settings(all.toArray());
    }

    /// Somebody who logs in at the page and allows what is asked.
    private UserAgent ann() {
        return new UserAgent() {
            @Override
            public URI ready(String wanted) {
                return URI.create(wanted);
            }

            @Override
            public Came ask(URI page, String state, LoginWatcher watcher, Cancellation cancellation) {
                try {
                    var shown = browser.open(page, BACK);
                    var gone = shown.left() ? shown : allow(shown);
                    if (!gone.left()) {
                        return new Came.Ended("the page says: " + gone.status());
                    }
                    var uri = gone.at();
                    return new Came.Redirected(Provider.pairs(uri.getRawFragment() == null ? uri.getRawQuery() : uri.getRawFragment()), uri.toString());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void show(URI page, String code, java.time.Instant expires) {
                try {
                    allow(browser.open(page, ""));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void close() { }
        };
    }

    private Browser.Page allow(Browser.Page page) throws IOException, InterruptedException {
        return browser.submit(page, Map.of("user", List.of("ann"), "password", List.of("secret"), "decision", List.of("allow")), BACK);
    }

    private static String fetched(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(demo.address() + path)).build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void aClientProvesItselfInEveryWay() throws Exception {
        for (var way : List.of("header", "body", "query")) {
            assertFalse(desk.in(client("workbench", "client_credentials", "client_authentication", way)).accessToken().isEmpty());
        }
        desk.in(client("secret-jwt", "client_credentials", "client_authentication", "client_secret_jwt", "clientSecret", "a-secret-of-at-least-thirty-two-characters-for-hmac"));
        desk.in(client("private-jwt", "client_credentials", "client_authentication", "private_key_jwt", "privateKey", fetched("/identity/clients/private-jwt/key")));
        assertEquals(5, demo.identity().counts().of("granted.client_credentials"));
    }

    @Test
    void aPersonLogsInWithPkceAndTheTokenLivesAndEnds() throws Exception {
        var settings = client("rotating", "authorization_code_with_pkce", "scope", "openid profile offline_access orders.read");
        var result = assertInstanceOf(LoginResult.In.class, desk.login(settings, ann()));
        var token = result.token();
        assertEquals(List.of(), result.notes().stream().map(Finding::fault).toList(), () -> result.notes().toString());
        assertEquals("ann", token.who());
        assertTrue(desk.timeline().contains("Issuer GOOD") && desk.timeline().contains("ID token GOOD"), desk.timeline());
        assertTrue(assertInstanceOf(Logins.Told.Answer.class, desk.logins.userinfo(token, settings, LoginWatcher.NONE, new Cancellation())).json().contains("ann"));
        var renewed = assertInstanceOf(LoginResult.In.class, desk.logins.refresh(token, settings, LoginWatcher.NONE, new Cancellation())).token();
        assertFalse(renewed.refreshToken().equals(token.refreshToken()) || renewed.accessToken().equals(token.accessToken()));
        assertTrue(assertInstanceOf(Logins.Told.Answer.class, desk.logins.introspect(renewed, settings, LoginWatcher.NONE, new Cancellation())).json().contains("true"));
        assertTrue(desk.logins.forget(renewed, settings, LoginWatcher.NONE, new Cancellation()).isEmpty());
        assertTrue(assertInstanceOf(Logins.Told.Answer.class, desk.logins.introspect(renewed, settings, LoginWatcher.NONE, new Cancellation())).json().contains("false"));
    }

    @Test
    void theOtherGrantsWorkToo() throws Exception {
        assertEquals("ann", desk.in(client("workbench", "password_credentials", "username", "ann", "password", "secret", "scope", "openid")).who());
        var implicit = desk.in(client("workbench", "implicit", "scope", "openid profile orders.read"), ann());
        assertEquals("ann", implicit.who());
        var device = desk.in(client("workbench", "device_code", "scope", "orders.read"), ann());
        assertEquals(List.of("orders.read"), device.granted());
        var exchanged = desk.in(client("workbench", "token_exchange", "subject_token", device.accessToken(), "scope", "orders.read"));
        assertFalse(exchanged.accessToken().equals(device.accessToken()));
    }

    @ParameterizedTest
    @CsvSource({"refresh-by-scope, ''", "wrong-signature, id-token-signature"})
    void whatOnlyALoginWithScopesShowsIsNamed(String fault, String expected) {
        var result = desk.login(client("fault-" + fault, "authorization_code", "scope", "openid orders.read orders.write offline_access"), ann());
        var named = switch (result) {
            case LoginResult.Failed(var finding) -> finding.fault();
            case LoginResult.In(_, var notes) -> String.join(" ", notes.stream().map(Finding::fault).toList());
            case LoginResult.Ended(var reason) -> reason;
        };
        assertEquals(expected, named, result::toString);
    }

    @Test
    void whatItTellsOfItselfFillsTheForm() {
        var found = assertInstanceOf(Logins.Discovered.Metadata.class, desk.logins.discover(demo.address() + "/identity", LoginWatcher.NONE, new Cancellation()));
        assertEquals(List.of(), found.notes());
        assertEquals(7, found.values().size());
        var other = assertInstanceOf(Logins.Discovered.Metadata.class, desk.logins.discover(demo.address() + "/identity/with/issuer-differs", LoginWatcher.NONE, new Cancellation()));
        assertEquals(List.of("creatio.com", "issuer-differs"), List.of(other.issuer(), other.notes().getFirst().fault()));
    }
}
