package dev.posthorn.demo.creatio;

import java.util.Map;

/// Who can log in to the played Creatio.
final class Users {

    static final Map<String, String> PASSWORDS = Map.of("Supervisor", "Supervisor", "ann", "secret", "expired", "secret", "locked", "secret");

    private Users() {}

    /// The known writing of a user's name, whatever the case it was typed in; empty for nobody.
    static String known(String name) {
        return PASSWORDS.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse("");
    }
}
