package dev.posthorn.auth;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A JSON Web Token taken apart, to read (RFC 7519). Whether its signature is good is never checked here, and that is said.
///
/// @param header laid out
/// @param claims laid out; empty where they are encrypted or no JSON
public record DecodedJwt(String header, String claims, Optional<Instant> issued, Optional<Instant> from, Optional<Instant> expires, boolean encrypted) {

    /// Larger tokens fit into no header.
    private static final int MOST = 128 << 10;

    /// Empty where the text is no such token.
    public static Optional<DecodedJwt> of(String token) {
        var parts = token.length() > MOST ? new String[0] : token.strip().split("\\.", -1);
        if (parts.length != 3 && parts.length != 5) {
            return Optional.empty();
        }
        var header = object(parts[0]);
        if (header.isEmpty() || !header.get().value().has("alg")) {
            return Optional.empty();
        }
        var laidOut = JsonText.laidOut(header.get().text());
        if (parts.length == 5) {
            return Optional.of(new DecodedJwt(laidOut, "", Optional.empty(), Optional.empty(), Optional.empty(), true));
        }
        return Optional.of(object(parts[1]).map(c -> new DecodedJwt(laidOut, JsonText.laidOut(c.text()), moment(c.value(), "iat"), moment(c.value(), "nbf"), moment(c.value(), "exp"), false))
                .orElse(new DecodedJwt(laidOut, "", Optional.empty(), Optional.empty(), Optional.empty(), false)));
    }

    private record Part(String text, Json.Obj value) {}

    private static Optional<Part> object(String base64) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
            return JsonReader.read(text) instanceof Json.Obj object ? Optional.of(new Part(text, object)) : Optional.empty();
        } catch (IllegalArgumentException | JsonProblem e) {
            return Optional.empty();
        }
    }

    /// Seconds since 1970, also with a fraction (RFC 7519 §2, NumericDate).
    private static Optional<Instant> moment(Json.Obj claims, String name) {
        try {
            return claims.get(name) instanceof Json.Num && claims.text(name).length() < 30 ? Optional.of(Instant.ofEpochSecond((long) Double.parseDouble(claims.text(name)))) : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Header, claims and what is to say about the time, one under the other.
    List<Working> workings(Clock clock) {
        var all = new ArrayList<Working>();
        expires.ifPresent(t -> all.add(Working.note((t.isAfter(clock.instant()) ? "The token expires " : "The token expired ") + Lasting.words(clock, t) + ".")));
        from.filter(t -> t.isAfter(clock.instant())).ifPresent(t -> all.add(Working.note("It holds only from " + Lasting.words(clock, t) + " on.")));
        all.add(Working.json("Token header", header));
        if (encrypted) {
            all.add(Working.note("The token is encrypted: only who has the key can read its claims."));
        } else if (!claims.isEmpty()) {
            all.add(Working.json("Token claims", claims));
            all.add(Working.note("The token is only taken apart here; whether its signature is good was not checked." + (expires.isEmpty() ? " It says nothing of an expiry." : "")));
        }
        return all;
    }
}
