package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.ui.editor.Transcript;
import dev.posthorn.workbench.ConsoleEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Watches requests in the console of the window, with the keyboard alone.
final class ConsoleJourneyTest {

    @TempDir
    private Path folder;
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        var samples = Files.createDirectories(folder.resolve("samples"));
        Files.writeString(samples.resolve("api.postman_collection.json"), """
                {"info": {"name": "Api", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                 "item": [
                  {"name": "Who am I", "request": {"method": "GET", "url": "{{demo}}/headers",
                    "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "abc.def.ghi"}]}}},
                  {"name": "Twice", "request": {"method": "GET", "url": "{{demo}}/redirect/1"}},
                  {"name": "Nowhere", "request": {"method": "GET", "url": "http://127.0.0.1:1/"}}]}
                """);
        window = new OpenWindow(folder.resolve("home"), samples);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void send(String name) {
        window.openThroughPalette(name);
        window.until(name + " is in front", () -> window.front() != null && window.front().title().get().equals(name));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the answer of " + name, () -> window.outcome() != null);
    }

    private List<?> listed() {
        return FxThread.get(() -> window.scene().lookup("#console-list") instanceof ListView<?> list ? List.copyOf(list.getItems()) : List.of());
    }

    private String text() {
        return FxThread.get(() -> window.scene().lookup(".transcript") instanceof Transcript transcript ? transcript.text() : "");
    }

    @Test
    void everyExchangeIsListedAndItsSecretsAreShownOneByOne() {
        send("Who am I");
        window.press(KeyCode.CONTROL, KeyCode.J);
        window.until("the console lists it", () -> window.shows("#console") && listed().size() == 1);
        assertTrue(text().contains("GET /headers HTTP/1.1"), text());
        assertTrue(text().contains("Authorization: Bearer ••••••"), text());
        assertFalse(text().contains("abc.def.ghi"), text());
        var area = window.find("#transcript", StyleClassedTextArea.class);
        FxThread.run(() -> {
            area.requestFocus();
            area.moveTo(area.getText().indexOf("••••••") + 2);
        });
        window.press(KeyCode.ENTER);
        window.until("the first secret is shown", () -> text().contains("Authorization: Bearer abc.def.ghi"));
        assertTrue(text().indexOf("••••••") > 0, "the same value in the answer stays covered: " + text());
        window.press(KeyCode.CONTROL, KeyCode.J);
        window.until("the console is gone", () -> !window.shows("#console"));
    }

    @Test
    void newExchangesAppearWhileItIsOpenAndTheFilterFindsTheFailed() {
        window.perform(Action.CONSOLE);
        window.until("the console is empty", () -> window.says("Nothing was sent yet. Every exchange"));
        send("Twice");
        window.until("both hops are listed", () -> listed().size() == 2);
        send("Nowhere");
        window.until("the refused one is listed", () -> listed().size() == 3);
        window.until("it is shown, since it is the newest", () -> text().contains("Nothing is listening at 127.0.0.1:1"));
        var filter = window.find("#console-filter", javafx.scene.control.TextField.class);
        FxThread.run(filter::requestFocus);
        window.type("is listening at");
        window.until("only what holds the words is listed", () -> listed().size() == 1);
        assertTrue(((ConsoleEntry.Exchanged) listed().getFirst()).traffic().sent().url().equals("http://127.0.0.1:1/"));
        window.press(KeyCode.ESCAPE);
        window.until("Esc lists all again", () -> listed().size() == 3);
    }

    @Test
    void anExchangeIsCopiedAsCurlWithItsSecretsCovered() {
        send("Who am I");
        window.perform(Action.CONSOLE);
        window.until("it is listed", () -> listed().size() == 1);
        FxThread.run(() -> ((javafx.scene.control.Button) window.scene().lookup("#console-copy")).fire());
        var copied = FxThread.get(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("curl "), copied);
        assertTrue(copied.contains("Authorization: Bearer ••••••"), copied);
        assertFalse(copied.contains("abc.def.ghi") || copied.contains("Host:"), copied);
        FxThread.run(() -> ((javafx.scene.control.Button) window.scene().lookup("#console-clear")).fire());
        window.until("it is empty", () -> window.says("Nothing was sent yet. Every exchange"));
    }

    @Test
    void whatIsListedIsSavedAsHarWithoutItsSecrets() throws Exception {
        send("Who am I");
        send("Nowhere");
        window.perform(Action.CONSOLE);
        window.until("both are listed", () -> listed().size() == 2);
        var har = folder.resolve("console.har");
        window.toSave = har;
        FxThread.run(() -> window.shell().panels().transfers().saveHar(listed().stream().map(ConsoleEntry.Exchanged.class::cast).toList()));
        window.until("it is written", () -> window.says("Saved as console.har"));
        var text = Files.readString(har);
        assertTrue(text.contains("/headers") && text.contains("http://127.0.0.1:1/") && text.contains("Nothing is listening"), text);
        assertFalse(text.contains("abc.def.ghi"), text);
    }

    @Test
    void theStatusBarCountsWhatFailedAndOpensTheConsole() {
        var item = window.find("#status-console", javafx.scene.control.Button.class);
        assertTrue(item.getText().equals("Console"), item.getText());
        send("Nowhere");
        window.until("it counts", () -> item.getText().equals("Console · 1 failed"));
        FxThread.run(item::fire);
        window.until("the console is open", () -> window.shows("#console") && listed().size() == 1);
        FxThread.run(item::fire);
        window.until("and closed", () -> !window.shows("#console"));
    }
}
