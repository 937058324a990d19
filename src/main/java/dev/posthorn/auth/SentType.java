package dev.posthorn.auth;

import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.util.Locale;

/// The Content-Type that a request will have on the wire, which is known before the engine adds its headers: the user's own, or that of the body. One of the user's
/// own with which nobody could read a form gives way to the form's.
final class SentType {

    static final String FORM = "application/x-www-form-urlencoded";

    private SentType() {}

    /// In lower case and without parameters; empty for none.
    static String of(Wire wire) {
        var own = Header.first(wire.headers(), "Content-Type").orElse("");
        var sent = own.isBlank() || replaced(own, wire.payload()) && !(wire.payload() instanceof Payload.Multipart && bare(own).startsWith("multipart/"))
                ? automatic(wire.payload()) : own;
        return bare(sent);
    }

    /// Whether the engine will write another Content-Type, or complete this one.
    static boolean replaced(String own, Payload payload) {
        var type = own.strip().toLowerCase(Locale.ROOT);
        return payload instanceof Payload.Multipart && !(type.startsWith("multipart/") && type.contains("boundary="))
                || payload instanceof Payload.Bytes bytes && bytes.contentType().equals(FORM) && !type.startsWith(FORM);
    }

    private static String automatic(Payload payload) {
        return switch (payload) {
            case Payload.Empty() -> "";
            case Payload.Bytes bytes -> bytes.contentType();
            case Payload.FromFile file -> file.contentType();
            case Payload.Multipart _ -> "multipart/form-data";
        };
    }

    private static String bare(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
