package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.store.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GivenFilesTest {

    private static final String SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        collection("Shop.postman_collection.json", "Shop");
        collection("plain.json", "Plain");
        Files.writeString(folder.resolve("Test.postman_environment.json"), "{\"name\": \"Test\", \"values\": []}");
        Files.writeString(folder.resolve("package.json"), "{\"name\": \"something else\", \"dependencies\": {}}");
        Files.writeString(folder.resolve("notes.txt"), "milk, eggs");
    }

    private void collection(String file, String name) throws IOException {
        Files.writeString(folder.resolve(file), "{\"info\": {\"name\": \"" + name + "\", \"schema\": \"" + SCHEMA + "\"}, \"item\": []}");
    }

    @Test
    void theEndingOfACollectionCanBeLeftOut() {
        assertEquals("Shop", GivenFiles.read(folder.resolve("Shop")).good().getFirst().collection().name());
        assertEquals("Plain", GivenFiles.read(folder.resolve("plain")).good().getFirst().collection().name());
    }

    @Test
    void aFoldersCollectionsAndEnvironmentsAreReadAndStrangersPassedOver() {
        var given = GivenFiles.read(folder);
        assertEquals(2, given.good().size());
        assertEquals(1, given.environments().size());
        assertEquals(0, given.bad().size());
    }

    @Test
    void aBrokenCollectionInAFolderIsSaidAndDoesNotStopTheOthers() throws IOException {
        Files.writeString(folder.resolve("Broken.postman_collection.json"), "{\"info\": ");
        var given = GivenFiles.read(folder);
        assertEquals(2, given.good().size());
        assertTrue(given.bad().getFirst().reason().contains("Broken.postman_collection.json"), given.bad().getFirst().reason());
    }

    @Test
    void theSentenceOfAFileThatIsNoCollectionNamesTheFile() {
        for (var stranger : new String[] {"notes.txt", "package.json", "nothing here"}) {
            var bad = (Opened.Bad) GivenFiles.read(folder.resolve(stranger)).collections().getFirst();
            assertTrue(bad.reason().contains(stranger) && bad.reason().endsWith("."), bad.reason());
        }
    }

    @Test
    void aFolderOfPostmanThreeGivesItsCollectionsAndEnvironments() throws Exception {
        var three = folder.resolve("three");
        var shop = Files.createDirectories(three.resolve("postman/collections/Shop"));
        Files.writeString(shop.resolve("Read.request.yaml"), "$kind: http-request\nurl: http://x\nmethod: GET\n");
        Files.writeString(Files.createDirectories(three.resolve("postman/environments")).resolve("Test.environment.yaml"), "name: Test\nvalues:\n  - key: a\n    value: b\n");
        var all = GivenFiles.read(three);
        assertEquals(List.of(shop), all.good().stream().map(Opened.Good::file).toList());
        assertEquals(List.of("Test"), all.environments().stream().map(e -> e.environment().name()).toList());
        assertEquals(1, GivenFiles.read(shop).good().size());
        assertEquals("Test", new Environments(GivenFiles::read).named("Test", shop).environment().name());
    }
}
