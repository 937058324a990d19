package dev.posthorn.store;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/// What variables are worth on this machine: the current values over the initial ones of their files, and the values of secrets.
///
/// 1. `load` asks the keychain and may block; call it off the window's thread when a file was opened or read again.
/// 2. What was loaded is held in memory: `rows`, `applied` and `missing` answer at once, from any thread.
/// 3. Variables that scripts made, and that no file declares, have values here alone; they come after those of the file.
/// 4. A secret never goes into the plain file of current values, and its value never into the file that declares it.
public final class LocalValues {

    private final CurrentValues plain;
    private final Secrets secrets;
    private final Map<VariableKey, Optional<String>> known = new ConcurrentHashMap<>();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();

    public LocalValues(CurrentValues plain, Secrets secrets) {
        this.plain = plain;
        this.secrets = secrets;
    }

    /// Where the values of secrets are kept, in words that follow "kept". May block at its first call.
    public String where() {
        return secrets.where();
    }

    /// Asks for the values of all secrets of these files that were not asked for yet. Blocks. The answer is the trouble there was, in
    /// sentences; empty where there was none.
    public List<String> load(List<OpenedEnvironment> environments, List<Opened.Good> collections) {
        var trouble = new ArrayList<String>();
        for (var told = troubles.poll(); told != null; told = troubles.poll()) {
            trouble.add(told);
        }
        environments.forEach(e -> load(VariableKey.scope(e), e.environment().variables(), trouble));
        collections.forEach(c -> load(VariableKey.scope(c), c.collection().variables(), trouble));
        if (!plain.note().isEmpty()) {
            trouble.add(plain.note());
        }
        return trouble.stream().distinct().toList();
    }

    private void load(String scope, List<Entry> variables, List<String> trouble) {
        plain.of(scope);
        for (var variable : variables) {
            var key = new VariableKey(scope, variable.key());
            if (variable.secret() && !known.containsKey(key)) {
                try {
                    known.put(key, secrets.get(key));
                } catch (SecretsTrouble e) {
                    trouble.add(e.getMessage());
                }
            }
        }
    }

    private String current(String scope, Entry variable) {
        var key = new VariableKey(scope, variable.key());
        return variable.secret() ? known.getOrDefault(key, Optional.empty()).orElse(null) : plain.get(key).orElse(null);
    }

    /// The variables of an environment with their values on this machine.
    public List<LocalVariable> rows(OpenedEnvironment opened) {
        return rows(VariableKey.scope(opened), opened.environment().variables());
    }

    /// The variables of a collection with their values on this machine.
    public List<LocalVariable> rows(Opened.Good opened) {
        return rows(VariableKey.scope(opened), opened.collection().variables());
    }

    private List<LocalVariable> rows(String scope, List<Entry> variables) {
        var rows = new ArrayList<>(variables.stream().map(v -> new LocalVariable(v, current(scope, v))).toList());
        var declared = variables.stream().map(Entry::key).collect(Collectors.toSet());
        plain.of(scope).entrySet().stream().filter(e -> !declared.contains(e.getKey())).sorted(Map.Entry.comparingByKey())
                .forEach(e -> rows.add(new LocalVariable(Entry.of(e.getKey(), ""), e.getValue())));
        return rows;
    }

    /// The globals of a workspace whose files declare none: what scripts set; empty where they did not.
    public Optional<Environment> scriptedGlobals() {
        var none = new OpenedEnvironment(null, new Environment("Globals", true, List.of()));
        return plain.of(VariableKey.scope(none)).isEmpty() ? Optional.empty() : Optional.of(applied(none));
    }

    /// Takes over what scripts did to the variables of one place. Blocks. One that the file declares and a script took away is empty here.
    ///
    /// @param declared the rows of the file
    /// @param changes  values by name; empty ones were taken away
    public void changed(String scope, List<Entry> declared, Map<String, Optional<String>> changes) throws SecretsTrouble {
        var fresh = new LinkedHashMap<>(plain.of(scope));
        for (var change : changes.entrySet()) {
            var row = declared.stream().filter(e -> e.key().equals(change.getKey())).reduce((_, last) -> last);
            if (row.filter(Entry::secret).isPresent()) {
                set(new VariableKey(scope, change.getKey()), true, change.getValue().orElse(null));
            } else if (change.getValue().isPresent() || row.isPresent()) {
                fresh.put(change.getKey(), change.getValue().orElse(""));
            } else {
                fresh.remove(change.getKey());
            }
        }
        try {
            plain.replace(scope, fresh);
        } catch (IOException e) {
            throw new SecretsTrouble("The values that scripts set could not be kept: " + e.getMessage() + ".", e);
        }
    }

    /// The environment as requests see it here: current values over initial ones, its colour too.
    public Environment applied(OpenedEnvironment opened) {
        var environment = opened.environment();
        return new Environment(environment.name(), environment.globals(), applied(rows(opened)), colour(opened));
    }

    /// The collection as its requests see it here: the current values of its own variables over the initial ones.
    public Collection applied(Opened.Good opened) {
        var c = opened.collection();
        return new Collection(c.name(), c.description(), c.auth(), applied(rows(opened)), c.scripts(), c.settings(), c.items());
    }

    private static List<Entry> applied(List<LocalVariable> rows) {
        return rows.stream().map(r -> r.shared().withValue(r.value())).toList();
    }

    /// The names of secrets without a value here.
    public List<String> missing(OpenedEnvironment opened) {
        return rows(opened).stream().filter(LocalVariable::missing).map(r -> r.shared().key()).distinct().toList();
    }

    public List<String> missing(Opened.Good opened) {
        return rows(opened).stream().filter(LocalVariable::missing).map(r -> r.shared().key()).distinct().toList();
    }

    /// The names of secrets whose values stand in the file, for all to see who get it.
    public List<String> literalSecrets(OpenedEnvironment opened) {
        return rows(opened).stream().filter(LocalVariable::literalSecret).map(r -> r.shared().key()).distinct().toList();
    }

    /// The colour to mark an environment with, `#rrggbb`: its file's, else the one that was chosen on this machine; empty for none.
    public String colour(OpenedEnvironment opened) {
        return opened.environment().colour().isEmpty() ? plain.colour(VariableKey.scope(opened)) : opened.environment().colour();
    }

    /// Gives one variable a current value, or takes it away with null: what a script or a filled-in secret does. Blocks.
    public void set(VariableKey key, boolean secret, String value) throws SecretsTrouble {
        if (secret) {
            if (value == null) {
                secrets.remove(key);
            } else {
                secrets.put(key, value);
            }
            known.put(key, Optional.ofNullable(value));
        } else {
            try {
                if (value == null) {
                    plain.remove(key);
                } else {
                    plain.put(key, value);
                }
            } catch (IOException e) {
                throw new SecretsTrouble("The current value of " + key.name() + " could not be kept: " + e.getMessage() + ".", e);
            }
        }
    }

    /// A collection's settings as they may go into its file: the values of secrets that were typed stay on this machine and are empty there. One that
    /// stands in the file already stays where its owner put it. Blocks.
    public Level kept(Opened.Good opened, Level level) throws SecretsTrouble {
        var there = opened.collection().variables();
        var rows = new ArrayList<Entry>();
        for (var row : level.variables()) {
            var typed = row.secret() && !row.value().isEmpty() && there.stream().noneMatch(e -> e.key().equals(row.key()) && e.value().equals(row.value()));
            if (typed) {
                set(new VariableKey(VariableKey.scope(opened), row.key()), true, row.value());
            }
            rows.add(typed ? row.withValue("") : row);
        }
        return level.withVariables(rows);
    }

    /// Keeps the current values of a whole table over those before. Blocks. The value of a secret that could not be read is left alone.
    public void save(String scope, List<LocalVariable> rows) throws SecretsTrouble {
        var current = new LinkedHashMap<String, String>();
        for (var row : rows) {
            var key = new VariableKey(scope, row.shared().key());
            if (key.name().isEmpty()) {
                continue;
            }
            if (!row.shared().secret()) {
                if (row.current() != null) {
                    current.put(key.name(), row.current());
                }
            } else if (row.current() != null || known.containsKey(key)) {
                if (!Optional.ofNullable(row.current()).equals(known.get(key))) {
                    set(key, true, row.current());
                }
            }
        }
        try {
            plain.replace(scope, current);
        } catch (IOException e) {
            throw new SecretsTrouble("The current values could not be kept: " + e.getMessage() + ".", e);
        }
    }

    /// Forgets the secrets of a place that are none of these rows any more.
    void forgetOthers(String scope, List<LocalVariable> rows) throws SecretsTrouble {
        for (var name : secrets.names(scope)) {
            if (rows.stream().noneMatch(r -> r.shared().secret() && r.shared().key().equals(name))) {
                set(new VariableKey(scope, name), true, null);
            }
        }
    }

    /// Takes all that is known of one place to another: its file was moved or renamed. Blocks.
    public void move(String from, String to) throws SecretsTrouble {
        if (from.equals(to)) {
            return;
        }
        try {
            for (var name : secrets.names(from)) {
                var value = secrets.get(new VariableKey(from, name));
                if (value.isPresent()) {
                    set(new VariableKey(to, name), true, value.get());
                    set(new VariableKey(from, name), true, null);
                }
            }
            plain.replace(to, plain.of(from));
            plain.replace(from, Map.of());
            plain.colour(to, plain.colour(from));
            plain.colour(from, "");
        } catch (IOException e) {
            throw new SecretsTrouble("The current values could not be kept: " + e.getMessage() + ".", e);
        }
    }

    /// A collection that the program moved, since it has another name now, keeps its values. Blocks; the next `load` tells what went wrong.
    public void follow(Change change) {
        if (change.outside() || change.before().isEmpty() || change.before().getFirst().file().equals(change.file())) {
            return;
        }
        try {
            move(VariableKey.scope(change.before().getFirst().file()), VariableKey.scope(change.file()));
        } catch (SecretsTrouble e) {
            troubles.add("The values of this machine did not follow the collection to " + change.file() + ". " + e.getMessage());
        }
    }

    void colour(String scope, String colour) throws IOException {
        plain.colour(scope, colour);
    }
}
