package dev.posthorn.store;

import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.Applications;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps the OAuth applications of the workspace between two runs.
///
/// 1. `applications.json` in the user's data folder has all but their secrets: these are kept as other secrets are. A secret that is only `{{variables}}` is none.
/// 2. Nothing is read before the first question. The file is read again when another program has changed it.
/// 3. Fields that this version does not know, and rows that it cannot read, stay as they are.
/// 4. A file that is no JSON is moved aside and said; so is a secret that cannot be read. What cannot be kept holds until the program ends.
public final class ApplicationFile implements Applications {

    /// Of the secrets; no file and no environment has such a name.
    static final String SCOPE = "applications";

    private static final Set<String> KNOWN = Set.of("id", "name", "image", "revokeUrl", "shared", "settings", "secrets");

    private final Path file;
    private final Secrets secrets;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Map<String, Application> kept = new LinkedHashMap<>();

    /// By id: the fields of later versions. Under the empty id: those of the whole file.
    private final Map<String, Map<String, Object>> unknown = new LinkedHashMap<>();
    private final List<Object> strange = new ArrayList<>();
    private final Map<String, List<String>> missing = new LinkedHashMap<>();
    private final List<String> troubles = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();

    /// A copy of `seen`, the same one until that changes: it is asked for at each exchange.
    private volatile Set<String> known = Set.of();
    private FileTurn.Stamp read;
    private boolean unkept;
    private String note = "";
    private String failure = "";

    public ApplicationFile(Home home, Secrets secrets) {
        file = home.applications();
        this.secrets = secrets;
    }

    @Override
    public synchronized List<Application> all() {
        refresh();
        return List.copyOf(kept.values());
    }

    @Override
    public void put(Application application) {
        change(() -> kept.put(application.id(), application));
    }

    @Override
    public void remove(String id) {
        change(() -> {
            kept.remove(id);
            unknown.remove(id);
        });
    }

    @Override
    public AutoCloseable listen(Runnable changed) {
        Runnable listener = changed::run;
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The settings of an application whose secrets have no value on this machine, by their keys: to be asked for.
    public synchronized List<String> missing(String id) {
        refresh();
        return missing.getOrDefault(id, List.of());
    }

    @Override
    public Set<String> known() {
        return known;
    }

    @Override
    public synchronized List<String> troubles() {
        refresh();
        var all = new ArrayList<>(troubles);
        if (!note.isEmpty()) {
            all.addFirst(note);
        }
        if (!failure.isEmpty()) {
            all.add(failure);
        }
        return List.copyOf(all);
    }

    private void change(Runnable change) {
        synchronized (this) {
            try {
                FileTurn.<SecretsTrouble>take(file, () -> {
                    load();
                    change.run();
                    unkept = true;
                    write();
                    unkept = false;
                });
                failure = "";
            } catch (IOException | SecretsTrouble e) {
                // Twice does no harm: a change puts or removes one application.
                change.run();
                unkept = true;
                failure = "The OAuth applications could not be kept: " + e.getMessage() + (String.valueOf(e.getMessage()).endsWith(".") ? "" : ".") + " What changed holds until Posthorn ends.";
            }
        }
        listeners.forEach(Runnable::run);
    }

    private void refresh() {
        try {
            load();
        } catch (IOException e) {
            note = "The OAuth applications in " + file + " cannot be read: " + e.getMessage() + ".";
        }
    }

    /// What could not be kept is not read over.
    private void load() throws IOException {
        var stamp = FileTurn.Stamp.of(file);
        if (unkept || stamp.equals(read)) {
            return;
        }
        read = stamp;
        var before = kept;
        kept = new LinkedHashMap<>();
        unknown.clear();
        strange.clear();
        missing.clear();
        troubles.clear();
        if (!Files.exists(file)) {
            return;
        }
        try {
            if (JsonReader.read(Files.readString(file)) instanceof Json.Obj root && root.get("applications") instanceof Json.Arr) {
                unknown.put("", others(root, Set.of("version", "applications")));
                root.list("applications").forEach(row -> fill(row, before));
            } else {
                aside("it is no list of applications");
            }
        } catch (JsonProblem e) {
            aside("line " + e.line() + ": " + e.getMessage());
        }
    }

    private void fill(Json row, Map<String, Application> before) {
        var open = row instanceof Json.Obj object ? ApplicationText.row(object) : null;
        if (open == null) {
            strange.add(row.plain());
            return;
        }
        unknown.put(open.id(), others((Json.Obj) row, KNOWN));
        var application = open;
        for (var place : ApplicationText.places((Json.Obj) row)) {
            var secret = secret(open, place, before);
            if (secret.isEmpty()) {
                missing.computeIfAbsent(open.id(), _ -> new ArrayList<>()).add(place);
            } else {
                saw(secret);
                application = application.withValues(HiddenValues.filled(application.values(), place, secret));
            }
        }
        kept.put(application.id(), application);
    }

    private String secret(Application application, String place, Map<String, Application> before) {
        try {
            return secrets.get(key(application.id(), place)).orElse("");
        } catch (SecretsTrouble e) {
            troubles.add("OAuth application \"" + application.name() + "\": " + e.getMessage());
            // What was read before is better than nothing.
            return before.containsKey(application.id()) ? HiddenValues.of(before.get(application.id()).values()).secrets().getOrDefault(place, "") : "";
        }
    }

    private static Map<String, Object> others(Json.Obj object, Set<String> known) {
        var others = object.map();
        others.keySet().removeAll(known);
        return others;
    }

    private void aside(String reason) throws IOException {
        note = "The OAuth applications could not be read (" + reason + "); the file was moved to " + AtomicFile.setAside(file) + ". Enter them again.";
        read = FileTurn.Stamp.of(file);
    }

    /// The secrets first: a file never names one that is not there.
    private void write() throws IOException, SecretsTrouble {
        var rows = new ArrayList<Object>();
        var wanted = new LinkedHashSet<String>();
        for (var application : kept.values()) {
            var hidden = HiddenValues.of(application.values());
            for (var one : hidden.secrets().entrySet()) {
                var key = key(application.id(), one.getKey());
                wanted.add(key.name());
                saw(one.getValue());
                if (!one.getValue().equals(there(key))) {
                    secrets.put(key, one.getValue());
                }
            }
            rows.add(row(application, hidden, wanted));
        }
        rows.addAll(strange);
        var root = new LinkedHashMap<String, Object>();
        root.put("version", 1);
        root.put("applications", rows);
        root.putAll(unknown.getOrDefault("", Map.of()));
        PrivateFiles.write(file, JsonWriter.pretty(root).getBytes(StandardCharsets.UTF_8));
        read = FileTurn.Stamp.of(file);
        for (var name : secrets.names(SCOPE)) {
            if (!wanted.contains(name)) {
                secrets.remove(new VariableKey(SCOPE, name));
            }
        }
    }

    /// One whose secrets are not known here still names them.
    private Map<String, Object> row(Application application, HiddenValues hidden, Set<String> wanted) {
        var row = ApplicationText.row(application, hidden);
        var places = new LinkedHashSet<>(hidden.secrets().keySet());
        var still = new ArrayList<String>();
        for (var place : missing.getOrDefault(application.id(), List.of())) {
            if (places.add(place) && HiddenValues.vacant(hidden.open(), place)) {
                still.add(place);
                wanted.add(key(application.id(), place).name());
            }
        }
        if (still.isEmpty()) {
            missing.remove(application.id());
        } else {
            missing.put(application.id(), still);
        }
        places.removeIf(p -> !hidden.secrets().containsKey(p) && !still.contains(p));
        row.put("secrets", List.copyOf(places));
        row.putAll(unknown.getOrDefault(application.id(), Map.of()));
        return row;
    }

    /// One that cannot be read is written anew.
    private String there(VariableKey key) {
        try {
            return secrets.get(key).orElse("");
        } catch (SecretsTrouble e) {
            return "";
        }
    }

    private void saw(String secret) {
        if (seen.add(secret)) {
            known = Set.copyOf(seen);
        }
    }

    private static VariableKey key(String id, String place) {
        return new VariableKey(SCOPE, id + " " + place);
    }
}
