package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One window in which mends are pressed, and what a person sees and does there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MendBench {

    static final String AGAIN = "Log in again";
    static final String PKCE = "Use the authorization code with PKCE";

    /// @param of which rules offer it: class and kind of mend, once for each place in that class
    record Row(String name, List<String> of, Runnable play) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    static Path folder;

    final Ann ann = new Ann();
    DemoServer demo;
    StubProvider stub;
    OpenWindow window;
    int clients;

    @BeforeAll
    void open() throws IOException {
        demo = DemoServer.start(0);
        stub = new StubProvider();
        window = new OpenWindow(folder.resolve("home"), null, new SecretsInMemory(), ann);
        // Buttons are pressed wherever they lie; each picture of a large window costs more than the journey.
        window.size(320, 240);
        FxThread.run(() -> window.shell().tabs().open("Call", Request.get(stub.at("/api"))));
        window.until("the request is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().select("authorization"));
    }

    @AfterAll
    void close() {
        window.close();
        stub.close();
        demo.close();
    }

    static Row row(String name, String of, Runnable play) {
        return new Row(name, Stream.of(of.split(", ")).toList(), play);
    }

    // What a person sees and does

    void show(Request request) {
        FxThread.run(() -> window.request().draft().edit(_ -> request));
    }

    void show(String path, String type, Map<String, Object> values) {
        show(Request.get(path.startsWith("http") ? path : demo.address() + path).withAuth(new Auth(type, values)));
    }

    Outcome send() {
        var before = FxThread.get(window::outcome);
        window.perform(Action.SEND);
        window.until("there is another outcome", () -> !window.request().sending() && window.outcome() != null && window.outcome() != before);
        return FxThread.get(window::outcome);
    }

    void answers(int status) {
        assertEquals(status, assertInstanceOf(Outcome.Received.class, send()).response().status());
    }

    void fails() {
        assertInstanceOf(Outcome.Failed.class, send());
    }

    /// The button of that label, in the answer, the form or a sheet; the one of a sheet where there are several.
    void press(String label) {
        window.until("\"" + label + "\" is there", () -> button(label) != null);
        FxThread.run(() -> button(label).fire());
    }

    ButtonBase button(String label) {
        return window.scene().getRoot().lookupAll(".button").stream().filter(b -> b instanceof ButtonBase button && label.equals(button.getText()) && shown(button)).map(ButtonBase.class::cast)
                .reduce((_, last) -> last).orElse(null);
    }

    static boolean shown(javafx.scene.Node node) {
        return node.getParent() == null ? node.isVisible() : node.isVisible() && shown(node.getParent());
    }

    void fire(String selector) {
        window.until(selector + " is there", () -> window.shows(selector));
        var button = window.find(selector, ButtonBase.class);
        FxThread.run(button::fire);
    }

    Auth auth() {
        return window.request().draft().value().auth();
    }

    void set(String key, Object value) {
        window.until(key + " is " + value, () -> value.equals(auth().values().get(key)));
    }

    void copied(String text) {
        window.until("\"" + text + "\" is on the clipboard", () -> String.valueOf(Clipboard.getSystemClipboard().getString()).startsWith(text));
        FxThread.run(() -> Clipboard.getSystemClipboard().clear());
    }

    void granted(Runnable press) {
        var before = stub.granted.get();
        press.run();
        window.until("there is another token", () -> stub.granted.get() > before);
        window.until("the sheet is gone", () -> !window.shows("#login-sheet"));
    }

    void revoked(Runnable press) {
        var before = stub.revoked.get();
        press.run();
        window.until("a token is revoked", () -> stub.revoked.get() > before);
    }

    void away() {
        FxThread.run(() -> window.shell().overlays().close());
        window.until("the sheet is gone", () -> !window.shows("#login-sheet"));
    }

    // Settings that nobody used before

    Map<String, Object> settings(String grant, Object... pairs) {
        var values = new HashMap<String, Object>(Map.of("grant_type", grant, "accessTokenUrl", stub.at("/token"), "authUrl", stub.at("/authorize"), "deviceUrl", stub.at("/device"), "revokeUrl", stub.at("/revoke"),
                "clientId", "client-" + ++clients, "clientSecret", "never-shown", "client_authentication", "body"));
        values.put("redirect_uri", grant.startsWith("authorization") ? "http://127.0.0.1/callback" : "");
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i].toString(), pairs[i + 1]);
        }
        return values;
    }

    void call(Map<String, Object> settings) {
        show(stub.at("/api"), "oauth2", settings);
    }

    void program(Object... pairs) {
        call(settings("client_credentials", pairs));
    }

    void person(Object... pairs) {
        call(settings("authorization_code_with_pkce", pairs));
    }

    static String error(String code, String words) {
        return "{\"error\":\"" + code + "\",\"error_description\":\"" + words + "\"}";
    }

    // Kinds of rows

    /// A program's question for a token is refused once in these words; logging in anew mends it.
    Row again(String error, String of, String words) {
        return row(error + " → log in again", of + " LogIn", () -> {
            stub.refuseOnce(error(error, words));
            program();
            fails();
            granted(() -> press(AGAIN));
            answers(200);
        });
    }

    /// A program's question for a token is refused until what was sent is as wanted.
    Row changes(String name, String of, String refusal, String label, String key, Object value, java.util.function.Predicate<Map<String, String>> wanted, Object... pairs) {
        return row(name, of + " Change", () -> {
            stub.refuseUntil(refusal, wanted);
            program(pairs);
            fails();
            press(label);
            set(key, value);
            if (!key.equals("grant_type") && !key.equals("useBrowser")) {
                answers(200);
            }
        });
    }

    Row copies(String name, String of, String refusal, String label, String text, Object... pairs) {
        return row(name, of + " Copy", () -> {
            stub.refuseOnce(refusal);
            program(pairs);
            fails();
            press(label);
            copied(text);
        });
    }

    void get() {
        fire("#token-get");
        window.until("the login is over", () -> window.scene().lookup("#login-sheet") instanceof LoginSheet sheet && !sheet.run().running());
    }

    void logIn() {
        granted(() -> fire("#token-get"));
    }
}
