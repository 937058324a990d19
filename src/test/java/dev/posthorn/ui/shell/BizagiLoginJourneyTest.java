package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.FreePort;
import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.identity.Browser;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.ui.oauth.LoginRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.web.WebView;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Somebody logs in at a Bizagi by each of its redirect strategies in the program's own window, and by pasting; the call that needs the token is good then.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BizagiLoginJourneyTest {

    private static final String CALLBACK = "https://client.posthorn.example/callback";

    @TempDir
    static Path folder;

    private DemoServer demo;
    private OpenWindow window;

    @BeforeAll
    void open() throws Exception {
        FxThread.start();
        // On a busy machine WebKit needs long for its first view.
        var awake = new CompletableFuture<WebView>();
        Platform.runLater(() -> awake.complete(new WebView()));
        awake.get(180, TimeUnit.SECONDS);
        demo = DemoServer.start(0);
        window = new OpenWindow(folder.resolve("home"), null, new SecretsInMemory(), _ -> Optional.empty());
        FxThread.run(() -> window.shell().tabs().open("Stakeholders", Request.get(demo.address())));
        window.until("the request is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().select("authorization"));
    }

    @AfterAll
    void close() {
        window.close();
        demo.close();
    }

    private void show(String client, String strategy, String more) {
        window.workbench().logins().tokens().all().forEach(t -> window.workbench().logins().tokens().remove(t.id()));
        var values = new HashMap<String, Object>(Map.of("projectUrl", demo.address() + "/bizagi", "clientId", client, "clientSecret", client + "-secret", "grant_type", "authorization_code", "redirectStrategy", strategy));
        values.put(strategy.equals("localhost") ? "redirectPort" : "redirect_uri", more);
        FxThread.run(() -> window.request().draft().edit(_ -> Request.get(demo.address() + "/bizagi/odata/data/stakeholders").withAuth(new Auth("bizagi", values))));
        window.until("no token is there", () -> window.scene().lookup("#token-life") instanceof Labeled label && label.getText().equals("none yet"));
    }

    private void begin(String way) {
        window.until("a login can be begun", () -> window.shows("#token-get"));
        var get = window.find("#token-get", SplitMenuButton.class);
        FxThread.run(() -> get.getItems().stream().filter(i -> ("token-get-" + way).equals(i.getId())).findFirst().orElseThrow().fire());
    }

    private void good() {
        window.until("the login is put away", () -> !window.shows("#login-sheet"));
        window.until("the token counts down", () -> window.scene().lookup("#token-life") instanceof Labeled label && label.getText().startsWith("expires in"));
        var before = FxThread.get(window::outcome);
        window.perform(Action.SEND);
        window.until("there is another outcome", () -> !window.request().sending() && window.outcome() != null && window.outcome() != before);
        assertEquals(200, assertInstanceOf(Outcome.Received.class, FxThread.get(window::outcome)).response().status());
    }

    /// The view of the login's own window; null while there is none.
    private WebView view() {
        return Window.getWindows().stream().filter(w -> w != window.scene().getWindow() && w.getScene() != null).map(w -> (WebView) w.getScene().lookup(".web-view")).filter(Objects::nonNull).findFirst().orElse(null);
    }

    @ParameterizedTest
    @CsvSource({"bizagi-all, localhost, ''", "bizagi-web, web, https://client.posthorn.example/callback", "bizagi-title, title, ''"})
    void aPersonLogsInInTheProgramsOwnWindow(String client, String strategy, String redirect) throws IOException {
        show(client, strategy, strategy.equals("localhost") ? Integer.toString(FreePort.find()) : redirect);
        begin("window");
        window.until("the page asks who it is", () -> view() != null && Boolean.TRUE.equals(view().getEngine().executeScript("document.querySelector('[name=password]') !== null")));
        FxThread.run(() -> view().getEngine().executeScript("document.querySelector('[name=user]').value = 'admon'; document.querySelector('[name=password]').value = 'secret'; document.querySelector('button').click()"));
        good();
        window.until("the window is gone", () -> view() == null);
    }

    @Test
    void theRedirectedAddressIsPasted() throws IOException, InterruptedException {
        show("bizagi-web", "web", CALLBACK);
        begin("paste");
        window.until("somebody is waited for", () -> window.scene().lookup("#login-sheet") instanceof LoginSheet sheet && sheet.run().phase() instanceof LoginRun.Phase.Waiting && window.shows("#login-paste"));
        var page = FxThread.get(() -> ((LoginRun.Phase.Waiting) ((LoginSheet) window.scene().lookup("#login-sheet")).run().phase()).page());
        var field = window.find("#login-paste", TextField.class);
        var came = elsewhere(page);
        assertTrue(came.toString().startsWith(CALLBACK), came::toString);
        FxThread.run(() -> field.setText(came.toString()));
        FxThread.run(() -> window.find("#login-paste-done", ButtonBase.class).fire());
        good();
    }

    /// Where a browser ends that nobody here sees.
    private static URI elsewhere(URI page) throws IOException, InterruptedException {
        try (var browser = new Browser()) {
            return browser.submit(browser.open(page, CALLBACK), Map.of("user", List.of("admon"), "password", List.of("secret"), "decision", List.of("allow")), CALLBACK).at();
        }
    }
}
