package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.RequestItem;
import dev.posthorn.store.Opened;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with a service of OData 2, and with addresses that are no service.
final class OldServiceJourneyTest {

    @TempDir
    static Path folder;

    private static ExplorerWindow explorer;
    private static OpenWindow window;
    private static OldService service;

    @BeforeAll
    static void open() throws Exception {
        service = new OldService();
        explorer = new ExplorerWindow(folder);
        window = explorer.window;
        explorer.collection("/creatio/0/odata");
    }

    @AfterAll
    static void close() {
        explorer.close();
        service.close();
    }

    private static String last() {
        return service.asked().getLast().replace(service.root(), "");
    }

    @Test
    void aServiceOfVersionTwoIsReadPagedChangedCalledAndItsQuerySavedWithItsAuthorization() {
        explorer.explore(service.root() + "/old.svc/Products(1)?$format=json", "Creatio / Old");
        explorer.read();
        explorer.ask("Products", "odata-page-filter", "20 of 45");
        assertEquals("GET /old.svc/Products?$top=50&$inlinecount=allpages", last());
        assertEquals("2024-02-01T00:00:00", explorer.said(0, "Since"));
        explorer.fire("#odata-next");
        explorer.until("the page behind __next", () -> explorer.rows() == 40);
        explorer.fire("#odata-next");
        explorer.until("all rows", () -> explorer.rows() == 45 && ((Button) explorer.node("#odata-next").orElseThrow()).isDisabled());

        changedWithItsVersion();
        createdAndDeletedTogether();
        followedToWhatIsReadOnly();

        explorer.open("Functions and actions", "Best");
        explorer.until("its parameter is asked", () -> explorer.shows("#odata-value-count"));
        explorer.text("#odata-value-count", "two");
        explorer.fire("#odata-form-done");
        explorer.until("a wrong value is told", () -> explorer.words("#odata-form-trouble").contains("`two` is no whole number"));
        explorer.text("#odata-value-count", "2");
        explorer.fire("#odata-form-done");
        explorer.until("its rows", () -> explorer.rows() == 2);
        assertEquals("GET /old.svc/Best?count=2", last());
        saved();
    }

    /// A change goes out as MERGE with the version that was read; where somebody was faster, that is said in words.
    private void changedWithItsVersion() {
        service.changeElsewhere();
        explorer.cell(3, "Name");
        window.press(KeyCode.F2);
        explorer.until("the form is there", () -> explorer.shows("#odata-value-Sold"));
        explorer.text("#odata-value-Sold", "9007199254740995");
        explorer.text("#odata-value-Since", "2024-03-01");
        explorer.fire("#odata-form-done");
        explorer.until("the request is shown first", () -> explorer.confirmed().startsWith("MERGE "));
        explorer.fire("#odata-confirm-send");
        explorer.until("what to do is said", () -> explorer.words("#odata-confirm-trouble").contains("The version is another") && explorer.words("#odata-confirm-trouble").contains("Somebody has changed it"));
        assertEquals("MERGE /old.svc/Products(3) W/\"1\" {\"Sold\":\"9007199254740995\",\"Since\":\"/Date(1709251200000)/\"}", last());
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        explorer.until("read again", () -> explorer.pane().answered() && explorer.rows() == 20);
    }

    private void createdAndDeletedTogether() {
        explorer.menu("odata-new");
        explorer.until("the form is there", () -> explorer.shows("#odata-value-Tag"));
        explorer.text("#odata-value-Id", "99");
        explorer.text("#odata-value-Price", "2.5");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        explorer.until("the request is shown first", () -> explorer.confirmed().startsWith("POST "));
        explorer.fire("#odata-confirm-send");
        explorer.until("it is the first row", () -> explorer.rows() == 21 && explorer.said(0, "Id").equals("99"));
        assertEquals("POST /old.svc/Products {\"Id\":99,\"Price\":\"2.5\"}", last());
        for (var row = 1; row < 3; row++) {
            explorer.cell(row, "Name");
            window.press(KeyCode.DELETE);
            explorer.until("it is asked", () -> explorer.shows("#odata-confirm") && explorer.confirmed().startsWith("DELETE "));
            explorer.fire("#odata-confirm-together");
            explorer.until("it waits", () -> !explorer.shows("#odata-confirm"));
        }
        explorer.fire("#odata-collected");
        explorer.until("the batch is there", () -> explorer.shows("#odata-batch"));
        assertTrue(explorer.node("#odata-batch-json").filter(n -> !n.isVisible()).isPresent(), "OData 2 knows no batch in JSON");
        explorer.fire("#odata-batch-send");
        explorer.until("the batch was answered", () -> explorer.words("#odata-batch-verdict").startsWith("All 2 went well"));
        assertTrue(last().contains("DELETEProducts(1)HTTP/1.1") && last().contains("If-Match:W/\"2\""), last());
        explorer.until("the keyboard is in the list", () -> window.scene().getFocusOwner() == explorer.node("#odata-batch-list").orElseThrow());
        window.press(KeyCode.ESCAPE);
        explorer.until("the grid is back", () -> explorer.rows() == 21);
    }

    /// A related list with a key of two parts; the set says that it is read only.
    private void followedToWhatIsReadOnly() {
        explorer.cell(1, "Lines");
        window.press(KeyCode.ENTER);
        explorer.until("its lines", () -> explorer.amount("1 of 1"));
        assertEquals("GET /old.svc/Products(0)/Lines?$top=50&$inlinecount=allpages", last());
        explorer.cell(0, "Note");
        window.press(KeyCode.F2);
        explorer.until("it cannot be changed", () -> window.says("nothing can be changed here"));
        window.press(KeyCode.ALT, KeyCode.LEFT);
        explorer.until("back at the products", () -> explorer.rows() == 21);
    }

    private void saved() {
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is asked where to", () -> window.shows("#save-name"));
        window.robot.interact(() -> {
            window.find("#save-name", TextField.class).setText("Products");
            window.find("#save-here", Button.class).fire();
        });
        window.until("it is in the collection", () -> window.shell().desk().collections().getFirst() instanceof Opened.Good good
                && good.collection().requests().map(RequestItem::name).toList().contains("Products"));
        var saved = ((Opened.Good) window.shell().desk().collections().getFirst()).collection().requests().filter(r -> r.name().equals("Products")).findFirst().orElseThrow().request();
        assertEquals(service.root() + "/old.svc/Products?$top=50&$inlinecount=allpages", saved.url());
        assertEquals("basic", saved.auth().type(), "what it had from its folder goes along to another place");
    }

    @Test
    void whatIsNoServiceIsToldInWords() {
        refused("/login", "The server answered with a web page, perhaps of a login");
        refused("/locked", "401 Unauthorized. The service says: The key is missing. (E7) Choose above whose authorization is used.");
        refused("/down", "503 Service Unavailable. It sent a web page, “Back at nine”.");
        refused("/prose", "The metadata is neither XML nor JSON; it begins with \"Nothing of that sort here\"");
    }

    private void refused(String path, String words) {
        explorer.explore(service.root() + path, "");
        explorer.until(words, () -> window.says(words));
        FxThread.run(() -> window.shell().perform(Action.CLOSE_TAB));
    }
}
