package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.ui.editor.ScriptEditor;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writes a test, sends, sees it fail, goes to its line, mends it and runs it again without sending.
final class ScriptEditorJourneyTest {

    @TempDir
    private Path folder;
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        var samples = Files.createDirectories(folder.resolve("samples"));
        Files.writeString(samples.resolve("shop.postman_collection.json"), """
                {"info": {"name": "Shop", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                 "event": [{"listen": "test", "script": {"exec": ["pm.test('shop', () => {});"]}}],
                 "item": [{"name": "Order", "request": {"method": "GET", "url": "{{demo}}/headers"},
                   "response": [{"name": "Gone", "status": "Gone", "code": 410, "header": [], "body": "{}"}]}]}
                """);
        window = new OpenWindow(folder.resolve("home"), samples);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aTestIsWrittenFailsIsMendedAndRunAgain() {
        window.openThroughPalette("Order");
        window.until("it is in front", () -> window.front() instanceof RequestDocument d && d.title().get().equals("Order"));
        var document = (RequestDocument) FxThread.get(window::front);
        FxThread.run(() -> document.select("scripts"));
        FxThread.run(window.find("#phase-test", ToggleButton.class)::fire);
        assertTrue(FxThread.get(() -> window.scene().getRoot().lookupAll(".inherited-scripts .hyperlink").stream().anyMatch(l -> ((Hyperlink) l).getText().equals("collection Shop"))));
        var editor = window.find("#script-test", ScriptEditor.class);
        FxThread.run(editor::requestFocus);
        window.type("stat");
        window.press(KeyCode.CONTROL, KeyCode.SPACE);
        window.press(KeyCode.ENTER);
        window.until("the snippet is there", () -> editor.text().contains("status(200)"));
        window.type("404");
        window.press(KeyCode.TAB);
        window.until("both marks say so", () -> editor.text().contains("Status is 404") && editor.text().contains("status(404)"));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the test failed", () -> window.scene().lookup("#status-tests") instanceof Button b && b.getText().equals("Tests 1/2"));
        window.until("the failed line is marked", () -> editor.problems().size() == 1);
        FxThread.run(window.find("#status-tests", Button.class)::fire);
        window.until("its line is a link", () -> window.scene().getRoot().lookupAll("#tests-list .hyperlink").stream().anyMatch(l -> l.isVisible() && ((Hyperlink) l).getText().equals("line 2")));
        FxThread.run(() -> document.draft().edit(r -> r.withScripts(java.util.List.of(new dev.posthorn.model.Script(dev.posthorn.model.Script.Phase.TEST, r.scripts().getFirst().code().replace("404", "410"))))));
        FxThread.run(() -> window.find("#retest", SplitMenuButton.class).fire());
        window.until("it fails otherwise", () -> window.says("expected response to have status code 410 but got 200"));
        FxThread.run(() -> document.select("scripts"));
        var saved = FxThread.get(() -> {
            var menu = window.find("#retest", SplitMenuButton.class);
            menu.getOnShowing().handle(null);
            return menu.getItems().getLast();
        });
        assertEquals("On “Gone” (410)", saved.getText());
        FxThread.run(saved::fire);
        window.until("on the saved answer it passes", () -> window.says("On the saved answer “Gone”") && window.scene().lookup("#status-tests") instanceof Button b && b.getText().equals("Tests 2/2"));
    }
}
