package dev.posthorn.model;

/// One row of a key-value table: a query parameter, a header, a form field, a path variable or a variable.
/// Order and duplicates belong to the list that holds it. A `secret` value is masked wherever it is shown.
public record Entry(String key, String value, String description, boolean enabled, boolean secret) {

    public Entry {
        key = key == null ? "" : key;
        value = value == null ? "" : value;
        description = description == null ? "" : description;
    }

    public static Entry of(String key, String value) {
        return new Entry(key, value, "", true, false);
    }

    public static Entry empty() {
        return of("", "");
    }

    /// True where nothing was typed: such a row is never sent nor saved.
    public boolean blank() {
        return key.isEmpty() && value.isEmpty() && description.isEmpty();
    }

    public Entry withKey(String newKey) {
        return new Entry(newKey, value, description, enabled, secret);
    }

    public Entry withValue(String newValue) {
        return new Entry(key, newValue, description, enabled, secret);
    }

    public Entry withDescription(String text) {
        return new Entry(key, value, text, enabled, secret);
    }

    public Entry withEnabled(boolean on) {
        return new Entry(key, value, description, on, secret);
    }

    public Entry withSecret(boolean on) {
        return new Entry(key, value, description, enabled, on);
    }
}
