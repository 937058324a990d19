package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.model.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edits of an environment file of a v3 folder.
final class EnvironmentFileTest {

    private static final String FILE = """
            name: Staging
            # ask Ann for access
            values:
              - key: baseUrl   # with the version
                value: 'http://staging.test/v1'
                enabled: true
              - key: password
                secret: true
              - {key: retries, value: 3, ours: x}
            color: 4
            """;

    @TempDir
    private Path folder;

    private Path file() throws IOException {
        var file = Files.createDirectories(folder.resolve("postman/environments")).resolve("Staging.environment.yaml");
        return Files.writeString(file, FILE);
    }

    private static String saved(Path file, List<Entry> variables) throws IOException {
        var changed = assertInstanceOf(Edited.Changed.class, EnvironmentFile.saveVariables(file, variables));
        var write = assertInstanceOf(FileChange.Write.class, changed.changes().getFirst());
        Files.write(file, write.bytes());
        assertEquals(variables, V3Folder.readEnvironment(file).environment().variables());
        return Files.readString(file);
    }

    @Test
    void aChangedValueIsOneChangedLine() throws IOException {
        var file = file();
        var variables = new ArrayList<>(V3Folder.readEnvironment(file).environment().variables());
        assertInstanceOf(Edited.Unchanged.class, EnvironmentFile.saveVariables(file, variables));
        variables.set(0, variables.getFirst().withValue("http://other.test"));
        assertEquals(FILE.replace("http://staging.test/v1", "http://other.test"), saved(file, variables));
    }

    @Test
    void rowsComeAndGoWithoutTouchingTheOthers() throws IOException {
        var file = file();
        var variables = new ArrayList<>(V3Folder.readEnvironment(file).environment().variables());
        variables.remove(0);
        variables.add(Entry.of("user", "{{me}}").withEnabled(false));
        assertEquals("""
                name: Staging
                # ask Ann for access
                values:
                  - key: password
                    secret: true
                  - {key: retries, value: 3, ours: x}
                  - key: user
                    value: "{{me}}"
                    enabled: false
                    type: default
                color: 4
                """, saved(file, variables));
    }

    @Test
    void aSecretThatBecomesOpenSaysSo() throws IOException {
        var file = file();
        var variables = new ArrayList<>(V3Folder.readEnvironment(file).environment().variables());
        variables.set(1, variables.get(1).withSecret(false).withValue("open"));
        assertEquals(FILE.replace("    secret: true\n", "    value: open\n    type: default\n"), saved(file, variables));
    }

    @Test
    void jsonStaysJson() throws IOException {
        var file = Files.writeString(Files.createDirectories(folder.resolve("postman/environments")).resolve("S.environment.json"),
                "{\n  \"name\": \"S\",\n  \"values\": [\n    {\n      \"key\": \"a\",\n      \"value\": \"1\"\n    }\n  ]\n}\n");
        assertEquals("{\n  \"name\": \"S\",\n  \"values\": [\n    {\n      \"key\": \"a\",\n      \"value\": \"{{x}}\"\n    }\n  ]\n}\n",
                saved(file, List.of(Entry.of("a", "{{x}}"))));
    }
}
