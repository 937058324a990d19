package dev.posthorn.auth;

/// A step on the way to a proof, to look at: the canonical request, the string that is signed, a decoded token, a remark.
///
/// @param title  "String to sign"
/// @param text   may have many lines; in a `Kind.NOTE` or `Kind.WARNING` a sentence
/// @param secret whether it shows what must not be shown to everybody
public record Working(Kind kind, String title, String text, boolean secret) {

    /// Text as it is signed; JSON; a sentence; a sentence about something that is wrong.
    public enum Kind { TEXT, JSON, NOTE, WARNING }

    public static Working text(String title, String text) {
        return new Working(Kind.TEXT, title, text, false);
    }

    public static Working json(String title, String json) {
        return new Working(Kind.JSON, title, json, false);
    }

    public static Working warning(String sentence) {
        return new Working(Kind.WARNING, "", sentence, false);
    }

    public static Working note(String sentence) {
        return new Working(Kind.NOTE, "", sentence, false);
    }
}
