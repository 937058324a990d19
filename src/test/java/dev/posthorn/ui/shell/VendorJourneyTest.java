package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
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
    void aPageInPlaceOfTheIdentityServiceIsNamed() {
        demo.vendors().faults().set(Fault.IDENTITY_HTML, 0);
        open("/creatio/0/odata/Account?$top=1", "creatioOAuth", Map.of("identityUrl", demo.address() + "/creatio-identity", "clientId", "creatio-demo", "clientSecret", "creatio-demo-secret"));
        fire("#vendor-check");
        window.until("it is named", () -> window.shows("#vendor-panel #finding-html-instead-of-json"));
        assertTrue(FxThread.get(() -> text("#vendor-panel #finding-advice")).contains("port 8090"));
    }
}
