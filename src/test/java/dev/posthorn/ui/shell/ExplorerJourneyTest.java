package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.RequestItem;
import dev.posthorn.odata.result.Row;
import dev.posthorn.store.Opened;
import dev.posthorn.ui.editor.CheckedField;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.odata.ExplorerPane;
import dev.posthorn.ui.odata.Standing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with an OData service: read, ask, look further, change, send together, save; with the played Creatio of version 4 and 3.
final class ExplorerJourneyTest {

    @TempDir
    Path folder;

    private OpenWindow window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    /// A collection with a token of the played Creatio, and the explorer with the address of a service in it.
    private void explore(String path) throws Exception {
        window = new OpenWindow(folder.resolve("home"), null);
        var demo = window.workbench().demo().address();
        var asked = HttpRequest.newBuilder(URI.create(demo + "/creatio-identity/connect/token")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=creatio-demo&client_secret=creatio-demo-secret")).build();
        String answer;
        try (var client = HttpClient.newHttpClient()) {
            answer = client.send(asked, HttpResponse.BodyHandlers.ofString()).body();
        }
        var token = answer.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        var file = folder.resolve("creatio.postman_collection.json");
        Files.writeString(file, """
                {"info": {"name": "Creatio", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                 "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "%s", "type": "string"}]},
                 "item": [{"name": "Accounts", "request": {"method": "GET", "url": "{{demo}}%s/Account?$top=3"}}]}
                """.formatted(token, path));
        window.toChoose = List.of(file);
        window.perform(Action.OPEN);
        window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
    }

    private ExplorerPane pane() {
        return ((ExplorerDocument) window.front()).pane();
    }

    private void fire(String id) {
        var button = window.find(id, Button.class);
        FxThread.run(button::fire);
    }

    private TableView<?> grid() {
        return window.scene().lookup("#odata-grid") instanceof TableView<?> grid ? grid : new TableView<>();
    }

    private int rows() {
        return grid().getItems().size();
    }

    private boolean amount(String text) {
        return window.scene().lookup("#odata-amount") instanceof Labeled label && label.getText().contains(text);
    }

    private void read() {
        window.until("the service was read", () -> pane().ready() && window.shows("#odata-tree"));
    }

    /// Puts the keyboard on a cell.
    private void cell(int row, String column) {
        FxThread.run(() -> {
            var grid = grid();
            var place = grid.getColumns().stream().filter(c -> c.getGraphic() instanceof Labeled label && label.getText().equals(column)).findFirst().orElseThrow();
            grid.requestFocus();
            choose(grid, row, grid.getColumns().indexOf(place));
        });
    }

    private static <T> void choose(TableView<T> grid, int row, int column) {
        grid.getSelectionModel().clearAndSelect(row, grid.getColumns().get(column));
        grid.getFocusModel().focus(row, grid.getColumns().get(column));
    }

    private String confirmed() {
        return window.scene().lookup("#odata-confirm-text") instanceof CodeEditor text ? text.text() : "";
    }

    @Test
    void aServiceIsReadAskedChangedAndItsQuerySaved() throws Exception {
        explore("/creatio/0/odata");
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        window.until("the explorer is there", () -> window.front() instanceof ExplorerDocument && window.shows("#odata-url"));
        FxThread.run(() -> {
            @SuppressWarnings("unchecked")
            var standing = (ComboBox<Standing>) window.scene().lookup("#odata-standing");
            standing.setValue(standing.getItems().stream().filter(s -> s.words().equals("Creatio")).findFirst().orElseThrow());
            var url = (VariableField) window.scene().lookup("#odata-url");
            url.show("{{demo}}/creatio/0/odata/");
            url.requestFocus();
        });
        window.press(KeyCode.ENTER);
        read();
        assertTrue(FxThread.get(() -> window.front().title().get()).startsWith("OData: "));

        var filter = window.find("#odata-filter", TextField.class);
        FxThread.run(() -> {
            filter.setText("country");
            filter.requestFocus();
        });
        window.until("the tree is filtered", () -> window.scene().lookup("#odata-tree") instanceof javafx.scene.control.TreeView<?> tree && tree.getRoot().getChildren().getFirst().getChildren().size() < 7);
        FxThread.run(() -> pane().show("Account", "odata-page-text"));
        window.until("a page of rows", () -> rows() == 50 && amount("50 of 2,000"));
        fire("#odata-next");
        window.until("the next page", () -> rows() == 100 && amount("100 of 2,000"));

        // What is wrong is told while it is typed, and form and text say the same.
        var text = window.find("#odata-text-filter", CheckedField.class);
        FxThread.run(() -> {
            pane().show("Account", "odata-page-text");
            text.requestFocus();
        });
        window.until("answered", () -> pane().answered() && rows() == 50);
        window.type("Naem eq 1");
        window.until("the fault is underlined", () -> text.text().equals("Naem eq 1") && !text.faults().isEmpty() && text.faults().getFirst().sentence().contains("Naem"));
        FxThread.run(() -> pane().show("Account", "odata-page-filter"));
        window.until("the form is there", () -> pane().answered() && rows() == 50 && window.shows("#odata-add-row"));
        fire("#odata-add-row");
        FxThread.run(() -> {
            ((ComboBox<?>) window.scene().lookup(".odata-path")).getEditor().setText("Name");
            ((TextField) window.scene().lookup(".odata-value")).setText("Nobody's");
        });
        window.until("the row is in the URL", () -> window.find("#odata-query-url", TextField.class).getText().contains("Nobody''s"));
        assertEquals("Name eq 'Nobody''s'", FxThread.get(text::text));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("nobody is called so", () -> rows() == 0 && amount("0 of 0"));

        // From an account to its contacts and back.
        FxThread.run(() -> pane().show("Account", "odata-page-columns"));
        window.until("accounts again", () -> rows() == 50);
        cell(0, "ContactCollectionByAccount");
        window.press(KeyCode.ENTER);
        window.until("its contacts", () -> window.says("›") && !amount("of 2,000"));
        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.until("back at the accounts", () -> rows() == 50 && amount("of 2,000"));

        changed();
        together();

        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is asked where to", () -> window.shows("#save-name"));
        FxThread.run(() -> window.find("#save-name", TextField.class).setText("All activities"));
        fire("#save-here");
        window.until("the query is in the collection", () -> window.shell().desk().collections().getFirst() instanceof Opened.Good good
                && good.collection().requests().map(RequestItem::name).toList().contains("All activities"));
        var saved = ((Opened.Good) window.shell().desk().collections().getFirst()).collection().requests().filter(r -> r.name().equals("All activities")).findFirst().orElseThrow().request();
        assertEquals("{{demo}}/creatio/0/odata/Activity?$top=50&$count=true", saved.url());
    }

    private void changed() {
        cell(1, "Name");
        window.press(KeyCode.F2);
        window.until("the form is there", () -> window.shows("#odata-form"));
        FxThread.run(() -> window.find("#odata-value-Name", TextField.class).setText("Changed here"));
        fire("#odata-form-done");
        window.until("the request is shown first", () -> confirmed().startsWith("PATCH {{demo}}/creatio/0/odata/Account("));
        assertTrue(confirmed().replaceAll("\\s+", "").endsWith("{\"Name\":\"Changedhere\"}"), "only what is different: " + confirmed());
        fire("#odata-confirm-send");
        window.until("the row is as the service has it now", () -> !window.shows("#odata-confirm") && grid().getItems().stream()
                .anyMatch(r -> r instanceof Row row && row.cells().stream().anyMatch(c -> c.text().equals("Changed here"))));
    }

    /// Two deletions in one batch.
    private void together() {
        FxThread.run(() -> pane().show("Activity", "odata-page-columns"));
        window.until("activities", () -> rows() == 50 && amount("50 of 5,000"));
        for (var row = 2; row < 4; row++) {
            cell(row, "Title");
            window.press(KeyCode.DELETE);
            window.until("it is asked", () -> window.shows("#odata-confirm") && confirmed().startsWith("DELETE "));
            fire("#odata-confirm-together");
            window.until("it waits", () -> !window.shows("#odata-confirm"));
        }
        fire("#odata-collected");
        window.until("both are listed", () -> window.scene().lookup("#odata-batch-list") instanceof ListView<?> list && list.getItems().size() == 2);
        fire("#odata-batch-send");
        window.until("the batch was answered", () -> window.scene().lookup("#odata-batch-verdict") instanceof Labeled verdict && !verdict.getText().isEmpty() && !verdict.getText().startsWith("Sending"));
        assertTrue(window.says("All 2 went well"), () -> window.find("#odata-batch-verdict", Labeled.class).getText());
        // The same as an ordinary request: nothing is there any more to delete, which its answer says when it is taken apart.
        var explorer = window.front();
        fire("#odata-batch-open");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is answered", () -> window.outcome() != null);
        window.perform(Action.BATCH_ANSWER);
        window.until("it is taken apart", () -> window.shows("#odata-reply-list") && window.says("refused"));
        window.press(KeyCode.ESCAPE);
        FxThread.run(() -> window.shell().documents().front().set(explorer));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("they are gone", () -> rows() == 50 && amount("of 4,998"));
    }

    @Test
    void aServiceOfVersionThreeIsExploredFromARequestAndARefusalIsToldAtTheRow() throws Exception {
        explore("/creatio/0/ServiceModel/EntityDataService.svc");
        window.openThroughPalette("Accounts");
        window.until("the request is open", () -> window.front() instanceof RequestDocument && window.shows("#explore-service"));
        FxThread.run(() -> {
            var document = window.request();
            document.draft().edit(r -> r.withAddress(r.url().replace("Account?", "AccountCollection?"), r.query(), List.of()));
        });
        fire("#explore-service");
        read();
        FxThread.run(() -> pane().show("AccountCollection", "odata-page-columns"));
        window.until("a page of rows", () -> rows() == 50 && amount("50 of 2,000"));
        assertTrue(window.find("#odata-query-url", TextField.class).getText().endsWith("?$top=50&$inlinecount=allpages"));
        fire("#odata-next");
        window.until("the next page", () -> rows() == 100);

        cell(0, "Name");
        window.press(KeyCode.F2);
        window.until("the form is there", () -> window.shows("#odata-form"));
        FxThread.run(() -> window.find("#odata-value-EmployeesNumber", TextField.class).setText("many"));
        fire("#odata-form-done");
        window.until("a wrong value is told before anything is sent", () -> window.says("EmployeesNumber") && window.says("many"));
        FxThread.run(() -> {
            window.find("#odata-value-EmployeesNumber", TextField.class).setText("");
            window.find("#odata-value-Code", TextField.class).setText("x".repeat(400));
        });
        fire("#odata-form-done");
        window.until("the request is shown", () -> window.shows("#odata-confirm"));
        fire("#odata-confirm-send");
        window.until("the service's words are shown", () -> window.shows("#odata-confirm-trouble") && window.says("Code"));
        window.press(KeyCode.ESCAPE);
        window.until("the row is marked", () -> window.shows("#odata-grid") && !window.scene().getRoot().lookupAll(".refused").isEmpty());
    }
}
