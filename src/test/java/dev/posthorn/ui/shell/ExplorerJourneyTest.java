package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.RequestItem;
import dev.posthorn.odata.query.FilterRows;
import dev.posthorn.odata.result.Row;
import dev.posthorn.store.Opened;
import dev.posthorn.ui.editor.CheckedField;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with an OData service: read, ask, look further, change, send together, save; with the played Creatio of version 4 and 3.
final class ExplorerJourneyTest {

    @TempDir
    static Path folder;

    private static ExplorerWindow explorer;
    private static OpenWindow window;

    @BeforeAll
    static void open() throws Exception {
        explorer = new ExplorerWindow(folder);
        window = explorer.window;
        explorer.collection("/creatio/0/ServiceModel/EntityDataService.svc");
    }

    @AfterAll
    static void close() {
        explorer.close();
    }

    @Test
    void aServiceIsReadAskedChangedAndItsQuerySaved() throws Exception {
        explorer.explore("{{demo}}/creatio/0/odata/", "Creatio");
        explorer.read();
        assertTrue(FxThread.get(() -> window.front().title().get()).startsWith("OData: "));

        var filter = window.find("#odata-filter", TextField.class);
        FxThread.run(() -> {
            filter.setText("country");
            filter.requestFocus();
        });
        window.until("the tree is filtered", () -> window.scene().lookup("#odata-tree") instanceof javafx.scene.control.TreeView<?> tree && tree.getRoot().getChildren().getFirst().getChildren().size() < 7);
        FxThread.run(() -> explorer.pane().show("Account", "odata-page-text"));
        window.until("a page of rows", () -> explorer.rows() == 50 && explorer.amount("50 of 2,000"));
        explorer.fire("#odata-next");
        window.until("the next page", () -> explorer.rows() == 100 && explorer.amount("100 of 2,000"));

        // What is wrong is told while it is typed, and form and text say the same.
        var text = window.find("#odata-text-filter", CheckedField.class);
        FxThread.run(() -> {
            explorer.pane().show("Account", "odata-page-text");
            text.requestFocus();
        });
        window.until("answered", () -> explorer.pane().answered() && explorer.rows() == 50);
        window.type("Naem eq 1");
        window.until("the fault is underlined", () -> text.text().equals("Naem eq 1") && !text.faults().isEmpty() && text.faults().getFirst().sentence().contains("Naem"));
        FxThread.run(() -> explorer.pane().show("Account", "odata-page-filter"));
        window.until("the form is there", () -> explorer.pane().answered() && explorer.rows() == 50 && window.shows("#odata-add-row"));
        explorer.fire("#odata-add-row");
        FxThread.run(() -> {
            ((ComboBox<?>) window.scene().lookup(".odata-path")).getEditor().setText("Name");
            ((TextField) window.scene().lookup(".odata-value")).setText("Nobody's");
        });
        window.until("the row is in the URL", () -> explorer.words("#odata-query-url").contains("Nobody''s"));
        assertEquals("Name eq 'Nobody''s'", FxThread.get(text::text));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("nobody is called so", () -> explorer.rows() == 0 && explorer.amount("0 of 0"));

        // From an account to its contacts and back.
        FxThread.run(() -> explorer.pane().show("Account", "odata-page-columns"));
        window.until("accounts again", () -> explorer.rows() == 50);
        explorer.cell(0, "ContactCollectionByAccount");
        window.press(KeyCode.ENTER);
        window.until("its contacts", () -> window.says("›") && !explorer.amount("of 2,000"));
        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.until("back at the accounts", () -> explorer.rows() == 50 && explorer.amount("of 2,000"));

        changed();
        together();

        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is asked where to", () -> window.shows("#save-name"));
        FxThread.run(() -> window.find("#save-name", TextField.class).setText("All activities"));
        window.robot.interact(() -> window.find("#save-here", Button.class).fire());
        window.until("the query is in the collection", () -> window.shell().desk().collections().getFirst() instanceof Opened.Good good
                && good.collection().requests().map(RequestItem::name).toList().contains("All activities"));
        var saved = ((Opened.Good) window.shell().desk().collections().getFirst()).collection().requests().filter(r -> r.name().equals("All activities")).findFirst().orElseThrow().request();
        assertEquals("{{demo}}/creatio/0/odata/Activity?$top=50&$count=true", saved.url());
    }

    private void changed() {
        explorer.cell(1, "Name");
        window.press(KeyCode.F2);
        window.until("the form is there", () -> window.shows("#odata-form"));
        FxThread.run(() -> window.find("#odata-value-Name", TextField.class).setText("Changed here"));
        explorer.fire("#odata-form-done");
        window.until("the request is shown first", () -> explorer.confirmed().startsWith("PATCH {{demo}}/creatio/0/odata/Account("));
        assertTrue(explorer.confirmed().replaceAll("\\s+", "").endsWith("{\"Name\":\"Changedhere\"}"), "only what is different: " + explorer.confirmed());
        explorer.fire("#odata-confirm-send");
        window.until("the row is as the service has it now", () -> !window.shows("#odata-confirm") && explorer.grid().getItems().stream()
                .anyMatch(r -> r instanceof Row row && row.cells().stream().anyMatch(c -> c.text().equals("Changed here"))));
    }

    /// Two deletions in one batch.
    private void together() {
        FxThread.run(() -> explorer.pane().show("Activity", "odata-page-columns"));
        window.until("activities", () -> explorer.rows() == 50 && explorer.amount("50 of 5,000"));
        for (var row = 2; row < 4; row++) {
            explorer.cell(row, "Title");
            window.press(KeyCode.DELETE);
            window.until("it is asked", () -> window.shows("#odata-confirm") && explorer.confirmed().startsWith("DELETE "));
            explorer.fire("#odata-confirm-together");
            window.until("it waits", () -> !window.shows("#odata-confirm"));
        }
        explorer.fire("#odata-collected");
        window.until("both are listed", () -> window.scene().lookup("#odata-batch-list") instanceof ListView<?> list && list.getItems().size() == 2);
        explorer.fire("#odata-batch-send");
        window.until("the batch was answered", () -> window.scene().lookup("#odata-batch-verdict") instanceof Labeled verdict && !verdict.getText().isEmpty() && !verdict.getText().startsWith("Sending"));
        assertTrue(window.says("All 2 went well"), () -> window.find("#odata-batch-verdict", Labeled.class).getText());
        // The same as an ordinary request: nothing is there any more to delete, which its answer says when it is taken apart.
        var tab = window.front();
        explorer.fire("#odata-batch-open");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is answered", () -> window.outcome() != null);
        window.until("it is offered at the answer", () -> window.shows("#response-parts"));
        window.robot.interact(() -> window.find("#response-parts", Button.class).fire());
        window.until("it is taken apart", () -> window.shows("#odata-reply-list") && window.says("refused"));
        window.press(KeyCode.ESCAPE);
        FxThread.run(() -> window.shell().documents().front().set(tab));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("they are gone", () -> explorer.rows() == 50 && explorer.amount("of 4,998"));
    }

    @Test
    void aServiceOfVersionThreeIsExploredFromARequestAndARefusalIsToldAtTheRow() throws Exception {
        window.openThroughPalette("Accounts");
        window.until("the request is open", () -> window.front() instanceof RequestDocument && window.shows("#explore-service"));
        window.robot.interact(() -> window.find("#explore-service", Button.class).fire());
        window.until("the explorer is open", () -> window.front() instanceof ExplorerDocument);
        explorer.read();
        FxThread.run(() -> explorer.pane().show("AccountCollection", "odata-page-columns"));
        window.until("a page of rows", () -> explorer.rows() == 50 && explorer.amount("50 of 2,000"));
        assertTrue(explorer.words("#odata-query-url").endsWith("?$top=50&$inlinecount=allpages"));
        explorer.fire("#odata-next");
        window.until("the next page", () -> explorer.rows() == 100);
        calledAndCreatedInVersionThree();

        explorer.cell(0, "Name");
        window.press(KeyCode.F2);
        window.until("the form is there", () -> window.shows("#odata-form"));
        FxThread.run(() -> window.find("#odata-value-EmployeesNumber", TextField.class).setText("many"));
        explorer.fire("#odata-form-done");
        window.until("a wrong value is told before anything is sent", () -> window.says("EmployeesNumber") && window.says("many"));
        FxThread.run(() -> {
            window.find("#odata-value-EmployeesNumber", TextField.class).setText("");
            window.find("#odata-value-Code", TextField.class).setText("x".repeat(400));
        });
        explorer.fire("#odata-form-done");
        window.until("the request is shown", () -> window.shows("#odata-confirm"));
        explorer.fire("#odata-confirm-send");
        window.until("the service's words are shown", () -> window.shows("#odata-confirm-trouble") && window.says("Code"));
        window.press(KeyCode.ESCAPE);
        window.until("the row is marked", () -> window.shows("#odata-grid") && !window.scene().getRoot().lookupAll(".refused").isEmpty());
    }

    private void calledAndCreatedInVersionThree() {
        explorer.open("Functions and actions", "LargestAccounts");
        explorer.until("its parameter is asked", () -> explorer.shows("#odata-value-count"));
        explorer.text("#odata-value-count", "3");
        explorer.fire("#odata-form-done");
        explorer.until("its rows", () -> explorer.rows() == 3);

        explorer.ask("AccountCollection", "odata-page-filter", "50 of ");
        explorer.menu("odata-new");
        explorer.until("the form is there", () -> explorer.shows("#odata-value-Name"));
        explorer.text("#odata-value-Name", "Made in three");
        explorer.fire("#odata-form-done");
        explorer.until("the request is shown first", () -> explorer.confirmed().startsWith("POST ") && explorer.confirmed().contains("odata=verbose"));
        explorer.fire("#odata-confirm-send");
        explorer.until("it is the first row", () -> explorer.rows() == 51 && explorer.said(0, "Name").equals("Made in three"));
        explorer.fire("#odata-add-row");
        row(0, "Name", FilterRows.Operator.CONTAINS, "in three");
        explorer.until("as version 3 says it", () -> explorer.words("#odata-query-url").contains("$filter=substringof('in%20three',Name)"));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        explorer.until("it alone", () -> explorer.pane().answered() && explorer.amount("1 of 1"));
        explorer.cell(0, "Name");
        explorer.menu("odata-delete");
        explorer.until("it is asked", () -> explorer.confirmed().startsWith("DELETE "));
        explorer.fire("#odata-confirm-send");
        explorer.until("it is gone", () -> explorer.rows() == 0 && !explorer.shows("#odata-confirm"));
        explorer.ask("AccountCollection", "odata-page-columns", "50 of 2,000");
    }

    @Test
    void filterGroupsFunctionsActionsAndNewEntitiesOfVersionFour() {
        explorer.explore("{{demo}}/creatio/0/odata", "Creatio");
        explorer.read();
        groups();

        // The end of the grid brings the next page.
        explorer.ask("Account", "odata-page-filter", "50 of ");
        FxThread.run(() -> explorer.grid().scrollTo(49));
        explorer.until("the next page came by itself", () -> explorer.rows() == 100);
        explorer.menu("odata-copy-all-csv");
        explorer.until("all rows are on the clipboard", () -> clipboard().split("\r\n").length >= 101);
        explorer.cell(3, "Name");
        explorer.menu("odata-copy-json");
        explorer.until("one row is on the clipboard", () -> clipboard().contains("\"Name\": \"" + explorer.said(3, "Name") + "\""));

        called();
        created();
    }

    private static String clipboard() {
        var text = FxThread.get(() -> Clipboard.getSystemClipboard().getString());
        return text == null ? "" : text;
    }

    /// Groups within groups, and a value that is none of its type told at its row.
    private void groups() {
        explorer.ask("Account", "odata-page-filter", "50 of ");
        explorer.fire("#odata-add-row");
        row(0, "Name", FilterRows.Operator.CONTAINS, "a");
        explorer.fire("#odata-add-group");
        explorer.until("the group is there", () -> explorer.shows(".odata-group.inner"));
        inner(0, "EmployeesNumber", FilterRows.Operator.ABOVE, "many");
        explorer.until("it is told at the row", () -> window.says("`many` is no whole number"));
        assertTrue(explorer.words("#odata-query-url").endsWith("/Account?$filter=contains(Name,'a')&$top=50&$count=true"), explorer.words("#odata-query-url"));
        FxThread.run(() -> ((TextField) explorer.node(".odata-group.inner").orElseThrow().lookup(".odata-value")).setText("10"));
        inner(1, "Country/Name", FilterRows.Operator.BEGINS, "P");
        explorer.until("text and form say the same", () -> explorer.words("#odata-query-url").contains("$filter=contains(Name,'a')%20and%20(EmployeesNumber%20gt%2010%20or%20startswith(Country/Name,'P'))"));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        explorer.until("fewer accounts", () -> explorer.pane().answered() && explorer.rows() > 0 && !explorer.amount("of 2,000"));
    }

    private void row(int place, String path, FilterRows.Operator operator, String value) {
        fill(explorer.node("#odata-filter-page").orElseThrow(), place, path, operator, value);
    }

    /// One more row in the group within.
    private void inner(int place, String path, FilterRows.Operator operator, String value) {
        var group = explorer.node(".odata-group.inner").orElseThrow();
        FxThread.run(() -> group.lookupAll(".button").stream().filter(b -> b instanceof Button button && "Add a row".equals(button.getText())).map(Button.class::cast).findFirst().orElseThrow().fire());
        fill(group, place, path, operator, value);
    }

    @SuppressWarnings("unchecked")
    private static void fill(Node in, int place, String path, FilterRows.Operator operator, String value) {
        FxThread.run(() -> {
            in.applyCss();
            var line = ((Pane) in.lookup(".odata-nodes")).getChildren().get(place);
            line.applyCss();
            var named = (ComboBox<String>) line.lookup(".odata-path");
            named.setValue(path);
            named.getEditor().setText(path);
            ((ComboBox<FilterRows.Operator>) line.lookup(".odata-operator")).setValue(operator);
            ((TextField) line.lookup(".odata-value")).setText(value);
        });
    }

    private void called() {
        explorer.open("Functions and actions", "CountByType");
        explorer.until("its parameters are asked", () -> explorer.shows("#odata-value-typeName"));
        explorer.text("#odata-value-typeName", "Nobody's");
        explorer.fire("#odata-form-done");
        explorer.until("the refusal is told", () -> explorer.words("#odata-confirm-trouble").contains("There is no account type 'Nobody's'"));
        explorer.open("Functions and actions", "CountByType");
        explorer.until("its parameters are asked again", () -> explorer.shows("#odata-value-typeName"));
        explorer.text("#odata-value-typeName", "Customer");
        explorer.until("the keyboard is in the first field", () -> "odata-value-typeName".equals(window.scene().getFocusOwner().getId()));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        explorer.until("its number is shown", () -> explorer.words("#odata-value").matches("[0-9]+"));

        explorer.ask("Account", "odata-page-columns", "50 of ");
        explorer.cell(0, "Name");
        explorer.menu("odata-call-OpenActivities");
        explorer.until("the activities of the account", () -> explorer.pane().answered() && window.says("OpenActivities of ("));

        explorer.ask("Activity", "odata-page-columns", "50 of ");
        explorer.open("Entity sets", "Activity", "Complete");
        explorer.until("a row is wanted", () -> window.says("is called on one Activity"));
        explorer.cell(4, "Title");
        explorer.open("Entity sets", "Activity", "Complete");
        explorer.until("its parameter is asked", () -> explorer.shows("#odata-value-result"));
        explorer.text("#odata-value-result", "Done by hand");
        explorer.fire("#odata-form-done");
        explorer.until("the request is shown first", () -> explorer.confirmed().startsWith("POST ") && explorer.confirmed().contains("Done by hand"));
        explorer.fire("#odata-confirm-send");
        explorer.until("the activity as it is now", () -> explorer.rows() == 1 && explorer.any("Done by hand"));
    }

    private void created() {
        explorer.ask("Account", "odata-page-columns", "50 of ");
        FxThread.run(() -> explorer.grid().requestFocus());
        window.press(KeyCode.INSERT);
        explorer.until("the form is there", () -> explorer.shows("#odata-value-Name"));
        explorer.text("#odata-value-Name", "Made here");
        explorer.fire("#odata-form-done");
        explorer.until("the request is shown first", () -> explorer.confirmed().startsWith("POST {{demo}}/creatio/0/odata/Account\n") && explorer.confirmed().replaceAll("\\s", "").endsWith("{\"Name\":\"Madehere\"}"));
        explorer.fire("#odata-confirm-send");
        explorer.until("it is the first row", () -> explorer.rows() == 51 && explorer.said(0, "Name").equals("Made here"));

        explorer.cell(0, "ContactCollectionByAccount");
        window.press(KeyCode.ENTER);
        explorer.until("the query is where the way led", () -> explorer.words("#odata-query-url").endsWith(")/ContactCollectionByAccount?$top=50&$count=true") && explorer.amount("0 of 0"));
        window.press(KeyCode.ALT, KeyCode.LEFT);
        explorer.until("and back", () -> explorer.words("#odata-query-url").endsWith("/Account?$top=50&$count=true") && explorer.rows() == 51);

        explorer.cell(0, "Name");
        window.press(KeyCode.DELETE);
        explorer.until("it is asked, with its name", () -> window.says("“Made here”") && explorer.confirmed().startsWith("DELETE "));
        explorer.fire("#odata-confirm-send");
        explorer.until("it is gone", () -> explorer.rows() == 50 && !explorer.any("Made here"));
    }
}
