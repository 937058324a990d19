package dev.posthorn.odata.edm;

/// What the metadata tells people about a thing, in words.
///
/// @param label a short name: `sap:label`, `Common.Label`; "" where there is none
/// @param text  a description: `Core.Description`, `Core.LongDescription`, `Documentation`, `sap:quickinfo`; "" where there is none
public record Words(String label, String text) {

    public static final Words NONE = new Words("", "");

    static Words of(String label, String text) {
        return label.isEmpty() && text.isEmpty() ? NONE : new Words(label, text);
    }

    boolean silent() {
        return label.isEmpty() && text.isEmpty();
    }

    /// Both, where there are two different ones.
    public String all() {
        return label.isEmpty() || text.isEmpty() || label.equals(text) ? label + (label.equals(text) ? "" : text) : label + ": " + text;
    }

    /// What is missing here is taken from `other`.
    Words or(Words other) {
        return of(label.isEmpty() ? other.label : label, text.isEmpty() ? other.text : text);
    }
}
