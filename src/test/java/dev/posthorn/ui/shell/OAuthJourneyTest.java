package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private void open(String more) throws IOException {
        var file = folder.resolve("mine.postman_collection.json");
        Files.writeString(file, """
                {"info": {"name": "Mine", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                 "item": [{"name": "Orders", "request": {"method": "GET", "url": "%1$s/identity/api/orders", "auth": {"type": "oauth2", "oauth2": [
                   {"key": "authUrl", "value": "%1$s/identity/authorize"}, {"key": "accessTokenUrl", "value": "%1$s/identity/token"},
                   {"key": "redirect_uri", "value": "http://127.0.0.1/callback"}, {"key": "useBrowser", "value": true}%2$s]}}}]}
                """.formatted(demo.address(), more));
        window();
        window.toChoose = List.of(file);
        window.perform(Action.OPEN);
        window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
        authorization();
    }

    private void window() {
        window = new OpenWindow(folder.resolve("home"), null, keychain, ann);
    }

    private void authorization() {
        window.openThroughPalette("Orders");
        window.until("the request is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().select("authorization"));
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
    void aLoginInTheBrowserLastsBeyondTheTokenAndTheWindow() throws IOException {
        open("""
                , {"key": "grant_type", "value": "authorization_code_with_pkce"}, {"key": "clientId", "value": "workbench"}, {"key": "clientSecret", "value": "workbench-secret"},
                {"key": "scope", "value": "openid profile orders.read"}, {"key": "tokenName", "value": "Orders"}
                """);
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
}
