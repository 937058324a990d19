package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.store.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
