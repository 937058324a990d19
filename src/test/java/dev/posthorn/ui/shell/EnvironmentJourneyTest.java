package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.store.LiveFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with environments: values of this machine, secrets, copies.
final class EnvironmentJourneyTest {
    private static final String ENVIRONMENT = """
            {
              "name": "Staging",
              "values": [
                {"key": "host", "value": "http://localhost", "type": "default", "enabled": true},
                {"key": "token", "value": "", "type": "secret", "enabled": true}
              ],
              "_postman_variable_scope": "environment"
            }
            """;

    @TempDir
    Path folder;

    private OpenWindow window;
    private Path file;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private void open(String text) throws IOException {
        file = folder.resolve("Staging.postman_environment.json");
        Files.writeString(file, text);
        window = new OpenWindow(folder.resolve("home"), null);
        window.toChoose = List.of(file);
        window.perform(Action.OPEN);
        window.until("the environment is open", () -> !window.shell().desk().environments().isEmpty());
    }

    private EnvironmentDocument edit() {
        FxThread.run(() -> window.shell().tabs().edit(window.shell().desk().environments().getFirst()));
        window.until("it is shown", () -> window.shows("#environment-table"));
        return (EnvironmentDocument) window.front();
    }

    /// Gives a row a value of this machine.
    private static void type(EnvironmentDocument document, int row, String value) {
        FxThread.run(() -> {
            var rows = new ArrayList<>(document.rows());
            rows.set(row, rows.get(row).withCurrent(value));
            document.edited(rows);
        });
    }

    @Test
    void aValueOfThisMachineIsUsedAndNotWrittenIntoTheFile() throws IOException {
        open(ENVIRONMENT);
        var document = edit();
        type(document, 0, "http://here");
        window.until("it is changed", () -> document.dirty().get());
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is saved", () -> !document.dirty().get());
        assertEquals(ENVIRONMENT, Files.readString(file));
        FxThread.run(() -> window.shell().choose("Staging"));
        window.until("it is in use", () -> window.shell().desk().chosen().equals("Staging"));
        assertEquals("http://here", window.shell().desk().context(null).scopes(List.of()).find("host").orElseThrow().value());
    }

    @Test
    void aSecretWithoutAValueIsNamedOverTheRequestAndFilledIn() throws IOException {
        open(ENVIRONMENT);
        FxThread.run(() -> window.shell().choose("Staging"));
        window.until("it is in use", () -> window.shell().desk().chosen().equals("Staging"));
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.until("the secret is named", () -> window.says("1 secret has no value on this machine: token."));
        FxThread.run(() -> ((Button) window.scene().lookup("#missing-fill")).fire());
        window.until("it can be filled in", () -> window.shows("#fill-token"));
        FxThread.run(() -> ((PasswordField) window.scene().lookup("#fill-token").lookup(".password-field")).setText("s3cret-value"));
        FxThread.run(() -> ((Button) window.scene().lookup("#fill-go")).fire());
        window.until("nothing is missing", () -> !window.shows("#missing-secrets"));
        assertEquals("s3cret-value", window.shell().desk().context(null).scopes(List.of()).find("token").orElseThrow().value());
        assertFalse(Files.readString(file).contains("s3cret-value"));
    }

    @Test
    void aSecretThatStandsInTheFileMovesToTheSecrets() throws IOException {
        open(ENVIRONMENT.replace("\"token\", \"value\": \"\"", "\"token\", \"value\": \"in-the-open\""));
        var document = edit();
        window.until("it is told", () -> window.shows("#move-to-secrets"));
        FxThread.run(() -> ((Button) window.scene().lookup("#move-to-secrets")).fire());
        window.until("it has moved", () -> document.rows().stream().anyMatch(r -> "in-the-open".equals(r.current())));
        assertFalse(Files.readString(file).contains("in-the-open"));
    }

    @Test
    void anEnvironmentIsCopiedDeletedAndBroughtBack() throws IOException {
        open(ENVIRONMENT);
        window.perform(Action.ENVIRONMENTS);
        window.until("the list is there", () -> list() != null && list().getItems().size() == 1);
        FxThread.run(() -> list().getSelectionModel().select(0));
        window.press(KeyCode.CONTROL, KeyCode.D);
        window.until("there are two", () -> window.shell().desk().environments().size() == 2);
        FxThread.run(() -> {
            list().requestFocus();
            list().getSelectionModel().select(0);
        });
        window.press(KeyCode.DELETE);
        window.until("one is left", () -> window.shell().desk().environments().size() == 1);
        assertTrue(window.says("Deleted"));
        FxThread.run(() -> window.scene().getRoot().lookupAll(".hyperlink").stream().filter(n -> n instanceof javafx.scene.control.Hyperlink h && h.getText().equals("Undo")).findFirst()
                .ifPresent(n -> ((javafx.scene.control.Hyperlink) n).fire()));
        window.until("it is back", () -> window.shell().desk().environments().size() == 2);
    }

    @Test
    void whatWasTypedIsBackAfterACrashAndSecretsWereEncryptedMeanwhile() throws IOException {
        open(ENVIRONMENT);
        var document = edit();
        type(document, 0, "http://typed");
        type(document, 1, "s3cret-value");
        window.drafts().flush();
        var crashed = folder.resolve("crashed");
        LiveFiles.copy(folder.resolve("home"), crashed);
        var journal = Files.readString(crashed.resolve("drafts/journal-1"));
        assertTrue(journal.contains("http://typed") && !journal.contains("s3cret-value"), journal);
        window.close();
        window = new OpenWindow(crashed, null);
        window.until("the tab is back", () -> window.front() instanceof EnvironmentDocument e && e.dirty().get());
        var back = (EnvironmentDocument) window.front();
        assertEquals(List.of("http://typed", "s3cret-value"), back.rows().stream().map(r -> r.current()).toList());
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is saved", () -> !back.dirty().get());
        window.drafts().flush();
        assertEquals(List.of(), window.drafts().load());
        assertEquals(ENVIRONMENT, Files.readString(file));
    }

    @Test
    void aChangeOutsideAsksWhereThereAreOwnChanges() throws IOException {
        open(ENVIRONMENT);
        var document = edit();
        type(document, 0, "http://typed");
        Files.writeString(file, ENVIRONMENT.replace("http://localhost", "http://outside"));
        window.until("it asks", () -> window.says("This environment was changed outside"));
        assertEquals("http://typed", document.rows().getFirst().current());
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("nothing is written before that is said", () -> window.says("Say first which version counts"));
        window.robot.clickOn("#conflict-compare");
        window.until("both are shown", () -> window.shows("#compare-lines") && window.says("They differ in: 1 variable."));
        window.robot.clickOn("#compare-theirs");
        window.until("theirs is taken", () -> !document.dirty().get() && document.rows().getFirst().shared().value().equals("http://outside"));
        assertFalse(window.shows("#conflict-bar"));
    }

    @Test
    void aSecretThatIsFilledInElsewhereIsNoConflict() throws IOException {
        open(ENVIRONMENT);
        var document = edit();
        type(document, 0, "http://typed");
        var key = new dev.posthorn.store.VariableKey(dev.posthorn.store.VariableKey.scope(document.saved()), "token");
        FxThread.run(() -> window.shell().tabs().host().environments().fillIn(java.util.Map.of(key, "filled"), () -> { }));
        window.until("it is there, beside what was typed", () -> document.rows().stream().map(r -> r.current()).toList().equals(List.of("http://typed", "filled")));
        assertFalse(window.shows("#conflict-bar"));
    }

    @Test
    void oneThatWasDeletedOutsideIsMadeAgain() throws IOException {
        open(ENVIRONMENT);
        var document = edit();
        type(document, 0, "http://typed");
        Files.delete(file);
        window.until("it asks", () -> window.says("This environment was deleted"));
        window.robot.clickOn("#conflict-save");
        window.until("it is there again", () -> !document.dirty().get() && Files.exists(file));
        window.until("it is open", () -> window.shell().desk().environments().size() == 1);
        assertEquals("http://typed", document.rows().getFirst().current());
        assertFalse(window.shows("#conflict-bar"));
    }

    private ListView<?> list() {
        return (ListView<?>) window.scene().lookup("#environment-list");
    }
}
