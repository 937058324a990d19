package dev.posthorn.ui.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Finding;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.ui.kit.Variables;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person sees and does with the token of a request.
final class TokenPanelTest {

    private final FakeLogins logins = new FakeLogins();
    private final FakeDesk desk = new FakeDesk();
    private Stage stage;

    private void open() {
        stage = OnFx.show(OnFx.get(() -> {
            var panel = new OAuthPanel(logins, desk, desk, Variables.none());
            desk.changed = panel::show;
            return panel.over();
        }), 640, 520);
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    private Node find(String selector) {
        return OnFx.get(() -> stage.getScene().lookup(selector));
    }

    private String text(String selector) {
        return find(selector) instanceof Labeled label ? label.getText() : "";
    }

    private void shows(String selector, String words) {
        OnFx.until(selector + " says " + words, () -> stage.getScene().lookup(selector) instanceof Labeled label && label.getText().contains(words) && label.isVisible());
    }

    private void fire(String selector) {
        OnFx.run(() -> ((Button) stage.getScene().lookup(selector)).fire());
    }

    @Test
    void aTokenTellsItsLifeItsScopesAndHowItIsRenewedButNotItself() {
        logins.kept.add(FakeLogins.token("t1", "Creatio", 724, "r"));
        open();
        shows("#token-life", "expires in 12:04");
        assertTrue(text("#token-who").contains("ann"), text("#token-who"));
        shows("#token-renewal", "refresh token");
        assertTrue(OnFx.get(() -> stage.getScene().getRoot().lookupAll(".scope-chip.cut").stream().anyMatch(n -> ((Labeled) n).getText().startsWith("admin"))));
        assertFalse(text("#token-value").contains("never-shown"));
        OnFx.run(() -> ((ToggleButton) stage.getScene().lookup("#token-value-eye")).fire());
        assertEquals("never-shown-t1", text("#token-value"));
    }

    @Test
    void theCountdownRunsDownAndThenSaysWhatWillHappen() {
        logins.kept.add(FakeLogins.token("t1", "Creatio", 90, "r"));
        open();
        shows("#token-life", "expires in 1:30");
        logins.now = FakeLogins.NOW.plusSeconds(45);
        shows("#token-life", "expires in 0:45");
        assertTrue(OnFx.get(() -> stage.getScene().lookup("#token-life").getStyleClass().contains("warning")));
        logins.now = FakeLogins.NOW.plusSeconds(270);
        OnFx.run(() -> ((TokenCard) stage.getScene().lookup("#token-card")).tick());
        shows("#token-life", "expired 3 min ago");
        shows("#token-renewal", "renewed with its refresh token at the next send");
    }

    @Test
    void aLoginShowsItsSheetAndItsTokenComesIntoView() {
        var go = new CountDownLatch(1);
        logins.login = (_, _, _) -> {
            await(go);
            return new LoginResult.In(FakeLogins.token("new", "Creatio", 3600, ""), List.of());
        };
        open();
        OnFx.until("it can be got", () -> stage.getScene().lookup("#token-get") != null);
        OnFx.run(() -> ((SplitMenuButton) stage.getScene().lookup("#token-get")).getItems().get(1).fire());
        OnFx.until("the sheet is asked for", () -> desk.shown != null);
        OnFx.until("it can be cancelled", () -> stage.getScene().lookup("#token-cancel") != null);
        go.countDown();
        shows("#token-life", "expires in 1 h 00 min");
        assertEquals(List.of("login WINDOW"), logins.done);
        OnFx.until("those around hear of it", () -> desk.said.contains("refreshed"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aLoginThatWentWrongStaysInALineUntilTheNextOne() {
        logins.login = (_, _, _) -> new LoginResult.Failed(new Finding("invalid-scope", "The scope \"admin\" is not registered.", "Add it.", List.of()));
        open();
        OnFx.until("it can be got", () -> stage.getScene().lookup("#token-get") != null);
        OnFx.run(() -> ((SplitMenuButton) stage.getScene().lookup("#token-get")).fire());
        OnFx.until("the line says it", () -> stage.getScene().lookup("#login-line").isVisible()
                && stage.getScene().lookup("#login-line").lookupAll(".label").stream().anyMatch(n -> ((Labeled) n).getText().contains("not registered")));
    }

    @Test
    void anotherTokenOfTheWorkspaceIsUsedRenamedAndRemoved() {
        logins.kept.add(FakeLogins.token("t1", "First", 724, "r"));
        logins.kept.add(FakeLogins.token("t2", "Second", 724, ""));
        open();
        shows("#token-use-another", "(2)");
        fire("#token-use-another");
        OnFx.run(() -> ((Button) stage.getScene().lookup("#token-t2").lookup(".small-button")).fire());
        assertEquals("t2", OnFx.get(() -> desk.auth.text("login")));
        shows("#token-who", "Second");
        OnFx.run(() -> stage.getScene().lookup("#token-t1").lookupAll(".icon-button").stream().reduce((_, last) -> last).map(Button.class::cast).orElseThrow().fire());
        OnFx.until("it is gone", () -> logins.done.contains("forget t1") && stage.getScene().lookup("#token-t1") == null);
    }

    @Test
    void aNameThatIsBeingTypedOutlivesWhatIsDrawnMeanwhile() {
        logins.kept.add(FakeLogins.token("t1", "First", 724, "r"));
        open();
        shows("#token-use-another", "(1)");
        fire("#token-use-another");
        var before = find("#token-t1");
        OnFx.run(() -> before.lookupAll(".icon-button").stream().findFirst().map(Button.class::cast).orElseThrow().fire());
        var field = OnFx.get(() -> (TextField) stage.getScene().lookup("#token-name"));
        OnFx.run(() -> field.setText("Fir"));
        logins.now = FakeLogins.NOW.plusSeconds(700);
        OnFx.run(() -> desk.changed.run());
        OnFx.until("its line has the new time", () -> before.lookupAll(".pill").stream().anyMatch(n -> n instanceof Label pill && pill.getText().contains("0:24")));
        assertSame(field, find("#token-name"), "the line is the same one");
        assertEquals("Fir", OnFx.get(field::getText));
    }

    @Test
    void aTokenInTheFileIsShownAsSuchAndNoLongerUsedWhenTheUserSaysSo() {
        desk.auth = desk.auth.with("accessToken", "never-shown-literal");
        open();
        shows("#token-life", "in the file");
        fire("#token-stop");
        assertEquals("", OnFx.get(() -> desk.auth.text("accessToken")));
        shows("#token-life", "none yet");
    }

    @Test
    void renewingAndAskingTheServerKeepTheTokenCovered() {
        desk.auth = desk.auth.with("introspectUrl", "https://login.test/introspect");
        logins.kept.add(FakeLogins.token("t1", "Creatio", 10, "r"));
        open();
        OnFx.until("it can be renewed", () -> stage.getScene().lookup("#token-renew") != null);
        fire("#token-renew");
        shows("#token-life", "expires in 1 h 00 min");
        OnFx.run(() -> ((MenuButton) stage.getScene().lookup("#token-more")).getItems().getFirst().fire());
        OnFx.until("the answer is there", () -> stage.getScene().lookup("#token-told").isVisible() && stage.getScene().lookup(".transcript") != null);
        var told = OnFx.get(() -> ((dev.posthorn.ui.editor.Transcript) stage.getScene().lookup(".transcript")).text());
        assertTrue(told.contains("\"active\": true") && !told.contains("never-shown"), told);
    }

    @Test
    void discoveryFillsTheFormAndNotesAnotherIssuer() {
        desk.auth = desk.auth.with("issuer", "https://login.test");
        open();
        OnFx.until("it can be asked", () -> stage.getScene().lookup("#discovery-go") != null);
        fire("#discovery-go");
        OnFx.until("the note is there", () -> stage.getScene().lookup("#finding-issuer-differs") != null);
        assertEquals("https://login.test/token", OnFx.get(() -> desk.auth.text("accessTokenUrl")));
    }
}
