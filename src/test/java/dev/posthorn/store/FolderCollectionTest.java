package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Postman 3.0 folders are opened, edited and watched as files are, and mix with them.
final class FolderCollectionTest {

    private static final String FILE = "{\"info\": {\"name\": \"J\", \"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},"
            + " \"item\": [{\"name\": \"j\", \"request\": \"http://j\"}]}";

    @TempDir
    private Path folder;
    private Workspace workspace;
    private Versions versions;
    private Path root;

    @BeforeEach
    void open() throws IOException {
        var home = new Home(folder.resolve("home"));
        versions = new Versions(home, Clock.systemUTC());
        workspace = new Workspace(home, null, versions);
        workspace.load();
        root = folder.resolve("repo/postman/collections/API");
        write(".resources/definition.yaml", "$kind: collection\ndescription: What it is for\n");
        write("One.request.yaml", "$kind: http-request\nurl: http://one # as ever\nmethod: GET\norder: 1000\n");
        write("Users/.resources/definition.yaml", "$kind: collection\norder: 2000\n");
        write("Users/Get.request.yaml", "$kind: http-request\nurl: http://get\nmethod: GET\nexamples: ./.resources/Get.resources/examples\norder: 1000\n");
        write("Users/.resources/Get.resources/examples/OK.example.yaml",
                "$kind: http-example\nresponse:\n  statusCode: 200\n  body:\n    type: text\n    content: fine\norder: 1000\n");
        write("Users/Put.request.yaml", "$kind: http-request\nurl: http://put\nmethod: PUT\norder: 2000\n");
    }

    /// What is written behind must be over before the folder goes.
    @AfterEach
    void close() {
        workspace.close();
        versions.close();
    }

    private void write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Opened.Good good(Opened opened) {
        return assertInstanceOf(Opened.Good.class, opened);
    }

    private Map<String, String> files() throws IOException {
        try (var files = Files.walk(root.getParent())) {
            var all = new TreeMap<String, String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.put(root.getParent().relativize(file).toString(), Files.readString(file));
            }
            return all;
        }
    }

    private static String shape(List<Item> items) {
        return String.join(" ", items.stream().map(i -> i instanceof Folder f ? f.name() + "(" + shape(f.items()) + ")" : i.name()).toList());
    }

    @Test
    void aFolderOfCollectionsOpensWithAllInIt() throws IOException {
        Files.writeString(folder.resolve("repo/old.json"), FILE);
        var added = workspace.add(folder.resolve("repo"));
        assertEquals(List.of("J", "API"), added.collections().stream().map(o -> good(o).collection().name()).toList());
        assertEquals("One Users(Get Put)", shape(good(added.collections().getLast()).collection().items()));
        assertEquals(root, added.collections().getLast().file());
        assertEquals("Postman 3.0", good(added.collections().getLast()).format());
        var next = new Workspace(new Home(folder.resolve("home")), null);
        next.load();
        assertEquals(workspace.collections(), next.collections());
    }

    @Test
    void aSaveChangesOneLineOfOneFile() throws IOException {
        var opened = good(workspace.open(root).getFirst());
        var before = files();
        assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "One.request.yaml", Request.get("http://one")));
        assertEquals(before, files());
        var saved = assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "One.request.yaml", Request.get("http://uno")));
        before.put("API/One.request.yaml", before.get("API/One.request.yaml").replace("http://one", "http://uno"));
        assertEquals(before, files());
        assertEquals("http://uno", ((RequestItem) saved.now().collection().path("One.request.yaml").getLast()).request().url());
        assertEquals(List.of("http://one"), versions.of(root, "One.request.yaml").stream().map(v -> v.request().url()).toList());
    }

    @Test
    void renamesAndMovesTellTheNewIds() throws IOException {
        var opened = good(workspace.open(root).getFirst());
        var saved = assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "Users/Get.request.yaml", Request.get("http://got")));
        var renamed = assertInstanceOf(SaveResult.Saved.class, workspace.rename(saved.now(), "Users", "People"));
        assertEquals("People/Get.request.yaml", renamed.ids().get("Users/Get.request.yaml"));
        assertEquals("One People(Get Put)", shape(renamed.now().collection().items()));
        assertEquals(1, versions.of(root, "People/Get.request.yaml").size());
        var moved = assertInstanceOf(AddResult.Added.class, workspace.move(renamed.now(), "People/Get.request.yaml", renamed.now(), "", 0));
        assertEquals("Get One People(Put)", shape(moved.now().collection().items()));
        assertEquals("fine", ((RequestItem) moved.now().collection().path(moved.id()).getLast()).examples().getFirst().body());
    }

    @Test
    void theCollectionItselfIsRenamedWithItsFolder() throws IOException {
        var opened = good(workspace.open(root).getFirst());
        var saved = assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "Users/Get.request.yaml", Request.get("http://got")));
        var renamed = assertInstanceOf(SaveResult.Saved.class, workspace.rename(saved.now(), "", "Better"));
        assertEquals("Better", renamed.now().collection().name());
        assertEquals(root.resolveSibling("Better"), renamed.now().file());
        assertEquals(Map.of(), renamed.ids());
        assertFalse(Files.exists(root));
        assertEquals(List.of(renamed.now()), workspace.collections());
        assertEquals(1, versions.of(renamed.now().file(), "Users/Get.request.yaml").size());
    }

    @Test
    void deletingIsTakenBackToTheLastByte() throws IOException {
        var opened = good(workspace.open(root).getFirst());
        var before = files();
        for (var id : List.of("Users/Get.request.yaml", "Users", "")) {
            var deleted = assertInstanceOf(DeleteResult.Deleted.class, workspace.delete(opened, id));
            assertFalse(Files.exists(root.resolve(id)), id);
            opened = assertInstanceOf(SaveResult.Saved.class, workspace.undo(deleted.undo())).now();
            assertEquals(before, files());
        }
    }

    @Test
    void itemsMoveBetweenFilesAndFoldersBothWays() throws IOException {
        var v3 = good(workspace.open(root).getFirst());
        var json = good(workspace.open(Files.writeString(folder.resolve("j.json"), FILE)).getFirst());
        var before = files();
        var level = Level.of((Folder) v3.collection().path("Users").getLast()).withAuth(new Auth("basic", Map.of("username", "u")));
        v3 = assertInstanceOf(SaveResult.Saved.class, workspace.saveLevel(v3, "Users", level)).now();
        var there = assertInstanceOf(AddResult.Added.class, workspace.move(v3, "Users", json, "", 0));
        assertEquals("Users(Get Put) j", shape(there.now().collection().items()));
        assertEquals("/item/0/item/1", there.ids().get("Users/Put.request.yaml"));
        assertFalse(Files.exists(root.resolve("Users")));
        var now = good(workspace.collections().getFirst());
        var back = assertInstanceOf(AddResult.Added.class, workspace.move(there.now(), "/item/0", now, "", 0));
        assertEquals("Users(Get Put) One", shape(back.now().collection().items()));
        assertEquals(level, Level.of((Folder) back.now().collection().path("Users").getLast()));
        assertEquals(200, ((RequestItem) back.now().collection().path("Users/Get.request.yaml").getLast()).examples().getFirst().status());
        assertEquals(FILE, Files.readString(json.file()));
        assertEquals(before.keySet(), files().keySet());
    }

    @Test
    void aNewCollectionIsAFolderOrAFile() throws IOException {
        var parent = folder.resolve("fresh");
        var v3 = good(workspace.createCollection(parent, "My: API", Workspace.Kind.V3));
        assertTrue(v3.file().startsWith(parent.resolve("postman/collections")));
        assertEquals("My: API", v3.collection().name());
        var added = assertInstanceOf(AddResult.Added.class, workspace.append(v3, "", "First", Request.get("http://1")));
        added = assertInstanceOf(AddResult.Added.class, workspace.appendExample(added.now(), added.id(), new Example("E", null, 200, "OK", List.of(), "b")));
        assertEquals("First", shape(added.now().collection().items()));
        var file = good(workspace.createCollection(parent, "My: API", Workspace.Kind.V21));
        assertEquals("My: API", file.collection().name());
        assertEquals(2, workspace.collections().size());
    }

    @Test
    void aBadFileIsABadItemAndStopsNoOther() throws IOException {
        write("Bad.request.yaml", "$kind: http-request\nurl: \"unclosed\nmethod: GET\n");
        var opened = good(workspace.open(root).getFirst());
        assertEquals(1, opened.collection().items().stream().filter(BadItem.class::isInstance).count());
        assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "One.request.yaml", Request.get("http://uno")));
    }

    @Test
    void whatOthersDoInTheFolderIsSeenAndEditsGoOnAroundIt() throws IOException, InterruptedException {
        var changes = new LinkedBlockingQueue<Change>();
        var opened = good(workspace.open(root).getFirst());
        try (var watched = workspace) {
            watched.watch();
            watched.listen(changes::add);
            write("Users/New.request.yaml", "$kind: http-request\nurl: http://new\nmethod: GET\norder: 500\n");
            var change = changes.poll(60, TimeUnit.SECONDS);
            assertNotNull(change);
            assertEquals("One Users(New Get Put)", shape(good(change.now().getFirst()).collection().items()));
            Files.move(root.resolve("Users/Put.request.yaml"), root.resolve("Users/Replace.request.yaml"));
            change = changes.poll(60, TimeUnit.SECONDS);
            assertNotNull(change);
            assertEquals(Map.of("Users/Put.request.yaml", "Users/Replace.request.yaml"), change.ids());
        }
        write("One.request.yaml", "$kind: http-request\nurl: http://theirs\nmethod: GET\norder: 1000\n");
        assertInstanceOf(SaveResult.Conflict.class, workspace.save(opened, "One.request.yaml", Request.get("http://mine")));
        assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "Users/Get.request.yaml", Request.get("http://mine")));
    }
}
