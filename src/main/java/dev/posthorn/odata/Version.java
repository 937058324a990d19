package dev.posthorn.odata;

/// The version of OData that a service speaks; it decides how literals, options and bodies are written.
///
/// Version 1 is read as version 2, of which it is a part; 4.01 is version 4.
public enum Version {
    V2("2.0"), V3("3.0"), V4("4.0");

    private final String number;

    Version(String number) {
        this.number = number;
    }

    /// As headers have it: `2.0`, `3.0`, `4.0`.
    public String number() {
        return number;
    }

    /// The versions that say `$inlinecount`, `guid'…'` and `MERGE`.
    public boolean old() {
        return this != V4;
    }

    /// The version of a header or attribute such as `4.01`, `3.0;NetFx` or `1.0`; null where it names none that is known.
    public static Version of(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return switch (text.strip().charAt(0)) {
            case '1', '2' -> V2;
            case '3' -> V3;
            case '4' -> V4;
            default -> null;
        };
    }
}
