package dev.posthorn.script;

import java.util.Optional;

/// The scopes that a script can change, as `ph.state` and `ph.host('variable', …)` call them.
enum Scope {
    GLOBALS, ENVIRONMENT, COLLECTION, LOCALS;

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Scope> named(String key) {
        return java.util.Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }

    VariableScope of(Variables variables) {
        return switch (this) {
            case GLOBALS -> variables.globals();
            case ENVIRONMENT -> variables.environment();
            case COLLECTION -> variables.collection();
            case LOCALS -> variables.locals();
        };
    }
}
