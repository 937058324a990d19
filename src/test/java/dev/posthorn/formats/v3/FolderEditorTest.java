package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.Edited;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Header;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edits of a v3 collection on disk: what changes, and that nothing else does.
final class FolderEditorTest {

    private static final String APP = """
            $kind: http-request
            name: List books
            url: "{{baseUrl}}/books?type=fiction"
            method: GET
            headers:
              Accept: application/json
              X-Trace: "1"
            queryParams:
              type: fiction
            auth:
              type: bearer
              credentials:
                token: "{{token}}"
            scripts:
              - type: afterResponse
                code: |-
                  pm.test("ok", () => {
                    pm.response.to.have.status(200);
                  });
                language: text/javascript
            examples: ./.resources/List.resources/examples
            order: 1000
            """;

    private static final String HAND = """
            # what the shop sells
            $kind:   http-request
            url:     'https://shop.test/items'   # no slash at the end
            method:  POST

            headers:
            # agreed with the gateway team
            - key: 'X-Team'
              value: blue     # or green
            - {key: Accept, value: '*/*', disabled: true}
            body: {type: json, content: '{"a": 1}'}

            x-ours: {keep: me}   # not Postman's
            order: 2000
            """;

    @TempDir
    private Path workspace;
    private OnDisk disk;

    @BeforeEach
    void collection() throws IOException {
        disk = OnDisk.in(workspace).file(".resources/definition.yaml", "$kind: collection\nvariables:\n  baseUrl: http://x.test\n")
                .file("List.request.yaml", APP)
                .file(".resources/List.resources/examples/Ok.example.yaml", """
                        $kind: http-example
                        response:
                          statusCode: 200
                          body:
                            type: json
                            content: "[]"
                        order: 1000
                        """)
                .file("Items.request.yaml", HAND)
                .file("Admin/.resources/definition.yaml", "$kind: collection\norder: 3000\n")
                .file("Admin/Drop.request.yaml", "$kind: http-request\nurl: http://x.test/drop\nmethod: DELETE\norder: 1000\n");
    }

    private Request request(String id) throws IOException {
        return disk.request(id).request();
    }

    private static Request at(Request request, String url) {
        return request.withAddress(url, RequestUrl.parse(url).entries(), request.pathVariables());
    }

    @Test
    void savingWhatIsThereWritesNothing() throws IOException {
        for (var id : List.of("List.request.yaml", "Items.request.yaml", "Admin/Drop.request.yaml")) {
            assertInstanceOf(Edited.Unchanged.class, disk.editor().save(id, request(id)));
        }
        assertInstanceOf(Edited.Unchanged.class, disk.editor().saveLevel("", Level.of(disk.read())));
        assertInstanceOf(Edited.Unchanged.class, disk.editor().saveLevel("Admin", Level.of(disk.folder("Admin"))));
    }

    @Test
    void aChangedAddressIsOneChangedLine() throws IOException {
        disk.done(disk.editor().save("Items.request.yaml", at(request("Items.request.yaml"), "https://shop.test/goods")));
        assertEquals(HAND.replace("'https://shop.test/items'", "'https://shop.test/goods'"), disk.text("Items.request.yaml"));
    }

    @Test
    void aChangedParameterChangesTheAddressAndTheTableThatRepeatsIt() throws IOException {
        disk.done(disk.editor().save("List.request.yaml", at(request("List.request.yaml"), "{{baseUrl}}/books?type=poems")));
        assertEquals(APP.replace("type=fiction", "type=poems").replace("type: fiction", "type: poems"), disk.text("List.request.yaml"));
    }

    @Test
    void anAddressWithoutATableGetsNone() throws IOException {
        disk.file("Q.request.yaml", "$kind: http-request\nurl: http://x.test/?a=1 # plain\nmethod: GET\n");
        disk.done(disk.editor().save("Q.request.yaml", at(request("Q.request.yaml"), "http://x.test/?a=2&b=3")));
        assertEquals("$kind: http-request\nurl: http://x.test/?a=2&b=3 # plain\nmethod: GET\n", disk.text("Q.request.yaml"));
    }

    @Test
    void aTableOfSwitchedOffParametersStaysOneWhenTheAddressChanges() throws IOException {
        var file = """
                $kind: http-request
                url: http://x.test/?a=1
                method: GET
                queryParams:
                  - key: b
                    value: "2"
                    disabled: true
                """;
        disk.file("Q.request.yaml", file);
        var request = request("Q.request.yaml");
        var query = request.query().stream().map(e -> e.key().equals("a") ? e.withValue("3") : e).toList();
        disk.done(disk.editor().save("Q.request.yaml", request.withAddress("http://x.test/?a=3", query, List.of())));
        assertEquals(file.replace("a=1", "a=3"), disk.text("Q.request.yaml"));
    }

    @Test
    void aMapOfHeadersBecomesAListWhenOneIsSwitchedOff() throws IOException {
        var request = request("List.request.yaml");
        disk.done(disk.editor().save("List.request.yaml", request.withHeaders(List.of(request.headers().getFirst().withEnabled(false), request.headers().getLast()))));
        assertEquals(APP.replace("""
                  Accept: application/json
                  X-Trace: "1"
                """, """
                  - key: Accept
                    value: application/json
                    disabled: true
                  - key: X-Trace
                    value: "1"
                """), disk.text("List.request.yaml"));
    }

    @Test
    void aHeaderThatIsAddedToAMapIsOneNewLine() throws IOException {
        var headers = new ArrayList<>(request("List.request.yaml").headers());
        headers.add(Entry.of("X-New", "yes"));
        disk.done(disk.editor().save("List.request.yaml", request("List.request.yaml").withHeaders(headers)));
        assertEquals(APP.replace("  X-Trace: \"1\"\n", "  X-Trace: \"1\"\n  X-New: \"yes\"\n"), disk.text("List.request.yaml"));
    }

    @Test
    void rowsOfAHandWrittenListKeepTheirCommentsAndForms() throws IOException {
        var headers = request("Items.request.yaml").headers();
        disk.done(disk.editor().save("Items.request.yaml",
                request("Items.request.yaml").withHeaders(List.of(headers.getFirst().withValue("red"), headers.getLast().withEnabled(true)))));
        assertEquals(HAND.replace("blue ", "red ").replace(", disabled: true", ""), disk.text("Items.request.yaml"));
    }

    @Test
    void whatV3HasNoPlaceForGoesBesideAndComesBack() throws IOException {
        var edited = request("Items.request.yaml").withSettings(request("Items.request.yaml").settings().with("disableCookies", true).with("maxRedirects", 3));
        disk.done(disk.editor().save("Items.request.yaml", edited));
        assertEquals(edited, request("Items.request.yaml"));
        assertTrue(disk.text("Items.request.yaml").contains("settings:\n  maxRedirects: 3\n"), disk.text("Items.request.yaml"));
        assertFalse(disk.text("Items.request.yaml").contains("disableCookies"));
        disk.done(disk.editor().rename("Items.request.yaml", "Goods"));
        assertEquals(edited, request("Goods.request.yaml"));
        disk.done(disk.editor().save("Goods.request.yaml", edited.withSettings(edited.settings().with("disableCookies", null))));
        assertTrue(disk.files().keySet().stream().noneMatch(path -> path.startsWith(".posthorn")), disk.files().keySet().toString());
    }

    @Test
    void aNewNameMovesTheFileAndAllThatBelongsToIt() throws IOException {
        var changed = disk.done(disk.editor().rename("List.request.yaml", "Books: all"));
        assertEquals("Books- all.request.yaml", changed.id());
        assertEquals("Books- all.request.yaml", changed.ids().get("List.request.yaml"));
        assertEquals("Books: all", disk.request(changed.id()).name());
        assertEquals(1, disk.request(changed.id()).examples().size());
        assertEquals(APP.replace("name: List books", "name: \"Books: all\"").replace("List.resources", "Books- all.resources"), disk.text(changed.id()));
    }

    @Test
    void aNameThatTheFileSaysIsNotWrittenAgain() throws IOException {
        disk.done(disk.editor().rename("List.request.yaml", "Books"));
        assertFalse(disk.text("Books.request.yaml").contains("name:"));
        assertEquals("Books", disk.request("Books.request.yaml").name());
    }

    @Test
    void aFolderMovesWithEverythingInIt() throws IOException {
        var changed = disk.done(disk.editor().rename("Admin", "Backstage"));
        assertEquals("Backstage/Drop.request.yaml", changed.ids().get("Admin/Drop.request.yaml"));
        assertEquals("Backstage", disk.folder("Backstage").name());
        disk.done(disk.editor().appendFolder("", "Outer"));
        var moved = disk.done(disk.editor().move("Backstage", "Outer", 0));
        assertEquals("DELETE", request("Outer/Backstage/Drop.request.yaml").method());
        assertEquals("Outer/Backstage", moved.id());
        assertInstanceOf(Edited.Refused.class, disk.editor().move("Outer", "Outer/Backstage", 0));
    }

    @Test
    void anItemThatMovesGetsTheNumberBetweenItsNeighbours() throws IOException {
        var before = disk.files();
        disk.done(disk.editor().move("Admin", "", 1));
        assertEquals(List.of("List.request.yaml", "Admin", "Items.request.yaml"), disk.read().items().stream().map(Item::id).toList());
        assertEquals("$kind: collection\norder: 1500\n", disk.text("Admin/.resources/definition.yaml"));
        before.put("postman/collections/Shop/Admin/.resources/definition.yaml", "$kind: collection\norder: 1500\n");
        assertEquals(before, disk.files());
        assertInstanceOf(Edited.Unchanged.class, disk.editor().move("Admin", "", 1));
        assertInstanceOf(Edited.Unchanged.class, disk.editor().move("Admin", "", 2));
    }

    @Test
    void itemsAreNumberedAnewOnlyWhenNothingIsLeftBetweenThem() throws IOException {
        disk.file("Items.request.yaml", HAND.replace("2000", "1000"));
        disk.done(disk.editor().move("Admin", "", 1));
        assertEquals("Admin", disk.read().items().get(1).id());
        assertTrue(disk.text("Items.request.yaml").endsWith("order: 1000\n"));
    }

    @Test
    void anItemMovedIntoAFolderThatHasItsNameKeepsTheName() throws IOException {
        disk.file("Drop.request.yaml", "$kind: http-request\nurl: http://x.test/other\n");
        var moved = disk.done(disk.editor().move("Drop.request.yaml", "Admin", 0));
        assertEquals("Admin/Drop-1.request.yaml", moved.id());
        assertEquals("Drop", disk.request(moved.id()).name());
        assertEquals(moved.id(), disk.folder("Admin").items().getFirst().id());
    }

    @Test
    void aDeletedRequestTakesItsExamplesAndItsSidecarAlong() throws IOException {
        disk.done(disk.editor().save("List.request.yaml", request("List.request.yaml").withSettings(request("List.request.yaml").settings().with("disableCookies", true))));
        var changed = disk.done(disk.editor().delete("List.request.yaml"));
        assertEquals("", changed.id());
        assertTrue(disk.files().keySet().stream().noneMatch(path -> path.contains("List")), disk.files().keySet().toString());
    }

    @Test
    void aCopyStandsBehindItsOriginal() throws IOException {
        var copy = disk.done(disk.editor().duplicate("List.request.yaml")).id();
        assertEquals(List.of("List.request.yaml", copy, "Items.request.yaml", "Admin"), disk.read().items().stream().map(Item::id).toList());
        assertEquals("List books copy", disk.request(copy).name());
        assertEquals(disk.request("List.request.yaml").examples(), disk.request(copy).examples());
        assertEquals(request("List.request.yaml"), request(copy));
        var folder = disk.done(disk.editor().duplicate("Admin")).id();
        assertEquals(request("Admin/Drop.request.yaml"), request(folder + "/Drop.request.yaml"));
    }

    @Test
    void savedAnswersComeAndGo() throws IOException {
        var example = new Example("Not there", request("Items.request.yaml"), 404, "Not Found", List.of(new Header("X-A", "1"), new Header("X-A", "2")), "{\n}");
        disk.done(disk.editor().appendExample("Items.request.yaml", example));
        assertEquals(List.of(example), disk.request("Items.request.yaml").examples());
        assertEquals(HAND.replace("1}'}\n", "1}'}\nexamples: ./.resources/Items.resources/examples\n"), disk.text("Items.request.yaml"));
        disk.done(disk.editor().deleteExample("Items.request.yaml", 0));
        assertEquals(HAND, disk.text("Items.request.yaml"));
        assertInstanceOf(Edited.Refused.class, disk.editor().deleteExample("Items.request.yaml", 0));
    }

    @Test
    void aFolderSaysOnlyWhatWasSet() throws IOException {
        var level = new Level("Only for staff", new Auth("basic", java.util.Map.of("username", "u")), List.of(Entry.of("a", "1")),
                List.of(new Script(Script.Phase.PRE_REQUEST, "x();")), Request.blank().settings());
        disk.done(disk.editor().saveLevel("Admin", level));
        assertEquals(level, Level.of(disk.folder("Admin")));
        assertEquals("""
                $kind: collection
                description: Only for staff
                variables:
                  a: "1"
                auth:
                  type: basic
                  credentials:
                    username: u
                scripts:
                  - type: http:beforeRequest
                    code: x();
                    language: text/javascript
                order: 3000
                """, disk.text("Admin/.resources/definition.yaml"));
    }

    @Test
    void whatIsBrokenOrOfAnotherKindIsRefusedInWords() throws IOException {
        disk.file("Bad.request.yaml", "url: {{base}}/x\n").file("Rpc.request.yaml", "$kind: grpc-request\nurl: x\n");
        for (var id : List.of("Bad.request.yaml", "Rpc.request.yaml", "Gone.request.yaml", "../x.request.yaml", "Admin")) {
            var refused = assertInstanceOf(Edited.Refused.class, disk.editor().save(id, Request.blank()));
            assertFalse(refused.sentence().isBlank());
        }
        assertEquals("url: {{base}}/x\n", disk.text("Bad.request.yaml"));
    }

    @Test
    void randomEditsAreReadBackFromTheFiles() throws IOException {
        var random = new Random(3);
        for (var round = 0; round < 20; round++) {
            var id = disk.done(disk.editor().append("", "r", RandomRequests.random(random))).id();
            for (var edit = 0; edit < 4; edit++) {
                var now = request(id);
                var wanted = RandomRequests.edit(random, now, RandomRequests.random(random));
                var result = disk.editor().save(id, wanted);
                if (!wanted.equals(now)) {
                    disk.done(result);
                }
                var text = disk.text(id);
                assertEquals(wanted, request(id), () -> text);
            }
            disk.done(disk.editor().delete(id));
        }
    }
}
