package dev.posthorn.script;

import dev.posthorn.model.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The variables of one scope during a send or a run, with values of any kind: a script may set a number or an object and gets it back. Safe from any thread.
public final class VariableScope {

    /// @param value a String, Boolean, Integer, Long, Double, List or Map; null is a value too
    public record Variable(String key, Object value, boolean enabled, boolean secret) {}

    /// Of one scope, for what scripts set: a loop that never ends would fill the memory with them, and they outlive their script.
    static final int MOST = 10_000;
    static final int MOST_CHARACTERS = 8 << 20;
    /// What has fewer characters is not counted: `MOST` of them are not too many.
    private static final int SMALL = 400;

    private final String name;
    private final List<Variable> variables = new ArrayList<>();

    public VariableScope(String name) {
        this.name = name;
    }

    public static VariableScope of(String name, List<Entry> rows) {
        var scope = new VariableScope(name);
        rows.stream().filter(r -> !r.key().isEmpty()).forEach(r -> scope.variables.add(new Variable(r.key(), r.value(), r.enabled(), r.secret())));
        return scope;
    }

    public String name() {
        return name;
    }

    public synchronized List<Variable> variables() {
        return List.copyOf(variables);
    }

    /// Of several with one name the last enabled one is set, as it is the one that counts.
    public synchronized void set(String key, Object value) {
        for (var index = variables.size() - 1; index >= 0; index--) {
            var there = variables.get(index);
            if (there.key().equals(key) && there.enabled()) {
                variables.set(index, new Variable(key, value, true, there.secret()));
                return;
            }
        }
        variables.add(new Variable(key, value, true, false));
    }

    /// What a script sets. Throws what the script has to hear where the scope would become too big.
    synchronized void setByScript(String key, Object value) {
        var size = size(key, value);
        if (size > SMALL && size + variables.stream().filter(v -> !v.key().equals(key)).mapToLong(v -> size(v.key(), v.value())).sum() > MOST_CHARACTERS) {
            throw new IllegalStateException("sandbox: the variables of one scope can hold " + (MOST_CHARACTERS >> 20) + " million characters together");
        }
        if (variables.size() >= MOST && variables.stream().noneMatch(v -> v.key().equals(key))) {
            throw new IllegalStateException("sandbox: more than " + MOST + " variables in one scope");
        }
        set(key, value);
    }

    private static long size(String key, Object value) {
        return key.length() + (value instanceof Integer || value instanceof Boolean ? 1 : VariableText.of(value).length());
    }

    public synchronized void unset(String key) {
        variables.removeIf(v -> v.key().equals(key));
    }

    /// The enabled variables by name, the last of a name.
    public synchronized Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        variables.stream().filter(Variable::enabled).forEach(v -> map.put(v.key(), v.value()));
        return map;
    }

    /// The rows as requests see them: values as text, see `VariableText.inPlace`.
    public synchronized List<Entry> entries() {
        return variables.stream().map(v -> new Entry(v.key(), VariableText.inPlace(v.value()), "", v.enabled(), v.secret())).toList();
    }

    public synchronized VariableScope copy() {
        var copy = new VariableScope(name);
        copy.variables.addAll(variables);
        return copy;
    }
}
