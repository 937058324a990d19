package dev.posthorn.store;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values that variables have on this machine alone, by the file that declares them, and the colours of environments whose files have
/// no place for one. Kept in one file of the user's data folder; values of secret variables are never among them.
///
/// 1. The file is read at the first call and then held in memory; every change is written before the call returns.
/// 2. A file that cannot be read is moved aside and said in `note`.
public final class CurrentValues {

    private static final String VALUES = "values";
    private static final String COLOURS = "colours";

    private final Path file;
    private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
    private final Map<String, String> colours = new LinkedHashMap<>();
    private boolean read;
    private String note = "";

    public CurrentValues(Home home) {
        file = home.currentValues();
    }

    /// What went wrong with the file, in a sentence to show; empty where nothing did.
    public synchronized String note() {
        return note;
    }

    public synchronized Optional<String> get(VariableKey key) {
        load();
        return Optional.ofNullable(values.getOrDefault(key.scope(), Map.of()).get(key.name()));
    }

    /// All values of one place, by name.
    public synchronized Map<String, String> of(String scope) {
        load();
        return Map.copyOf(values.getOrDefault(scope, Map.of()));
    }

    /// Replaces all values of one place.
    public synchronized void replace(String scope, Map<String, String> fresh) throws IOException {
        load();
        if (!of(scope).equals(fresh)) {
            var before = fresh.isEmpty() ? values.remove(scope) : values.put(scope, new LinkedHashMap<>(fresh));
            save(() -> restore(values, scope, before));
        }
    }

    public synchronized void put(VariableKey key, String value) throws IOException {
        var fresh = new LinkedHashMap<>(of(key.scope()));
        fresh.put(key.name(), value);
        replace(key.scope(), fresh);
    }

    public synchronized void remove(VariableKey key) throws IOException {
        var fresh = new LinkedHashMap<>(of(key.scope()));
        fresh.remove(key.name());
        replace(key.scope(), fresh);
    }

    /// The colour of an environment, `#rrggbb`; empty for none.
    public synchronized String colour(String scope) {
        load();
        return colours.getOrDefault(scope, "");
    }

    public synchronized void colour(String scope, String colour) throws IOException {
        load();
        if (!colour(scope).equals(colour)) {
            var before = colour.isEmpty() ? colours.remove(scope) : colours.put(scope, colour);
            save(() -> restore(colours, scope, before));
        }
    }

    private static <T> void restore(Map<String, T> map, String scope, T before) {
        if (before == null) {
            map.remove(scope);
        } else {
            map.put(scope, before);
        }
    }

    private void load() {
        if (read) {
            return;
        }
        read = true;
        if (!Files.exists(file)) {
            return;
        }
        try {
            if (JsonReader.read(Files.readString(file)) instanceof Json.Obj root) {
                if (root.object(VALUES) != null) {
                    root.object(VALUES).members().forEach(m -> values.put(m.key().value(), texts(m.value())));
                }
                colours.putAll(texts(root.get(COLOURS)));
            } else {
                aside("it is no JSON object");
            }
        } catch (JsonProblem | IOException e) {
            values.clear();
            aside(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> texts(Json object) {
        var texts = new LinkedHashMap<String, String>();
        if (object instanceof Json.Obj members) {
            members.members().forEach(m -> texts.put(m.key().value(), members.text(m.key().value())));
        }
        return texts;
    }

    private void aside(String reason) {
        try {
            note = "The current values of variables could not be read (" + reason + "); their file was moved to " + AtomicFile.setAside(file)
                    + " and the initial values are used.";
        } catch (IOException e) {
            note = "The current values of variables in " + file + " could not be read (" + reason + "); the initial values are used.";
        }
    }

    private void save(Runnable undo) throws IOException {
        try {
            var root = new LinkedHashMap<String, Object>();
            root.put(VALUES, values);
            root.put(COLOURS, colours);
            PrivateFiles.write(file, JsonWriter.pretty(root).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            undo.run();
            throw e;
        }
    }

    /// The places that have values, for the tests and for sweeping.
    synchronized List<String> scopes() {
        load();
        return new ArrayList<>(values.keySet());
    }
}
