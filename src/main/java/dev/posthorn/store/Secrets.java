package dev.posthorn.store;

import java.util.List;
import java.util.Optional;

/// Where the values of secret variables live, outside of every file that is shared. All methods may block; any thread may call them.
public interface Secrets {

    /// The value; empty where there is none.
    Optional<String> get(VariableKey key) throws SecretsTrouble;

    /// Keeps a value over the one before.
    void put(VariableKey key, String value) throws SecretsTrouble;

    /// Forgets a value. Where there is none, nothing happens.
    void remove(VariableKey key) throws SecretsTrouble;

    /// The names of one place that have a value; asks no keychain.
    List<String> names(String scope) throws SecretsTrouble;

    /// In words, to follow "kept": "in GNOME Keyring", "in an encrypted file, …/secrets.json".
    String where();
}
