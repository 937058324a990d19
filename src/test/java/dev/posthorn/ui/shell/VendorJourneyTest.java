package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with the types of Creatio, Bizagi and Workflow Server, with the whole window and the demo server.
final class VendorJourneyTest {

    private static DemoServer demo;

    @TempDir
    Path folder;

    private final SecretsInMemory keychain = new SecretsInMemory();
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
        window.close();
        demo.vendors().reset();
    }

    private void open(String path, String type, Map<String, Object> values) {
        window = new OpenWindow(folder.resolve("home"), null, keychain, new Ann());
        FxThread.run(() -> window.shell().tabs().open("Contacts", Request.get(demo.address() + path).withAuth(new Auth(type, values))));
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
    void aSessionIsLoggedInSeenAmongTheCookiesAndLoggedOut() {
        open("/creatio/0/rest/UsrCustomConfigurationService/GetContactIdByName?Name=Supervisor", "creatioSession",
                Map.of("baseUrl", demo.address() + "/creatio", "username", "Supervisor", "password", "Supervisor"));
        window.until("nobody is logged in", () -> text("#session-state").equals("not logged in"));
        fire("#session-log-in");
        window.until("somebody is logged in", () -> text("#session-state").equals("logged in"));
        assertEquals("Supervisor at " + demo.address() + "/creatio", FxThread.get(() -> text("#session-name")));
        assertEquals(200, send());
        FxThread.run(() -> window.request().select("cookies"));
        window.until("the session's own cookie is listed", () -> window.shows("#session-cookie-bpmsessionid"));
        fire("#session-cookies #session-log-out");
        window.until("nobody is logged in any more", () -> !window.shows("#session-cookie-bpmsessionid"));
    }

    @Test
    void aRefusedLoginIsSaidInTheServersWordsBesideTheForm() {
        open("/creatio/0/rest/X/Y", "creatioSession", Map.of("baseUrl", demo.address() + "/creatio", "username", "Supervisor", "password", "not-this-one"));
        fire("#session-log-in");
        window.until("the server's words are there", () -> window.shows("#session-panel #finding-login-refused"));
        assertTrue(FxThread.get(() -> text("#session-panel #finding-sentence")).contains("The password is wrong."));
    }

    @Test
    void anIdentityServiceIsCheckedATokenGotAndACallOpened() {
        open("/creatio/0/odata/Account?$top=1", "creatioOAuth", Map.of("identityUrl", demo.address() + "/creatio-identity", "clientId", "creatio-demo", "clientSecret", "creatio-demo-secret",
                "baseUrl", demo.address() + "/creatio"));
        fire("#vendor-check");
        window.until("it says what it found", () -> text("#vendor-said").contains("calls itself \"creatio.com\""));
        assertTrue(window.shows("#finding-issuer-differs"));
        assertEquals(200, send());
        window.until("the token counts down", () -> text("#token-life").startsWith("expires in"));
        var calls = window.find("#vendor-calls", MenuButton.class);
        FxThread.run(() -> calls.getItems().getFirst().fire());
        window.until("another request is open", () -> window.request().draft().value().url().contains("$select=Id,Name"));
        assertEquals(200, send());
        assertEquals("creatioOAuth", FxThread.get(() -> window.request().draft().value().auth().type()));
    }

    @Test
    void aCallToBeginWithIsSavedIntoACollectionUnderItsName() throws IOException {
        var file = folder.resolve("mine.postman_collection.json");
        Files.writeString(file, """
                {"info": {"name": "Mine", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "item": []}
                """);
        open("/creatio/0/odata/Account?$top=1", "creatioOAuth", Map.of("identityUrl", demo.address() + "/creatio-identity", "clientId", "creatio-demo", "clientSecret", "{{clientSecret}}",
                "baseUrl", demo.address() + "/creatio"));
        FxThread.run(() -> window.shell().open(List.of(file)));
        window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
        var first = window.front();
        var calls = window.find("#vendor-calls", MenuButton.class);
        var title = FxThread.get(() -> calls.getItems().getFirst().getText());
        FxThread.run(() -> calls.getItems().getFirst().fire());
        window.until("another request is open", () -> window.front() != first);
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is asked where to", () -> window.shows("#save-name"));
        assertEquals(title, window.find("#save-name", TextField.class).getText(), "it is named after the call");
        FxThread.run(() -> window.find("#save-here", Button.class).fire());
        window.until("it is saved", () -> window.front().place().isPresent() && !window.front().dirty().get());
        assertEquals(title, window.front().title().get());
        var text = Files.readString(file);
        assertTrue(text.contains("$select=Id,Name") && text.contains("creatio-demo") && text.contains("{{clientSecret}}"), text);
        var saved = window.shell().desk().request(window.front().place().orElseThrow()).orElseThrow();
        assertEquals("creatioOAuth", saved.request().auth().type());
        assertEquals(demo.address() + "/creatio", saved.request().auth().values().get("baseUrl"));
    }

    @Test
    void inALowWindowTheCodeHasTheWholeHeightUntilTheAnswerIsWanted() {
        open("/creatio/0/odata/Account?$top=1", "noauth", Map.of());
        window.until("the answer's place is below", () -> window.shows("#response"));
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        window.until("the code is high", () -> window.scene().lookup("#code-panel") instanceof Region code && code.getHeight() > 250);
        assertFalse(window.shows("#response"));
        var url = FxThread.get(() -> window.scene().getFocusOwner());
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        window.until("the answer's place is back", () -> window.shows("#response") && !window.shows("#code-panel"));
        assertSame(url, FxThread.get(() -> window.scene().getFocusOwner()), "the keyboard stays in the URL");
        var chooser = window.find("#auth-type", Button.class);
        FxThread.run(chooser::requestFocus);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        window.until("the code has the keyboard", () -> window.scene().getFocusOwner() instanceof Node owner && within("#code-panel", owner));
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        window.until("it goes back to the page", () -> window.scene().getFocusOwner() == chooser);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        window.until("the code is there again", () -> window.shows("#code-panel") && !window.shows("#response"));
        send();
        assertTrue(window.shows("#response") && !window.shows("#code-panel"), "who sends wants to see the answer");
    }

    private boolean within(String selector, Node node) {
        var at = node;
        while (at != null && at != window.scene().lookup(selector)) {
            at = at.getParent();
        }
        return at != null;
    }

    @Test
    void aPageInPlaceOfTheIdentityServiceIsNamed() {
        demo.vendors().faults().set(Fault.IDENTITY_HTML, 0);
        open("/creatio/0/odata/Account?$top=1", "creatioOAuth", Map.of("identityUrl", demo.address() + "/creatio-identity", "clientId", "creatio-demo", "clientSecret", "creatio-demo-secret"));
        fire("#vendor-check");
        window.until("it is named", () -> window.shows("#vendor-panel #finding-html-instead-of-json"));
        assertTrue(FxThread.get(() -> text("#vendor-panel #finding-advice")).contains("port 8090"));
    }
}
