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
