package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import dev.posthorn.ui.editor.CodeEditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with the builder of DataService queries and with the API page, with the whole window and the demo server.
final class BuilderJourneyTest {

    private static DemoServer demo;

    @TempDir
    static Path folder;

    private static OpenWindow window;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoServer.start(0);
        window = new OpenWindow(folder.resolve("home"), null, new SecretsInMemory(), new Ann());
    }

    @AfterAll
    static void stop() {
        window.close();
        demo.close();
    }

    @AfterEach
    void reset() {
        demo.vendors().reset();
    }

    private void openRequest(String path, Auth auth) {
        FxThread.run(() -> window.shell().tabs().open("Accounts", Request.get(demo.address() + path).withMethod("POST").withAuth(auth)));
        window.until("the request is open", () -> window.front() instanceof RequestDocument request && request.draft().value().url().endsWith(path));
    }

    private static Auth creatio() {
        return new Auth("creatioSession", Map.of("baseUrl", demo.address() + "/creatio", "username", "Supervisor", "password", "Supervisor"));
    }

    private void fire(String selector) {
        window.until(selector + " is there", () -> window.shows(selector));
        var button = window.find(selector, ButtonBase.class);
        FxThread.run(button::fire);
    }

    private String text(String selector) {
        return window.scene().lookup(selector) instanceof Label label ? label.getText() : "";
    }

    private void put(String selector, String text) {
        window.until(selector + " is there", () -> window.shows(selector));
        FxThread.run(() -> {
            if (window.scene().lookup(selector) instanceof ComboBox<?> box) {
                box.getEditor().setText(text);
            } else if (window.scene().lookup(selector) instanceof TextField field) {
                field.setText(text);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String selector, String words) {
        window.until(selector + " is there", () -> window.shows(selector));
        FxThread.run(() -> {
            var box = (ChoiceBox<T>) window.scene().lookup(selector);
            box.setValue(box.getItems().stream().filter(i -> box.getConverter() == null ? words.equals(i) : box.getConverter().toString(i).equals(words)).findFirst().orElseThrow());
        });
    }

    private void send(String says) {
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the answer says " + says, () -> text("#ds-said").contains(says));
    }

    private String body(RequestDocument document) {
        return FxThread.get(() -> ((Body.Raw) document.draft().value().body()).text());
    }

    @Test
    void aQueryIsBuiltFromTheServicesOwnColumnsAndItsRowsAreShown() {
        openRequest("/creatio/0/DataService/json/SyncReply/SelectQuery", creatio());
        var request = window.request();
        window.perform(Action.DATASERVICE);
        window.until("the schemas are known", () -> text("#ds-known").contains("schemas known"));
        put("#ds-schema", "Contact");
        fire("#ds-add-column");
        assertEquals("Name", FxThread.get(() -> ((ComboBox<?>) window.scene().lookup("#ds-path-0")).getEditor().getText()));
        choose("#ds-sort-0", "↓ downwards");
        FxThread.run(() -> ((DataServiceDocument) window.front()).pane().select("filters"));
        fire("#ds-add-filter");
        choose("#ds-compare-filter", "starts with");
        put("#ds-value-filter", "A");
        FxThread.run(() -> ((DataServiceDocument) window.front()).pane().select("options"));
        put("#ds-row-count", "5");
        send("5 rows.");
        var table = window.find("#ds-table", TableView.class);
        assertEquals(5, FxThread.get(() -> table.getItems().size()));
        assertTrue(FxThread.get(() -> table.getItems().getFirst().toString()).startsWith("[A"));
        fire("#ds-next");
        window.until("the next rows are asked for", () -> body(request).contains("\"rowsOffset\": 5"));
        window.until("they came", () -> !request.sending() && text("#ds-said").equals("5 rows."));
        FxThread.run(() -> ((DataServiceDocument) window.front()).pane().select("filters"));
        choose("#ds-compare-filter", "there are rows of");
        put("#ds-column-filter", "[Activity:Owner].Id");
        send("5 rows.");
        assertTrue(body(request).contains("\"orderDirection\": 2"), body(request));
    }

    @Test
    void theRequestsBodyAndTheBuilderFollowEachOther() {
        openRequest("/creatio/0/DataService/json/SyncReply/SelectQuery", creatio());
        var request = window.request();
        window.perform(Action.DATASERVICE);
        FxThread.run(() -> request.draft().edit(r -> r.withBody(new Body.Raw("{\"RootSchemaName\": \"City\", \"mine\": 1, \"columns\": {\"items\": {\"Name\": {\"expression\": {\"columnPath\": \"Name\"}}}}}", "json"))));
        window.until("the column is there", () -> window.shows("#ds-path-0"));
        put("#ds-path-0", "Country.Name");
        assertTrue(body(request).contains("\"columnPath\": \"Country.Name\""), body(request));
        assertTrue(body(request).contains("\"mine\": 1"), body(request));
        FxThread.run(() -> request.draft().edit(r -> r.withBody(new Body.Raw("{\"rowCount\": ", "json"))));
        window.until("what is wrong is said", () -> text("#ds-fault").contains("no JSON"));
        FxThread.run(() -> request.draft().edit(r -> r.withBody(new Body.Raw("{\"rootSchemaName\": \"Nowhere\"}", "json"))));
        send("Nowhere");
    }

    @Test
    void aRowIsAddedAndWithoutTheLookupNamesAreTyped() {
        openRequest("/creatio/0/DataService/json/SyncReply/InsertQuery", creatio());
        window.perform(Action.DATASERVICE);
        window.until("the schemas are known", () -> text("#ds-known").contains("schemas known"));
        put("#ds-schema", "Account");
        fire("#ds-add-column");
        put("#ds-value-0", "Posthorn & Söhne");
        send("1 row added with the id");
        choose("#ds-kind", "Delete rows");
        window.until("the danger is named", () -> text("#ds-fault").contains("every row of Account"));
        assertTrue(FxThread.get(() -> ((DataServiceDocument) window.front()).request().url()).endsWith("/DeleteQuery"));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is not sent yet", () -> text("#ds-said").startsWith("Nothing was sent. It has no filter in use: it deletes every row of Account."));
        fire("#ds-send-anyway");
        window.until("the server's words are there", () -> text("#ds-said").contains("Without filters"));
        FxThread.run(() -> ((DataServiceDocument) window.front()).pane().select("filters"));
        fire("#ds-add-filter");
        FxThread.run(() -> window.find("#ds-on-filter", javafx.scene.control.CheckBox.class).fire());
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("a filter that is switched off is none", () -> text("#ds-said").startsWith("Nothing was sent."));
    }

    @Test
    void aDeletionBeginsWithItsFilters() {
        openRequest("/creatio/0/DataService/json/SyncReply/DeleteQuery", creatio());
        window.perform(Action.DATASERVICE);
        window.until("its filters are in front, and columns it has none", () -> window.shows("#ds-add-filter") && !window.shows("#ds-add-column") && !window.shows("#ds-tab-columns"));
    }

    @Test
    void aMethodOfWorkflowServerIsFilledInSentAndSeenAsCode() {
        openRequest("/workflow/workflowapi/startruntime", new Auth("workflowServer", Map.of("serverUrl", demo.address() + "/workflow", "mode", "token", "token", "workflow-demo-token")));
        FxThread.run(() -> window.request().select("authorization"));
        fire("#vendor-build");
        window.until("the page is there", () -> window.front() instanceof ApiDocument);
        window.size(1600, 560);
        window.until("the answer and the code have their room beside the form",
                () -> window.shows("#api-code") && window.scene().lookup("#api-answer").getLayoutBounds().getWidth() > 300);
        window.size(820, 560);
        var list = window.find("#api-list", ListView.class);
        assertEquals(11, FxThread.get(() -> list.getItems().size()));
        var page = (ApiDocument) window.front();
        FxThread.run(() -> window.find("#api-search", TextField.class).setText("createinstance"));
        assertEquals(1, FxThread.get(() -> list.getItems().size()));
        show("#api-path-id", "405947d0-2ffb-4ded-8675-0475f19f5a81");
        show("#api-body-schemeCode", "VacationRequest");
        FxThread.run(() -> window.scene().lookup("#api-tab-code").getOnMousePressed().handle(null));
        window.until("the code is there", () -> window.shows("#api-code"));
        var code = window.find("#api-code", CodeEditor.class);
        window.until("the code follows the form", () -> code.text().contains("405947d0-2ffb-4ded-8675-0475f19f5a81") && code.text().contains("VacationRequest"));
        fire("#api-code-csharp");
        window.until("it is C#", () -> code.text().contains("HttpClient"));
        FxThread.run(() -> window.find("#api-code-other", MenuButton.class).getItems().getFirst().fire());
        window.until("it is cURL", () -> code.text().contains("curl "));
        fire("#api-body-parameters-add");
        window.until("the item has fields of its own", () -> window.shows("#api-body-parameters_0__name") && window.says("This is needed."));
        show("#api-body-parameters_0__name", "days");
        show("#api-body-parameters_0__value", "3");
        window.until("the code has the item", () -> code.text().contains("days"));
        fire("#api-send");
        window.until("the answer is there", () -> page.sent().filter(d -> d.state() instanceof dev.posthorn.workbench.TabState.Done).isPresent());
        var outcome = (dev.posthorn.model.Outcome.Received) ((dev.posthorn.workbench.TabState.Done) FxThread.get(() -> page.sent().orElseThrow().state())).outcome();
        assertEquals(200, outcome.response().status());
        fire("#api-as-json");
        assertTrue(window.find("#api-json", CodeEditor.class).text().replaceAll("\\s", "").contains("\"parameters\":[{\"name\":\"days\",\"value\":3}]"));
        FxThread.run(() -> window.find("#api-json", CodeEditor.class).requestFocus());
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.type("[1]");
        window.until("the JSON is said to be no object", () -> window.says("so the fields do not follow"));
    }

    /// Puts a text into a field with variables, at once.
    private void show(String selector, String text) {
        window.until(selector + " is there", () -> window.shows(selector));
        FxThread.run(() -> window.scene().lookup(selector).requestFocus());
        FxThread.run(() -> ((org.fxmisc.richtext.StyleClassedTextArea) window.scene().lookup(selector + " .styled-text-area")).replaceText(text));
    }

    @Test
    void aCollectionsMethodsArePageAndAFilledInOneIsSavedAsARequest() throws IOException {
        var file = folder.resolve("Pets.postman_collection.json");
        Files.writeString(file, """
                {"info": {"name": "Pets", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                 "item": [{"name": "Find pets", "request": {"method": "GET", "url": {"raw": "ECHO/anything?kind=cat",
                   "query": [{"key": "kind", "value": "cat", "description": "(string, one of: cat, dog)"}]}}} MORE]}
                """.replace("ECHO", demo.address()).replace("MORE", IntStream.range(0, 1_000).mapToObj(i -> ",{\"name\": \"Method " + i + "\", \"request\": {\"method\": \"GET\", \"url\": \"https://x/" + i + "\"}}")
                .collect(Collectors.joining())), StandardCharsets.UTF_8);
        FxThread.run(() -> window.shell().open(java.util.List.of(file)));
        window.until("the collection is open", () -> window.shell().desk().collections().stream().anyMatch(o -> o.file().equals(file)));
        window.perform(Action.API_PAGE);
        window.until("the form is there", () -> window.front() instanceof ApiDocument && window.shows("#api-query-kind"));
        // "99" alone may stand in the port of the demo server too.
        FxThread.run(() -> window.find("#api-search", TextField.class).setText("GET method 99"));
        assertEquals(19, FxThread.get(() -> window.find("#api-list", ListView.class).getItems().size()));
        choose("#api-query-kind", "dog");
        assertTrue(FxThread.get(() -> text("#api-address")).endsWith("?kind=dog"));
        fire("#api-save");
        window.until("it is asked where to", () -> window.shows("#save-name"));
        FxThread.run(() -> window.find("#save-name", TextField.class).setText("Find dogs"));
        FxThread.run(() -> window.find("#save-name", TextField.class).requestFocus());
        window.press(KeyCode.ENTER);
        window.until("it is in its tab", () -> window.front() instanceof RequestDocument);
        window.until("it is in the file", () -> {
            try {
                return Files.readString(file).contains("Find dogs");
            } catch (IOException e) {
                return false;
            }
        });
    }
}
