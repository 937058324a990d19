package dev.posthorn.workbench;

import dev.posthorn.store.VariableKey;
import java.util.List;

/// The secrets that a collection or an environment needs and that have no value on this machine.
public record MissingSecrets(List<Missing> all) {

    /// @param where in words: "environment Demo", "authorization of Users / Get a user"
    /// @param key   where a value for it is kept by `LocalValues.set(key, true, value)`; null for a name that nothing declares
    public record Missing(String name, String where, VariableKey key) {}

    public MissingSecrets {
        all = List.copyOf(all);
    }

    public boolean none() {
        return all.isEmpty();
    }

    /// Each name once, in order.
    public List<String> names() {
        return all.stream().map(Missing::name).distinct().toList();
    }
}
