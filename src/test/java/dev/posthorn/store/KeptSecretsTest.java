package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptSecretsTest {

    private static final VariableKey KEY = new VariableKey("/a/b.json", "token");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path folder;
    private Home home;
    private final Chain chain = new Chain();

    /// A keychain that takes values of at most 20 characters.
    private static final class Chain implements Keychain {

        private final Map<String, String> values = new HashMap<>();
        private CountDownLatch hangs = new CountDownLatch(0);

        @Override
        public String name() {
            return "the test's keychain";
        }

        private void await() {
            try {
                hangs.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String get(String account) throws SecretsTrouble {
            await();
            if (!values.containsKey(account)) {
                throw new SecretsTrouble("It is not there.");
            }
            return values.get(account);
        }

        @Override
        public void put(String account, String value) throws SecretsTrouble {
            await();
            if (value.length() > 20) {
                throw new SecretsTrouble("Too long.");
            }
            values.put(account, value);
        }

        @Override
        public void remove(String account) {
            await();
            values.remove(account);
        }
    }

    @BeforeEach
    void home() {
        home = new Home(folder.resolve("data"));
    }

    private KeptSecrets withoutKeychain() {
        return new KeptSecrets(home, Optional::empty, new SecureRandom(), LONG, LONG);
    }

    private KeptSecrets withKeychain(Duration answer) {
        return new KeptSecrets(home, () -> Optional.of(chain), new SecureRandom(), LONG, answer);
    }

    private String disk() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(home.folder())) {
            for (var file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void withoutAKeychainValuesAreEncryptedInAFileForTheOwnerAlone() throws Exception {
        withoutKeychain().put(KEY, "very secret ü");
        assertEquals(Optional.of("very secret ü"), withoutKeychain().get(KEY));
        assertFalse(disk().contains("very secret"), disk());
        for (var file : List.of(home.secrets(), home.secretsKey())) {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        assertTrue(withoutKeychain().where().contains("encrypted file"), withoutKeychain().where());
        withoutKeychain().remove(KEY);
        assertEquals(Optional.empty(), withoutKeychain().get(KEY));
    }

    @Test
    void theSameValueIsNeverEncryptedTheSameWayTwice() throws Exception {
        withoutKeychain().put(KEY, "v");
        var first = Files.readString(home.secrets());
        withoutKeychain().put(KEY, "v");
        assertFalse(first.equals(Files.readString(home.secrets())));
    }

    @Test
    void withAKeychainValuesAreInItAndNotOnTheDisk() throws Exception {
        var secrets = withKeychain(LONG);
        secrets.put(KEY, "in the chain");
        assertEquals(List.of("in the chain"), List.copyOf(chain.values.values()));
        assertFalse(disk().contains("in the chain"));
        assertFalse(Files.exists(home.secretsKey()));
        assertEquals(Optional.of("in the chain"), withKeychain(LONG).get(KEY));
        assertEquals("in the test's keychain", secrets.where());
        assertEquals(List.of("token"), secrets.names("/a/b.json"));
        secrets.remove(KEY);
        assertTrue(chain.values.isEmpty());
    }

    @Test
    void whatTheKeychainRefusesGoesIntoTheFile() throws Exception {
        var secrets = withKeychain(LONG);
        secrets.put(KEY, "short");
        secrets.put(KEY, "longer than twenty characters");
        assertEquals(Optional.of("longer than twenty characters"), secrets.get(KEY));
        assertTrue(chain.values.isEmpty());
    }

    @Test
    void aKeychainThatHangsIsGivenUpAndSaid() throws Exception {
        withKeychain(LONG).put(KEY, "short");
        chain.hangs = new CountDownLatch(1);
        var secrets = withKeychain(SHORT);
        var trouble = assertThrows(SecretsTrouble.class, () -> secrets.get(KEY));
        assertTrue(trouble.getMessage().contains("token") && trouble.getMessage().contains("did not answer"), trouble.getMessage());
        secrets.put(new VariableKey("/a/b.json", "other"), "kept all the same");
        assertEquals(Optional.of("kept all the same"), secrets.get(new VariableKey("/a/b.json", "other")));
        assertTrue(secrets.where().contains("does not answer"), secrets.where());
        chain.hangs.countDown();
        assertEquals(Optional.of("short"), withKeychain(LONG).get(KEY));
    }

    @Test
    void aKeychainIsNotLookedForBeforeASecretIsAskedFor() throws Exception {
        var secrets = new KeptSecrets(home, () -> {
            throw new AssertionError("looked for");
        }, new SecureRandom(), LONG, LONG);
        assertEquals(Optional.empty(), secrets.get(KEY));
        secrets.remove(KEY);
        assertEquals(List.of(), secrets.names("/a/b.json"));
    }

    @Test
    void aForeignKeyIsASentenceAndTheOldValuesAreKept() throws Exception {
        withoutKeychain().put(KEY, "old");
        var sealed = Files.readString(home.secrets());
        Files.write(home.secretsKey(), new byte[32]);
        var trouble = assertThrows(SecretsTrouble.class, () -> withoutKeychain().get(KEY));
        assertTrue(trouble.getMessage().contains("another key") && !trouble.getMessage().contains("old"), trouble.getMessage());
        assertEquals(sealed, Files.readString(home.secrets()));
        withoutKeychain().put(new VariableKey("/x", "fresh"), "new");
        assertEquals(Optional.of("new"), withoutKeychain().get(new VariableKey("/x", "fresh")));
        assertTrue(Files.readString(home.secrets()).contains("/a/b.json"));
    }

    @Test
    void aLostKeyKeepsTheOldFileBesideTheNewOne() throws Exception {
        withoutKeychain().put(KEY, "old");
        var sealed = Files.readString(home.secrets());
        Files.delete(home.secretsKey());
        assertThrows(SecretsTrouble.class, () -> withoutKeychain().get(KEY));
        withoutKeychain().put(new VariableKey("/x", "fresh"), "new");
        assertEquals(Optional.of("new"), withoutKeychain().get(new VariableKey("/x", "fresh")));
        assertEquals(sealed, Files.readString(home.folder().resolve("secrets.json.broken-1")));
    }

    @Test
    void valuesCannotBeSwappedInTheFile() throws Exception {
        withoutKeychain().put(KEY, "one");
        var text = Files.readString(home.secrets());
        Files.writeString(home.secrets(), text.replace("\"token\"", "\"other\""));
        assertThrows(SecretsTrouble.class, () -> withoutKeychain().get(new VariableKey("/a/b.json", "other")));
    }

    @Test
    void aBrokenListIsMovedAsideAndSaid() throws Exception {
        Files.createDirectories(home.folder());
        Files.writeString(home.secrets(), "{\"values\": {");
        var trouble = assertThrows(SecretsTrouble.class, () -> withoutKeychain().get(KEY));
        assertTrue(trouble.getMessage().contains("moved to"), trouble.getMessage());
        withoutKeychain().put(KEY, "again");
        assertEquals(Optional.of("again"), withoutKeychain().get(KEY));
        assertTrue(Files.exists(home.folder().resolve("secrets.json.broken-1")));
    }
}
