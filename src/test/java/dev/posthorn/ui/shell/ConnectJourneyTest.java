package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.FreePort;
import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.Outcome;
import dev.posthorn.store.LiveFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The guided start of each vendor, from the empty window to a request that is answered.
final class ConnectJourneyTest {

    private static DemoServer demo;

    @TempDir
    static Path folder;

    private static OpenWindow window;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoServer.start(0);
        window = new OpenWindow(folder.resolve("home"), null, new SecretsInMemory(), new Ann());
    }

    @AfterAll
    static void stop() {
        window.close();
        demo.close();
    }

    @AfterEach
    void reset() {
        demo.vendors().reset();
    }

    private void begin(Action action) {
        window.perform(action);
        window.until("the sheet is there", () -> window.shows("#connect #connect-go"));
        write("#connect-folder", folder.resolve("mine").toString());
    }

    private void write(String selector, String text) {
        window.until(selector + " is there", () -> window.shows(selector));
        var field = window.find(selector, TextField.class);
        FxThread.run(() -> field.setText(text));
    }

    private void secret(String selector, String text) {
        window.until(selector + " is there", () -> window.shows(selector));
        var field = window.find(selector + " .password-field", PasswordField.class);
        FxThread.run(() -> field.setText(text));
    }

    @SuppressWarnings("unchecked")
    private void choose(String selector, int index) {
        window.until(selector + " is there", () -> window.shows(selector));
        var box = (ChoiceBox<Object>) window.find(selector, ChoiceBox.class);
        FxThread.run(() -> box.getSelectionModel().select(index));
    }

    private void fire(String selector) {
        window.until(selector + " is there", () -> window.shows(selector));
        var button = window.find(selector, Button.class);
        FxThread.run(button::fire);
    }

    private void untilGood() {
        window.until("all is well", () -> window.find("#connect-go", Button.class).getText().startsWith("Make"));
    }

    private String files() throws IOException {
        return LiveFiles.all(folder).stream().filter(f -> f.toString().matches(".*(yaml|environment\\.json)")).map(ConnectJourneyTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Enter makes what was checked, Ctrl+Enter sends the first request.
    private void makeAndSend(String name, String secret) throws IOException {
        make(name, secret);
        window.perform(Action.SEND);
        window.until("there is an answer", () -> window.outcome() != null && !window.request().sending());
        assertEquals(200, assertInstanceOf(Outcome.Received.class, FxThread.get(window::outcome)).response().status());
    }

    private void make(String name, String secret) throws IOException {
        window.press(KeyCode.ENTER);
        window.until("the first request is open", () -> window.front() instanceof RequestDocument && !window.shows("#connect"));
        window.until("the environment is chosen", () -> window.shell().desk().chosen().equals(name));
        var made = files();
        assertTrue(made.contains("{{"), made);
        assertFalse(made.contains(secret), made);
    }

    @Test
    void creatioByNameAndPasswordOnThePlatformThatItRunsOn() throws IOException {
        begin(Action.CONNECT_CREATIO);
        assertTrue(FxThread.get(() -> window.scene().getFocusOwner() == window.find("#field-baseUrl", TextField.class)), "typing begins in the first field");
        write("#field-baseUrl", demo.address() + "/creatio-net/Login/NuiLogin.aspx?ReturnUrl=%2f");
        write("#field-username", "ann");
        secret("#field-password", "not-this-one");
        FxThread.run(() -> window.find("#connect-go", Button.class).requestFocus());
        fire("#connect-go");
        window.until("the server's words are there", () -> window.shows("#connect #finding-login-refused"));
        window.until("the password can be typed anew", () -> window.scene().getFocusOwner() == window.find("#field-password .password-field", PasswordField.class));
        secret("#field-password", "secret");
        window.until("it is unchecked", () -> !window.shows("#finding-login-refused"));
        write("#connect-name", "My Creatio");
        FxThread.run(() -> window.find("#connect-name", TextField.class).requestFocus());
        window.press(KeyCode.ENTER);
        untilGood();
        assertTrue(FxThread.get(() -> window.says("The site runs on .NET")));
        makeAndSend("My Creatio", "\"value\": \"secret\"");
        assertTrue(FxThread.get(() -> window.request().draft().value().url().startsWith("{{creatio}}/odata/")));
    }

    @Test
    void creatioByOAuthWithTheDemoServer() throws IOException {
        begin(Action.CONNECT_CREATIO);
        choose("#connect-type", 1);
        fire("#connect-demo");
        fire("#connect-go");
        untilGood();
        assertTrue(FxThread.get(() -> window.says("calls itself \"creatio.com\"")));
        makeAndSend("Creatio (demo)", "creatio-demo-secret");
    }

    @Test
    void theIdentityServiceIsFoundWhereItsAddressIsLeftEmpty() {
        begin(Action.CONNECT_CREATIO);
        choose("#connect-type", 1);
        write("#field-baseUrl", demo.address() + "/creatio");
        write("#field-clientId", "creatio-demo");
        secret("#field-clientSecret", "creatio-demo-secret");
        fire("#connect-go");
        untilGood();
        assertEquals(demo.address() + "/creatio-identity", window.find("#field-identityUrl", TextField.class).getText());
        window.press(KeyCode.ESCAPE);
        window.until("Esc closes the sheet", () -> !window.shows("#connect"));
    }

    @Test
    void bizagiWithALoginInTheBrowser() throws IOException {
        begin(Action.CONNECT_BIZAGI);
        choose("#field-grant_type", 1);
        fire("#connect-demo");
        // Not the usual one: another test may listen there at this moment.
        write("#field-redirectPort", String.valueOf(FreePort.find()));
        fire("#connect-go");
        untilGood();
        assertTrue(FxThread.get(() -> window.says("A person logs in")));
        write("#connect-name", "Bizagi of a person");
        FxThread.run(() -> window.find("#connect-go", Button.class).requestFocus());
        make("Bizagi of a person", "bizagi-all-secret");
        window.perform(Action.SEND);
        fire("#mend-login");
        window.until("the vendor's page is open, and what the browser will warn of is said", () -> window.shows("#login-sheet") && window.says("your browser will warn"));
        window.press(KeyCode.ESCAPE);
        window.until("Esc ends the login", () -> window.scene().lookup("#login-state") == null || !window.says("Waiting for you in the browser"));
        window.press(KeyCode.ESCAPE);
        window.until("Esc puts it away", () -> !window.shows("#login-sheet"));
    }

    @Test
    void bizagiWithTheDemoServer() throws IOException {
        begin(Action.CONNECT_BIZAGI);
        fire("#connect-go");
        window.until("what is missing is named", () -> window.shows("#finding-missing"));
        fire("#connect-demo");
        fire("#connect-go");
        untilGood();
        makeAndSend("Bizagi (demo)", "bizagi-all-secret");
    }

    @Test
    void aWorkflowServerThatIsNotOpenByAPressOfTheMend() throws IOException {
        begin(Action.CONNECT_WORKFLOW_SERVER);
        write("#field-serverUrl", demo.address() + "/workflow");
        fire("#connect-go");
        window.until("it is not open", () -> window.shows("#finding-nothing-sent"));
        fire("#connect #mend-change");
        secret("#field-token", "workflow-demo-token");
        fire("#connect-go");
        untilGood();
        write("#connect-name", "Workflow");
        makeAndSend("Workflow", "workflow-demo-token");
    }

    @Test
    void aServerWithoutTlsIsTakenAfterAPressOfTheMend() throws IOException {
        begin(Action.CONNECT_WORKFLOW_SERVER);
        write("#field-serverUrl", demo.address().replace("http:", "https:") + "/workflow-open");
        fire("#connect-go");
        window.until("it is only http", () -> window.shows("#finding-only-http"));
        fire("#connect #mend-change");
        assertTrue(FxThread.get(() -> window.find("#field-serverUrl", TextField.class).getText().startsWith("http:")));
        fire("#connect-go");
        untilGood();
        write("#connect-name", "Plain");
        makeAndSend("Plain", "workflow-demo-token");
    }
}
