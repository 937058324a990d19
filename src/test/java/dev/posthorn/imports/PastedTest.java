package dev.posthorn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PastedTest {

    private static final String COLLECTION = "{\"info\":{\"name\":\"P\",\"schema\":\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},\"item\":[]}";

    private static final Pasted.Fetch NOBODY = link -> {
        throw new AssertionError("nothing was to be fetched: " + link);
    };

    @Test
    void aLinkIsFetchedAndItsContentRecognised() {
        var pasted = Pasted.read(" https://x.test/files/shop.json?raw=1 \n", _ -> COLLECTION.getBytes(StandardCharsets.UTF_8));
        assertEquals("a link to shop.json (Postman 2.1 and 2.0)", pasted.words());
        assertInstanceOf(ReadResult.OfCollection.class, pasted.result());
    }

    @Test
    void aLinkThatCannotBeFetchedIsASentence() {
        var pasted = Pasted.read("https://x.test/", _ -> {
            throw new IOException("The host x.test could not be found.");
        });
        assertEquals("The host x.test could not be found.", assertInstanceOf(ReadResult.NotOne.class, pasted.result()).sentence());
        assertNull(pasted.document());
    }

    @Test
    void thePathOfAFileOpensTheFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("my shop.json"), COLLECTION);
        for (var text : new String[] {file.toString(), "\"" + file + "\"", file.toUri().toString()}) {
            assertEquals("the file my shop.json (Postman 2.1 and 2.0)", Pasted.read(text, NOBODY).words());
        }
    }

    @Test
    void aTextIsRecognisedByItsContent() {
        assertEquals("the text of Postman 2.1 and 2.0", Pasted.read(COLLECTION, NOBODY).words());
        assertEquals("the text of Bruno", Pasted.read("meta {\n  name: R\n}\n\nget {\n  url: h\n}\n", NOBODY).words());
        assertEquals("the text of Insomnia", Pasted.read("type: collection.insomnia.rest/5.0\nname: A\ncollection: []\n", NOBODY).words());
    }

    @Test
    void whatNobodyKnowsIsSaidToBeThat() {
        var pasted = Pasted.read("hello there", NOBODY);
        assertEquals("a text that nobody here knows", pasted.words());
        assertInstanceOf(ReadResult.NotOne.class, pasted.result());
        assertTrue(assertInstanceOf(ReadResult.NotOne.class, Pasted.read(" \n", NOBODY).result()).sentence().contains("nothing"));
    }
}
