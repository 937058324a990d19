package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.model.Check;
import dev.posthorn.ui.editor.ScriptEditor;
import dev.posthorn.workbench.TabState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with scripts and with tests without code, in the whole window.
final class ScriptsJourneyTest {
    private static final String TEXT = """
            {
              "info": {"name": "Horns", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
              "item": [
                {"name": "Horn", "request": {"method": "GET", "url": "{{demo}}/json"}},
                {"name": "Start", "request": {"method": "POST", "url": "{{demo}}/processes?looks=2"},
                 "event": [{"listen": "test", "script": {"exec": ["pm.collectionVariables.set('process', pm.response.json().id);"]}}]},
                {"name": "Finish", "request": {"method": "GET", "url": "{{demo}}/processes/{{process}}"},
                 "protocolProfileBehavior": {"posthornAwait": {"subject": "json-path", "of": "$.status", "operator": "equals", "expected": "done", "interval": 50, "timeout": 20000}}}
              ]
            }
            """;
    private static final String TESTS = """
            .set("loud", pm.response.json().loud);
            pm.test("it is silent", () => {
              pm.expect(pm.response.json().loud).to.be.false;
            });
            console.log("heard", pm.info.requestName);
            """;

    @TempDir
    Path folder;

    private OpenWindow window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private void open(String request) throws IOException {
        var file = folder.resolve("horns.postman_collection.json");
        var environment = folder.resolve("Hall.postman_environment.json");
        Files.writeString(file, TEXT);
        Files.writeString(environment, "{\"name\": \"Hall\", \"values\": [{\"key\": \"loud\", \"value\": \"\", \"enabled\": true}]}");
        window = new OpenWindow(folder.resolve("home"), null);
        window.toChoose = List.of(file, environment);
        window.perform(Action.OPEN);
        window.until("both are open", () -> window.shell().desk().collections().size() == 1 && window.shell().desk().environments().size() == 1);
        FxThread.run(() -> window.shell().choose("Hall"));
        another(request);
    }

    private void another(String request) {
        window.openThroughPalette(request);
        window.until(request + " is in front", () -> window.front() instanceof RequestDocument d && d.title().get().equals(request) && window.shows("#response"));
    }

    private void send() {
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is answered", () -> !window.request().sending() && window.outcome() != null);
    }

    /// Types characters that a keyboard may not have.
    private void typed(String text) {
        text.chars().forEach(c -> FxThread.run(() -> window.scene().getFocusOwner()
                .fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(c), Character.toString(c), KeyCode.UNDEFINED, false, false, false, false))));
    }

    private List<String> checks() {
        return Check.of(window.request().draft().value().settings()).stream().map(Check::sentence).toList();
    }

    private String script() {
        return window.scene().lookup("#script-test") instanceof ScriptEditor editor ? editor.text() : "";
    }

    private GenericStyledArea<?, ?, ?> area() {
        return (GenericStyledArea<?, ?, ?>) window.scene().lookup("#script-test").lookupAll("*").stream().filter(GenericStyledArea.class::isInstance).findFirst().orElseThrow();
    }

    private boolean offers() {
        return Window.getWindows().stream().anyMatch(w -> w instanceof PopupWindow && w.isShowing());
    }

    private boolean tests(String count) {
        return window.scene().lookup("#status-tests") instanceof Labeled label && label.getText().contains(count);
    }

    @Test
    void aScriptIsWrittenRunLedToItsFailureAndItsTestsRunAgain() throws Exception {
        open("Horn");
        FxThread.run(() -> window.request().select("scripts"));
        var after = window.find("#phase-test", ToggleButton.class);
        FxThread.run(after::fire);
        window.until("the editor has the keyboard", () -> window.scene().getFocusOwner() instanceof GenericStyledArea);
        typed("pm.env");
        window.until("a member is offered", this::offers);
        window.press(KeyCode.TAB);
        window.until("it is taken", () -> script().equals("pm.environment"));
        FxThread.run(() -> area().appendText(TESTS));
        send();
        window.until("one test failed", () -> tests("0/1"));

        FxThread.run(() -> window.request().selectOfAnswer("tests"));
        window.until("it is listed below its script", () -> window.scene().lookup("#tests-list") instanceof ListView<?> list && list.getItems().size() == 2);
        FxThread.run(() -> {
            var list = window.find("#tests-list", ListView.class);
            area().moveTo(0);
            list.getSelectionModel().select(1);
            list.requestFocus();
        });
        window.press(KeyCode.ENTER);
        window.until("its line is shown", () -> area().getCurrentParagraph() == 2 && area().isFocused());

        FxThread.run(() -> area().replaceText(script().indexOf("false"), script().indexOf("false") + 5, "true"));
        FxThread.run(() -> window.find("#tests-again", Button.class).fire());
        window.until("it holds now", () -> tests("1/1"));
        assertEquals(1, window.history().size(), "nothing was sent again");

        window.perform(Action.CONSOLE);
        window.until("the console has the script's line", () -> window.scene().lookup("#console-list") instanceof ListView<?> list
                && list.getItems().stream().anyMatch(line -> line.toString().contains("heard Horn")));
        FxThread.run(() -> window.shell().tabs().edit(window.shell().desk().environments().getFirst()));
        window.until("the environment has what the script set", () -> window.front() instanceof EnvironmentDocument environment
                && environment.rows().stream().anyMatch(r -> "true".equals(r.current())));
    }

    @Test
    void testsAreMadeWithoutCodeAndAProcessIsAwaited() throws Exception {
        open("Horn");
        FxThread.run(() -> window.request().select("assertions"));
        window.until("the examples are there", () -> window.scene().lookup("#check-examples .button") instanceof Button);
        FxThread.run(() -> ((Button) window.scene().lookup("#check-examples .button")).fire());
        window.until("the row is there", () -> !checks().isEmpty());
        send();
        window.until("the row is judged", () -> window.says("all 1 hold") && tests("1/1"));
        window.until("the body is read", () -> window.shows("#body-text") && window.scene().lookup("#body-kind") instanceof Labeled kind && kind.getText().contains("JSON"));
        FxThread.run(() -> window.scene().lookup("#body-text").requestFocus());
        window.press(KeyCode.DOWN);
        for (var i = 0; i < 4; i++) {
            window.press(KeyCode.RIGHT);
        }
        window.press(KeyCode.CONTROL, KeyCode.M);
        window.until("the value is a row of the table", () -> checks().contains("$.title equals Posthorn calls"));
        window.until("it is judged by the answer that is there", () -> window.says("all 2 hold"));

        another("Start");
        send();
        another("Finish");
        send();
        window.until("it was asked until it was done", () -> window.request().state() instanceof TabState.Done(_, var report) && report.tries() > 1);
    }
}
