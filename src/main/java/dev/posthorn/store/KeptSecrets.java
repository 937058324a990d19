package dev.posthorn.store;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the values of secrets in the keychain of the operating system, or, where there is none, encrypted in a file of the data folder.
///
/// 1. `secrets.json` (mode 0600) lists each secret by the file that declares it and its name: where its value is, or the encrypted value itself.
///    The key for these lies in `secrets.key` (mode 0600), made when it is first needed.
/// 2. The keychain is asked only for what the list says is in it, and looked for only when a secret is kept or read: never at the start.
/// 3. A keychain that does not answer is waited for a limited time. What it refuses, as Windows does with long values, goes into the file.
/// 4. A list that cannot be read is moved aside and a new one begun; a value that cannot be decrypted is a sentence and stays where it is.
public final class KeptSecrets implements Secrets {

    private static final String IN_KEYCHAIN = "keychain";
    private static final String VALUES = "values";

    private final Path file;
    private final Seal seal;
    private final PatientKeychain keychain;

    /// @param find   how long to look for a keychain
    /// @param answer how long one call of it may take
    public KeptSecrets(Home home, Keychain.Probe probe, SecureRandom random, Duration find, Duration answer) {
        file = home.secrets();
        seal = new Seal(home.secretsKey(), random);
        keychain = new PatientKeychain(probe, find, answer);
    }

    /// With the keychain of this computer.
    public static KeptSecrets ofSystem(Home home, String system, Map<String, String> environment) {
        return new KeptSecrets(home, () -> SystemKeychain.find(system, environment), new SecureRandom(), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    @Override
    public String where() {
        return keychain.name().map(name -> "in " + name).orElseGet(() -> "in an encrypted file, " + file
                + (keychain.silent() ? " (the keychain of this computer does not answer)" : ""));
    }

    @Override
    public synchronized Optional<String> get(VariableKey key) throws SecretsTrouble {
        var kept = read().getOrDefault(key.scope(), Map.of()).get(key.name());
        if (kept == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(kept.equals(IN_KEYCHAIN) ? keychain.get(account(key)) : seal.open(kept, account(key)));
        } catch (SecretsTrouble e) {
            throw new SecretsTrouble("The value of the secret " + key.name() + " cannot be read. " + e.getMessage() + " Enter it again.", e);
        }
    }

    @Override
    public synchronized void put(VariableKey key, String value) throws SecretsTrouble {
        locked(() -> {
            var all = read();
            var place = all.computeIfAbsent(key.scope(), _ -> new LinkedHashMap<>());
            var before = place.get(key.name());
            var kept = inKeychain(key, value) ? IN_KEYCHAIN : sealed(key, value, all);
            place.put(key.name(), kept);
            write(all);
            if (IN_KEYCHAIN.equals(before) && !kept.equals(IN_KEYCHAIN)) {
                forget(key);
            }
        });
    }

    @Override
    public synchronized void remove(VariableKey key) throws SecretsTrouble {
        locked(() -> {
            var all = read();
            var place = all.getOrDefault(key.scope(), new LinkedHashMap<>());
            var kept = place.remove(key.name());
            if (kept != null) {
                if (place.isEmpty()) {
                    all.remove(key.scope());
                }
                write(all);
                if (kept.equals(IN_KEYCHAIN)) {
                    forget(key);
                }
            }
        });
    }

    @Override
    public synchronized List<String> names(String scope) throws SecretsTrouble {
        return List.copyOf(read().getOrDefault(scope, Map.of()).keySet());
    }

    private static String account(VariableKey key) {
        return key.name() + " @ " + key.scope();
    }

    private boolean inKeychain(VariableKey key, String value) {
        if (keychain.name().isEmpty()) {
            return false;
        }
        try {
            keychain.put(account(key), value);
            return true;
        } catch (SecretsTrouble e) {
            // Too long for it, or locked by the user: the file takes it.
            return false;
        }
    }

    /// What is left in the keychain after that is out of reach, and of use to nobody but its owner.
    private void forget(VariableKey key) {
        try {
            keychain.remove(account(key));
        } catch (SecretsTrouble e) {
            // It is not in the list any more: nothing will ask for it.
        }
    }

    /// A lost key must not take the values with it that it may still open one day: their list is kept under another name first.
    private String sealed(VariableKey key, String value, Map<String, Map<String, String>> all) throws SecretsTrouble {
        var others = all.values().stream().flatMap(p -> p.values().stream()).anyMatch(v -> !v.equals(IN_KEYCHAIN));
        if (others && !seal.usable()) {
            try {
                Files.copy(file, aside());
            } catch (IOException e) {
                throw new SecretsTrouble("The secret could not be kept: " + file + " cannot be copied: " + e.getMessage() + ".", e);
            }
            all.values().forEach(p -> p.values().removeIf(v -> !v.equals(IN_KEYCHAIN)));
        }
        return seal.close(value, account(key));
    }

    private Path aside() {
        var number = 1;
        while (Files.exists(file.resolveSibling(file.getFileName() + ".broken-" + number))) {
            number++;
        }
        return file.resolveSibling(file.getFileName() + ".broken-" + number);
    }

    private Map<String, Map<String, String>> read() throws SecretsTrouble {
        var all = new LinkedHashMap<String, Map<String, String>>();
        if (!Files.exists(file)) {
            return all;
        }
        try {
            if (JsonReader.read(Files.readString(file)) instanceof Json.Obj root && root.object(VALUES) != null) {
                for (var place : root.object(VALUES).members()) {
                    var names = new LinkedHashMap<String, String>();
                    if (place.value() instanceof Json.Obj object) {
                        object.members().forEach(m -> names.put(m.key().value(), object.text(m.key().value())));
                    }
                    all.put(place.key().value(), names);
                }
                return all;
            }
            throw broken("it is no list of secrets", null);
        } catch (JsonProblem e) {
            throw broken("line " + e.line() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new SecretsTrouble("The secrets in " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private SecretsTrouble broken(String reason, Exception cause) {
        try {
            return new SecretsTrouble("The secrets could not be read (" + reason + "); the file was moved to " + AtomicFile.setAside(file)
                    + ". Enter their values again.", cause);
        } catch (IOException e) {
            return new SecretsTrouble("The secrets in " + file + " could not be read (" + reason + ").", cause);
        }
    }

    private void write(Map<String, Map<String, String>> all) throws SecretsTrouble {
        var root = new LinkedHashMap<String, Object>();
        root.put("version", 1);
        root.put(VALUES, all);
        try {
            PrivateFiles.write(file, JsonWriter.pretty(root).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new SecretsTrouble("The secret could not be kept in " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private void locked(FileTurn.Work<SecretsTrouble> change) throws SecretsTrouble {
        try {
            FileTurn.take(file, change);
        } catch (IOException e) {
            throw new SecretsTrouble("The secret could not be kept: nobody can have a turn at " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
