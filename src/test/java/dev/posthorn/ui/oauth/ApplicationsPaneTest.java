package dev.posthorn.ui.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.ui.kit.OnFx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person does with the OAuth applications.
final class ApplicationsPaneTest {

    private final FakeLogins logins = new FakeLogins();
    private final FakeDesk desk = new FakeDesk();
    private Stage stage;

    private void open() {
        stage = OnFx.show(OnFx.get(() -> new ApplicationsPane(logins, desk)), 900, 560);
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    private static Application application(String id, String name) {
        return new Application(id, name, "", new Auth("oauth2", Map.of("grant_type", "client_credentials", "clientId", id + "-client", "scope", "read write")), "", "");
    }

    private static StoredToken login(String id, String application) {
        var token = FakeLogins.token(id, "Login " + id, 600, "r");
        return new StoredToken(id, token.name(), "", application, "ann", token.asked(), token.granted(), token.accessToken(), "", "r", "Bearer", token.obtained(), token.expires(), Map.of(), false);
    }

    private void fire(String selector) {
        OnFx.until(selector + " is there", () -> stage.getScene().lookup(selector) instanceof Button);
        OnFx.run(() -> ((Button) stage.getScene().lookup(selector)).fire());
    }

    private Optional<Application> kept(String name) {
        return logins.applications.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    @Test
    void aNewApplicationIsNamedAndKeptWithoutSaving() {
        open();
        fire("#application-add");
        OnFx.until("its name has the keyboard", () -> stage.getScene().lookup("#application-name") instanceof TextField);
        OnFx.run(() -> ((TextField) stage.getScene().lookup("#application-name")).setText("Creatio"));
        OnFx.until("it is kept", () -> kept("Creatio").isPresent());
        assertEquals("body", kept("Creatio").orElseThrow().values().text("client_authentication"));
    }

    @Test
    void scopesAreAListThatIsKeptJoinedByASpace() {
        logins.applications.add(application("a", "Mail"));
        open();
        OnFx.until("the list is there", () -> stage.getScene().lookup("#scope-add") instanceof TextField);
        OnFx.run(() -> ((TextField) stage.getScene().lookup("#scope-add")).setText("admin,read openid "));
        OnFx.until("they are kept", () -> kept("Mail").filter(a -> a.values().text("scope").equals("read write admin openid")).isPresent());
    }

    @Test
    void searchingFindsByNameAndClient() {
        logins.applications.addAll(List.of(application("a", "Mail"), application("b", "Calendar")));
        open();
        OnFx.until("both are there", () -> stage.getScene().lookup("#applications-list") instanceof ListView<?> list && list.getItems().size() == 2);
        OnFx.run(() -> ((TextField) stage.getScene().lookup("#applications-search")).setText("b-client"));
        OnFx.until("one is left", () -> ((ListView<?>) stage.getScene().lookup("#applications-list")).getItems().equals(List.of(application("b", "Calendar"))));
    }

    @Test
    void anotherLoginBecomesTheSharedOne() {
        logins.applications.add(application("a", "Mail"));
        logins.kept.addAll(List.of(login("t1", "a"), login("t2", "a"), login("t3", "other")));
        open();
        OnFx.until("its logins are there", () -> stage.getScene().lookup("#token-t2") != null && stage.getScene().lookup("#token-t3") == null);
        OnFx.run(() -> ((Button) stage.getScene().lookup("#token-t2").lookup(".small-button")).fire());
        OnFx.until("it is kept", () -> kept("Mail").filter(a -> a.shared().equals("t2")).isPresent());
    }

    @Test
    void deletingAsksAndRevokesItsLogins() {
        logins.applications.addAll(List.of(application("a", "Mail"), application("b", "Other")));
        logins.kept.addAll(List.of(login("t1", "a"), login("t2", "b")));
        open();
        fire("#application-delete");
        OnFx.until("it asks", () -> stage.getScene().lookup("#application-ask") != null);
        assertTrue(OnFx.get(() -> stage.getScene().lookup("#application-ask").lookupAll(".label").stream().anyMatch(n -> n instanceof javafx.scene.control.Labeled l && l.getText() != null && l.getText().contains("Its login is revoked"))));
        fire("#application-delete-sure");
        OnFx.until("it is gone", () -> logins.done.equals(List.of("forget t1", "deleted a")));
        assertEquals(List.of("t2"), logins.kept.stream().map(StoredToken::id).toList());
    }
}
