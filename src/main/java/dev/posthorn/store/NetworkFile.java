package dev.posthorn.store;

import dev.posthorn.model.Network;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the network is reached, as it is kept between two runs: proxies, names, certificates, limits.
///
/// 1. `network.json` in the user's data folder holds all but the secrets: passwords and passphrases are kept as other secrets are, by the proxy or
///    the file that they belong to.
/// 2. A file that is no JSON is moved aside. A value that makes no sense is left out and said; the rest counts.
/// 3. Fields of a later version stay where they are.
public final class NetworkFile {

    private static final String SCOPE = "#network";
    private static final Set<String> KNOWN = Set.of("version", "proxy", "hosts", "certificates", "authorities", "systemTrust", "unverified", "mostBody", "freeDisk");

    private final Path file;
    private final Secrets secrets;
    private Network current;
    private FileTime read;
    private Map<String, Object> unknown = Map.of();
    private boolean unsaved;
    private final List<String> notes = new ArrayList<>();

    public NetworkFile(Home home, Secrets secrets) {
        file = home.network();
        this.secrets = secrets;
    }

    /// As it is now; the file is read at the first call, and again when another program has changed it. Blocks; never fails.
    public synchronized Network now() {
        var time = time();
        if (!unsaved && (current == null || time != null && !time.equals(read))) {
            current = load();
            read = time();
        }
        return current;
    }

    /// In force from the next send on; written by `flush`.
    public synchronized void use(Network network) {
        if (!network.equals(now())) {
            current = network;
            unsaved = true;
        }
    }

    /// Writes what is not written yet. Blocks.
    public synchronized void flush() throws IOException, SecretsTrouble {
        if (unsaved) {
            unsaved = false;
            write(current);
            read = time();
        }
    }

    /// What went wrong while reading, in sentences; each is told once.
    public synchronized List<String> notes() {
        var told = List.copyOf(notes);
        notes.clear();
        return told;
    }

    private FileTime time() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return null;
        }
    }

    private Network load() {
        if (!Files.exists(file)) {
            return Network.DEFAULT;
        }
        try {
            if (JsonReader.read(Files.readString(file)) instanceof Json.Obj root) {
                var others = new LinkedHashMap<String, Object>();
                root.members().stream().filter(m -> !KNOWN.contains(m.key().value())).forEach(m -> others.put(m.key().value(), m.value().plain()));
                unknown = others;
                var reading = new NetworkReading(root, this::secret, note -> notes.add("Network settings: " + note + " in " + file + "."));
                return reading.network();
            }
            return broken("it is no JSON object");
        } catch (JsonProblem e) {
            return broken("line " + e.line() + ": " + e.getMessage());
        } catch (IOException e) {
            return broken(String.valueOf(e.getMessage()));
        }
    }

    private Network broken(String reason) {
        try {
            notes.add("The network settings could not be read (" + reason + "); the file was moved to " + AtomicFile.setAside(file) + " and the defaults are used.");
        } catch (IOException e) {
            notes.add("The network settings in " + file + " could not be read (" + reason + "); the defaults are used.");
        }
        return Network.DEFAULT;
    }

    private String secret(String name) {
        try {
            return secrets.get(new VariableKey(SCOPE, name)).orElse("");
        } catch (SecretsTrouble e) {
            notes.add(e.getMessage());
            return "";
        }
    }

    private void write(Network network) throws IOException, SecretsTrouble {
        var kept = new LinkedHashMap<String, String>();
        var root = NetworkWriting.of(network, kept);
        root.putAll(unknown);
        for (var one : kept.entrySet()) {
            var key = new VariableKey(SCOPE, one.getKey());
            if (!one.getValue().equals(secrets.get(key).orElse(null))) {
                secrets.put(key, one.getValue());
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, JsonWriter.pretty(root).getBytes(StandardCharsets.UTF_8));
        for (var name : new LinkedHashSet<>(secrets.names(SCOPE))) {
            if (!kept.containsKey(name)) {
                secrets.remove(new VariableKey(SCOPE, name));
            }
        }
    }

    /// By which name the password of a proxy is kept.
    static String passwordOf(String user, String place) {
        return "password of " + user + " at " + place;
    }

    /// A passphrase belongs to the file that it opens.
    static String passphraseOf(Path opened) {
        return "passphrase of " + opened;
    }
}
