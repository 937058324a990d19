package dev.posthorn.store;

import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.TokenStore;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps the logins of the workspace between two runs: their tokens with the other secrets of this machine, and a list of them that holds nothing secret.
///
/// 1. `tokens.json` (mode 0600) names each login with its scopes and times, and the secret in which it lies. Each change of a login makes a secret of a new name, and
///    the list is moved over afterwards: whoever reads at any moment finds an old one or the new one, never a mixture. What no list names is swept at the next change.
/// 2. Nothing is read before the first question. The list is read again when another program has changed it; a secret is asked for once.
/// 3. A list that cannot be read is moved aside and made anew from the secrets.
/// 4. What cannot be kept stays in memory until the program ends, and that is said.
public final class KeptTokens implements TokenStore {

    /// Of the secrets; no file and no environment has such a name.
    static final String SCOPE = "tokens";

    /// A token that was renewed so often ago stands nowhere any more.
    private static final int MOST_SEEN = 3_000;

    private final Path file;
    private final Secrets secrets;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// By the name of its secret, in the order of the list.
    private Map<String, StoredToken> kept = new LinkedHashMap<>();

    /// Rows whose secret could not be read, with the reason: they are not asked for again before the list changes.
    private final Map<String, String> unreadable = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> rows = new HashMap<>();

    /// By id: what could not be kept, in memory alone.
    private final Map<String, StoredToken> unkept = new LinkedHashMap<>();
    private final SequencedSet<String> seen = new LinkedHashSet<>();

    /// A copy of `seen`, the same one until that changes: it is asked for at each exchange.
    private volatile Set<String> known = Set.of();
    private FileTurn.Stamp read;

    /// All of them, newest first; null where they have changed since they were put in order.
    private List<StoredToken> ordered;
    private String note = "";
    private String failure = "";

    public KeptTokens(Home home, Secrets secrets) {
        file = home.tokens();
        this.secrets = secrets;
    }

    @Override
    public synchronized List<StoredToken> all() {
        refresh();
        if (ordered == null) {
            var one = new LinkedHashMap<String, StoredToken>();
            kept.values().forEach(t -> one.put(t.id(), t));
            one.putAll(unkept);
            ordered = one.values().stream().sorted(Comparator.comparing(StoredToken::obtained).reversed()).toList();
        }
        return ordered;
    }

    @Override
    public void put(StoredToken token) {
        change(() -> {
            saw(token);
            var name = next(token.id());
            secrets.put(new VariableKey(SCOPE, name), TokenJson.whole(token));
            var fresh = new LinkedHashMap<String, StoredToken>();
            fresh.put(name, token);
            kept.forEach((n, t) -> {
                if (!t.id().equals(token.id())) {
                    fresh.put(n, t);
                }
            });
            unreadable.keySet().removeIf(n -> id(n).equals(token.id()));
            kept = fresh;
            unkept.remove(token.id());
        }, () -> {
            saw(token);
            unkept.put(token.id(), token);
        });
    }

    @Override
    public void remove(String id) {
        change(() -> {
            unkept.remove(id);
            kept.values().removeIf(t -> t.id().equals(id));
            unreadable.keySet().removeIf(n -> id(n).equals(id));
        }, () -> {
            unkept.remove(id);
            kept.values().removeIf(t -> t.id().equals(id));
        });
    }

    @Override
    public AutoCloseable listen(Runnable changed) {
        // One of its own, so that a listener that listens twice is let go once.
        Runnable listener = changed::run;
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Set<String> known() {
        return known;
    }

    private void saw(StoredToken token) {
        List.of(token.accessToken(), token.idToken(), token.refreshToken()).stream().filter(t -> !t.isEmpty()).forEach(seen::addLast);
        while (seen.size() > MOST_SEEN) {
            seen.removeFirst();
        }
        known = Set.copyOf(seen);
    }

    @Override
    public synchronized List<String> troubles() {
        refresh();
        var all = new ArrayList<String>();
        if (!note.isEmpty()) {
            all.add(note);
        }
        if (!failure.isEmpty()) {
            all.add(failure);
        }
        all.addAll(unreadable.values());
        return List.copyOf(all);
    }

    private interface Change {
        void make() throws SecretsTrouble, IOException;
    }

    private void change(Change change, Runnable inMemory) {
        synchronized (this) {
            try {
                FileTurn.<SecretsTrouble>take(file, () -> {
                    load(true);
                    change.make();
                    ordered = null;
                    write();
                    sweep();
                });
                failure = "";
            } catch (IOException | SecretsTrouble e) {
                inMemory.run();
                ordered = null;
                failure = "The logins could not be kept (" + sentence(e) + "); what changed holds until Posthorn ends.";
            }
        }
        listeners.forEach(Runnable::run);
    }

    /// Without its full stop, since it goes into a sentence.
    private static String sentence(Exception e) {
        var text = String.valueOf(e.getMessage());
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private void refresh() {
        try {
            load(false);
        } catch (IOException e) {
            note = "The logins in " + file + " cannot be read: " + e.getMessage() + ".";
        }
    }

    /// @param mayWrite whether this one holds the turn, and may put a broken list out of the way
    private void load(boolean mayWrite) throws IOException {
        var stamp = FileTurn.Stamp.of(file);
        if (stamp.equals(read)) {
            return;
        }
        try {
            fill(Files.exists(file) ? list(Files.readString(file)) : new LinkedHashMap<>());
            read = stamp;
        } catch (JsonProblem | DateTimeException e) {
            if (!mayWrite) {
                FileTurn.<IOException>take(file, () -> load(true));
                return;
            }
            rebuild(e instanceof JsonProblem problem ? "line " + problem.line() + ": " + e.getMessage() : e.getMessage());
        }
    }

    /// The rows of the list by the name of the secret.
    private static Map<String, Map<String, Object>> list(String text) throws JsonProblem {
        if (!(JsonReader.read(text) instanceof Json.Obj root) || !(root.get("tokens") instanceof Json.Arr)) {
            throw new DateTimeException("it is no list of tokens");
        }
        var rows = new LinkedHashMap<String, Map<String, Object>>();
        for (var row : root.list("tokens")) {
            if (row instanceof Json.Obj one && !one.text("secret").isEmpty()) {
                rows.put(one.text("secret"), one.map());
            }
        }
        return rows;
    }

    private void fill(Map<String, Map<String, Object>> list) {
        var before = kept;
        kept = new LinkedHashMap<>();
        ordered = null;
        rows.keySet().retainAll(list.keySet());
        unreadable.keySet().retainAll(list.keySet());
        rows.putAll(list);
        list.forEach((name, row) -> {
            var token = before.get(name);
            if (token != null) {
                kept.put(name, token);
            } else {
                ask(name, String.valueOf(row.getOrDefault("name", "")));
            }
        });
    }

    private void ask(String name, String shown) {
        try {
            var whole = secrets.get(new VariableKey(SCOPE, name));
            if (whole.isPresent()) {
                kept.put(name, TokenJson.read(whole.get()));
                saw(kept.get(name));
                unreadable.remove(name);
            } else {
                unreadable.put(name, "The login \"" + shown + "\" has lost its tokens: they are not where they were kept. Log in again.");
            }
        } catch (SecretsTrouble e) {
            unreadable.put(name, "The login \"" + shown + "\" cannot be read: " + sentence(e.getCause() instanceof SecretsTrouble cause ? cause : e) + ". Log in again.");
        } catch (JsonProblem | DateTimeException e) {
            unreadable.put(name, "The login \"" + shown + "\" cannot be read: what was kept is damaged. Log in again.");
        }
    }

    /// All that the secrets have; of two of one login the later one.
    private void rebuild(String reason) throws IOException {
        var aside = AtomicFile.setAside(file);
        var newest = new LinkedHashMap<String, String>();
        try {
            secrets.names(SCOPE).forEach(name -> newest.merge(id(name), name, (a, b) -> number(a) > number(b) ? a : b));
        } catch (SecretsTrouble e) {
            // Said by what is asked for next; the list begins empty.
            newest.clear();
        }
        kept = new LinkedHashMap<>();
        ordered = null;
        rows.clear();
        unreadable.clear();
        newest.values().forEach(name -> ask(name, id(name)));
        note = "The list of logins could not be read (" + reason + "); it was moved to " + aside + " and made anew from the secrets of this machine.";
        write();
    }

    private void write() throws IOException {
        var list = new ArrayList<Map<String, Object>>();
        kept.forEach((name, token) -> {
            var row = TokenJson.open(token);
            row.put("secret", name);
            rows.put(name, row);
            list.add(row);
        });
        unreadable.keySet().stream().filter(rows::containsKey).forEach(name -> list.add(rows.get(name)));
        var root = new LinkedHashMap<String, Object>();
        root.put("version", 1);
        root.put("tokens", list);
        PrivateFiles.write(file, JsonWriter.pretty(root).getBytes(StandardCharsets.UTF_8));
        read = FileTurn.Stamp.of(file);
    }

    /// Forgets the secrets that the list names no more.
    private void sweep() {
        try {
            for (var name : secrets.names(SCOPE)) {
                if (!kept.containsKey(name) && !unreadable.containsKey(name)) {
                    secrets.remove(new VariableKey(SCOPE, name));
                }
            }
        } catch (SecretsTrouble e) {
            // The next change does it.
        }
    }

    /// The name of a login's next secret: its id and a number that rises.
    private String next(String id) throws SecretsTrouble {
        var last = secrets.names(SCOPE).stream().filter(n -> id(n).equals(id)).mapToLong(KeptTokens::number).max().orElse(0);
        return id + " " + (last + 1);
    }

    private static String id(String name) {
        return name.lastIndexOf(' ') < 0 ? name : name.substring(0, name.lastIndexOf(' '));
    }

    private static long number(String name) {
        var digits = name.substring(name.lastIndexOf(' ') + 1);
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }
}
