package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a request was before it was saved is there to be restored.
final class VersionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String FILE = "{\"info\": {\"name\": \"C\"}, \"item\": [{\"name\": \"one\", \"request\": \"http://1\"},"
            + " {\"name\": \"two\", \"request\": \"http://2\"}, {\"name\": \"three\", \"request\": \"http://3\"}]}";

    @TempDir
    private Path folder;
    private Home home;
    private Versions versions;
    private Workspace workspace;
    private Opened.Good opened;

    @BeforeEach
    void open() throws IOException {
        home = new Home(folder.resolve("home"));
        versions = new Versions(home, Clock.fixed(NOW, ZoneOffset.UTC));
        workspace = new Workspace(home, null, versions);
        workspace.load();
        opened = assertInstanceOf(Opened.Good.class, workspace.open(Files.writeString(folder.resolve("c.json"), FILE)).getFirst());
    }

    @AfterEach
    void close() {
        versions.close();
    }

    private void save(String id, String url) {
        opened = assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, id, Request.get(url))).now();
    }

    private List<String> urls(String id) {
        return versions.of(opened.file(), id).stream().map(v -> v.request().url()).toList();
    }

    @Test
    void eachSaveKeepsWhatWasThereBefore() {
        save("/item/0", "http://a");
        save("/item/0", "http://b");
        save("/item/0", "http://b");
        assertEquals(List.of(new Version(NOW, "one", Request.get("http://a")), new Version(NOW, "one", Request.get("http://1"))),
                versions.of(opened.file(), "/item/0"));
        assertEquals(List.of(), urls("/item/1"));
    }

    @Test
    void theLastFiftyAreKept() {
        for (var i = 0; i < 60; i++) {
            versions.put(opened.file(), "/item/0", "one", Request.get("http://" + i));
        }
        var urls = urls("/item/0");
        assertEquals(Versions.KEPT, urls.size());
        assertEquals("http://59", urls.getFirst());
        assertEquals("http://10", urls.getLast());
    }

    @Test
    void versionsFollowTheirRequestsThroughMovesAndDeletions() {
        save("/item/0", "http://a");
        save("/item/1", "http://b");
        opened = assertInstanceOf(AddResult.Added.class, workspace.move(opened, "/item/0", opened, "", 2)).now();
        assertEquals(List.of("http://2"), urls("/item/0"));
        assertEquals(List.of("http://1"), urls("/item/1"));
        var deleted = assertInstanceOf(DeleteResult.Deleted.class, workspace.delete(opened, "/item/0"));
        opened = deleted.now();
        assertEquals(List.of("http://1"), urls("/item/0"));
        assertEquals(List.of(), urls("/item/1"));
        opened = assertInstanceOf(SaveResult.Saved.class, workspace.undo(deleted.undo())).now();
        assertEquals(List.of("http://2"), urls("/item/0"));
        assertEquals(List.of("http://1"), urls("/item/1"));
    }

    @Test
    void versionsFollowTheirRequestIntoAnotherCollection() throws IOException {
        save("/item/0", "http://a");
        var other = assertInstanceOf(Opened.Good.class, workspace.open(Files.writeString(folder.resolve("d.json"), FILE)).getFirst());
        var moved = assertInstanceOf(AddResult.Added.class, workspace.move(opened, "/item/0", other, "", 3));
        assertEquals(List.of("http://1"), versions.of(other.file(), moved.id()).stream().map(v -> v.request().url()).toList());
        assertEquals(List.of(), urls("/item/0"));
    }

    @Test
    void aBrokenFileIsMovedAsideAndStopsNoSave() throws IOException {
        versions.close();
        Files.writeString(home.versions(), "this is no database, but long enough to be taken for one ".repeat(20));
        versions = new Versions(home, Clock.fixed(NOW, ZoneOffset.UTC));
        versions.put(opened.file(), "/item/0", "one", Request.get("http://x"));
        assertEquals(List.of("http://x"), urls("/item/0"));
        assertTrue(versions.note().contains("broken-1"), versions.note());
    }

    @Test
    void nobodyElseMayReadThem() throws IOException {
        save("/item/0", "http://a");
        assertEquals(1, urls("/item/0").size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.versions())));
    }
}
