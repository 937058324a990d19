package dev.posthorn.ui.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.Field;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.workbench.AutomaticHeader;
import dev.posthorn.workbench.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AuthorizationTabTest {

    private final FakeServices services = new FakeServices();
    private Draft<Request> draft;
    private RequestPane pane;
    private Stage stage;

    private void open(Auth auth) {
        open(Request.get("https://mycreatio.com/0/odata/Account").withAuth(auth));
    }

    private void open(Request request) {
        draft = new Draft<>(request);
        pane = OnFx.get(() -> new RequestPane(draft, services));
        stage = OnFx.show(pane, 900, 600);
        OnFx.run(() -> pane.select("authorization"));
        OnFx.run(() -> stage.getScene().getRoot().applyCss());
        OnFx.run(() -> stage.getScene().getRoot().layout());
    }

    @AfterEach
    void close() {
        if (stage != null) {
            OnFx.run(stage::close);
        }
    }

    private String texts() {
        return OnFx.get(() -> pane.lookupAll(".label").stream().map(n -> ((Label) n).getText()).filter(t -> t != null && !t.isEmpty()).collect(Collectors.joining("|")));
    }

    private void says(String text) {
        OnFx.until("it says " + text, () -> texts().contains(text));
    }

    private <N extends Node> N find(String id, Class<N> type) {
        return type.cast(OnFx.get(() -> pane.lookup(id)));
    }

    private TypeChooser chooser() {
        return find("#auth-type", TypeChooser.class);
    }

    @Test
    void whatWillBeSentIsShownWithTheSecretMasked() {
        open(Auth.INHERIT);
        says("Authorization:|Bearer ••••");
        assertFalse(texts().contains("s3cr3t"), texts());
        OnFx.run(() -> find("#inherited-from", Hyperlink.class).fire());
        assertEquals(List.of("Creatio"), services.visited);
        OnFx.run(() -> find("#reveal", ButtonBase.class).fire());
        assertTrue(texts().contains("Bearer s3cr3t-token"), texts());
    }

    @Test
    void theExplanationFollowsTheFormAndNamesWhatHasNoValue() {
        open(new Auth("basic", Map.of("username", "joe", "password", "{{nowhere}}")));
        says("No value for {{nowhere}} (Password)");
        OnFx.run(() -> chooser().choose("noauth"));
        says("Nothing: no authorization is set.");
        OnFx.run(() -> chooser().choose("jwt"));
        says("Nothing will be sent: no algorithm is chosen.");
        OnFx.run(() -> draft.edit(r -> r.withAuth(r.auth().with("algorithm", "HS256").with("secret", "{{token}}").with("payload", "{\"sub\":\"{{page}}\"}"))));
        says("\"sub\": \"20\"");
        says("What is signed");
    }

    @Test
    void inANarrowPaneWhatWillBeSentStandsBelowTheForm() {
        open(Auth.INHERIT);
        var explained = OnFx.get(() -> pane.lookup("#explain"));
        assertTrue(OnFx.get(() -> explained.localToScene(0, 0).getX() > 400));
        OnFx.run(() -> stage.setWidth(600));
        OnFx.until("it stands below", () -> OnFx.get(() -> explained.localToScene(0, 0).getX() < 40 && explained.getLayoutY() > 40));
        OnFx.run(() -> stage.setWidth(900));
        OnFx.until("it stands beside again", () -> OnFx.get(() -> explained.localToScene(0, 0).getX() > 400));
        says("Authorization:|Bearer ••••");
    }

    @Test
    void theHeadersTabCoversWhatTheAuthorizationAdds() {
        services.signed = List.of(new AutomaticHeader("Authorization", "Basic YW5uOm5ldmVyLXNob3du", "", AutomaticHeaders.State.SENT, ""));
        open(new Auth("basic", Map.of("username", "ann", "password", "never-shown")));
        OnFx.run(() -> pane.select("headers"));
        says("added by the authorization");
        says("Basic ••••••••");
        assertFalse(texts().contains("YW5uOm5ldmVyLXNob3du"), texts());
    }

    @Test
    void aValueIsCopiedWholeWhileItIsMasked() {
        open(Auth.INHERIT);
        says("Authorization:|Bearer ••••");
        OnFx.run(() -> find("#explain .sent-line .icon-button", ButtonBase.class).fire());
        assertEquals("Bearer s3cr3t-token", OnFx.get(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void goingBackToATypeBringsItsValuesBack() {
        open(new Auth("basic", Map.of("username", "{{identity}}", "password", "hunter22")));
        OnFx.run(() -> chooser().choose("bearer"));
        assertEquals(new Auth("bearer", Map.of()), draft.value().auth());
        OnFx.run(() -> chooser().choose("basic"));
        assertEquals("hunter22", draft.value().auth().text("password"));
    }

    @Test
    void theTypeIsSearchedAndTakenWithTheKeyboard() {
        open(Auth.NONE);
        OnFx.run(() -> chooser().requestFocus());
        OnFx.press(stage, KeyCode.DOWN);
        var window = OnFx.get(() -> Window.getWindows().stream().filter(w -> w.getScene() != null && w.getScene().lookup("#auth-type-search") != null).findFirst().orElseThrow());
        assertEquals(List.of("Inherit from parent", "Common", "No Auth", "Bearer Token"), OnFx.get(() -> chooser().offered()).subList(0, 4));
        OnFx.run(() -> ((TextField) window.getScene().lookup("#auth-type-search")).setText("atlassian"));
        assertEquals(List.of("Signed tokens", "ASAP (Atlassian)"), OnFx.get(() -> chooser().offered()));
        OnFx.run(() -> window.getScene().lookup("#auth-type-search").fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        assertEquals("asap", draft.value().auth().type());
        assertFalse(OnFx.get(window::isShowing));
    }

    @Test
    void aChoiceChangesTheFormAndTheOthersKeepTheirTextAndTheKeyboard() {
        open(new Auth("jwt", Map.of("algorithm", "HS256", "secret", "never-shown-anywhere", "payload", "{\"a\":1}")));
        var choice = find("#field-algorithm", ChoiceBox.class);
        var payload = OnFx.get(() -> pane.lookup("#field-payload"));
        OnFx.run(choice::requestFocus);
        OnFx.run(() -> choice.getSelectionModel().select(9));
        assertEquals("PS512", draft.value().auth().text("algorithm"));
        assertTrue(OnFx.get(() -> pane.lookup("#field-secret") == null && pane.lookup("#field-privateKey") != null));
        assertSame(payload, OnFx.get(() -> pane.lookup("#field-payload")));
        assertSame(choice, OnFx.get(() -> stage.getScene().getFocusOwner()));
        assertEquals("never-shown-anywhere", draft.value().auth().text("secret"));
        assertEquals("{\"a\":1}", draft.value().auth().text("payload"));
    }

    @Test
    void lookingAtAFormChangesNothingInIt() {
        var values = new LinkedHashMap<String, Object>();
        values.put("exp", 60);
        values.put("claims", Map.of("a", List.of(1, 2)));
        values.put("future", Map.of("b", true));
        open(new Auth("asap", values));
        OnFx.run(() -> find("#fold-advanced", ButtonBase.class).fire());
        assertFalse(draft.dirty());
        assertEquals(values, draft.value().auth().values());
    }

    @Test
    void aPrivateKeyIsCoveredUntilItIsLookedAt() {
        open(new Auth("asap", Map.of("privateKey", "-----BEGIN PRIVATE KEY-----\nnever-shown-anywhere\n-----END PRIVATE KEY-----")));
        var cover = OnFx.get(() -> (ButtonBase) pane.lookup("#field-privateKey .secret-cover"));
        assertTrue(OnFx.get(cover::isVisible));
        assertTrue(OnFx.get(cover::getText).contains("3 lines"), OnFx.get(cover::getText));
        OnFx.run(cover::fire);
        assertFalse(OnFx.get(cover::isVisible));
    }

    @Test
    void aFlagIsShownAndKeptInItsKind() {
        open(new Auth("jwt", Map.of("algorithm", "HS256", "isSecretBase64Encoded", "{{flag}}")));
        var box = find("#field-isSecretBase64Encoded", CheckBox.class);
        assertTrue(OnFx.get(box::isIndeterminate));
        OnFx.run(box::fire);
        assertInstanceOf(Boolean.class, draft.value().auth().values().get("isSecretBase64Encoded"));
    }

    @Test
    void aTypeThatCannotBeSignedWithIsShownByNameAndKept() {
        var sasl = new Auth("sasl", Map.of("mechanism", "PLAIN", "password", "zzz", "options", Map.of("a", 1)));
        open(sasl);
        says("mechanism|PLAIN");
        assertTrue(texts().contains("options|{\"a\": 1}") || texts().contains("options|{\"a\":1}"), texts());
        assertFalse(texts().contains("zzz"), texts());
        assertEquals(sasl, draft.value().auth());
        assertFalse(draft.dirty());
        says("Posthorn keeps it in the file but cannot sign with it");
    }

    @Test
    void othersPutAPanelUnderTheFormAndAButtonBesideASecret() {
        var shown = new ArrayList<String>();
        services.extras = new AuthExtras() {
            @Override
            public Optional<Panel> under(String type, AuthEditing editing) {
                return type.equals("bearer") ? Optional.of(new Panel() {
                    private final Label label = new Label("a panel");

                    @Override
                    public Node node() {
                        return label;
                    }

                    @Override
                    public void show() {
                        shown.add(editing.effective().from() + ":" + editing.effective().auth().text("token"));
                    }
                }) : Optional.empty();
            }

            @Override
            public Optional<FieldForm.Beside> beside(Field secret, AuthEditing editing) {
                return Optional.of(new FieldForm.Beside() {
                    private final Label label = new Label("beside");

                    @Override
                    public Node node() {
                        return label;
                    }

                    @Override
                    public void show(String text) {
                        label.setText("beside " + secret.key() + " " + text.length());
                    }
                });
            }
        };
        open(Auth.INHERIT);
        assertTrue(texts().contains("a panel"), texts());
        OnFx.run(() -> draft.edit(r -> r.withAuth(new Auth("bearer", Map.of("token", "own")))));
        assertTrue(texts().contains("beside token 3"), texts());
        assertEquals(List.of("Creatio:{{token}}", "this request:own"), shown);
        OnFx.run(() -> draft.edit(r -> r.withAuth(new Auth("basic", Map.of()))));
        assertFalse(texts().contains("a panel"), texts());
    }

    @Test
    void theEnvironmentIsFollowed() {
        open(Auth.INHERIT);
        says("Authorization:|Bearer ••••");
        services.environment = new Environment("Empty", false, List.of(Entry.of("a", "b")));
        OnFx.run(() -> pane.environmentChanged());
        says("No value for {{token}} (Token)");
    }
}
