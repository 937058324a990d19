package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.oauth.StoredToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder;
    private Home home;
    private KeptTokens tokens;

    @BeforeEach
    void home() {
        home = new Home(folder.resolve("home"));
        tokens = opened();
    }

    private KeptTokens opened() {
        return new KeptTokens(home, secrets());
    }

    private KeptSecrets secrets() {
        return new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    private static StoredToken token(String id, int minutes) {
        var other = new HashMap<String, Object>();
        other.put("ext_expires_in", 7200);
        other.put("nothing", null);
        other.put("list", List.of("a", true));
        return new StoredToken(id, "Token of " + id, "fingerprint", "app", "jane@example.com", List.of("read", "write"), List.of("read"), "access-never-shown-" + id,
                "identity-never-shown-" + id, "refresh-never-shown-" + id, "Bearer", NOW.plusSeconds(60L * minutes), Optional.of(NOW.plusSeconds(3600)), other, false);
    }

    private String list() throws IOException {
        return Files.readString(home.tokens());
    }

    @Test
    void aLoginSurvivesARestartWithAllThatIsKnownOfIt() {
        tokens.put(token("one", 0));
        tokens.put(token("two", 5));
        assertEquals(List.of(token("two", 5), token("one", 0)), opened().all());
        assertEquals(List.of(), opened().troubles());
    }

    @Test
    void nothingIsReadOrMadeBeforeTheFirstQuestion() {
        assertFalse(Files.exists(home.folder()));
        assertEquals(List.of(), tokens.all());
        assertFalse(Files.exists(home.secrets()));
    }

    @Test
    void theListOfLoginsHoldsNoTokenAndIsTheOwnersAlone() throws IOException {
        tokens.put(token("one", 0));
        assertTrue(list().contains("jane@example.com"));
        try (var files = Files.walk(home.folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1).contains("never-shown"), file.toString());
            }
        }
        if (home.tokens().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.tokens())));
        }
    }

    @Test
    void renewedTokensTakeThePlaceOfTheOldOnesAndLeaveNoSecretBehind() throws SecretsTrouble {
        tokens.put(token("one", 0));
        tokens.put(token("one", 9));
        tokens.put(token("one", 9).named("Mine"));
        assertEquals(List.of("Mine"), tokens.all().stream().map(StoredToken::name).toList());
        assertEquals(1, secrets().names(KeptTokens.SCOPE).size());
        tokens.remove("one");
        tokens.remove("one");
        assertEquals(List.of(), opened().all());
        assertEquals(List.of(), secrets().names(KeptTokens.SCOPE));
    }

    @Test
    void anotherProgramsLoginIsSeenAndNeitherLosesTheOthers() {
        var other = opened();
        assertEquals(List.of(), other.all());
        tokens.put(token("one", 0));
        other.put(token("two", 1));
        assertEquals(2, tokens.all().size());
        tokens.remove("two");
        assertEquals(List.of(token("one", 0)), other.all());
    }

    @Test
    void manyThreadsOfTwoProgramsKeepAllTheirLogins() throws InterruptedException {
        var other = opened();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 12; i++) {
            var mine = i % 2 == 0 ? tokens : other;
            var token = token("t" + i, i);
            threads.add(Thread.ofVirtual().start(() -> mine.put(token)));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertEquals(12, opened().all().size());
        assertEquals(tokens.all(), other.all());
    }

    @Test
    void aBrokenListIsMovedAsideAndMadeAnewFromTheSecrets() throws IOException {
        tokens.put(token("one", 0));
        tokens.put(token("two", 1));
        Files.writeString(home.tokens(), "{\"tokens\": [");
        var again = opened();
        assertEquals(2, again.all().size());
        assertTrue(again.troubles().getFirst().contains(".broken-1"), again.troubles().toString());
        assertEquals(List.of(), opened().troubles());
        assertEquals(List.of(token("two", 1), token("one", 0)), opened().all());
    }

    @Test
    void aLoginWhoseSecretIsLostIsSaidAndTheOthersAreThere() throws SecretsTrouble {
        tokens.put(token("one", 0));
        tokens.put(token("two", 1));
        secrets().remove(new VariableKey(KeptTokens.SCOPE, "one 1"));
        var again = opened();
        assertEquals(List.of(token("two", 1)), again.all());
        assertTrue(again.troubles().getFirst().contains("\"Token of one\" has lost its tokens"), again.troubles().toString());
        again.put(token("one", 2));
        assertEquals(List.of(), again.troubles());
        assertEquals(2, opened().all().size());
    }

    @Test
    void anotherKeyOfTheEncryptedFileIsASentenceAndTheLoginStaysListed() throws IOException {
        tokens.put(token("one", 0));
        Files.write(home.secretsKey(), new byte[32]);
        var again = opened();
        assertEquals(List.of(), again.all());
        assertTrue(again.troubles().getFirst().contains("Log in again."), again.troubles().toString());
        again.put(token("two", 0));
        assertTrue(list().contains("Token of one"));
    }

    @Test
    void whatCannotBeKeptHoldsUntilTheProgramEnds() throws IOException {
        Files.createDirectories(home.folder());
        Files.createDirectories(home.secrets().resolveSibling("secrets.json.lock"));
        tokens.put(token("one", 0));
        assertEquals(List.of(token("one", 0)), tokens.all());
        assertTrue(tokens.troubles().getFirst().contains("holds until Posthorn ends"), tokens.troubles().toString());
        Files.delete(home.secrets().resolveSibling("secrets.json.lock"));
        tokens.put(token("one", 0));
        assertEquals(List.of(), tokens.troubles());
        assertEquals(1, opened().all().size());
    }

    @Test
    void whoListensHearsOfEachChangeUntilItIsEnough() throws Exception {
        var heard = new AtomicInteger();
        try (var _ = tokens.listen(heard::incrementAndGet)) {
            tokens.put(token("one", 0));
            tokens.remove("one");
        }
        tokens.put(token("two", 0));
        assertEquals(2, heard.get());
    }

    @Test
    void tokensOfThisRunAreKnownSoThatTheyCanBeHidden() {
        tokens.put(token("one", 0));
        tokens.remove("one");
        assertTrue(tokens.known().contains("refresh-never-shown-one"));
        assertEquals(java.util.Set.of(), opened().known());
    }

    @Test
    void aKeychainThatRefusesLongValuesGetsThemIntoTheEncryptedFile() throws IOException {
        var chain = new Small();
        var store = new KeptTokens(home, new KeptSecrets(home, () -> Optional.of(chain), new SecureRandom(), Duration.ofSeconds(10), Duration.ofSeconds(10)));
        var large = token("large", 0);
        store.put(new StoredToken("large", "Large", "", "", "", List.of(), List.of(), "never-shown".repeat(500), "", "", "Bearer", NOW, Optional.empty(), Map.of(), false));
        store.put(token("small", 1));
        assertEquals(1, chain.values.size());
        assertFalse(Files.readString(home.secrets()).contains("never-shown"));
        var again = new KeptTokens(home, new KeptSecrets(home, () -> Optional.of(chain), new SecureRandom(), Duration.ofSeconds(10), Duration.ofSeconds(10)));
        assertEquals(List.of(token("small", 1), store.all().getLast()), again.all());
        assertEquals(large.id(), again.all().getLast().id());
    }

    /// As Windows does: 2,560 bytes and no more (CredWrite, CRED_MAX_CREDENTIAL_BLOB_SIZE).
    private static final class Small implements Keychain {
        private final Map<String, String> values = new HashMap<>();

        @Override
        public String name() {
            return "a small keychain";
        }

        @Override
        public String get(String account) throws SecretsTrouble {
            if (!values.containsKey(account)) {
                throw new SecretsTrouble("It is not there.");
            }
            return values.get(account);
        }

        @Override
        public void put(String account, String value) throws SecretsTrouble {
            if (value.length() > 2_560) {
                throw new SecretsTrouble("Too long.");
            }
            values.put(account, value);
        }

        @Override
        public void remove(String account) {
            values.remove(account);
        }
    }
}
