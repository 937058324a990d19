package dev.posthorn.oauth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Says in words what is wrong with a login, from what the server answered, and what mends it. It never guesses more than the answer tells:
/// where several things can be the reason, the sentence names them, the likeliest first.
///
/// Sources: RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1, RFC 7009 §2.2.1, RFC 8628 §3.5, RFC 8707 §2, OpenID Connect Core §3.1.2.6, and the words
/// of well-known servers.
public final class Doctor {

    /// The first that recognises something is right: what a provider says in its own words is more exact than a code of the standard, and a
    /// code more exact than a status.
    private static final List<Function<Evidence, Optional<Finding>>> QUESTIONS = List.of(
            NoAnswer::of, ProviderWords::of, CallerBlocked::of, RefusedPage::of, OAuthErrors::of, OddAnswer::of);

    private static final Set<String> PASSING = Set.of("no-answer", "server-trouble", "too-many");

    private Doctor() {}

    /// What is wrong. There is always something to say.
    public static Finding of(Evidence evidence) {
        return QUESTIONS.stream().map(question -> question.apply(evidence)).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> OddAnswer.unknown(evidence));
    }

    /// Whether the text of a provider's first page, one without anything to fill in, is a refusal that leads nowhere: it does not know the redirect URL, or the client.
    public static boolean refusal(String text) {
        var fault = of(Evidence.ofPage(new OAuthSettings(new Auth("oauth2", Map.of())), "", text, "")).fault();
        return fault.equals("redirect-differs") || fault.equals("client-unknown");
    }

    /// Whether the same may succeed a moment later, with nothing changed here.
    public static boolean passing(Finding finding) {
        return PASSING.contains(finding.fault());
    }

    /// What there is to say about a login that went well: scopes that were cut, a refresh token that is missing.
    public static List<Finding> after(OAuthSettings settings, StoredToken token) {
        return Stream.of(GrantedScopes.of(settings, token), MissingRefreshToken.of(settings, token)).flatMap(Optional::stream).toList();
    }

    /// The `iss` of a redirect is not the issuer that was asked (RFC 9207): the answer may be another server's, and is not used.
    public static Finding mixedUp(String expected, String came) {
        return new Finding("issuer-mixed-up", "The redirect says that it comes from the issuer \"" + came + "\", but the login was begun at \"" + expected + "\".",
                "Nothing of it was used: another server may have answered in its place. Check the issuer and the URLs of the settings, then log in again.", List.of());
    }

    /// The metadata names another issuer than the URL that they were read from.
    public static Finding otherIssuer(String url, String issuer) {
        return new Finding("issuer-differs", "The server calls itself \"" + issuer + "\", not \"" + url + "\".",
                "That is no fault with some products (Creatio's identity service is one). Id tokens and the iss of a redirect are compared with that name.", List.of());
    }
}
