package dev.posthorn.workbench;

import dev.posthorn.script.Host;
import dev.posthorn.store.Secrets;
import dev.posthorn.store.SecretsTrouble;
import dev.posthorn.store.VariableKey;

/// The secrets that the scripts of one collection keep on this machine, and no other collection's scripts see (`pm.vault`).
///
/// @param secrets where they lie
/// @param owner   the collection, by its name and folder
record Vault(Secrets secrets, String owner) {

    /// Null where there is none of that name.
    String get(String name) throws Host.Refusal {
        try {
            return secrets.get(key(name)).orElse(null);
        } catch (SecretsTrouble e) {
            throw new Host.Refusal(e.getMessage());
        }
    }

    void set(String name, String value) throws Host.Refusal {
        try {
            secrets.put(key(name), value);
        } catch (SecretsTrouble e) {
            throw new Host.Refusal(e.getMessage());
        }
    }

    void unset(String name) throws Host.Refusal {
        try {
            secrets.remove(key(name));
        } catch (SecretsTrouble e) {
            throw new Host.Refusal(e.getMessage());
        }
    }

    private VariableKey key(String name) {
        return new VariableKey("vault " + owner, name);
    }
}
