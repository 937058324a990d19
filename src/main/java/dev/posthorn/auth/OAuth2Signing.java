package dev.posthorn.auth;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One send with a token: it is put into the header or the query, and replaced once where the server answers 401.
final class OAuth2Signing implements Signing {

    private static final String REFUSED = "The server answered 401: it did not accept the token.";

    private final Auth values;
    private final Surroundings around;
    private Token token;
    private boolean replaced;
    private final List<Working> notes = new ArrayList<>();

    OAuth2Signing(Auth values, Surroundings around) {
        this.values = values;
        this.around = around;
    }

    @Override
    public Signed sign(Wire wire) {
        if (values.text("tokenType").strip().equalsIgnoreCase("mac")) {
            return new Signed.Ready(wire, List.of(Working.note("Nothing is added: tokens of the type MAC are for whoever signs with them, and no two servers agree how. Postman adds nothing either.")));
        }
        var got = around.tokens().token(values);
        return switch (got) {
            case TokenSource.Got.None(var failure) -> new Signed.GivenUp(failure);
            case TokenSource.Got.Has(var given) -> {
                token = given;
                yield new Signed.Ready(placed(wire, given.value()), OAuth2Workings.of(values, given, around));
            }
        };
    }

    /// The proof holds for every request of the send; what is in the query has to be put into each URL.
    @Override
    public Signed follow(Wire wire) {
        return new Signed.Ready(token == null || !inQuery() ? wire : placed(wire, token.value()));
    }

    @Override
    public Optional<Wire> again(Wire sent, Response answer) {
        if (token == null || token.id().isEmpty() || replaced || answer.status() != 401 || !ofTokens(answer)) {
            return Optional.empty();
        }
        replaced = true;
        return switch (around.tokens().instead(token, values)) {
            case TokenSource.Got.None(var failure) -> {
                notes.add(Working.note(REFUSED + " Another one could not be got: " + failure.sentence().replaceFirst("^Nothing was sent: ", "")));
                yield Optional.empty();
            }
            case TokenSource.Got.Has(var other) when other.value().equals(token.value()) -> Optional.empty();
            case TokenSource.Got.Has(var other) -> {
                token = other;
                notes.add(Working.note(REFUSED + " Another one was got, and the request sent once more."));
                yield Optional.of(placed(sent, other.value()));
            }
        };
    }

    @Override
    public List<Working> notes() {
        return List.copyOf(notes);
    }

    /// A server that wants another scheme has not judged the token.
    private static boolean ofTokens(Response answer) {
        var challenges = answer.headers().stream().filter(h -> h.is("WWW-Authenticate")).map(h -> h.value().strip().toLowerCase(Locale.ROOT)).toList();
        return challenges.isEmpty() || challenges.stream().noneMatch(c -> c.startsWith("basic") || c.startsWith("digest") || c.startsWith("ntlm") || c.startsWith("negotiate"))
                || challenges.stream().anyMatch(c -> c.startsWith("bearer") || c.contains(", bearer"));
    }

    private boolean inQuery() {
        return values.text("addTokenTo").equals("queryParams");
    }

    private Wire placed(Wire wire, String value) {
        if (inQuery()) {
            return wire.withUrl(Query.replace(wire.url(), "access_token", value));
        }
        var prefix = values.text("headerPrefix").strip();
        var header = new Header("Authorization", prefix.isEmpty() ? value : prefix + " " + value);
        var headers = new ArrayList<Header>();
        for (var old : wire.headers()) {
            if (!old.is("Authorization")) {
                headers.add(old);
            } else if (!headers.contains(header)) {
                headers.add(header);
            }
        }
        if (!headers.contains(header)) {
            headers.add(header);
        }
        return wire.withHeaders(headers);
    }
}
