package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Items of 2.1 files are added, moved, copied, deleted and brought back; everybody learns their new ids; nothing else in the files moves.
final class WorkspaceEditsTest {

    private static final String FILE = """
            {
              "info": { "name": "C", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
              "item": [
                {
                  "name": "F",
                  "item": [
                    { "name": "a", "request": "http://a", "x-kept": 1.50 },
                    {
                      "name": "G",
                      "item": [
                        { "name": "b", "request": "http://b" }
                      ]
                    }
                  ]
                },
                { "name": "c", "request": "http://c" },
                { "name": "d", "request": "http://d" }
              ]
            }
            """;

    @TempDir
    private Path folder;
    private Workspace workspace;
    private final List<Change> changes = new ArrayList<>();

    @BeforeEach
    void open() {
        workspace = new Workspace(new Home(folder.resolve("home")), null);
        workspace.load();
        workspace.listen(changes::add);
    }

    private Opened.Good open(String name, String text) throws IOException {
        var opened = assertInstanceOf(Opened.Good.class, workspace.open(Files.writeString(folder.resolve(name), text)).getFirst());
        changes.clear();
        return opened;
    }

    /// The tree in short: `F(a G(b)) c d`.
    private static String shape(List<Item> items) {
        return String.join(" ", items.stream().map(i -> i instanceof Folder f ? f.name() + "(" + shape(f.items()) + ")" : i.name()).toList());
    }

    private static String shape(Opened.Good opened) {
        return shape(opened.collection().items());
    }

    private static AddResult.Added added(AddResult result) {
        return assertInstanceOf(AddResult.Added.class, result);
    }

    private static String name(Opened.Good opened, String id) {
        return opened.collection().path(id).getLast().name();
    }

    /// Each item of the old tree is, under the id that the map tells, the item of that name in the new one.
    private static void assertFollows(Collection before, Opened.Good now, Map<String, String> ids) {
        var left = new ArrayList<>(before.items());
        while (!left.isEmpty()) {
            var item = left.removeLast();
            var id = ids.getOrDefault(item.id(), item.id());
            if (!id.isEmpty()) {
                assertEquals(item.name(), name(now, id), ids.toString());
            }
            if (item instanceof Folder f) {
                left.addAll(f.items());
            }
        }
    }

    @Test
    void anItemIsMovedWithinAndAcrossFolders() throws IOException {
        var moves = List.of(List.of("/item/2", "", "0", "d F(a G(b)) c"), List.of("/item/0", "", "3", "c d F(a G(b))"), List.of("/item/1", "", "1", "F(a G(b)) c d"),
                List.of("/item/1", "/item/0/item/1", "0", "F(a G(c b)) d"), List.of("/item/0/item/1/item/0", "", "0", "b F(a G()) c d"),
                List.of("/item/0/item/1", "", "2", "F(a) c G(b) d"), List.of("/item/0/item/0", "/item/0/item/1", "1", "F(G(b a)) c d"),
                List.of("/item/0/item/0", "", "0", "a F(G(b)) c d"));
        for (var move : moves) {
            var opened = open("c.json", FILE);
            var moved = added(workspace.move(opened, move.get(0), opened, move.get(1), Integer.parseInt(move.get(2))));
            assertEquals(move.get(3), shape(moved.now()));
            assertEquals(name(opened, move.get(0)), name(moved.now(), moved.id()));
            assertFollows(opened.collection(), moved.now(), moved.ids());
            assertEquals(moved.ids(), changes.isEmpty() ? Map.of() : changes.getFirst().ids());
            var back = added(workspace.move(moved.now(), moved.id(), moved.now(), move.get(0).substring(0, move.get(0).lastIndexOf("/item/"))
                    .replace("/item/0/item/1", id(moved.now(), "G")).replaceFirst("^/item/0$", id(moved.now(), "F")), 0));
            assertFollows(moved.now().collection(), back.now(), back.ids());
        }
    }

    private static String id(Opened.Good opened, String name) {
        var left = new ArrayList<>(opened.collection().items());
        while (!left.isEmpty()) {
            var item = left.removeLast();
            if (item.name().equals(name)) {
                return item.id();
            }
            if (item instanceof Folder f) {
                left.addAll(f.items());
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void aMovedItemKeepsItsTextAndTakesTheIndentationOfItsNewPlace() throws IOException {
        var opened = open("c.json", FILE);
        workspace.move(opened, "/item/0/item/1", opened, "", 3);
        assertEquals("""
                {
                  "info": { "name": "C", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
                  "item": [
                    {
                      "name": "F",
                      "item": [
                        { "name": "a", "request": "http://a", "x-kept": 1.50 }
                      ]
                    },
                    { "name": "c", "request": "http://c" },
                    { "name": "d", "request": "http://d" },
                    {
                      "name": "G",
                      "item": [
                        { "name": "b", "request": "http://b" }
                      ]
                    }
                  ]
                }
                """, Files.readString(opened.file()));
    }

    @Test
    void whatCannotBeMovedIsRefusedInWords() throws IOException {
        var opened = open("c.json", FILE);
        assertTrue(assertInstanceOf(AddResult.Refused.class, workspace.move(opened, "/item/0", opened, "/item/0/item/1", 0)).sentence().contains("into itself"));
        assertTrue(assertInstanceOf(AddResult.Refused.class, workspace.move(opened, "/item/0", opened, "/item/1", 0)).sentence().contains("folder"));
        assertInstanceOf(AddResult.Refused.class, workspace.move(opened, "/item/9", opened, "", 0));
        assertEquals(FILE, Files.readString(opened.file()));
    }

    @Test
    void anItemMovesToAnotherFileWithWhatTheProgramDoesNotKnow() throws IOException {
        var one = open("one.json", FILE);
        var two = open("two.json", FILE.replace("\"C\"", "\"D\"").replace("  ", "\t"));
        var moved = added(workspace.move(one, "/item/0", two, "/item/0/item/1", 0));
        assertEquals("F(a G(F(a G(b)) b)) c d", shape(moved.now()));
        assertTrue(Files.readString(two.file()).contains("\n\t\t\t\t\t\t\t\t{ \"name\": \"a\", \"request\": \"http://a\", \"x-kept\": 1.50 }")
                || Files.readString(two.file()).contains("\"x-kept\": 1.50"), Files.readString(two.file()));
        assertEquals("b", name(moved.now(), moved.ids().get("/item/0/item/1/item/0")));
        assertEquals("c d", shape(assertInstanceOf(Opened.Good.class, workspace.collections().getFirst())));
        var ofOne = changes.stream().filter(c -> c.file().equals(one.file())).findFirst().orElseThrow();
        assertEquals("", ofOne.ids().get("/item/0/item/0"));
        assertEquals("/item/0", ofOne.ids().get("/item/1"));
    }

    @Test
    void anItemMovesIntoAnOlderFormatByItsMeaning() throws IOException {
        var example = new Example("E", Request.get("http://e"), 200, "OK", List.of(), "body");
        var one = open("one.json", FILE);
        var request = Request.get("http://n").withAuth(new Auth("bearer", Map.of("token", "t"))).withHeaders(List.of(Entry.of("h", "v")));
        var made = added(workspace.append(one, "/item/0", "n", request));
        made = added(workspace.appendExample(made.now(), made.id(), example));
        var two = open("two.json", FILE.replace("v2.1.0", "v2.0.0"));
        var moved = added(workspace.move(made.now(), made.id(), two, "", 1));
        var item = assertInstanceOf(RequestItem.class, moved.now().collection().path(moved.id()).getLast());
        assertEquals(request, item.request());
        assertEquals(List.of(example), item.examples());
        assertTrue(Files.readString(two.file()).contains("\"bearer\": {"));
        assertEquals(FILE, Files.readString(one.file()));
    }

    @Test
    void deletingIsTakenBackToTheLastByte() throws IOException {
        var opened = open("c.json", FILE);
        var deleted = assertInstanceOf(DeleteResult.Deleted.class, workspace.delete(opened, "/item/0"));
        assertEquals("F", deleted.undo().name());
        assertEquals("", deleted.ids().get("/item/0/item/1/item/0"));
        assertEquals("/item/1", deleted.ids().get("/item/2"));
        assertEquals("c d", shape(deleted.now()));
        var back = assertInstanceOf(SaveResult.Saved.class, workspace.undo(deleted.undo()));
        assertEquals(FILE, Files.readString(opened.file()));
        assertEquals(Map.of("/item/0", "/item/1", "/item/1", "/item/2"), back.ids());
        var again = assertInstanceOf(DeleteResult.Deleted.class, workspace.delete(back.now(), "/item/1"));
        workspace.rename(again.now(), "/item/0", "other");
        assertTrue(assertInstanceOf(SaveResult.Refused.class, workspace.undo(again.undo())).sentence().contains("changed since"));
    }

    @Test
    void aWholeCollectionIsDeletedAndBroughtBack() throws IOException {
        var opened = open("c.json", FILE);
        var deleted = assertInstanceOf(DeleteResult.Deleted.class, workspace.delete(opened, ""));
        assertNull(deleted.now());
        assertFalse(Files.exists(opened.file()));
        assertEquals(List.of(), workspace.collections());
        var back = assertInstanceOf(SaveResult.Saved.class, workspace.undo(deleted.undo()));
        assertEquals(FILE, Files.readString(opened.file()));
        assertEquals(List.of(back.now()), workspace.collections());
    }

    @Test
    void foldersLevelsCopiesAndExamplesAreWritten() throws IOException {
        var opened = open("c.json", FILE);
        var made = added(workspace.appendFolder(opened, "/item/0/item/1", "New"));
        assertEquals("F(a G(b New())) c d", shape(made.now()));
        var level = new Level("what it is", new Auth("basic", Map.of("username", "u", "password", "p")), List.of(Entry.of("v", "1")),
                List.of(new Script(Script.Phase.TEST, "x\ny")), made.now().collection().settings().with("followRedirects", false));
        var saved = assertInstanceOf(SaveResult.Saved.class, workspace.saveLevel(made.now(), made.id(), level));
        assertEquals(level, Level.of((Folder) saved.now().collection().path(made.id()).getLast()));
        saved = assertInstanceOf(SaveResult.Saved.class, workspace.saveLevel(saved.now(), "", level));
        assertEquals(level, Level.of(saved.now().collection()));
        var before = Files.readString(opened.file());
        assertInstanceOf(SaveResult.Saved.class, workspace.saveLevel(saved.now(), "", level));
        assertEquals(before, Files.readString(opened.file()));
        var copy = added(workspace.duplicate(saved.now(), "/item/0"));
        assertEquals("/item/1", copy.id());
        assertEquals("/item/2", copy.ids().get("/item/1"));
        assertFollows(saved.now().collection(), copy.now(), copy.ids());
        var example = added(workspace.appendExample(copy.now(), "/item/3", new Example("E", null, 404, "Not Found", List.of(), "b")));
        assertEquals(404, ((RequestItem) example.now().collection().path("/item/3").getLast()).examples().getFirst().status());
        var gone = assertInstanceOf(DeleteResult.Deleted.class, workspace.deleteExample(example.now(), "/item/3", 0));
        assertEquals(List.of(), ((RequestItem) gone.now().collection().path("/item/3").getLast()).examples());
    }

    @Test
    void anEditFollowsItsItemToWhereAnotherProgramPutIt() throws IOException {
        var opened = open("c.json", FILE);
        var theirs = FILE.replace("{ \"name\": \"c\"", "{ \"name\": \"new\", \"request\": \"http://n\" },\n    { \"name\": \"c\"");
        Files.writeString(opened.file(), theirs);
        var saved = assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "/item/2", Request.get("http://mine")));
        assertEquals(theirs.replace("http://d", "http://mine"), Files.readString(opened.file()));
        assertEquals("F(a G(b)) new c d", shape(saved.now()));
        var outside = changes.getFirst();
        assertTrue(outside.outside());
        assertEquals("/item/3", outside.ids().get("/item/2"));
        Files.writeString(opened.file(), FILE.replace(",\n    { \"name\": \"d\", \"request\": \"http://d\" }", ""));
        var conflict = assertInstanceOf(SaveResult.Conflict.class, workspace.save(saved.now(), "/item/3", Request.get("http://again")));
        assertNull(conflict.theirs());
        Files.writeString(opened.file(), "{ half");
        assertTrue(assertInstanceOf(SaveResult.Refused.class, workspace.save(opened, "/item/1", Request.get("http://x"))).sentence().contains("Mend"));
        assertEquals("{ half", Files.readString(opened.file()));
    }

    @Test
    void aLevelThatAnotherProgramChangedIsNotWrittenOverUnlessByForce() throws IOException {
        var opened = open("c.json", FILE);
        var theirs = FILE.replace("\"name\": \"F\",", "\"name\": \"F\", \"description\": \"theirs\",").replace("\"name\": \"C\",", "\"name\": \"C\", \"description\": \"theirs\",");
        Files.writeString(opened.file(), theirs);
        var level = Level.of(opened.collection()).withDescription("mine");
        assertInstanceOf(SaveResult.Conflict.class, workspace.saveLevel(opened, "", level));
        assertInstanceOf(SaveResult.Conflict.class, workspace.saveLevel(opened, "/item/0", Level.of((Folder) opened.collection().items().getFirst()).withDescription("mine")));
        assertEquals(theirs, Files.readString(opened.file()));
        assertInstanceOf(SaveResult.Saved.class, workspace.saveLevel(opened, "", level, true));
        assertEquals(theirs.replaceFirst("theirs", "mine"), Files.readString(opened.file()));
    }
}
