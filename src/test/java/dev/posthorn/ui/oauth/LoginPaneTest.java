package dev.posthorn.ui.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.BodyInMemory;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Wire;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.ui.kit.OnFx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A login as the person sees it.
final class LoginPaneTest {

    private static final Auth SETTINGS = new Auth("oauth2", Map.of("clientSecret", "never-shown-secret"));

    private final FakeLogins logins = new FakeLogins();
    private final List<Mend> mends = new ArrayList<>();
    private LoginPane pane;
    private Stage stage;

    private LoginRun open(Strategy strategy, LoginRun.Errand errand) {
        var run = new LoginRun("Log in", strategy, SETTINGS, FakeLogins.NOW);
        stage = OnFx.show(OnFx.get(() -> pane = new LoginPane(run, logins, mends::add)), 700, 480);
        OnFx.run(() -> run.start(logins.background(), errand));
        return run;
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    private void says(String words) {
        OnFx.until("the state says " + words, () -> stage.getScene().lookup("#login-state") instanceof Label label && label.getText().contains(words));
    }

    private static Hop hop() {
        var form = "application/x-www-form-urlencoded";
        var body = "grant_type=authorization_code&client_id=me&client_secret=never-shown-secret&code=never-shown-code".getBytes(StandardCharsets.UTF_8);
        var answer = new BodyInMemory("{\"error\": \"invalid_client\", \"hint\": \"never-shown-secret\"}".getBytes(StandardCharsets.UTF_8));
        var timings = new Timings(FakeLogins.NOW, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(40), Duration.ofMillis(2));
        return new Hop(new Wire("POST", "https://login.test/token", List.of(new Header("Content-Type", form)), new Payload.Bytes(body, form)),
                new Response(401, "Unauthorized", "HTTP/1.1", List.of(new Header("Content-Type", "application/json")), answer, new Sizes(1, 1, 1, 1, 1), timings, "", false), Hop.Why.FIRST);
    }

    @Test
    void eachHopOpensWithItsSecretsCoveredAlsoAfterItsBodyWasLetGo() {
        var hop = hop();
        open(null, (_, watcher, _) -> {
            watcher.step(new LoginStep(FakeLogins.NOW.plusMillis(120), LoginStep.Kind.BAD, "Token request", "invalid_client", hop));
            hop.received().body().release();
            return new LoginResult.Failed(new Finding("credentials-elsewhere", "The credentials are not accepted in the body.", "Try the header.",
                    List.of(new Mend.Change("Send them as Basic header", Map.of("client_authentication", "header")))));
        });
        says("No token came");
        OnFx.run(() -> pane.timeline().rows().getFirst().requestFocus());
        OnFx.press(stage, KeyCode.ENTER);
        var text = OnFx.get(() -> pane.timeline().rows().getFirst().detailText());
        assertTrue(text.contains("POST /token") && text.contains("invalid_client"), text);
        assertFalse(text.contains("never-shown"), text);
        OnFx.run(() -> ((Button) stage.getScene().lookup("#mend-change")).fire());
        assertEquals("Send them as Basic header", mends.getFirst().label());
    }

    @Test
    void aMendIsNamedToTheLetterAndTickedWhenItIsDone() {
        open(null, (_, _, _) -> new LoginResult.Failed(new Finding("no-refresh", "No refresh token came.", "Add the scope.",
                List.of(new Mend.Change("Add offline_access", Map.of("scope", "offline_access")), new Mend.LogIn("Log in again")))));
        says("No token came");
        var mend = OnFx.get(() -> (Button) stage.getScene().lookup("#mend-change"));
        assertEquals("Add offline_access", OnFx.get(mend::getText));
        assertFalse(OnFx.get(mend::isMnemonicParsing), "an underscore is a letter");
        assertNull(OnFx.get(() -> stage.getScene().lookup("#mend-login")), "who shows the login has a button for another one");
        OnFx.run(mend::fire);
        assertNotNull(OnFx.get(mend::getGraphic));
    }

    @Test
    void whoGivesUpIsToldTheRedirectUrlThatTheProviderMustKnow() {
        var run = open(Strategy.BROWSER, (person, _, cancellation) -> {
            var over = new CountDownLatch(1);
            cancellation.whenCancelled(over::countDown);
            person.page(URI.create("https://login.test/authorize?client_id=me&redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Fcallback"), "");
            await(over);
            return new LoginResult.Ended("you cancelled it");
        });
        says("Waiting");
        OnFx.run(run::cancel);
        says("ended");
        assertTrue(OnFx.get(() -> ((Label) stage.getScene().lookup("#finding-advice")).getText()).contains("exactly this one: http://127.0.0.1:4711/callback"));
        assertNotNull(OnFx.get(() -> stage.getScene().lookup("#mend-copy")));
    }

    @Test
    void theBrowserIsWaitedForOpenedAgainAndCancelled() {
        var run = open(Strategy.BROWSER, (person, _, cancellation) -> {
            var over = new CountDownLatch(1);
            cancellation.whenCancelled(over::countDown);
            person.page(URI.create("https://login.test/authorize?redirect_uri=http%3A%2F%2F127.0.0.1%3A5000%2Fcb"), "Your browser will warn.");
            await(over);
            return new LoginResult.Ended("you cancelled it");
        });
        says("Waiting for you in the browser");
        assertEquals("Your browser will warn.", OnFx.get(() -> ((Label) stage.getScene().lookup("#login-note")).getText()));
        OnFx.run(() -> ((Button) stage.getScene().lookup("#login-open")).fire());
        OnFx.until("it is opened again", () -> logins.done.contains("browse https://login.test/authorize?redirect_uri=http%3A%2F%2F127.0.0.1%3A5000%2Fcb"));
        assertNull(OnFx.get(() -> stage.getScene().lookup("#login-redirect-hint")));
        logins.now = FakeLogins.NOW.plusSeconds(30);
        OnFx.until("an error of the provider is thought of", () -> stage.getScene().lookup("#login-copy-redirect") instanceof Button);
        OnFx.run(() -> ((Button) stage.getScene().lookup("#login-copy-redirect")).fire());
        assertEquals("http://127.0.0.1:5000/cb", OnFx.get(() -> Clipboard.getSystemClipboard().getString()));
        OnFx.run(run::cancel);
        says("you cancelled it");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsPastedWronglyIsExplainedAndMayBeCorrected() {
        var taken = new CountDownLatch(1);
        open(Strategy.PASTE, (person, _, _) -> {
            person.page(URI.create("https://login.test/authorize"), "");
            try (var _ = person.offer(text -> {
                if (!text.contains("code=")) {
                    return Optional.of("There is no code in it.");
                }
                taken.countDown();
                return Optional.empty();
            })) {
                await(taken);
            }
            return new LoginResult.In(FakeLogins.token("t", "Pasted", 60, ""), List.of());
        });
        OnFx.until("the field is there", () -> stage.getScene().lookup("#login-paste") != null);
        paste("https://app.test/callback");
        OnFx.until("it is explained", () -> ((Label) stage.getScene().lookup("#login-paste-trouble")).getText().equals("There is no code in it."));
        paste("https://app.test/callback?code=1&state=2");
        says("Got a token for ann");
    }

    private void paste(String text) {
        OnFx.run(() -> {
            var field = (TextField) stage.getScene().lookup("#login-paste");
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @Test
    void aDeviceCodeIsLargeAndCountsDown() {
        open(Strategy.BROWSER, (person, _, _) -> {
            person.code(URI.create("https://login.test/device"), "WDJB-MJHT", FakeLogins.NOW.plusSeconds(61));
            await(new CountDownLatch(1));
            return new LoginResult.Ended("nobody came");
        });
        OnFx.until("the code is there", () -> stage.getScene().lookup("#device-code") instanceof TextField field && field.getText().equals("WDJB-MJHT"));
        logins.now = FakeLogins.NOW.plusSeconds(20);
        OnFx.until("it counts", () -> ((Label) stage.getScene().lookup("#device-left")).getText().contains("0:41"));
        logins.now = FakeLogins.NOW.plusSeconds(120);
        OnFx.run(() -> ((DeviceCode) stage.getScene().lookup(".device-code")).tick());
        OnFx.until("it ends", () -> ((Label) stage.getScene().lookup("#device-left")).getText().contains("expired"));
    }
}
