package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each button of the vendors' doctor is pressed, and the next answer is good.
final class DoctorJourneyTest {

    private static DemoServer demo;

    @TempDir
    Path folder;

    private OpenWindow window;

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
        window = new OpenWindow(folder.resolve("home"), null, new SecretsInMemory(), new Ann());
    }

    @AfterEach
    void close() {
        window.close();
        demo.vendors().reset();
    }

    private void open(String path, String type, Map<String, Object> values) {
        var before = FxThread.get(window::front);
        FxThread.run(() -> window.shell().tabs().open("Call", Request.get(demo.address() + path).withAuth(new Auth(type, values))));
        window.until("the request is open", () -> window.front() instanceof RequestDocument && window.front() != before);
        FxThread.run(() -> window.request().select("authorization"));
    }

    private void fire(String selector) {
        window.until(selector + " is there", () -> window.shows(selector));
        var button = window.find(selector, ButtonBase.class);
        FxThread.run(button::fire);
    }

    private void press(String finding, String label) {
        window.until(finding + " is there", () -> window.shows("#finding-" + finding));
        FxThread.run(() -> window.scene().getRoot().lookupAll("#finding-" + finding + " .button").stream().map(ButtonBase.class::cast).filter(b -> b.getText().equals(label)).findFirst().orElseThrow().fire());
    }

    /// Sends and waits for another outcome than the one that is shown.
    private Outcome send() {
        var before = FxThread.get(window::outcome);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("there is another outcome", () -> !window.request().sending() && window.outcome() != null && window.outcome() != before);
        return FxThread.get(window::outcome);
    }

    private int status() {
        return assertInstanceOf(Outcome.Received.class, send()).response().status();
    }

    private Map<String, Object> session(String csrf) {
        return Map.of("baseUrl", demo.address() + "/creatio", "username", "Supervisor", "password", "Supervisor", "csrf", csrf);
    }

    private Map<String, Object> oauth() {
        return Map.of("identityUrl", demo.address() + "/creatio-identity", "clientId", "creatio-demo", "clientSecret", "creatio-demo-secret");
    }

    private Map<String, Object> workflow(String site, String mode) {
        return Map.of("serverUrl", demo.address() + "/" + site, "mode", mode, "token", "workflow-demo-token");
    }

    private static final String ASK = "/workflowapi/isprocessexists/0b9a1d4e-8f6b-4d7e-9a43-2b1c5f0e7d11";

    @Test
    void theCsrfHeaderIsSwitchedOn() {
        open("/creatio/0/odata/Contact?$top=1", "creatioSession", session("never"));
        assertEquals(403, status());
        press("csrf-missing", "Send BPMCSRF where there is the cookie");
        assertEquals(200, status());
    }

    @Test
    void aSessionThatWasRefusedIsLoggedInAnew() {
        demo.vendors().faults().set(Fault.SESSION_LOST, 3);
        open("/creatio/0/odata/Contact?$top=1", "creatioSession", session("automatic"));
        assertEquals(401, status());
        demo.vendors().faults().clear(Fault.SESSION_LOST);
        var logins = demo.vendors().counts().of("creatio.logins");
        press("session-refused", "Log in now");
        window.until("there was another login", () -> demo.vendors().counts().of("creatio.logins") > logins);
        assertEquals(200, status());
    }

    @Test
    void aTokenThatIsRefusedIsReplaced() {
        demo.vendors().faults().set(Fault.TOKEN_REFUSED, 0);
        open("/creatio/0/odata/Contact?$top=1", "creatioOAuth", oauth());
        assertEquals(401, status());
        demo.vendors().faults().clear(Fault.TOKEN_REFUSED);
        var tokens = demo.vendors().counts().of("creatio-identity.tokens");
        press("token-refused", "Get another token");
        window.until("there is another token", () -> demo.vendors().counts().of("creatio-identity.tokens") > tokens);
        window.until("the sheet is gone", () -> !window.shows("#login-sheet"));
        assertEquals(200, status());
    }

    @Test
    void credentialsGoToAnotherPlace() {
        demo.vendors().faults().set(Fault.BASIC_ONLY, 0);
        open("/creatio/0/odata/Contact?$top=1", "creatioOAuth", oauth());
        assertInstanceOf(Outcome.Failed.class, send());
        fire("#mend-change");
        assertEquals(200, status());
    }

    @Test
    void theScopeOfABizagiTokenGrows() {
        open("/bizagi/odata/data/stakeholders", "bizagi", Map.of("projectUrl", demo.address() + "/bizagi", "clientId", "bizagi-all", "clientSecret", "bizagi-all-secret", "scope", "login"));
        assertEquals(403, status());
        press("scope-too-small", "Ask for login and api");
        assertEquals(200, status());
    }

    @Test
    void aClosedWorkflowServerGetsItsTokenInEitherWay() {
        open("/workflow" + ASK, "workflowServer", workflow("workflow", "open"));
        assertEquals(403, status());
        press("nothing-sent", "Use the API access token");
        assertEquals(200, status());
        open("/workflow-oidc" + ASK, "workflowServer", workflow("workflow-oidc", "token"));
        assertEquals(401, status());
        press("token-refused", "Use OpenID Connect");
        assertEquals(200, status());
    }

    @Test
    void theCheckOfOpenIdConnectOffersTheTokenItself() {
        open("/workflow" + ASK, "workflowServer", workflow("workflow", "oidc"));
        fire("#vendor-check");
        window.until("a mend is offered", () -> window.shows("#vendor-panel #mend-change"));
        fire("#vendor-panel #mend-change");
        window.until("the mode is another", () -> window.request().draft().value().auth().text("mode").equals("token"));
        assertEquals(200, status());
    }
}
