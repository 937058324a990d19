package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Outcome;
import dev.posthorn.store.Opened;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does who brings requests in from elsewhere and takes them out again, and who looks for what was sent.
final class ImportJourneyTest {
    private static final String CURL = "curl -X PUT 'https://api.example.com/things?x=1' \\\n  -H 'X-One: 1' \\\n  --proxy http://proxy.example.com:8080";
    private static final String TEXT = """
            {
              "info": {"name": "Mine", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
              "item": [
                {"name": "Hello", "request": {"method": "GET", "url": "{{demo}}/get?needle=haystack"}}
              ]
            }
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

    private Path open() throws IOException {
        var file = folder.resolve("mine.postman_collection.json");
        Files.writeString(file, TEXT);
        window = new OpenWindow(folder.resolve("home"), null);
        window.toChoose = List.of(file);
        window.perform(Action.OPEN);
        window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
        return file;
    }

    private void press(String selector) {
        FxThread.run(() -> ((Button) window.scene().lookup(selector)).fire());
    }

    private void paste(String text) {
        window.perform(Action.IMPORT);
        window.until("the panel is open", () -> window.shows("#import-text"));
        FxThread.run(() -> ((TextArea) window.scene().lookup("#import-text")).setText(text));
        window.until("the kind is named", () -> window.shows("#import-kind") && !((Labeled) window.scene().lookup("#import-kind")).getText().isEmpty());
    }

    @Test
    void aPastedCommandGoesIntoACollectionAndTheReportTellsWhatWasKeptAside() throws IOException {
        var file = open();
        paste(CURL);
        assertEquals("cURL: 1 request", FxThread.get(() -> ((Labeled) window.scene().lookup("#import-kind")).getText()));
        FxThread.run(() -> ((RadioButton) window.scene().lookup("#import-into")).setSelected(true));
        press("#import-go");
        window.until("it is in the collection", () -> window.shell().desk().collections().getFirst() instanceof Opened.Good good && good.collection().requests().count() == 2);
        assertTrue(Files.readString(file).startsWith(TEXT.substring(0, TEXT.indexOf("\"item\""))));
        window.until("the report is open", () -> window.front() instanceof ReportDocument);
        FxThread.run(() -> ((TextField) window.scene().lookup("#report-filter")).setText("proxy"));
        window.until("the proxy has a row", () -> ((TableView<?>) window.scene().lookup("#report-table")).getItems().size() == 1);
    }

    @Test
    void aPastedCommandBecomesANewCollection() throws IOException {
        open();
        var target = Files.createDirectory(folder.resolve("fresh"));
        paste(CURL + "\ncurl https://api.example.com/two");
        FxThread.run(() -> {
            ((RadioButton) window.scene().lookup("#import-new")).setSelected(true);
            ((TextField) window.scene().lookup("#import-folder")).setText(target.toString());
        });
        press("#import-go");
        window.until("there are two collections", () -> window.shell().desk().collections().size() == 2);
        assertTrue(window.shell().desk().collections().stream().anyMatch(o -> o.file().startsWith(target) && o instanceof Opened.Good good && good.collection().requests().count() == 2));
    }

    @Test
    void whatCannotBeImportedIsSaidInWords() throws IOException {
        open();
        window.perform(Action.IMPORT);
        window.until("the panel is open", () -> window.shows("#import-text"));
        FxThread.run(() -> ((TextArea) window.scene().lookup("#import-text")).setText("Dear Sir or Madam,"));
        window.until("a sentence says why", () -> window.shows("#import-trouble"));
        assertTrue(FxThread.get(() -> window.scene().lookup("#import-go").isDisabled()));
        window.press(KeyCode.ESCAPE);
        window.until("the panel is gone", () -> !window.shows("#import-panel"));
    }

    @Test
    void aCommandPastedIntoTheUrlTurnsTheTabIntoThatRequest() throws IOException {
        open();
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.until("a new tab is open", () -> window.front() instanceof RequestDocument && window.shows("#url"));
        FxThread.run(() -> {
            var content = new ClipboardContent();
            content.putString(CURL);
            Clipboard.getSystemClipboard().setContent(content);
        });
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.press(KeyCode.CONTROL, KeyCode.V);
        window.until("it is that request", () -> window.shell().documents().all().stream().anyMatch(d -> d instanceof RequestDocument r && r.draft().value().method().equals("PUT")));
    }

    @Test
    void aRequestIsExportedInTheChosenForm() throws IOException {
        var file = open();
        window.toSave = folder.resolve("out.sh");
        FxThread.run(() -> window.shell().panels().transfers().export(new dev.posthorn.ui.sidebar.Place(file, "/item/0")));
        window.until("the forms are listed", () -> window.shows("#export-forms"));
        FxThread.run(() -> {
            var forms = (ListView<?>) window.scene().lookup("#export-forms");
            forms.getSelectionModel().select(forms.getItems().stream().map(f -> ((dev.posthorn.exports.Exporter) f).id()).toList().indexOf("curl"));
        });
        press("#export-go");
        window.until("the file is there", () -> Files.exists(folder.resolve("out.sh")));
        assertTrue(Files.readString(folder.resolve("out.sh")).contains("needle=haystack"));
    }

    @Test
    void whatWasSentIsFoundByAWordOfItsAnswerAndOpensWithIt() throws IOException {
        open();
        window.openThroughPalette("Hello");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the answer is there", () -> window.outcome() instanceof Outcome.Received);
        window.perform(Action.HISTORY);
        window.until("it is listed", () -> list().getItems().size() == 2);
        FxThread.run(() -> ((TextField) window.scene().lookup("#history-filter")).setText("nothinglikethis"));
        window.until("nothing fits", () -> window.says("Nothing in the history fits"));
        FxThread.run(() -> ((TextField) window.scene().lookup("#history-filter")).setText("hayst"));
        window.until("a word of the answer finds it", () -> window.scene().lookup("#history-list") instanceof ListView<?> found && found.getItems().size() == 2);
        FxThread.run(() -> {
            list().requestFocus();
            list().getSelectionModel().select(1);
        });
        window.press(KeyCode.ENTER);
        window.until("it is open with its answer", () -> window.shell().documents().all().size() == 2 && window.outcome() instanceof Outcome.Received);
        var stored = (Outcome.Received) window.outcome();
        try (var body = stored.response().body().open()) {
            assertTrue(new String(body.readAllBytes(), StandardCharsets.UTF_8).contains("haystack"));
        }
    }

    private ListView<?> list() {
        return (ListView<?>) window.scene().lookup("#history-list");
    }
}
