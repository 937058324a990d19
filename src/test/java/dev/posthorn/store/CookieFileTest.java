package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Cookie;
import dev.posthorn.model.Jar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CookieFileTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Cookie SESSION = new Cookie("a", "é\"=, 1", "h.test", true, "/", null, false, true, "Lax");
    private static final Cookie LASTING = new Cookie("b", "", "example.com", false, "/x", Instant.parse("2030-01-31T12:00:00Z"), true, false, "");
    private static final Jar JAR = new Jar(List.of(new Jar.Kept(SESSION, NOW), new Jar.Kept(LASTING, NOW.minusSeconds(60))), List.of("example.com"));

    @TempDir
    private Path folder;

    private CookieFile file() {
        return new CookieFile(new Home(folder), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void theJarOutlivesTheProgramAndIsForItsOwnerAlone() throws IOException {
        try (var file = file()) {
            assertEquals(Jar.EMPTY, file.load().jar());
            file.follow(() -> JAR, _ -> { });
            file.changed();
        }
        assertEquals(new CookieFile.Loaded(JAR, ""), file().load());
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cookies.json"))));
        }
    }

    @Test
    void aThousandChangesAreOneWrite() {
        var asked = new ArrayList<Integer>();
        try (var file = file()) {
            file.follow(() -> {
                asked.add(1);
                return JAR;
            }, _ -> { });
            for (var i = 0; i < 1000; i++) {
                file.changed();
            }
        }
        assertTrue(asked.size() <= 2, asked::toString);
    }

    @Test
    void aDamagedFileIsKeptAndSaid() throws IOException {
        Files.writeString(folder.resolve("cookies.json"), "{\"cookies\": [\n{]}");
        var loaded = file().load();
        assertEquals(Jar.EMPTY, loaded.jar());
        assertTrue(loaded.note().contains("line 2") && loaded.note().contains("cookies.json.broken-1"), loaded.note());
        assertTrue(Files.exists(folder.resolve("cookies.json.broken-1")));
        assertFalse(Files.exists(folder.resolve("cookies.json")));
    }

    @Test
    void aDamagedEntryDoesNotCostTheOthers() throws IOException {
        Files.writeString(folder.resolve("cookies.json"), "{\"cookies\": [{\"name\": \"a\", \"value\": \"1\"}, 5, {\"name\": \"b\", \"value\": \"2\", \"domain\": \"h.test\"}]}");
        var loaded = file().load();
        assertEquals(List.of("b"), loaded.jar().cookies().stream().map(k -> k.cookie().name()).toList());
        assertTrue(loaded.note().contains("Cookie 1: it has no domain.") && loaded.note().contains("1 more"), loaded.note());
        assertTrue(Files.exists(folder.resolve("cookies.json.broken-1")));
    }

    @Test
    void aFolderThatTakesNoFileIsSaidOnce() throws IOException {
        Files.createDirectory(folder.resolve("cookies.json"));
        Files.writeString(folder.resolve("cookies.json").resolve("x"), "");
        var said = new ArrayList<String>();
        try (var file = file()) {
            file.follow(() -> JAR, said::add);
            file.changed();
        }
        assertEquals(1, said.size());
        assertTrue(said.getFirst().startsWith("The cookies are not kept for the next start: "), said::toString);
    }

    @Test
    void exportedCookiesComeBackInBothForms() throws IOException {
        for (var name : List.of("jar.json", "cookies.txt")) {
            var target = folder.resolve(name);
            CookieText.write(target, JAR);
            var read = CookieText.read(target, NOW);
            assertEquals(List.of(), read.troubles());
            assertEquals(List.of("a", "b"), read.jar().cookies().stream().map(k -> k.cookie().name()).toList());
            assertEquals(LASTING, read.jar().cookies().getLast().cookie());
            assertEquals(SESSION.value(), read.jar().cookies().getFirst().cookie().value());
        }
        assertTrue(Files.readString(folder.resolve("cookies.txt")).contains("#HttpOnly_h.test\tFALSE\t/\tFALSE\t0\ta\t"));
    }

    @Test
    void othersFilesAreReadAndTheirFaultsSaid() throws IOException {
        var text = folder.resolve("c.txt");
        Files.writeString(text, "\uFEFF# HTTP Cookie File\r\n\r\n.example.com\tTRUE\t/\tTRUE\t1893456000\tsid\ta\tb\r\nexample.com\tFALSE\t/\n.x.test\tTRUE\t/\tFALSE\tsoon\tn\tv\n");
        var read = CookieText.read(text, NOW);
        assertEquals(new Cookie("sid", "a\tb", "example.com", false, "/", Instant.ofEpochSecond(1893456000), true, false, ""), read.jar().cookies().getFirst().cookie());
        assertEquals(List.of("Line 4: it has 3 fields with tabs between them, not 7.", "Line 5: \"soon\" is no time in seconds since 1970."), read.troubles());
        var extension = folder.resolve("e.json");
        Files.writeString(extension, "[{\"domain\": \".example.com\", \"expirationDate\": 1893456000.5, \"name\": \"n\", \"value\": \"v\", \"sameSite\": \"no_restriction\", \"secure\": true}]");
        var cookie = CookieText.read(extension, NOW).jar().cookies().getFirst().cookie();
        assertEquals(new Cookie("n", "v", "example.com", false, "/", Instant.ofEpochMilli(1893456000500L), true, false, "None"), cookie);
        Files.writeString(extension, "{\"x\": 1}");
        assertTrue(assertThrows(IOException.class, () -> CookieText.read(extension, NOW)).getMessage().contains("no list of cookies"));
    }
}
