package dev.posthorn.oauth;

import java.util.Locale;

/// How things of a login are called in sentences.
final class Words {

    private static final int MOST = 300;

    private Words() {}

    /// With a capital letter: "The token endpoint".
    static String place(Evidence evidence) {
        return switch (evidence.stage()) {
            case DISCOVERY -> "The discovery document";
            case AUTHORIZATION -> "The authorization endpoint";
            case DEVICE -> "The device authorization endpoint";
            case TOKEN, REFRESH -> "The token endpoint";
            case REVOCATION -> "The revocation endpoint";
            case INTROSPECTION -> "The introspection endpoint";
            case USERINFO -> "The userinfo endpoint";
        };
    }

    /// The field of the form that holds the address of this stage.
    static String field(Evidence evidence) {
        return switch (evidence.stage()) {
            case DISCOVERY -> "Issuer";
            case AUTHORIZATION -> "Auth URL";
            case DEVICE -> "Device Code URL";
            case TOKEN -> "Access Token URL";
            case REFRESH -> evidence.settings().text("refreshTokenUrl").isEmpty() ? "Access Token URL" : "Refresh Token URL";
            case REVOCATION -> "Revoke token URL";
            case INTROSPECTION -> "Introspection URL";
            case USERINFO -> "Userinfo URL";
        };
    }

    /// A URL without query and fragment, which may hold secrets.
    static String shown(String url) {
        var end = url.indexOf('?') >= 0 ? url.indexOf('?') : url.indexOf('#') >= 0 ? url.indexOf('#') : url.length();
        return url.substring(0, end).replaceFirst("//[^/@]*@", "//");
    }

    static String error(Evidence evidence) {
        return evidence.parameters().getOrDefault("error", "").strip();
    }

    static String description(Evidence evidence) {
        return cut(evidence.parameters().getOrDefault("error_description", "").strip());
    }

    /// The server's own words, to follow a sentence: " (invalid_client: Client not found)"; empty for none.
    static String said(Evidence evidence) {
        var error = error(evidence);
        var description = description(evidence);
        return error.isEmpty() && description.isEmpty() ? "" : " (" + error + (error.isEmpty() || description.isEmpty() ? "" : ": ") + description.replaceFirst("\\.$", "") + ")";
    }

    /// Error, description and the text of the page, in small letters, to look for words in.
    static String all(Evidence evidence) {
        return (error(evidence) + " " + evidence.parameters().getOrDefault("error_description", "") + " " + evidence.body()).toLowerCase(Locale.ROOT);
    }

    static int status(Evidence evidence) {
        return evidence.response() == null ? 0 : evidence.response().status();
    }

    static boolean html(Evidence evidence) {
        var type = evidence.response() == null ? "" : dev.posthorn.model.Header.first(evidence.response().headers(), "Content-Type").orElse("");
        var start = evidence.body().stripLeading().toLowerCase(Locale.ROOT);
        return type.toLowerCase(Locale.ROOT).contains("html") || start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private static String cut(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    }
}
