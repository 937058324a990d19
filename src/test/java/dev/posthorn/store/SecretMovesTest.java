package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secret that was typed into a request becomes a variable whose value lies on this machine alone.
final class SecretMovesTest {

    @TempDir
    private Path folder;
    private Path collection;
    private Path environment;
    private Home home;
    private Workspace workspace;
    private LocalValues values;
    private SecretMoves moves;

    @BeforeEach
    void open() throws IOException {
        home = new Home(folder.resolve("home"));
        collection = folder.resolve("c.json");
        Files.writeString(collection, """
                {
                  "info": { "name": "Shop", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
                  "item": [ { "name": "a", "request": { "url": "http://a", "auth": { "type": "basic", "basic": [ { "key": "password", "value": "never-shown" } ] } } } ],
                  "variable": [ { "key": "password", "value": "other" } ]
                }
                """);
        environment = folder.resolve("e.postman_environment.json");
        Files.writeString(environment, """
                { "name": "Test", "values": [ { "key": "url", "value": "http://x", "enabled": true } ], "_postman_variable_scope": "environment" }
                """);
        workspace = new Workspace(home, null);
        values = new LocalValues(new CurrentValues(home), secrets());
        moves = new SecretMoves(workspace, new EnvironmentFiles(home, workspace, values), values);
        workspace.load();
        workspace.add(collection);
        workspace.add(environment);
        workspace.activate(environment);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private KeptSecrets secrets() {
        return new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    private List<String> labels() {
        return moves.places(collection).stream().map(SecretMoves.Place::label).toList();
    }

    @Test
    void theChosenEnvironmentAndTheCollectionAreOffered() {
        assertEquals(List.of("Environment \"Test\"", "Collection \"Shop\""), labels());
        assertEquals(List.of("Environment \"Test\""), moves.places(null).stream().map(SecretMoves.Place::label).toList());
        assertEquals("password", moves.suggest(moves.places(collection).getFirst(), "password"));
        assertEquals("password2", moves.suggest(moves.places(collection).getLast(), "password"));
    }

    @Test
    void movedIntoTheEnvironmentItIsDeclaredInTheFileAndItsValueIsNot() throws Exception {
        var result = moves.move(moves.places(collection).getFirst(), "password", "never-shown");
        assertEquals(new SecretMoves.Result.Moved("{{password}}"), result);
        var text = Files.readString(environment);
        assertTrue(text.contains("\"password\"") && text.contains("secret"), text);
        assertFalse(text.contains("never-shown"), text);
        var opened = workspace.activeEnvironment().orElseThrow();
        assertEquals("never-shown", values.rows(opened).getLast().value());
        assertEquals(Optional.of("never-shown"), secrets().get(new VariableKey(VariableKey.scope(opened), "password")));
        assertEquals("http://x", values.rows(opened).getFirst().value());
        assertInstanceOf(SecretMoves.Result.Refused.class, moves.move(moves.places(collection).getFirst(), "password", "again"));
    }

    @Test
    void movedIntoTheCollectionTheRestOfTheFileStaysAsItIs() throws Exception {
        assertEquals(new SecretMoves.Result.Moved("{{password2}}"), moves.move(moves.places(collection).getLast(), " password2 ", "other-never-shown"));
        var text = Files.readString(collection);
        assertTrue(text.contains("\"password2\"") && text.contains("{ \"key\": \"password\", \"value\": \"never-shown\" }"), text);
        assertFalse(text.contains("other-never-shown"), text);
        var good = (Opened.Good) workspace.collections().stream().filter(o -> o.file().equals(collection)).findFirst().orElseThrow();
        assertEquals("other-never-shown", values.rows(good).getLast().value());
        assertTrue(good.collection().variables().getLast().secret());
    }

    @Test
    void aNameThatCannotBeOneIsRefusedAndNothingChanges() throws IOException {
        var before = Files.readString(environment);
        for (var name : List.of(" ", "{{a}}", "$guid", "url")) {
            var refused = assertInstanceOf(SecretMoves.Result.Refused.class, moves.move(moves.places(null).getFirst(), name, "never-shown"), name);
            assertFalse(refused.sentence().contains("never-shown"));
        }
        assertEquals(before, Files.readString(environment));
        assertFalse(Files.exists(home.secrets()));
    }

    @Test
    void aFileThatAnotherProgramChangedKeepsItsContentAndNoSecretIsLeftBehind() throws Exception {
        var place = moves.places(null).getFirst();
        Files.writeString(environment, "{ \"name\": \"Theirs\", \"values\": [], \"_postman_variable_scope\": \"environment\" }");
        assertInstanceOf(SecretMoves.Result.Refused.class, moves.move(place, "password", "never-shown"));
        assertTrue(Files.readString(environment).contains("Theirs"));
        assertEquals(List.of(), secrets().names(VariableKey.scope(environment)));
    }
}
