package dev.posthorn.workbench;

import dev.posthorn.store.Secrets;
import dev.posthorn.store.VariableKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Secrets for as long as the program runs.
final class SecretsForNow implements Secrets {

    private final Map<VariableKey, String> values = new ConcurrentHashMap<>();

    @Override
    public Optional<String> get(VariableKey key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(VariableKey key, String value) {
        values.put(key, value);
    }

    @Override
    public void remove(VariableKey key) {
        values.remove(key);
    }

    @Override
    public List<String> names(String scope) {
        return values.keySet().stream().filter(k -> k.scope().equals(scope)).map(VariableKey::name).sorted().toList();
    }

    @Override
    public String where() {
        return "until Posthorn ends";
    }
}
