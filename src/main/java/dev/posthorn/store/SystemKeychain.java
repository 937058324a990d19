package dev.posthorn.store;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The keychain of the operating system: Keychain of macOS, Credential Manager of Windows, Secret Service or KWallet of Linux.
final class SystemKeychain implements Keychain {

    private static final String SERVICE = "Posthorn";

    private final Keyring keyring;

    private SystemKeychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /// On Linux nothing is tried where there is no session bus, as on a build server.
    ///
    /// @param system      the name of the operating system, as in the property `os.name`
    /// @param environment of the process
    static Optional<Keychain> find(String system, Map<String, String> environment) {
        var lower = system.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("windows") && !lower.startsWith("mac") && !sessionBus(environment)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SystemKeychain(Keyring.create()));
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            // No service answers: the encrypted file does it.
            return Optional.empty();
        }
    }

    /// The addresses where a session bus listens (D-Bus specification, "Well-known Message Bus Instances").
    private static boolean sessionBus(Map<String, String> environment) {
        if (!environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()) {
            return true;
        }
        var runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        try {
            return !runtime.isBlank() && Files.exists(Path.of(runtime, "bus"));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return switch (keyring.getKeyringStorageType()) {
            case KeyringStorageType.OSX_KEYCHAIN, KeyringStorageType.LEGACY_OSX_KEYCHAIN -> "the macOS Keychain";
            case KeyringStorageType.WINDOWS_CREDENTIAL_STORE -> "the Windows Credential Manager";
            case KeyringStorageType.GNOME_KEYRING -> "the desktop's keyring";
            case KeyringStorageType.KWALLET -> "KWallet";
        };
    }

    @Override
    public String get(String account) throws SecretsTrouble {
        try {
            var value = keyring.getPassword(SERVICE, account);
            if (value == null) {
                throw new SecretsTrouble("It is not in " + name() + " any more.");
            }
            return value;
        } catch (PasswordAccessException | RuntimeException e) {
            throw new SecretsTrouble(name() + " did not give it (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void put(String account, String value) throws SecretsTrouble {
        try {
            keyring.setPassword(SERVICE, account, value);
        } catch (PasswordAccessException | RuntimeException e) {
            throw new SecretsTrouble(name() + " did not take it.", e);
        }
    }

    @Override
    public void remove(String account) throws SecretsTrouble {
        try {
            keyring.deletePassword(SERVICE, account);
        } catch (PasswordAccessException | RuntimeException e) {
            throw new SecretsTrouble(name() + " did not delete it (" + e.getMessage() + ").", e);
        }
    }
}
