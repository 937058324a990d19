package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.odata.Standing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An OData service that goes wrong, in the explorer: each fault is said where the user looks, and nothing goes to another server.
final class ODataFaultsJourneyTest {

    @TempDir
    Path folder;

    private OpenWindow window;
    private String demo;

    private void faults(String json) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(demo + "/admin/faults")).POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.discarding());
            assertEquals(200, answer.statusCode());
        }
    }

    private void read() {
        FxThread.run(() -> window.scene().lookup("#odata-url").requestFocus());
        window.press(KeyCode.ENTER);
    }

    private int rows() {
        return window.scene().lookup("#odata-grid") instanceof TableView<?> grid ? grid.getItems().size() : 0;
    }

    private void ask() {
        FxThread.run(() -> ((ExplorerDocument) window.front()).pane().show("Account", "odata-page-text"));
        window.until("a page of rows", () -> rows() == 5);
    }

    private void next() {
        var button = window.find("#odata-next", Button.class);
        FxThread.run(button::fire);
    }

    @Test
    void eachFaultOfAServiceIsSaid() throws Exception {
        window = new OpenWindow(folder.resolve("home"), null);
        try {
            demo = window.workbench().demo().address();
            var file = folder.resolve("creatio.postman_collection.json");
            Files.writeString(file, """
                    {"info": {"name": "Creatio", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                     "auth": {"type": "creatioOAuth", "creatioOAuth": [{"key": "identityUrl", "value": "{{demo}}/creatio-identity"}, {"key": "clientId", "value": "creatio-demo"},
                       {"key": "clientSecret", "value": "creatio-demo-secret"}]},
                     "item": [{"name": "Accounts", "request": {"method": "GET", "url": "{{demo}}/creatio/0/odata/Account"}}]}
                    """);
            window.toChoose = java.util.List.of(file);
            window.perform(Action.OPEN);
            window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
            window.perform(Action.ODATA);
            window.until("the explorer is there", () -> window.front() instanceof ExplorerDocument && window.shows("#odata-url"));
            FxThread.run(() -> {
                @SuppressWarnings("unchecked")
                var standing = (ComboBox<Standing>) window.scene().lookup("#odata-standing");
                standing.setValue(standing.getItems().stream().filter(s -> s.words().equals("Creatio")).findFirst().orElseThrow());
                ((VariableField) window.scene().lookup("#odata-url")).show("{{demo}}/creatio/0/odata/");
            });

            faults("{\"metadata-html\": true}");
            read();
            window.until("a page is no metadata", () -> window.says("answered with a web page") && window.says("still names its sets"));
            faults("{\"metadata-html\": false, \"metadata-broken\": true}");
            read();
            window.until("the metadata is cut off", () -> window.says("The XML ends in the middle") && window.says("(line "));

            faults("{\"metadata-broken\": false, \"page-size\": 5, \"next-elsewhere\": true}");
            read();
            // It was ready before: what counts is that this reading has ended.
            window.until("the service was read", () -> window.scene().lookup("#odata-load") instanceof Button load && load.getText().equals("Read again") && !window.says("The XML ends"));
            ask();
            next();
            window.until("it is not asked elsewhere", () -> window.says("leads to another server, http://localhost:") && rows() == 5);

            faults("{\"next-elsewhere\": false, \"next-loop\": true}");
            ask();
            window.until("what was said is gone", () -> !window.says("leads to another server"));
            next();
            window.until("the next page", () -> rows() == 10);
            next();
            window.until("it does not go round", () -> window.says("The pages go round in a circle") && rows() == 10);
        } finally {
            window.close();
        }
    }
}
