package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.store.Preferences.Bounds;
import dev.posthorn.store.Preferences.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreferencesFileTest {

    @TempDir
    private Path folder;

    private PreferencesFile file() {
        return new PreferencesFile(new Home(folder));
    }

    @Test
    void withoutAFileTheDefaultsAreUsed() {
        assertEquals(new PreferencesFile.Loaded(Preferences.DEFAULT, ""), file().load());
    }

    @Test
    void whatIsSavedIsReadBack() throws IOException {
        var preferences = Preferences.DEFAULT.withTheme(Preferences.Theme.DARK).withDensity(Preferences.Density.COMPACT)
                .withSplit(Preferences.Split.HORIZONTAL).withLayout(new Bounds(-10, 20.5, 800, 600, true), 300, 0.25)
                .withTabs(List.of(new Tab(Path.of("/a/ü.json"), "/item/0")), 0);
        file().save(preferences);
        assertEquals(preferences, file().load().preferences());
    }

    @Test
    void whatAnotherVersionWroteStays() throws IOException {
        Files.writeString(folder.resolve("preferences.json"), "{\"theme\": \"dark\", \"future\": {\"x\": [1, null]}}");
        file().save(file().load().preferences().withTheme(Preferences.Theme.LIGHT));
        var loaded = file().load().preferences();
        assertEquals(Preferences.Theme.LIGHT, loaded.theme());
        assertEquals("{x=[1, null]}", loaded.unknown().get("future").toString());
        assertEquals(Map.of("future", loaded.unknown().get("future")), loaded.unknown());
    }

    @Test
    void senselessValuesBecomeTheDefaults() throws IOException {
        Files.writeString(folder.resolve("preferences.json"), "{\"theme\": 3, \"sidebarWidth\": -5, \"splitPosition\": \"x\", \"window\": [], \"tabs\": {}}");
        assertEquals(Preferences.DEFAULT, file().load().preferences());
    }

    @Test
    void aBrokenFileIsMovedAsideAndSaid() throws IOException {
        Files.writeString(folder.resolve("preferences.json"), "{\"theme\":");
        var loaded = file().load();
        assertEquals(Preferences.DEFAULT, loaded.preferences());
        assertTrue(loaded.note().contains("preferences.json.broken-1"), loaded.note());
        assertTrue(Files.exists(folder.resolve("preferences.json.broken-1")));
    }

    @Test
    void theHomeFollowsTheCustomOfEachSystem() {
        var user = Path.of("/home/u");
        assertEquals(Path.of("/home/u/.local/share/posthorn"), Home.locate(null, "Linux", Map.of(), user).folder());
        assertEquals(Path.of("/data/posthorn"), Home.locate("", "Linux", Map.of("XDG_DATA_HOME", "/data"), user).folder());
        assertEquals(Path.of("/home/u/.local/share/posthorn"), Home.locate(null, "Linux", Map.of("XDG_DATA_HOME", "relative"), user).folder());
        assertEquals(Path.of("/home/u/Library/Application Support/Posthorn"), Home.locate(null, "Mac OS X", Map.of(), user).folder());
        assertEquals(Path.of("/roaming/Posthorn"), Home.locate(null, "Windows 11", Map.of("APPDATA", "/roaming"), user).folder());
        assertEquals(Path.of("/chosen"), Home.locate("/chosen", "Linux", Map.of(), user).folder());
    }

    @Test
    void aWriteThroughALinkKeepsTheLinkAndThePermissions() throws IOException {
        var real = Files.writeString(folder.resolve("real.json"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link.json"), real);
        var permissions = java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(real, permissions);
        AtomicFile.write(link, "new".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(real));
        assertEquals(permissions, Files.getPosixFilePermissions(real));
    }
}
