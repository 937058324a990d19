package dev.posthorn.imports.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Body;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A description in several files.
final class OtherFilesTest {

    private static final String MAIN = """
            openapi: 3.0.3
            info: {title: Pets}
            paths:
              /pets/{id}: {$ref: paths/pet.yaml}
              /pets:
                post: {$ref: 'paths/add.json'}
            components: {schemas: {Name: {type: string, example: Rex}}}
            """;

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ReadResult.OfCollection read(String name) {
        return assertInstanceOf(ReadResult.OfCollection.class, Importers.read(folder.resolve(name)));
    }

    @Test
    void referencesToFilesBesideItAreFollowedFromEachFileOn() throws IOException {
        write("api/main.yaml", MAIN);
        write("api/paths/pet.yaml", "get: {summary: One, parameters: [{$ref: '../shared/a b~1.yml#/id'}]}");
        write("api/shared/a b~1.yml", "id: {name: id, in: path, required: true, schema: {$ref: '#/num'}}\nnum: {type: integer, example: 7}");
        write("api/paths/add.json", "{\"summary\": \"Add\", \"requestBody\": {\"content\": {\"application/json\": {\"schema\": {\"type\": \"object\", \"required\": [\"name\"], \"properties\": {\"name\": {\"$ref\": \"../main.yaml#/components/schemas/Name\"}, \"parent\": {\"$ref\": \"#/requestBody/content/application~1json/schema\"}}}}}}}");
        var requests = read("api/main.yaml").collection().requests().toList();
        assertEquals("Add One", requests.getFirst().name() + " " + requests.getLast().name());
        assertEquals("7", requests.getLast().request().pathVariables().getFirst().value());
        assertEquals("{\"name\":\"Rex\"}", ((Body.Raw) requests.getFirst().request().body()).text().replaceAll("\\s", ""));
        assertTrue(requests.getFirst().request().description().contains("`name`: (required, string)"), requests.getFirst().request().description());
    }

    @Test
    void nothingIsReadOutsideOfItsFolderButInTheCheckoutThatItIsPartOf() throws IOException {
        write("api/main.yaml", MAIN.replace("paths/", "../elsewhere/"));
        write("elsewhere/pet.yaml", "get: {summary: Found}");
        write("elsewhere/add.json", "{\"summary\": \"Found\"}");
        var alone = read("api/main.yaml");
        assertFalse(alone.collection().requests().anyMatch(r -> r.name().equals("Found")));
        assertEquals(2, alone.report().rows().stream().filter(row -> row.reason().startsWith("it points out of the file")).count(), alone.report().rows().toString());
        Files.createDirectory(folder.resolve(".git"));
        assertEquals(2, read("api/main.yaml").collection().requests().filter(r -> r.name().equals("Found")).count());
    }

    @Test
    void whatWasNotOpenedFromItsFolderReadsNoFile() throws IOException {
        write("api/main.yaml", "openapi: 3.0.3");
        write("api/paths/pet.yaml", "get: {summary: Found}");
        write("api/paths/add.json", "{\"summary\": \"Found\"}");
        var result = assertInstanceOf(ReadResult.OfCollection.class, Importers.read(folder.resolve("api/main.yaml"), MAIN.getBytes(StandardCharsets.UTF_8)));
        assertFalse(result.collection().requests().anyMatch(r -> r.name().equals("Found")));
    }
}
