package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does to log in, at the demo server's identity provider, with the whole window.
final class OAuthJourneyTest {

    private static DemoServer demo;

    @TempDir
    Path folder;

    private final SecretsInMemory keychain = new SecretsInMemory();
    private final Ann ann = new Ann();
    private OpenWindow window;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoServer.start(0);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
        demo.identity().reset();
    }

    /// Opens a tab with a request of orders, at its authorization.
    private void open(Map<String, Object> more) {
        var values = new LinkedHashMap<String, Object>(Map.of("authUrl", demo.address() + "/identity/authorize", "accessTokenUrl", demo.address() + "/identity/token",
                "grant_type", "authorization_code_with_pkce", "clientId", "workbench", "clientSecret", "workbench-secret", "redirect_uri", "http://127.0.0.1/callback",
                "scope", "openid profile orders.read", "tokenName", "Orders"));
        values.putAll(more);
        window();
        FxThread.run(() -> window.shell().tabs().open("Orders", Request.get(demo.address() + "/identity/api/orders").withAuth(new Auth("oauth2", values))));
        window.until("the request is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().select("authorization"));
    }

    private void window() {
        window = new OpenWindow(folder.resolve("home"), null, keychain, ann);
    }

    private void fire(String selector) {
        window.until(selector + " is there", () -> window.shows(selector));
        var button = window.find(selector, ButtonBase.class);
        FxThread.run(button::fire);
    }

    private String text(String selector) {
        return window.scene().lookup(selector) instanceof Labeled label ? label.getText() : "";
    }

    private int send() {
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is sent", () -> window.request().sending() || window.outcome() != null);
        window.until("there is an answer", () -> !window.request().sending());
        return assertInstanceOf(Outcome.Received.class, FxThread.get(window::outcome)).response().status();
    }

    @Test
    void aLoginInTheBrowserLastsBeyondTheTokenAndTheWindow() {
        open(Map.of());
        window.until("no token is there", () -> text("#token-life").equals("none yet"));
        fire("#token-get");
        window.until("the token counts down", () -> text("#token-life").startsWith("expires in"));
        assertEquals("Orders · ann", FxThread.get(() -> text("#token-who")));
        window.until("the login is put away", () -> !window.shows("#login-sheet"));
        assertEquals(200, send());

        demo.identity().expireAccessTokens();
        assertEquals(200, send());
        assertEquals(1, demo.identity().counts().of("granted.refresh_token"));

        window.close();
        window();
        window.until("the request is there again", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().select("authorization"));
        window.until("the token is still there", () -> text("#token-life").startsWith("expires in"));
        assertEquals(200, send());
        assertEquals(1, ann.opened().size());
    }

    @Test
    void aMendOfTheDoctorMakesTheNextLoginGood() {
        open(Map.of("clientId", "fault-basic-only", "client_authentication", "body"));
        fire("#token-get");
        fire("#mend-change");
        fire("#login-again");
        window.until("the token counts down", () -> text("#token-life").startsWith("expires in"));
        assertEquals("header", FxThread.get(() -> window.request().draft().value().auth().text("client_authentication")));
    }

    @Test
    void aLoginEndsWithEscapeAndWithItsTab() {
        ann.away = true;
        open(Map.of());
        fire("#token-get");
        window.until("somebody is waited for", () -> text("#login-state").startsWith("Waiting"));
        window.press(KeyCode.ESCAPE);
        window.until("the login has ended", () -> text("#login-state").startsWith("The login was ended"));
        window.press(KeyCode.ESCAPE);
        window.until("the sheet is gone", () -> !window.shows("#login-sheet"));
        fire("#token-get");
        window.until("somebody is waited for again", () -> ann.opened().size() == 2 && text("#login-state").startsWith("Waiting"));
        var run = ((LoginSheet) window.scene().lookup("#login-sheet")).run();
        FxThread.run(() -> {
            window.shell().overlays().close();
            window.shell().documents().remove(window.front(), () -> null);
        });
        window.until("nobody waits any more", () -> !run.running());
    }
}
