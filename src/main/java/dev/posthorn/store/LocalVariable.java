package dev.posthorn.store;

import dev.posthorn.model.Entry;

/// A variable as its file declares it, and the value that it has on this machine alone.
///
/// @param shared  the row of the file; its value is the initial one, which everybody sees who gets the file
/// @param current the value on this machine; null where it has none of its own, so that the initial one counts
public record LocalVariable(Entry shared, String current) {

    /// A row of which this machine knows nothing more.
    public static LocalVariable of(Entry shared) {
        return new LocalVariable(shared, null);
    }

    /// What a request gets.
    public String value() {
        return current == null ? shared.value() : current;
    }

    /// Whether it is secret, used, and has no value here.
    public boolean missing() {
        return shared.secret() && shared.enabled() && !shared.key().isEmpty() && value().isEmpty();
    }

    /// Whether the value of a secret stands in the file itself, where everybody sees it. One that is only `{{references}}` is none.
    public boolean literalSecret() {
        return shared.secret() && !SecretMask.onlyReferences(shared.value());
    }

    public LocalVariable withCurrent(String value) {
        return new LocalVariable(shared, value);
    }

    public LocalVariable withShared(Entry row) {
        return new LocalVariable(row, current);
    }
}
