package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.EnvironmentColour;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentFilesTest {

    private static final String JSON = """
            {
              "id": "1", "name": "Demo",
              "values": [
                { "key": "host",  "value": "http://x", "enabled": true },
                { "key": "token", "value": "literal", "type": "secret", "mine": 1 }
              ],
              "_postman_variable_scope": "environment"
            }
            """;

    private static final String YAML = """
            # ours
            name: Demo
            values:
              - key: host
                value: 'http://x' # where
              - key: token
                secret: true
              - {key: old, value: literal, type: secret}
            color: 120
            """;

    @TempDir
    private Path folder;
    private Home home;
    private Workspace workspace;
    private LocalValues values;
    private EnvironmentFiles files;

    @BeforeEach
    void open() {
        home = new Home(folder.resolve("data"));
        workspace = new Workspace(home, null);
        values = values();
        files = new EnvironmentFiles(home, workspace, values);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private LocalValues values() {
        return new LocalValues(new CurrentValues(home), new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }

    private OpenedEnvironment opened(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        var opened = workspace.add(file).environments().getFirst();
        assertEquals(List.of(), values.load(List.of(opened), List.of()));
        return opened;
    }

    private OpenedEnvironment json() throws IOException {
        return opened("Demo.postman_environment.json", JSON);
    }

    private OpenedEnvironment yaml() throws IOException {
        return opened("Demo.environment.yaml", YAML);
    }

    private static OpenedEnvironment done(EnvironmentFiles.Result result) {
        return assertInstanceOf(EnvironmentFiles.Result.Done.class, result, result.toString()).now();
    }

    private static String refused(EnvironmentFiles.Result result) {
        return assertInstanceOf(EnvironmentFiles.Result.Refused.class, result, result.toString()).sentence();
    }

    private List<LocalVariable> with(OpenedEnvironment opened, int row, LocalVariable changed) {
        var rows = new ArrayList<>(values.rows(opened));
        rows.set(row, changed);
        return rows;
    }

    @Test
    void aCurrentValueStaysOnThisMachineAndComesBeforeTheInitialOne() throws IOException {
        var opened = json();
        done(files.save(opened, with(opened, 0, values.rows(opened).getFirst().withCurrent("http://mine"))));
        assertEquals(JSON, Files.readString(opened.file()));
        assertEquals("http://mine", values.applied(opened).variables().getFirst().value());
        var later = values();
        later.load(List.of(opened), List.of());
        assertEquals("http://mine", later.applied(opened).variables().getFirst().value());
        assertEquals("http://x", later.rows(opened).getFirst().shared().value());
    }

    @Test
    void anInitialValueIsWrittenAndNothingElseChanges() throws IOException {
        var opened = json();
        done(files.save(opened, with(opened, 0, LocalVariable.of(Entry.of("host", "http://y")))));
        assertEquals(JSON.replace("http://x", "http://y"), Files.readString(opened.file()));
        var v3 = yaml();
        done(files.save(v3, with(v3, 0, LocalVariable.of(Entry.of("host", "http://y")))));
        assertEquals(YAML.replace("http://x", "http://y"), Files.readString(v3.file()));
    }

    @Test
    void aNewSecretsValueNeverGoesIntoTheFile() throws IOException {
        for (var opened : List.of(json(), yaml())) {
            var rows = new ArrayList<>(values.rows(opened));
            rows.add(new LocalVariable(Entry.of("fresh", "typed-here").withSecret(true), null));
            rows.add(new LocalVariable(Entry.of("other", "").withSecret(true), "typed-there"));
            var now = done(files.save(opened, rows));
            assertFalse(Files.readString(now.file()).contains("typed"), Files.readString(now.file()));
            assertEquals(List.of("typed-here", "typed-there"), values.applied(now).variables().reversed().subList(0, 2).reversed().stream().map(Entry::value).toList());
        }
        for (var file : List.of(home.currentValues(), home.secrets())) {
            assertFalse(Files.exists(file) && Files.readString(file).contains("typed"));
        }
    }

    @Test
    void aPlainVariableThatBecomesSecretTakesItsValueOutOfTheFile() throws IOException {
        var opened = json();
        var now = done(files.save(opened, with(opened, 0, LocalVariable.of(Entry.of("host", "http://x").withSecret(true)))));
        assertFalse(Files.readString(opened.file()).contains("http://x"));
        assertEquals("http://x", values.applied(now).variables().getFirst().value());
    }

    @Test
    void aLiteralSecretIsToldAndMovedOnlyWhenAskedTo() throws IOException {
        var opened = json();
        assertEquals(List.of("token"), values.literalSecrets(opened));
        done(files.save(opened, with(opened, 0, LocalVariable.of(Entry.of("host", "h")))));
        assertTrue(Files.readString(opened.file()).contains("literal"));
        var now = done(files.moveToSecrets(workspace.environments().getFirst(), "token"));
        assertEquals(JSON.replace("http://x", "h").replace("literal", ""), Files.readString(opened.file()));
        assertEquals("literal", values.applied(now).variables().get(1).value());
        assertEquals(List.of(), values.literalSecrets(now));
        var v3 = yaml();
        done(files.moveToSecrets(v3, "old"));
        assertEquals(YAML.replace("{key: old, value: literal, type: secret}", "{key: old, type: secret}"), Files.readString(v3.file()));
    }

    @Test
    void secretsWithoutAValueAreMissingUntilTheyAreFilledIn() throws Exception {
        var opened = yaml();
        assertEquals(List.of("token"), values.missing(opened));
        values.set(new VariableKey(VariableKey.scope(opened), "token"), true, "t");
        assertEquals(List.of(), values.missing(opened));
        assertEquals(YAML, Files.readString(opened.file()));
    }

    @Test
    void aRowThatGoesTakesItsSecretAlong() throws Exception {
        var opened = yaml();
        values.set(new VariableKey(VariableKey.scope(opened), "token"), true, "t");
        done(files.save(opened, List.of(values.rows(opened).getFirst())));
        assertFalse(Files.readString(home.secrets()).contains("token"));
    }

    @Test
    void renamingChangesTheNameAlone() throws IOException {
        assertEquals(JSON.replace("Demo", "New"), Files.readString(done(files.rename(json(), "New")).file()));
        assertEquals(YAML.replace("Demo", "New"), Files.readString(done(files.rename(yaml(), "New")).file()));
        assertTrue(refused(files.rename(workspace.environments().getFirst(), " ")).contains("name"));
    }

    @Test
    void aColourGoesIntoTheFileWhereItHasAPlaceElseIntoTheDataFolder() throws IOException {
        var green = EnvironmentColour.of(120);
        var blue = EnvironmentColour.of(230);
        var v3 = yaml();
        assertEquals(green, v3.environment().colour());
        assertEquals(YAML.replace("120", "230"), Files.readString(done(files.colour(v3, blue)).file()));
        var opened = json();
        done(files.colour(opened, blue));
        assertEquals(JSON, Files.readString(opened.file()));
        assertEquals(blue, values().colour(opened));
        EnvironmentColour.PALETTE.forEach(c -> assertEquals(c, EnvironmentColour.of(EnvironmentColour.hue(c))));
    }

    @Test
    void aCopyHasTheValuesOfThisMachine() throws Exception {
        for (var opened : List.of(json(), yaml())) {
            values.set(new VariableKey(VariableKey.scope(opened), "host"), false, "my-own");
            values.set(new VariableKey(VariableKey.scope(opened), "token"), true, "t");
            var copy = done(files.duplicate(opened));
            assertEquals("Demo copy", copy.environment().name());
            assertFalse(copy.file().equals(opened.file()));
            assertEquals(List.of("my-own", "t"), values.applied(copy).variables().subList(0, 2).stream().map(Entry::value).toList());
            assertFalse(Files.readString(copy.file()).contains("my-own"));
        }
    }

    @Test
    void deletingCanBeUndoneToTheLastByte() throws IOException {
        var opened = json();
        workspace.activate(opened.file());
        var undo = assertInstanceOf(EnvironmentFiles.Deleted.Done.class, files.delete(opened)).undo();
        assertFalse(Files.exists(opened.file()));
        assertEquals(List.of(), workspace.environments());
        assertNull(workspace.activeEnvironment().orElse(null));
        done(files.undo(undo));
        assertEquals(JSON, Files.readString(opened.file()));
        assertEquals(opened.file(), workspace.activeEnvironment().orElseThrow().file());
        assertTrue(refused(files.undo(undo)).contains("another file"));
    }

    @Test
    void whatAnotherProgramChangedIsNotWrittenOver() throws IOException {
        var opened = json();
        Files.writeString(opened.file(), JSON.replace("http://x", "http://theirs"));
        assertTrue(refused(files.rename(opened, "New")).contains("another program"));
        assertEquals(JSON.replace("http://x", "http://theirs"), Files.readString(opened.file()));
    }

    @Test
    void newOnesAreWrittenInEitherForm() throws IOException {
        var rows = List.of(Entry.of("a", "1"), Entry.of("s", "hush").withSecret(true));
        var v3 = done(files.create(folder, "Pro/d", EnvironmentFiles.Kind.V3, rows));
        assertEquals("""
                name: Pro/d
                values:
                  - key: a
                    value: "1"
                    enabled: true
                    type: default
                  - key: s
                    enabled: true
                    secret: true
                """, Files.readString(v3.file()));
        assertEquals(folder.resolve("postman/environments/Pro-d.environment.yaml"), v3.file());
        assertEquals("hush", values.applied(v3).variables().get(1).value());
        var json = done(files.create(folder, "Prod", EnvironmentFiles.Kind.JSON, rows));
        assertFalse(Files.readString(json.file()).contains("hush"));
        assertEquals("Prod", json.environment().name());
    }

    @Test
    void aDotEnvFileIsReadAndNotWrittenAndItsCopyCanBeEdited() throws IOException {
        var opened = opened(".env.staging", "HOST=http://x\nAPI_TOKEN=hush\n");
        assertEquals("staging", opened.environment().name());
        assertTrue(refused(files.save(opened, with(opened, 0, LocalVariable.of(Entry.of("HOST", "y"))))).contains("duplicate"));
        done(files.save(opened, with(opened, 0, values.rows(opened).getFirst().withCurrent("mine"))));
        assertEquals("HOST=http://x\nAPI_TOKEN=hush\n", Files.readString(opened.file()));
        var copy = done(files.duplicate(opened));
        assertFalse(Files.readString(copy.file()).contains("hush"));
        assertEquals(List.of("mine", "hush"), values.applied(copy).variables().stream().map(Entry::value).toList());
    }

    @Test
    void brokenCurrentValuesAreMovedAsideAndSaid() throws IOException {
        Files.createDirectories(home.folder());
        Files.writeString(home.currentValues(), "{oops");
        var opened = workspace.add(Files.writeString(folder.resolve("Demo.postman_environment.json"), JSON)).environments().getFirst();
        var trouble = values.load(List.of(opened), List.of());
        assertTrue(trouble.size() == 1 && trouble.getFirst().contains("moved to"), trouble.toString());
        assertEquals("http://x", values.applied(opened).variables().getFirst().value());
    }

    @Test
    void whatThisMachineKnowsOfACollectionFollowsItsFolderToAnotherName() throws IOException, SecretsTrouble {
        workspace.listen(values::follow);
        var root = folder.resolve("postman/collections/API");
        Files.createDirectories(root.resolve(".resources"));
        Files.writeString(root.resolve(".resources/definition.yaml"), "$kind: collection\nvariables:\n  - key: host\n    value: x\n  - key: token\n    value: ''\n    type: secret\n");
        Files.writeString(root.resolve("One.request.yaml"), "$kind: http-request\nurl: http://one\nmethod: GET\n");
        var opened = assertInstanceOf(Opened.Good.class, workspace.open(root).getFirst());
        var token = new VariableKey(VariableKey.scope(opened), "token");
        values.set(token, true, "s3cret");
        values.set(new VariableKey(VariableKey.scope(opened), "host"), false, "here");
        var renamed = assertInstanceOf(SaveResult.Saved.class, workspace.rename(opened, "", "Other")).now();
        assertEquals(root.resolveSibling("Other"), renamed.file());
        var fresh = values();
        assertEquals(List.of(), fresh.load(List.of(), List.of(renamed)));
        assertEquals(Optional.of("s3cret"), secret(renamed));
        assertEquals("here", new CurrentValues(home).of(VariableKey.scope(renamed)).get("host"));
        assertEquals(Optional.empty(), secret(opened));
    }

    private Optional<String> secret(Opened.Good collection) throws SecretsTrouble {
        return new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(5), Duration.ofSeconds(5)).get(new VariableKey(VariableKey.scope(collection), "token"));
    }

    @Test
    void aDeletedEnvironmentIsMadeAgainWithoutItsSecretsAndNeverOverAnotherFile() throws IOException {
        for (var text : List.of(JSON, YAML)) {
            var file = folder.resolve(text.equals(JSON) ? "demo.postman_environment.json" : "postman/environments/Demo.environment.yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            var opened = workspace.add(file).environments().getFirst();
            var rows = values.rows(opened);
            assertInstanceOf(EnvironmentFiles.Result.Refused.class, files.makeAgain(opened, rows));
            assertEquals(text, Files.readString(file));
            Files.delete(file);
            var made = assertInstanceOf(EnvironmentFiles.Result.Done.class, files.makeAgain(opened, rows)).now();
            assertEquals(opened.file(), made.file());
            assertFalse(Files.readString(file).contains("literal"));
            assertEquals(rows.stream().map(LocalVariable::value).toList(), values.rows(made).stream().map(LocalVariable::value).toList());
        }
    }

    @Test
    void theDotEnvFilesOfAnOpenedFolderAreEnvironmentsThatAreReadOnly() throws IOException {
        var repo = Files.createDirectory(folder.resolve("repo"));
        Files.writeString(repo.resolve(".env"), "HOST=http://x\nAPI_TOKEN=abc\n");
        Files.writeString(repo.resolve(".env.staging"), "HOST=http://y\n");
        Files.writeString(repo.resolve(".envrc"), "use nix\n");
        Files.writeString(repo.resolve(".hidden"), "A=b\n");
        var found = workspace.add(repo).environments();
        assertEquals(List.of("repo .env", "staging"), found.stream().map(e -> e.environment().name()).toList());
        var rows = values.rows(found.getFirst());
        assertInstanceOf(EnvironmentFiles.Result.Done.class, files.save(found.getFirst(), List.of(rows.get(0).withCurrent("http://here"), rows.get(1))));
        assertInstanceOf(EnvironmentFiles.Result.Refused.class, files.save(found.getFirst(), List.of(rows.get(0).withShared(Entry.of("HOST", "z")), rows.get(1))));
        assertEquals("HOST=http://x\nAPI_TOKEN=abc\n", Files.readString(repo.resolve(".env")));
        assertEquals("http://here", values.applied(found.getFirst()).variables().getFirst().value());
    }

    @Test
    void aBrokenEnvironmentOfAnOpenedFolderIsShownWithItsLine() throws IOException {
        var file = folder.resolve("repo/postman/environments/Broken.environment.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "name: Broken\nvalues: [\n");
        Files.writeString(file.resolveSibling("Demo.environment.yaml"), YAML);
        var added = workspace.add(folder.resolve("repo"));
        assertEquals(List.of("Demo"), added.environments().stream().map(e -> e.environment().name()).toList());
        var bad = assertInstanceOf(Opened.Bad.class, workspace.collections().getFirst());
        assertEquals(file, bad.file());
        assertTrue(bad.line() > 0 && bad.reason().contains("YAML"), bad.toString());
    }

    @Test
    void aSecretTypedForACollectionStaysOnThisMachineAndOneThatStandsInTheFileStaysThere() throws Exception {
        var file = Files.writeString(folder.resolve("c.json"), "{\"info\": {\"name\": \"C\"}, \"item\": [], \"variable\": [{\"key\": \"old\", \"value\": \"theirs\", \"type\": \"secret\"}]}");
        var opened = assertInstanceOf(Opened.Good.class, workspace.open(file).getFirst());
        var level = Level.of(opened.collection());
        var rows = new ArrayList<>(level.variables());
        rows.add(Entry.of("token", "typed").withSecret(true));
        var saved = assertInstanceOf(SaveResult.Saved.class, workspace.saveLevel(opened, "", values.kept(opened, level.withVariables(rows)))).now();
        assertFalse(Files.readString(file).contains("typed"));
        assertTrue(Files.readString(file).contains("theirs"));
        assertEquals(List.of("theirs", "typed"), values.applied(saved).variables().stream().map(Entry::value).toList());
    }
}
