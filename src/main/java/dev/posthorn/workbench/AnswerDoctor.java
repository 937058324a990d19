package dev.posthorn.workbench;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Challenge;
import dev.posthorn.auth.Token;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import dev.posthorn.oauth.CallerBlocked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Looks at an answer that says "you may not", and says in words what is wrong with the authorization, and what mends it.
///
/// @param own   the request's own authorization, as typed
/// @param auth  the one in force, with its level, as typed: a mend is written there
/// @param known the kept token of OAuth 2.0 settings, for revoking it
public record AnswerDoctor(Auth own, Context.Effective auth, Function<Auth, Optional<Token>> known) {

    private static final Pattern LOGIN = Pattern.compile("(?i)/[^/?]{0,60}(log-?in|sign-?in|sso|authorize|logon)[^/?]{0,60}(/|\\?|$)");
    private static final Map<String, String> SCHEMES = Map.of("basic", "basic", "digest", "digest", "bearer", "bearer", "ntlm", "ntlm", "hawk", "hawk", "oauth", "oauth1",
            "aws4-hmac-sha256", "awsv4");
    private static final Set<String> OF_TOKENS = Set.of("bearer", "oauth2", "jwt", "asap", "creatioOAuth", "bizagi", "workflowServer");
    private static final int PEEK = 4_096;

    public static AnswerDoctor of(Context context, Request draft, Function<Auth, Optional<Token>> known) {
        return new AnswerDoctor(draft.auth(), context.auth(draft.auth()), known);
    }

    /// Empty where nothing is wrong, or where it has nothing to do with who asks. Reads the first bytes of a refusal's body: not on the window's thread.
    public List<Finding> of(Outcome outcome) {
        if (!(outcome instanceof Outcome.Received received)) {
            return List.of();
        }
        var answer = received.response();
        if (answer.status() != 401 && answer.status() != 403) {
            return loginPage(received).map(List::of).orElse(List.of());
        }
        var challenges = Challenge.parse(answer.headers().stream().filter(h -> h.is("WWW-Authenticate")).map(Header::value).toList());
        var bearer = challenges.stream().filter(c -> c.is("Bearer")).findFirst();
        var error = bearer.flatMap(c -> c.parameter("error")).orElse("");
        if (error.equals("insufficient_scope")) {
            return List.of(scope(bearer.get()));
        }
        if (answer.status() == 403 && CallerBlocked.named(beginning(answer))) {
            return List.of(CallerBlocked.finding("The server does not let this computer in (403).", answer.trace().connection().local()));
        }
        if (!proven(received.sent())) {
            return List.of(nothingSent(answer, challenges));
        }
        var wanted = challenges.stream().map(c -> c.scheme().toLowerCase(Locale.ROOT)).filter(SCHEMES::containsKey).map(SCHEMES::get).distinct().toList();
        if (answer.status() == 401 && !wanted.isEmpty() && !wanted.contains(scheme(auth.auth().type()))) {
            return List.of(otherType(wanted));
        }
        return answer.status() == 401 ? List.of(refused(error, bearer)) : List.of();
    }

    /// Which scheme of HTTP a type speaks, as the type's own id.
    private static String scheme(String type) {
        return OF_TOKENS.contains(type) ? "bearer" : type.equals("netrc") ? "basic" : type;
    }

    private boolean proven(Wire sent) {
        var none = auth.auth().type().equals(Auth.NONE.type());
        return sent.headers().stream().anyMatch(h -> h.is("Authorization") || !none && h.is("Cookie")) || !none && keyed(sent);
    }

    /// An API key, or a type that stands in the query.
    private boolean keyed(Wire sent) {
        var key = auth.auth().text("key");
        return auth.auth().type().equals("apikey") ? !key.isEmpty()
                : sent.url().contains("access_token=") || sent.url().contains("X-Amz-Signature=") || sent.url().contains("oauth_signature=") || sent.url().contains("token=");
    }

    /// Whether its tokens are got here.
    private boolean renewable() {
        return AuthTypes.oauth(auth.auth()).isPresent();
    }

    private Finding nothingSent(Response answer, List<Challenge> challenges) {
        var mends = new ArrayList<Mend>();
        var here = auth.auth().type();
        if (own.type().equals(Auth.NONE.type())) {
            mends.add(new Mend.Choose("Inherit from parent", Auth.INHERIT.type()));
        }
        challenges.stream().map(c -> SCHEMES.get(c.scheme().toLowerCase(Locale.ROOT))).filter(type -> type != null && !type.equals(here)).distinct()
                .forEach(type -> mends.add(new Mend.Choose("Use " + AuthTypes.label(type), type)));
        var set = here.equals(Auth.NONE.type()) ? "no authorization is switched on for this request"
                : AuthTypes.label(here) + " is chosen" + (auth.from().isEmpty() || auth.from().equals("this request") ? "" : " by " + auth.from()) + ", but it has added nothing";
        if (renewable()) {
            mends.add(new Mend.LogIn("Get a token"));
        }
        return new Finding("nothing-sent", "The server answered " + answer.status() + ", and no Authorization was sent: " + set + ".",
                here.equals(Auth.NONE.type()) ? "Choose the type in the Authorization tab." : "\"Explain this auth\" beside the form says why.", mends);
    }

    private Finding otherType(List<String> wanted) {
        var labels = String.join(" or ", wanted.stream().map(AuthTypes::label).toList());
        return new Finding("other-type", "The server wants " + labels + ", and " + AuthTypes.label(auth.auth().type()) + " was sent.", "Choose the type that the server names.",
                wanted.stream().map(type -> (Mend) new Mend.Choose("Use " + AuthTypes.label(type), type)).toList());
    }

    private Finding scope(Challenge challenge) {
        var missing = Arrays.stream(challenge.parameter("scope").orElse("").split("\\s+")).filter(s -> !s.isEmpty()).toList();
        var has = Arrays.asList(auth.auth().text("scope").split("\\s+"));
        var more = missing.stream().filter(s -> !has.contains(s)).toList();
        var mends = new ArrayList<Mend>();
        if (renewable()) {
            if (!more.isEmpty()) {
                mends.add(new Mend.Change("Add " + String.join(" ", more), Map.of("scope", (auth.auth().text("scope") + " " + String.join(" ", more)).strip())));
            }
            known.apply(auth.auth()).filter(t -> !t.id().isEmpty()).ifPresent(t -> mends.add(new Mend.Forget("Revoke this login", t.id())));
            mends.add(new Mend.LogIn("Log in again"));
        }
        var named = missing.isEmpty() ? "" : " It wants " + String.join(", ", missing.stream().map(s -> "\"" + s + "\"").toList()) + ".";
        return new Finding("scope-too-small", "The token has too few scopes for this call." + named, renewable()
                ? (missing.isEmpty() || !more.isEmpty() ? "Add the scope here, revoke" : "It is asked for here, and the token does not have it: look whether it is registered for the application, then revoke")
                + " our token, revoke the application at the provider where it still keeps the old scopes, then log in again."
                : "Get a token with this scope.", mends);
    }

    private Finding refused(String error, Optional<Challenge> bearer) {
        var type = auth.auth().type();
        var described = bearer.flatMap(c -> c.parameter("error_description")).orElse("");
        var said = described.isEmpty() ? error.isEmpty() ? "" : " (" + error + ")" : " (" + described + ")";
        if (OF_TOKENS.contains(type)) {
            return new Finding("token-refused", "The server does not accept the token" + said + ": it is expired, revoked, or meant for another server.",
                    renewable() ? "It was renewed where that was possible. Log in again, and compare audience, resource and issuer." : "\"Explain this auth\" shows a JWT decoded, with its expiry and audience.",
                    renewable() ? List.of(new Mend.LogIn("Log in again")) : List.of());
        }
        return new Finding("login-refused", "The server does not accept what " + AuthTypes.label(type) + " sent" + said + ".", "Correct user, password or key in the Authorization tab. It was sent once.", List.of());
    }

    /// A web application answers with its login page where an interface would say 401.
    private Optional<Finding> loginPage(Outcome.Received received) {
        var hops = received.hops();
        if (hops.size() < 2 || hops.getLast().why() != Hop.Why.REDIRECT || received.response().status() != 200 || !received.response().mediaType().equals("text/html")
                || !LOGIN.matcher(received.sent().url()).find() || LOGIN.matcher(hops.getFirst().sent().url()).find()) {
            return Optional.empty();
        }
        return Optional.of(new Finding("login-page", "The server sent the request on to its login page: it was not logged in, or its session is over.",
                auth.auth().type().equals(Auth.NONE.type()) ? "Choose the type in the Authorization tab, or log in first where the server works with cookies." : "Log in again; what was sent is in the Exchange tab.", List.of()));
    }

    private static String beginning(Response answer) {
        try (var in = answer.body().open()) {
            return new String(in.readNBytes(PEEK), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "";
        }
    }
}
