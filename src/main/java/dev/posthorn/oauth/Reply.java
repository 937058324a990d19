package dev.posthorn.oauth;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What came of one request of a login, read as patiently as servers are careless: JSON of whatever type it is announced, or a form (as GitHub
/// answers).
///
/// @param response null where none came; its body is a short copy that nobody needs to release
/// @param text     of the body, at most `MOST` bytes
/// @param cut      true where the body was longer
/// @param failure  why none came; null where one did
record Reply(String url, Response response, String text, boolean cut, Failure failure) {

    /// The longest answer that is read, in bytes.
    static final int MOST = 1 << 20;

    /// The longest beginning that is kept for the timeline and the doctor, in bytes.
    static final int KEPT = 64 << 10;

    int status() {
        return response == null ? 0 : response.status();
    }

    boolean good() {
        return status() >= 200 && status() < 300;
    }

    /// The fields of the answer, in its order; empty where it is neither a JSON object nor a form.
    Map<String, Object> fields() {
        return cut ? Map.of() : json().map(Json.Obj::map).orElseGet(this::form);
    }

    private Optional<Json.Obj> json() {
        try {
            return text.stripLeading().startsWith("{") && JsonReader.read(text) instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
        } catch (JsonProblem e) {
            return Optional.empty();
        }
    }

    private Map<String, Object> form() {
        var line = text.strip();
        var named = line.startsWith("access_token=") || line.startsWith("error=") || line.contains("&access_token=") || line.contains("&error=");
        return response != null && line.indexOf('\n') < 0 && !line.startsWith("<") && (named || form(response)) ? pairs(line) : Map.of();
    }

    private static boolean form(Response response) {
        return Header.first(response.headers(), "Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
    }

    private static Map<String, Object> pairs(String line) {
        var fields = new LinkedHashMap<String, Object>();
        for (var pair : line.split("&")) {
            var parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                fields.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// The parameters of an OAuth error in it (RFC 6749 §5.2), also from the nested objects that some servers make of it; empty where there is none.
    Map<String, String> errors() {
        return errors(fields());
    }

    static Map<String, String> errors(Map<String, Object> fields) {
        var found = new LinkedHashMap<String, String>();
        if (fields.get("error") instanceof Map<?, ?> inner) {
            first(inner, "code", "type", "status", "error").ifPresent(v -> found.put("error", v));
            first(inner, "message", "description", "error_description").ifPresent(v -> found.put("error_description", v));
        } else if (fields.get("error") instanceof String error && !error.isBlank()) {
            found.put("error", error);
            first(fields, "error_description", "error_message", "message").ifPresent(v -> found.put("error_description", v));
            first(fields, "error_uri").ifPresent(v -> found.put("error_uri", v));
        } else if (fields.get("access_token") == null) {
            first(fields, "errorCode", "error_code").ifPresent(v -> found.put("error", v));
            first(fields, "error_description", "errorMessage", "errorSummary").ifPresent(v -> found.put("error_description", v));
        }
        return found;
    }

    private static Optional<String> first(Map<?, ?> fields, String... keys) {
        for (var key : keys) {
            var value = fields.get(key);
            if (value instanceof String || value instanceof Number) {
                return Optional.of(value.toString());
            }
        }
        return Optional.empty();
    }

    Evidence evidence(Evidence.Stage stage, OAuthSettings settings, String redirect) {
        var beginning = text.length() > KEPT ? text.substring(0, KEPT) : text;
        return new Evidence(stage, settings, url, response, beginning, errors(), failure, redirect);
    }

    /// Never the body, which may be a token.
    @Override
    public String toString() {
        return "Reply[" + status() + "]";
    }
}
