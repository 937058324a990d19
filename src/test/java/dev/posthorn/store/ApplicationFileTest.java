package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.oauth.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApplicationFileTest {

    @TempDir
    private Path folder;
    private Home home;
    private ApplicationFile applications;

    @BeforeEach
    void home() {
        home = new Home(folder.resolve("home"));
        applications = opened();
    }

    private ApplicationFile opened() {
        return new ApplicationFile(home, secrets());
    }

    private KeptSecrets secrets() {
        return new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    private static Application application(String id) {
        var values = new LinkedHashMap<String, Object>();
        values.put("grant_type", "client_credentials");
        values.put("clientId", "{{client}}");
        values.put("clientSecret", "secret-never-shown");
        values.put("password", "{{password}}");
        values.put("useBrowser", true);
        values.put("accessTokenUrl", "https://login.example.com/token");
        values.put("tokenRequestParams", List.of(Map.of("key", "audience", "value", "api", "enabled", true, "send_as", "request_body"),
                Map.of("key", "client_assertion", "value", "assertion-never-shown", "enabled", false, "send_as", "request_body")));
        return new Application(id, "Billing " + id, "cloud", new Auth("oauth2", values), "https://login.example.com/revoke", "token-1");
    }

    @Test
    void anApplicationSurvivesARestartWholeAndItsFileHoldsNoSecret() throws IOException {
        applications.put(application("a"));
        applications.put(application("b"));
        assertEquals(List.of(application("a"), application("b")), opened().all());
        assertEquals(application("b"), opened().find("b").orElseThrow());
        var text = Files.readString(home.applications());
        assertFalse(text.contains("never-shown"), text);
        assertTrue(text.contains("{{password}}") && text.contains("\"audience\""), text);
        assertFalse(Files.readString(home.secrets()).contains("never-shown"));
    }

    @Test
    void nothingIsMadeBeforeSomethingIsKept() {
        assertEquals(List.of(), applications.all());
        assertFalse(Files.exists(home.folder()));
    }

    @Test
    void removalTakesTheSecretsAlong() throws SecretsTrouble {
        applications.put(application("a"));
        assertEquals(2, secrets().names(ApplicationFile.SCOPE).size());
        applications.put(application("a").withValues(application("a").values().with("clientSecret", "{{secret}}")));
        assertEquals(1, secrets().names(ApplicationFile.SCOPE).size());
        applications.remove("a");
        assertEquals(List.of(), secrets().names(ApplicationFile.SCOPE));
        assertEquals(List.of(), opened().all());
    }

    @Test
    void fieldsOfALaterVersionAndRowsOfAnotherKindStay() throws IOException {
        applications.put(application("a"));
        var text = Files.readString(home.applications());
        Files.writeString(home.applications(), text.replaceFirst("\\{", "{\"later\": {\"x\": [1.50]},").replace("\"id\": \"a\",", "\"id\": \"a\", \"colour\": \"red\",")
                .replaceFirst("\"applications\": \\[", "\"applications\": [ {\"kind\": \"future\"}, "));
        applications.put(application("b"));
        var after = Files.readString(home.applications());
        assertTrue(after.contains("1.50") && after.contains("\"colour\": \"red\"") && after.contains("\"future\""), after);
        assertEquals(2, opened().all().size());
    }

    @Test
    void twoProgramsKeepEachOthersApplications() {
        var other = opened();
        assertEquals(List.of(), other.all());
        applications.put(application("a"));
        other.put(application("b"));
        assertEquals(List.of("a", "b"), applications.all().stream().map(Application::id).toList());
        other.remove("a");
        assertEquals(List.of(application("b")), applications.all());
    }

    @Test
    void aSecretThatIsNotOnThisMachineIsAskedForAndTheFileStillNamesIt() throws IOException, SecretsTrouble {
        applications.put(application("a"));
        Files.delete(home.secrets());
        var again = opened();
        assertEquals(List.of("clientSecret", "tokenRequestParams/1"), again.missing("a"));
        assertEquals("", again.all().getFirst().values().text("clientSecret"));
        again.put(again.all().getFirst().withShared("other"));
        assertEquals(List.of("clientSecret", "tokenRequestParams/1"), opened().missing("a"));
        again.put(again.all().getFirst().withValues(again.all().getFirst().values().with("clientSecret", "secret-never-shown")));
        assertEquals(List.of("tokenRequestParams/1"), opened().missing("a"));
        assertEquals("secret-never-shown", opened().all().getFirst().values().text("clientSecret"));
        assertEquals(Optional.of("secret-never-shown"), secrets().get(new VariableKey(ApplicationFile.SCOPE, "a clientSecret")));
    }

    @Test
    void aSettingThatWasMovedIntoAVariableIsNotAskedForAnyMore() {
        applications.put(application("a"));
        applications.put(application("a").withValues(new Auth("oauth2", Map.of("clientSecret", "{{clientSecret}}"))));
        assertEquals(List.of(), opened().missing("a"));
        assertEquals("{{clientSecret}}", opened().all().getFirst().values().text("clientSecret"));
    }

    @Test
    void aBrokenFileIsMovedAsideWithItsLine() throws IOException {
        applications.put(application("a"));
        Files.writeString(home.applications(), "{\n\"applications\": oops");
        var again = opened();
        assertEquals(List.of(), again.all());
        assertTrue(again.troubles().getFirst().contains("line 2") && again.troubles().getFirst().contains("broken-1"), again.troubles().toString());
        again.put(application("b"));
        assertEquals(List.of(application("b")), opened().all());
    }

    @Test
    void whatCannotBeKeptHoldsUntilTheProgramEnds() throws IOException {
        Files.createDirectories(home.folder());
        Files.createDirectories(home.applications().resolveSibling("applications.json.lock"));
        applications.put(application("a"));
        applications.put(application("b"));
        applications.remove("a");
        assertEquals(List.of(application("b")), applications.all());
        assertTrue(applications.troubles().getFirst().contains("holds until Posthorn ends"), applications.troubles().toString());
        Files.delete(home.applications().resolveSibling("applications.json.lock"));
        applications.put(application("c"));
        assertEquals(List.of(application("b"), application("c")), opened().all());
        assertEquals(List.of(), applications.troubles());
    }

    @Test
    void anApplicationIsHandedOnWithoutSecretsWhichAreAskedForAgain() {
        var text = ApplicationText.of(application("a"));
        assertFalse(text.contains("never-shown") || text.contains("token-1"), text);
        var read = assertInstanceOf(ApplicationText.Read.Good.class, ApplicationText.read(text, "fresh"));
        assertEquals(List.of("clientSecret", "tokenRequestParams/1"), read.missing());
        assertEquals("fresh", read.application().id());
        assertEquals("Billing a", read.application().name());
        assertEquals("{{password}}", read.application().values().text("password"));
        assertEquals(true, read.application().values().values().get("useBrowser"));
    }

    @Test
    void aFileThatIsNoApplicationIsASentence() {
        assertTrue(assertInstanceOf(ApplicationText.Read.Bad.class, ApplicationText.read("{\"info\": {}}", "x")).sentence().contains("no OAuth application"));
        assertTrue(assertInstanceOf(ApplicationText.Read.Bad.class, ApplicationText.read("{\n\"a\": ", "x")).sentence().contains("line 2"));
        assertTrue(assertInstanceOf(ApplicationText.Read.Bad.class, ApplicationText.read("{\"kind\": \"posthorn-oauth-application\"}", "x")).sentence().contains("settings"));
    }

    @Test
    void whoListensHearsOfEachChangeAndSecretsOfThisRunAreKnown() throws Exception {
        var heard = new AtomicInteger();
        try (var _ = applications.listen(heard::incrementAndGet)) {
            applications.put(application("a"));
            applications.remove("a");
        }
        assertEquals(2, heard.get());
        assertTrue(applications.known().contains("secret-never-shown"));
    }
}
