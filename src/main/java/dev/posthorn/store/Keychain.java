package dev.posthorn.store;

import java.util.Optional;

/// The place where an operating system keeps passwords. Each call may wait for the user to unlock it.
public interface Keychain {

    /// Its name as its users know it: "GNOME Keyring".
    String name();

    /// @throws SecretsTrouble where it has no such value, or does not give it
    String get(String account) throws SecretsTrouble;

    void put(String account, String value) throws SecretsTrouble;

    void remove(String account) throws SecretsTrouble;

    /// Finds the keychain of this computer. May take long, or wait for ever.
    interface Probe {
        /// Empty where there is none.
        Optional<Keychain> find();
    }
}
