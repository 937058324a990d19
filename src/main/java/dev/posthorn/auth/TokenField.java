package dev.posthorn.auth;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A field `token` in every request: in the JSON object of its body, where nothing else of the text is touched, or in the query.
///
/// @param place `query`, `body`, or anything else for whichever fits
record TokenField(String token, String place) {

    private static final String NAME = "token";

    Signing signing(String label) {
        return Signing.always(wire -> signed(wire, label));
    }

    private Signed signed(Wire wire, String label) {
        if (token.isBlank()) {
            return new Signed.GivenUp(new Failure.AuthRefused(label, "the API access token is not filled in"));
        }
        if (!place.equals("query")) {
            var body = inBody(wire);
            if (body.isPresent()) {
                return new Signed.Ready(body.get(), List.of(Working.note("It goes into the JSON of the body as \"token\"; the rest of the body stays as it is typed.")));
            }
            if (place.equals("body")) {
                return new Signed.GivenUp(new Failure.AuthRefused(label, "the token is to go into the JSON of the body, and the body is no JSON object: choose the query, or \"automatic\""));
            }
        }
        return new Signed.Ready(wire.withUrl(Query.replace(wire.url(), NAME, token)), List.of(Working.note("It goes into the query as token, where logs of servers and proxies keep it.")));
    }

    private Optional<Wire> inBody(Wire wire) {
        if (!(wire.payload() instanceof Payload.Bytes(var bytes, var type)) || !json(Header.first(wire.headers(), "Content-Type").orElse(type))) {
            return Optional.empty();
        }
        try {
            var text = new String(bytes, StandardCharsets.UTF_8);
            return JsonReader.read(text) instanceof Json.Obj object
                    ? Optional.of(new Wire(wire.method(), wire.url(), wire.headers(), new Payload.Bytes(with(text, object).getBytes(StandardCharsets.UTF_8), type))) : Optional.empty();
        } catch (JsonProblem e) {
            return Optional.empty();
        }
    }

    /// Of a body that says nothing of its type, JSON is what a service reads.
    private static boolean json(String type) {
        var media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return media.isEmpty() || media.endsWith("json") || media.equals("text/plain");
    }

    private String with(String text, Json.Obj object) {
        var value = JsonText.quoted(token);
        for (var member : object.members().reversed()) {
            if (member.key().value().equals(NAME)) {
                return text.substring(0, member.value().start()) + value + text.substring(member.value().end());
            }
        }
        var inside = text.indexOf('{', object.start()) + 1;
        return text.substring(0, inside) + JsonText.quoted(NAME) + ":" + value + (object.members().isEmpty() ? "" : ",") + text.substring(inside);
    }
}
