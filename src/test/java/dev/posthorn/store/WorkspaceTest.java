package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {

    private static final String COLLECTION = "{\n  \"info\": {\"name\": \"%s\"},\n  \"item\": [\n    {\"name\": \"r\", \"request\": \"http://x\"}\n  ]\n}\n";
    private static final String ENVIRONMENT = "{\"name\": \"%s\", \"values\": [{\"key\": \"a\", \"value\": \"1\"}]}";

    @TempDir
    private Path folder;
    private Home home;
    private Workspace workspace;

    @BeforeEach
    void open() {
        home = new Home(folder.resolve("home"));
        workspace = fresh();
    }

    private Workspace fresh() {
        var loaded = new Workspace(home, null);
        loaded.load();
        return loaded;
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Opened.Good good(Opened opened) {
        return assertInstanceOf(Opened.Good.class, opened);
    }

    @Test
    void theFirstStartCopiesTheSamplesAndOpensThem() throws IOException {
        write("samples/One.postman_collection.json", COLLECTION.formatted("One"));
        write("samples/Demo.postman_environment.json", ENVIRONMENT.formatted("Demo"));
        write("samples/files/x.txt", "x");
        var elsewhere = new Home(folder.resolve("second"));
        var first = new Workspace(elsewhere, folder.resolve("samples"));
        first.load();
        assertEquals(elsewhere.samples().resolve("One.postman_collection.json"), first.collections().getFirst().file());
        assertEquals("Demo", first.environments().getFirst().environment().name());
        assertTrue(Files.exists(elsewhere.samples().resolve("files/x.txt")));
        first.close(first.collections().getFirst().file());
        var second = new Workspace(elsewhere, folder.resolve("samples"));
        second.load();
        assertEquals(List.of(), second.collections());
    }

    @Test
    void whatIsOpenIsOpenAgainAtTheNextStart() throws IOException {
        workspace.open(write("b.json", COLLECTION.formatted("B")));
        workspace.open(write("a.json", COLLECTION.formatted("A")));
        var environment = workspace.add(write("e.json", ENVIRONMENT.formatted("E"))).environments().getFirst();
        workspace.activate(environment.file());
        var next = fresh();
        assertEquals(List.of("B", "A"), next.collections().stream().map(c -> good(c).collection().name()).toList());
        assertEquals("E", next.activeEnvironment().orElseThrow().environment().name());
        next.activate(null);
        assertTrue(fresh().activeEnvironment().isEmpty());
    }

    @Test
    void aBadFileIsShownAsBadAndStopsNoOther() throws IOException {
        workspace.open(write("good.json", COLLECTION.formatted("G")));
        var bad = write("bad.postman_collection.json", "{\n \"info\": {},\n \"item\": [,]\n}");
        assertEquals(3, assertInstanceOf(Opened.Bad.class, workspace.open(bad).getFirst()).line());
        var next = fresh();
        assertEquals(2, next.collections().size());
        Files.delete(folder.resolve("good.json"));
        assertTrue(assertInstanceOf(Opened.Bad.class, fresh().collections().getFirst()).reason().contains("no file"));
    }

    @Test
    void whatIsNoCollectionIsSaidButNotKept() throws IOException {
        var stranger = assertInstanceOf(Opened.Bad.class, workspace.open(write("page.html", "<html></html>")).getFirst());
        assertTrue(stranger.reason().contains("web page"));
        assertEquals(List.of(), workspace.collections());
    }

    @Test
    void aFolderIsSearchedForCollectionsAndEnvironments() throws IOException {
        write("team/a/one.json", COLLECTION.formatted("One"));
        write("team/env.json", ENVIRONMENT.formatted("E"));
        write("team/package.json", "{\"dependencies\":{}}");
        write("team/node_modules/two.json", COLLECTION.formatted("Two"));
        var added = workspace.add(folder.resolve("team"));
        assertEquals(1, added.collections().size());
        assertEquals(1, added.environments().size());
        Files.createDirectories(folder.resolve("empty"));
        assertInstanceOf(Opened.Bad.class, workspace.open(folder.resolve("empty")).getFirst());
    }

    @Test
    void aSaveChangesTheFileAndTheOpenCollection() throws IOException {
        var opened = good(workspace.open(write("c.json", COLLECTION.formatted("C"))).getFirst());
        var changes = new AtomicInteger();
        workspace.listen(changes::incrementAndGet);
        var saved = assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "/item/0", Request.get("http://y")));
        assertEquals(COLLECTION.formatted("C").replace("http://x", "http://y"), Files.readString(opened.file()));
        assertEquals(saved.now(), workspace.collections().getFirst());
        assertEquals("http://y", ((RequestItem) saved.now().collection().items().getFirst()).request().url());
        assertEquals(1, changes.get());
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(f -> f.toString().endsWith(".new")));
        }
    }

    @Test
    void savingWhatWasNotEditedLeavesTheFileAlone() throws IOException {
        var opened = good(workspace.open(write("c.json", COLLECTION.formatted("C"))).getFirst());
        var key = Files.readAttributes(opened.file(), java.nio.file.attribute.BasicFileAttributes.class).fileKey();
        assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "/item/0", Request.get("http://x")));
        assertEquals(key, Files.readAttributes(opened.file(), java.nio.file.attribute.BasicFileAttributes.class).fileKey());
    }

    @Test
    void aRequestThatAnotherProgramChangedIsNotWrittenOverUnlessByForce() throws IOException {
        var opened = good(workspace.open(write("c.json", COLLECTION.formatted("C"))).getFirst());
        var theirs = COLLECTION.formatted("C by another").replace("http://x", "http://theirs");
        write("c.json", theirs);
        var conflict = assertInstanceOf(SaveResult.Conflict.class, workspace.save(opened, "/item/0", Request.get("http://y")));
        assertEquals("http://theirs", assertInstanceOf(RequestItem.class, conflict.theirs()).request().url());
        assertEquals(theirs, Files.readString(opened.file()));
        assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "/item/0", Request.get("http://y"), true));
        assertEquals(theirs.replace("http://theirs", "http://y"), Files.readString(opened.file()));
    }

    @Test
    void requestsAreAddedRenamedAndTakenAway() throws IOException {
        var opened = good(workspace.createCollection(folder.resolve("new.json"), "New"));
        var added = assertInstanceOf(AddResult.Added.class, workspace.append(opened, "", "first", Request.get("http://1")));
        assertEquals("first", added.now().collection().path(added.id()).getLast().name());
        assertInstanceOf(SaveResult.Saved.class, workspace.rename(added.now(), added.id(), "renamed"));
        assertInstanceOf(AddResult.Added.class, workspace.duplicate(opened, added.id()));
        assertEquals(List.of("renamed", "renamed copy"), good(workspace.collections().getFirst()).collection().items().stream().map(i -> i.name()).toList());
        assertInstanceOf(DeleteResult.Deleted.class, workspace.delete(opened, added.id()));
        assertEquals(1, good(workspace.collections().getFirst()).collection().items().size());
    }

    @Test
    void aPathMayLeaveTheEndingAway() throws IOException {
        var file = write("HTTP basics.postman_collection.json", COLLECTION.formatted("C"));
        assertEquals(file, CollectionPath.resolve(folder.resolve("HTTP basics")));
        assertEquals(1, workspace.open(folder.resolve("HTTP basics")).size());
        assertEquals(folder.resolve("none"), CollectionPath.resolve(folder.resolve("none")));
    }

    @Test
    void aBrokenListOfFilesIsMovedAsideAndSaid() throws IOException {
        Files.writeString(home.workspace(), "{ broken");
        var next = fresh();
        assertFalse(next.notes().isEmpty());
        assertTrue(Files.exists(home.folder().resolve("workspace.json.broken-1")));
    }
}
