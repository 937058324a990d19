package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.store.CurrentValues;
import dev.posthorn.store.EnvironmentFiles;
import dev.posthorn.store.Home;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import writes.
final class ImportingTest {
    @TempDir
    Path folder;

    @Test
    void aSecretOfAnImportedEnvironmentIsKeptOnThisMachineAndTheReportTellsSo() throws Exception {
        var home = new Home(folder.resolve("home"));
        var values = new LocalValues(new CurrentValues(home), new SecretsInMemory());
        try (var workspace = new Workspace(home, null)) {
            var importing = new Importing(workspace, new EnvironmentFiles(home, workspace, values));
            importing.asNew(Recognised.text("""
                    {"name": "Staging", "values": [{"key": "token", "value": "in-the-open", "type": "secret", "enabled": true}], "_postman_variable_scope": "environment"}"""), folder);
            assertEquals(List.of(), importing.troubles());
            var made = workspace.environments().getFirst();
            assertFalse(Files.readString(made.file()).contains("in-the-open"));
            assertEquals("in-the-open", values.rows(made).getFirst().value());
            assertTrue(importing.report().rows().stream().anyMatch(r -> r.to().equals("a secret on this machine")), importing.report().toString());
        }
    }
}
