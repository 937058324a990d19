package dev.posthorn.ui.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import dev.posthorn.odata.result.Row;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.shell.FxThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the explorer does with open types, files, links, places, JSON batches and types that lead round in circles; the service is played.
final class ExplorerPaneTest {
    private static final String METADATA = """
            <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="Store" xmlns="http://docs.oasis-open.org/odata/ns/edm">
            <EntityType Name="Box" OpenType="true" HasStream="true"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Name" Type="Edm.String"/>
            <Property Name="Logo" Type="Edm.Stream"/><Property Name="Place" Type="Edm.GeographyPoint"/><NavigationProperty Name="Owner" Type="Store.Person"/><NavigationProperty Name="Inner" Type="Collection(Store.Box)"/></EntityType>
            <EntityType Name="Person"><Key><PropertyRef Name="Code"/></Key><Property Name="Code" Type="Edm.String" Nullable="false"/><NavigationProperty Name="Boxes" Type="Collection(Store.Box)"/></EntityType>
            <EntityContainer Name="C"><EntitySet Name="Boxes" EntityType="Store.Box"><NavigationPropertyBinding Path="Owner" Target="People"/><NavigationPropertyBinding Path="Inner" Target="Boxes"/></EntitySet>
            <EntitySet Name="People" EntityType="Store.Person"><NavigationPropertyBinding Path="Boxes" Target="Boxes"/></EntitySet></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>
            """;
    private static final String ROW = """
            {"@odata.etag":"W/\\"1\\"","@odata.mediaContentType":"image/png","Id":%d,"Name":"Box %d","Colour":"red","Weight":7,"Logo@odata.mediaContentType":"text/plain","Place":{"type":"Point","coordinates":[13.4,52.5]}}""";

    @TempDir
    static Path folder;

    private static ExecutorService executor;
    private static Stage stage;
    private PlayedService service;
    private ExplorerPane pane;

    @BeforeAll
    static void start() {
        FxThread.start();
        executor = Executors.newVirtualThreadPerTaskExecutor();
        FxThread.run(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new javafx.scene.layout.StackPane(), 640, 480));
            Theme.LIGHT.applyTo(stage.getScene());
            stage.show();
            // Laid out, not painted.
            stage.setIconified(true);
        });
    }

    @AfterAll
    static void stop() {
        FxThread.run(stage::close);
        executor.close();
    }

    @BeforeEach
    void open() {
        service = new PlayedService(new Background(executor), this::answer);
        FxThread.run(() -> {
            pane = new ExplorerPane(service);
            stage.getScene().setRoot(pane);
        });
    }

    private Reply answer(Request request) {
        var path = request.url().substring(PlayedService.URL.length()).replaceFirst("\\?.*", "");
        if (path.equals("/$metadata")) {
            return PlayedService.reply(request, 200, "application/xml", METADATA);
        }
        if (path.equals("/$batch")) {
            return PlayedService.json(request, """
                    {"responses": [{"id": "1", "status": 204}, {"id": "2", "status": 404, "headers": {"content-type": "application/json"}, "body": {"error": {"code": "E1", "message": "There is no such box."}}}]}""");
        }
        if (path.endsWith("/$value") && request.method().equals("GET")) {
            return PlayedService.reply(request, 200, "image/png", "the bytes");
        }
        if (request.method().equals("POST") && path.equals("/Boxes")) {
            return PlayedService.reply(request, 201, "application/json", ROW.formatted(3, 3));
        }
        if (!request.method().equals("GET")) {
            return PlayedService.reply(request, 204, "", "");
        }
        return PlayedService.json(request, path.contains("(") && !path.contains("Inner") ? ROW.formatted(1, 1) : "{\"@odata.count\":2,\"value\":[" + ROW.formatted(1, 1) + "," + ROW.formatted(2, 2) + "]}");
    }

    // Hands

    private void explore(String path) {
        FxThread.run(() -> pane.explore(PlayedService.URL + path, null));
        // The button says Cancel from the order to read until the reading has ended.
        FxThread.until("the service was read", () -> pane.lookup("#odata-load") instanceof Button load && load.getText().equals("Read again") && pane.lookup("#odata-tree") instanceof TreeView<?> tree && tree.getRoot() != null && !tree.getRoot().getChildren().isEmpty());
    }

    private void boxes() {
        explore("/Boxes?$top=2");
        FxThread.run(pane::send);
        FxThread.until("its rows", () -> pane.answered() && grid().getItems().size() == 2);
        FxThread.run(() -> select(grid(), 0));
    }

    private TableView<?> grid() {
        return pane.lookup("#odata-grid") instanceof TableView<?> grid ? grid : new TableView<>();
    }

    private static <T> void select(TableView<T> grid, int row) {
        grid.getSelectionModel().clearAndSelect(row, grid.getColumns().getFirst());
    }

    private void fire(String id) {
        FxThread.run(() -> ((Button) pane.lookup(id)).fire());
    }

    private void text(String id, String value) {
        FxThread.run(() -> ((TextField) pane.lookup(id)).setText(value));
    }

    private String words(String id) {
        return FxThread.get(() -> pane.lookup(id) instanceof Labeled label ? label.getText() : pane.lookup(id) instanceof TextField field ? field.getText() : pane.lookup(id) instanceof CodeEditor code ? code.text() : "");
    }

    private void menu(String id) {
        FxThread.run(() -> {
            var menu = (MenuButton) pane.lookup("#odata-row-menu");
            menu.getOnShowing().handle(null);
            menu.getItems().stream().flatMap(ExplorerPaneTest::below).filter(i -> id.equals(i.getId())).findFirst().orElseThrow(() -> new AssertionError("no entry " + id)).fire();
        });
    }

    private static Stream<MenuItem> below(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item);
    }

    /// The request that is shown before it is sent.
    private String looked() {
        FxThread.until("the request is shown", () -> pane.lookup("#odata-confirm-text") instanceof CodeEditor code && !code.text().isEmpty());
        return words("#odata-confirm-text").replace(PlayedService.URL, "").replaceAll("(?m)^(Accept|OData-MaxVersion|OData-Version|Content-Type: application/json).*$\\R?", "").replaceAll("\\s+", " ");
    }

    private void sent(String line) {
        fire("#odata-confirm-send");
        FxThread.until("it is sent, and the grid is back", () -> pane.lookup("#odata-confirm") == null && grid().getItems().size() > 0);
        assertTrue(service.asked.stream().anyMatch(r -> (r.method() + " " + r.url()).equals(line.replace(" /", " " + PlayedService.URL + "/"))), () -> line + " is not in " + service.asked.stream().map(r -> r.method() + " " + r.url()).toList());
    }

    // Tests

    @Test
    void theQueryOfARequestIsTakenOverAndNotSent() {
        explore("/Boxes?$select=Id,Name&$filter=Id%20gt%201&$expand=Owner($select=Code)&$orderby=Name&$top=5&$apply=odd(x&sap-client=100");
        assertEquals(PlayedService.URL + "/Boxes?$select=Id,Name&$filter=Id%20gt%201&$expand=Owner($select=Code)&$orderby=Name&$top=5&$apply=odd(x&sap-client=100", words("#odata-query-url"));
        assertEquals(List.of("/$metadata"), service.asked.stream().map(r -> r.url().substring(PlayedService.URL.length())).toList());
        FxThread.until("its set is marked", () -> ((TreeView<?>) pane.lookup("#odata-tree")).getSelectionModel().getSelectedItem() instanceof TreeItem<?> item && item.getValue() instanceof Entry entry && entry.name().equals("Boxes"));
        assertTrue(FxThread.get(() -> pane.lookup("#odata-next").isDisabled() && pane.lookup("#odata-raw-toggle").isDisabled()), "there is no answer yet");
        FxThread.run(pane::send);
        FxThread.until("answered", () -> pane.answered() && grid().getItems().size() == 2);
        assertFalse(FxThread.get(() -> pane.lookup("#odata-raw-toggle").isDisabled()));
    }

    @Test
    void anEntityOfAnOpenTypeGetsPropertiesThatTheMetadataDoesNotName() {
        boxes();
        FxThread.run(() -> pane.edit(0));
        FxThread.until("the form is there", () -> pane.lookup("#odata-value-Weight") != null && pane.lookup("#odata-more-add") != null);
        assertEquals("7", words("#odata-value-Weight"));
        text("#odata-value-Weight", "7.5");
        fire("#odata-more-add");
        text(".odata-more-name", "no name");
        text(".odata-more-value", "1.25");
        fire("#odata-form-done");
        assertTrue(words("#odata-form-trouble").startsWith("`no name` cannot be the name of a property"), words("#odata-form-trouble"));
        text(".odata-more-name", "Colour");
        fire("#odata-form-done");
        assertTrue(words("#odata-form-trouble").startsWith("`Colour` is there already"), words("#odata-form-trouble"));
        text(".odata-more-name", "Depth");
        FxThread.run(() -> choose((ComboBox<?>) pane.lookup(".odata-more .combo-box"), "Edm.Decimal"));
        fire("#odata-form-done");
        assertEquals("PATCH /Boxes(1) If-Match: W/\"1\" { \"Weight\": 7.5, \"Depth@odata.type\": \"#Decimal\", \"Depth\": 1.25 }", looked());
    }

    @SuppressWarnings("unchecked")
    private static void choose(ComboBox<?> box, String value) {
        ((ComboBox<String>) box).setValue(value);
    }

    @Test
    void entitiesAreLinkedAndUnlinked() {
        boxes();
        menu("odata-link-Owner");
        FxThread.until("its key is asked", () -> pane.lookup("#odata-value-Code") != null);
        fire("#odata-form-done");
        assertEquals("`Code` is needed: it is part of the key.", words("#odata-form-trouble"));
        text("#odata-value-Code", "O'Neil");
        fire("#odata-form-done");
        assertEquals("PUT /Boxes(1)/Owner/$ref { \"@odata.id\": \"/People('O''Neil')\" }", looked());
        sent("PUT /Boxes(1)/Owner/$ref");
        FxThread.until("it is said", () -> service.told.contains("Link Owner of Boxes(1) went well."));
        FxThread.until("the row was read again", () -> pane.answered() && service.asked.getLast().url().endsWith("/Boxes(1)"));
        FxThread.run(() -> select(grid(), 0));
        menu("odata-unlink-Owner");
        assertEquals("DELETE /Boxes(1)/Owner/$ref", looked().strip());
        fire("#odata-confirm-together");
        FxThread.until("it waits", () -> pane.lookup("#odata-confirm") == null);

        explore("/Boxes(1)/Inner");
        FxThread.run(pane::send);
        FxThread.until("its list", () -> pane.answered() && grid().getItems().size() == 2);
        FxThread.run(() -> select(grid(), 1));
        menu("odata-unlink-row");
        assertEquals("DELETE /Boxes(1)/Inner/$ref?$id=/Boxes(2)", looked().strip());
        sent("DELETE /Boxes(1)/Inner/$ref?$id=" + PlayedService.URL + "/Boxes(2)");
        FxThread.until("it has left the list", () -> grid().getItems().size() == 1);
    }

    @Test
    void filesOfAnEntityAreSavedAndReplaced() throws Exception {
        boxes();
        service.chosen = folder;
        menu("odata-file-save-value");
        FxThread.until("it is saved", () -> service.told.contains("Saved 9 bytes as file-1.png."));
        assertEquals("the bytes", Files.readString(folder.resolve("file-1.png")));
        menu("odata-file-open-Logo");
        FxThread.until("it is opened", () -> service.told.contains("open GET " + PlayedService.URL + "/Boxes(1)/Logo"));
        service.chosen = Files.writeString(folder.resolve("new.txt"), "other words");
        menu("odata-file-replace-Logo");
        assertEquals("PUT /Boxes(1)/Logo Content-Type: text/plain (the bytes of " + service.chosen + ")", looked());
        assertTrue(FxThread.get(() -> pane.lookup("#odata-confirm-together").isDisabled()), "a file goes into no batch");
        sent("PUT /Boxes(1)/Logo");
        var put = service.asked.stream().filter(r -> r.method().equals("PUT")).findFirst().orElseThrow();
        assertEquals(new Body.Binary(service.chosen.toString()), put.body());
        FxThread.until("the row was read again", () -> pane.answered() && service.asked.getLast().url().endsWith("/Boxes(1)"));
        menu("odata-file-new");
        assertEquals("POST /Boxes Content-Type: text/plain (the bytes of " + service.chosen + ")", looked());
        sent("POST /Boxes");
        FxThread.until("its row stands first", () -> grid().getItems().size() == 3 && grid().getItems().getFirst() instanceof Row row && row.key().equals("3"));
    }

    @Test
    void aPlaceIsShownChangedAndAskedFor() {
        boxes();
        FxThread.run(() -> pane.edit(0));
        FxThread.until("the form is there", () -> pane.lookup("#odata-value-Place") != null);
        text("#odata-value-Place", "POINT(1 north)");
        fire("#odata-form-done");
        assertTrue(words("#odata-form-trouble").startsWith("`Place`"), words("#odata-form-trouble"));
        text("#odata-value-Place", "POINT(1 2.5)");
        fire("#odata-form-done");
        assertEquals("PATCH /Boxes(1) If-Match: W/\"1\" { \"Place\": { \"type\": \"Point\", \"coordinates\": [ 1, 2.5 ] } }", looked());
        FxThread.run(() -> pane.filter("geo.distance(Place,geography'SRID=4326;POINT(13.4 52.5)') lt 1000"));
        assertTrue(words("#odata-query-url").contains("$filter=geo.distance(Place,geography'SRID=4326;POINT(13.4%2052.5)')%20lt%201000"), words("#odata-query-url"));
        FxThread.run(() -> pane.select("odata-page-text"));
        FxThread.until("the text page is drawn", () -> pane.lookup("#odata-text-filter") != null);
        assertEquals("", FxThread.get(() -> pane.lookupAll(".odata-fault").stream().filter(n -> n.isVisible() && n instanceof Labeled).map(n -> ((Labeled) n).getText()).reduce("", String::concat)));
    }

    @Test
    void aBatchIsMadeAsJsonAndItsAnswerTakenApart() {
        boxes();
        for (var row = 0; row < 2; row++) {
            var place = row;
            FxThread.run(() -> select(grid(), place));
            menu("odata-delete");
            looked();
            fire("#odata-confirm-together");
            FxThread.until("it waits", () -> pane.lookup("#odata-confirm") == null);
        }
        fire("#odata-collected");
        FxThread.until("the batch is there", () -> pane.lookup("#odata-batch-json") != null);
        FxThread.run(() -> {
            ((CheckBox) pane.lookup("#odata-batch-json")).setSelected(true);
            ((CheckBox) pane.lookup("#odata-batch-whole")).setSelected(false);
            ((ButtonBase) pane.lookup("#odata-batch-send")).fire();
        });
        FxThread.until("it was answered", () -> words("#odata-batch-verdict").startsWith("1 of 2 went well"));
        var batch = service.asked.getLast();
        assertEquals(PlayedService.URL + "/$batch", batch.url());
        var body = ((Body.Raw) batch.body()).text().replaceAll("\\s+", "");
        assertTrue(body.startsWith("{\"requests\":[{\"id\":\"1\",\"method\":\"delete\",\"url\":\"Boxes(1)\"") && body.contains("\"W/\\\"1\\\"\"") && !body.contains("atomicityGroup"), body);
        FxThread.until("each answer stands at its change", () -> pane.lookupAll("#odata-batch-list .label").stream().anyMatch(n -> n instanceof Labeled l && l.getText() != null && l.getText().contains("There is no such box.")));
    }

    /// Boxes are in boxes: what is unfolded is made, and nothing below it.
    @Test
    void typesThatLeadRoundInCirclesDoNotRunAway() {
        explore("/Boxes");
        var lines = FxThread.get(() -> {
            TreeItem<?> at = ((TreeView<?>) pane.lookup("#odata-tree")).getRoot().getChildren().getFirst().getChildren().getFirst();
            for (var depth = 0; depth < 100; depth++) {
                at.setExpanded(true);
                at = at.getChildren().stream().filter(i -> i.getValue() instanceof Entry e && e.name().equals("Inner")).findFirst().orElseThrow();
            }
            return ((TreeView<?>) pane.lookup("#odata-tree")).getExpandedItemCount();
        });
        assertTrue(lines > 600 && lines < 800, lines + " lines");
    }
}
