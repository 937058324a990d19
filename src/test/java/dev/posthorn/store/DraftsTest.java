package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Level;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is typed is there again after a crash.
final class DraftsTest {

    @TempDir
    private Path folder;
    private Home home;
    private Path journal;

    @BeforeEach
    void home() {
        home = new Home(folder.resolve("home"));
        journal = home.drafts().resolve("journal-1");
    }

    private static DraftEntry draft(String key, String url) {
        return new DraftEntry(key, Path.of("/c.json"), "/item/0", "Name of " + key, Request.get("http://base"), Request.get(url));
    }

    /// What a program finds that starts after this one was killed: the lock is gone with the process, the files are as they are.
    private List<DraftEntry> afterACrash() throws IOException {
        var elsewhere = new Home(folder.resolve("copy" + System.nanoTime()));
        Files.createDirectories(elsewhere.drafts());
        try (var files = Files.list(home.drafts())) {
            for (var file : files.filter(f -> !f.toString().endsWith(".lock")).toList()) {
                Files.copy(file, elsewhere.drafts().resolve(file.getFileName()));
            }
        }
        try (var next = new Drafts(elsewhere)) {
            return next.load();
        }
    }

    static Stream<Request> requests() {
        var rows = List.of(Entry.of("a", "1"), Entry.empty(), new Entry("ü😀", "\u0000\u2028\n", "d", false, true));
        var values = new LinkedHashMap<String, Object>();
        values.put("none", null);
        values.put("list", new ArrayList<>(List.of("x", 1, true, Map.of("deep", new BigDecimal("1.50")))));
        var rich = new Request("pUt", "{{u}}/:id?a=1", rows, rows, rows, Body.none(), new Auth("weird", values),
                List.of(new Script(Script.Phase.TEST, "a\r\nb"), new Script(Script.Phase.PRE_REQUEST, "")), new Settings(Map.of("maxRedirects", 3)), "lone \ud83d half");
        return Stream.concat(Stream.of(Request.blank(), rich), Stream.<Body>of(new Body.Raw("{\n}", "json"), new Body.UrlEncoded(rows),
                new Body.FormData(List.of(Part.text("a", "b"), new Part(Entry.empty(), true, List.of("/a", "b"), "x/y", "n.txt"))), new Body.Binary("/f", "within"),
                new Body.GraphQl("{a}", "{}", "Op")).map(rich::withBody));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aDraftComesBackExactlyAsItWas(Request request) {
        var entry = new DraftEntry("k", null, "", "Untitled", null, request);
        try (var drafts = new Drafts(home)) {
            drafts.put(entry);
        }
        try (var drafts = new Drafts(home)) {
            assertEquals(List.of(entry), drafts.load());
        }
    }

    private static List<DraftEntry> ofLevelAndEnvironment() {
        var secret = new Entry("token", "in-the-file", "", true, true);
        var level = new Level("d", new Auth("bearer", Map.of("token", "{{t}}")), List.of(Entry.of("a", "1"), secret), List.of(new Script(Script.Phase.TEST, "x")),
                new Settings(Map.of("maxRedirects", 3)));
        var base = List.of(LocalVariable.of(Entry.of("host", "h")), LocalVariable.of(secret.withValue("")));
        var rows = List.of(new LocalVariable(Entry.of("host", "h"), "here"), new LocalVariable(Entry.of("e", ""), ""), new LocalVariable(secret, "s3cret-value"), new LocalVariable(secret, null));
        return List.of(new DraftEntry("l", Path.of("/c.json"), "/item/0", "Folder", new DraftContent.OfLevel(level.withDescription("")), new DraftContent.OfLevel(level)),
                new DraftEntry("e", Path.of("/e.json"), "Staging", "Staging", new DraftContent.OfEnvironment(base), new DraftContent.OfEnvironment(rows)));
    }

    @Test
    void whatFoldersAndEnvironmentsSetComesBackTooAndSecretsLieThereEncrypted() throws IOException {
        try (var drafts = new Drafts(home)) {
            ofLevelAndEnvironment().forEach(drafts::put);
        }
        var text = Files.readString(journal, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("s3cret-value") || text.contains("in-the-file"), text);
        assertTrue(text.contains("host"), "what is no secret can be read");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.draftsKey())));
        try (var drafts = new Drafts(home)) {
            assertEquals(ofLevelAndEnvironment(), drafts.load());
            assertEquals("", drafts.note());
        }
    }

    @Test
    void aLostKeyCostsTheSecretsAloneAndIsSaid() throws IOException {
        try (var drafts = new Drafts(home)) {
            ofLevelAndEnvironment().forEach(drafts::put);
        }
        Files.delete(home.draftsKey());
        try (var drafts = new Drafts(home)) {
            var rows = ((DraftContent.OfEnvironment) drafts.load().get(1).draft()).rows();
            assertEquals("here", rows.get(0).current());
            assertNull(rows.get(2).current());
            assertTrue(drafts.note().contains("secrets"), drafts.note());
        }
    }

    @Test
    void theNewestEditOfEachDraftIsThereAfterACrash() throws IOException {
        try (var drafts = new Drafts(home)) {
            drafts.put(draft("a", "http://1"));
            drafts.put(draft("b", "http://b"));
            drafts.put(draft("a", "http://2"));
            drafts.flush();
            drafts.remove("b");
            drafts.flush();
            assertEquals(List.of(draft("a", "http://2")), afterACrash());
        }
    }

    @Test
    void aRecordThatWasTornByTheCrashIsForgottenWithoutAWord() throws IOException {
        try (var drafts = new Drafts(home)) {
            drafts.put(draft("a", "http://1"));
            drafts.flush();
            drafts.put(draft("a", "http://2"));
        }
        var bytes = Files.readAllBytes(journal);
        for (var cut = bytes.length - 1; cut > bytes.length / 2 + 1; cut -= 40) {
            Files.write(journal, java.util.Arrays.copyOf(bytes, cut));
            try (var drafts = new Drafts(home)) {
                assertEquals(List.of(draft("a", "http://1")), drafts.load());
                assertEquals("", drafts.note());
            }
        }
    }

    @Test
    void damageInTheMiddleCostsOneRecordAndIsSaid() throws IOException {
        try (var drafts = new Drafts(home)) {
            for (var key : List.of("a", "b", "c")) {
                drafts.put(draft(key, "http://" + key));
            }
        }
        var bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal, bytes);
        try (var drafts = new Drafts(home)) {
            assertEquals(List.of(draft("a", "http://a"), draft("c", "http://c")), drafts.load());
            assertTrue(drafts.note().contains("broken-1"), drafts.note());
        }
        assertTrue(Files.exists(journal.resolveSibling("journal-1.broken-1")));
    }

    @Test
    void aFileThatIsNoJournalIsMovedAside() throws IOException {
        Files.createDirectories(journal.getParent());
        Files.writeString(journal, "{\"what\": \"is this\"}\n\n");
        try (var drafts = new Drafts(home)) {
            assertEquals(List.of(), drafts.load());
            assertFalse(drafts.note().isEmpty());
            drafts.put(draft("a", "http://a"));
        }
        try (var drafts = new Drafts(home)) {
            assertEquals(List.of(draft("a", "http://a")), drafts.load());
        }
    }

    @Test
    void twoProgramsKeepTheirDraftsApartAndTheNextTakesOverBoth() {
        try (var one = new Drafts(home); var two = new Drafts(home)) {
            one.put(draft("one", "http://1"));
            one.flush();
            assertEquals(List.of(), two.load());
            two.put(draft("two", "http://2"));
            two.flush();
        }
        try (var next = new Drafts(home)) {
            assertEquals(List.of(draft("one", "http://1"), draft("two", "http://2")), next.load());
        }
        try (var again = new Drafts(home)) {
            assertEquals(2, again.load().size());
        }
    }

    @Test
    void theJournalDoesNotGrowWithoutEnd() throws IOException {
        var long1 = draft("a", "http://" + "x".repeat(200_000));
        try (var drafts = new Drafts(home)) {
            for (var i = 0; i < 30; i++) {
                drafts.put(long1);
                drafts.flush();
            }
            assertTrue(Files.size(journal) < 2_000_000, "" + Files.size(journal));
            assertEquals(List.of(long1), afterACrash());
            drafts.remove("a");
        }
        assertFalse(Files.exists(journal));
    }

    @Test
    void nobodyElseMayReadThem() throws IOException {
        try (var drafts = new Drafts(home)) {
            drafts.put(draft("a", "http://a"));
            drafts.flush();
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(journal.getParent())));
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidAndTriedAgain() throws IOException {
        Files.createDirectories(home.folder());
        Files.write(home.drafts(), new byte[0], StandardOpenOption.CREATE_NEW);
        try (var drafts = new Drafts(home)) {
            drafts.put(draft("a", "http://a"));
            drafts.flush();
            assertTrue(drafts.note().contains("cannot be kept"), drafts.note());
            Files.delete(home.drafts());
            drafts.flush();
            assertEquals("", drafts.note());
            assertEquals(List.of(draft("a", "http://a")), afterACrash());
        }
    }
}
