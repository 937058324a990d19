package dev.posthorn.oauth;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields of an answer that grants a token (RFC 6749 §5.1), read patiently.
///
/// 1. `expires_in` may be a number or a text; where it is absent, `expires`, `expires_on` and `expires_at` are tried: seconds from now, or a moment as
///    seconds since 1970 where they are too many for that.
/// 2. `scope` stands apart by spaces, by commas, or is a list.
/// 3. A missing `token_type` is "Bearer".
record Granted(Map<String, Object> fields) {

    private static final Set<String> KNOWN = Set.of("access_token", "id_token", "refresh_token", "token_type", "expires_in", "scope");

    /// Above this many seconds (some 30 years) a lifetime is a moment.
    private static final long MOMENT = 1_000_000_000L;

    boolean any() {
        return !text("access_token").isBlank() || !text("id_token").isBlank();
    }

    String text(String key) {
        return fields.get(key) instanceof Object value && !(value instanceof Map) && !(value instanceof List) ? value.toString() : "";
    }

    String type() {
        return text("token_type").isBlank() ? "Bearer" : text("token_type");
    }

    Optional<Instant> expires(Instant now) {
        for (var key : List.of("expires_in", "expires", "expires_on", "expires_at")) {
            var value = text(key).strip();
            if (value.matches("\\d{1,12}(\\.\\d*)?")) {
                var seconds = Long.parseLong(value.split("\\.")[0]);
                var moment = seconds > MOMENT && !key.equals("expires_in");
                return Optional.of(moment ? Instant.ofEpochSecond(seconds) : now.plus(Duration.ofSeconds(seconds)));
            }
            if (!key.equals("expires_in") && value.length() > 18) {
                try {
                    return Optional.of(Instant.parse(value));
                } catch (DateTimeException e) {
                    // In some form of its own: nobody can count on it.
                }
            }
        }
        return Optional.empty();
    }

    /// Empty where the answer says nothing.
    List<String> scopes() {
        return fields.get("scope") instanceof List<?> list ? list.stream().map(String::valueOf).toList() : OAuthSettings.split(text("scope"));
    }

    Map<String, Object> other() {
        var other = new LinkedHashMap<>(fields);
        other.keySet().removeAll(KNOWN);
        return other;
    }

    @Override
    public String toString() {
        return "Granted" + fields.keySet();
    }
}
