package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import dev.posthorn.oauth.Evidence.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The error codes of OAuth 2.0 and OpenID Connect, each in words that fit the place where it came.
final class OAuthErrors {

    private OAuthErrors() {}

    static Optional<Finding> of(Evidence evidence) {
        var said = Words.said(evidence);
        return Optional.ofNullable(switch (Words.error(evidence)) {
            case "invalid_client" -> CredentialPlaces.refused(evidence);
            case "unauthorized_client" -> new Finding("client-may-not", "The provider knows this client, but does not let it use the grant \"" + grant(evidence) + "\"" + said + ".",
                    "Allow the grant for the client at the provider, or choose the one that it is registered for.", List.of());
            case "unsupported_grant_type" -> new Finding("grant-unknown", "The server does not have the grant \"" + grant(evidence) + "\"" + said + ".",
                    "Choose another grant type; \"Discover\" shows which ones the server has.", List.of());
            case "unsupported_response_type", "unsupported_response_mode" -> new Finding("grant-unknown", "The server does not answer logins in the way of the grant \"" + grant(evidence) + "\"" + said + ".",
                    "Use the authorization code grant with PKCE where the provider has switched others off.", List.of(new Mend.Change("Use the authorization code with PKCE", Map.of("grant_type", Grant.PKCE.key()))));
            case "invalid_scope" -> ScopeFaults.unregistered(evidence);
            case "insufficient_scope" -> new Finding("scope-too-small", "The token has too few scopes for this" + said + ".", "Add the scope, revoke this login, and log in again.", List.of());
            case "redirect_uri_mismatch", "invalid_redirect_uri" -> RedirectDiffers.finding(evidence);
            case "access_denied" -> new Finding("denied", evidence.stage() == Stage.DEVICE || evidence.settings().grant().orElse(null) == Grant.DEVICE_CODE
                    ? "The login was refused on the other device" + said + "." : "The login was refused at the provider: by the user, or by one of its rules" + said + ".",
                    "Log in again and allow it. Where nobody was asked, an administrator has to let this client or user in.", List.of(new Mend.LogIn("Log in again")));
            case "invalid_grant" -> invalidGrant(evidence);
            case "invalid_request" -> invalidRequest(evidence);
            case "invalid_target" -> new Finding("resource-unknown", "The server does not know the resource or audience that was asked for" + said + ".",
                    "Correct Resource or Audience: the server wants the exact identifier of the API.", List.of());
            case "invalid_token" -> new Finding("token-refused", "The token is expired, revoked or not one of this server's" + said + ".", "Renew it, or log in again.", List.of(new Mend.LogIn("Log in again")));
            case "unsupported_token_type" -> new Finding("not-revocable", "The server does not revoke tokens of this kind" + said + ".",
                    "Remove the login here and, if it matters, at the provider's own page of connected applications.", List.of());
            case "expired_token" -> new Finding("device-code-expired", "The code was not typed in before it expired" + said + ".", "Begin again: a new code will be shown.", List.of(new Mend.LogIn("Log in again")));
            case "authorization_pending", "slow_down" -> new Finding("still-waiting", "Nobody has confirmed the code yet" + said + ".", "Type it in at the page shown, then wait.", List.of());
            case "login_required", "interaction_required", "consent_required", "account_selection_required" -> new Finding("person-needed",
                    "The provider wants a person to log in or to consent" + said + ".", "Log in again, without prompt=none among the parameters.", List.of(new Mend.LogIn("Log in again")));
            case "invalid_dpop_proof", "use_dpop_nonce" -> new Finding("dpop-wanted", "The server wants tokens that are bound to a key (DPoP)" + said + ", which Posthorn does not do.",
                    "Switch DPoP off for this client at the provider.", List.of());
            case "server_error", "temporarily_unavailable" -> new Finding("server-trouble", Words.place(evidence) + " is in trouble itself" + said + ".", "Try again later, or look into the log of the server.", List.of());
            default -> null;
        });
    }

    private static String grant(Evidence evidence) {
        return evidence.stage() == Stage.REFRESH ? "Refresh token" : evidence.settings().grant().map(Grant::label).orElse(evidence.settings().text("grant_type"));
    }

    /// The most worn word of OAuth: it says that something presented is no good, and the grant says what was presented.
    private static Finding invalidGrant(Evidence evidence) {
        var said = Words.said(evidence);
        if (evidence.stage() == Stage.REFRESH) {
            return new Finding("refresh-refused", "The refresh token is no longer valid" + said + ": it expired, was revoked, or was used up by another program.",
                    "Log in again; the old login can be removed.", List.of(new Mend.LogIn("Log in again")));
        }
        var words = Words.all(evidence);
        if (RedirectDiffers.named(words)) {
            return RedirectDiffers.finding(evidence);
        }
        if (words.contains("pkce") || words.contains("code_verifier") || words.contains("code verifier") || words.contains("code challenge") || words.contains("code_challenge")) {
            return pkce(evidence);
        }
        return switch (evidence.settings().grant().orElse(Grant.AUTHORIZATION_CODE)) {
            case PASSWORD -> new Finding("password-refused", "The server refuses the user name or the password" + said + ". It was tried once.",
                    "Correct them in the form. Further attempts may lock the account, so none is made by itself.", List.of());
            case JWT_BEARER, TOKEN_EXCHANGE -> new Finding("assertion-refused", "The server does not accept the assertion or token that was presented" + said + ".",
                    "Look at its issuer, audience, expiry and signature: \"Explain this auth\" shows it decoded. The clock of this computer counts too.", List.of());
            case DEVICE_CODE -> new Finding("device-code-expired", "The device code is used up or expired" + said + ".", "Begin again: a new code will be shown.", List.of(new Mend.LogIn("Log in again")));
            case AUTHORIZATION_CODE, PKCE, IMPLICIT, CLIENT_CREDENTIALS -> {
                var redirect = evidence.redirect();
                yield new Finding("code-refused", "The server does not exchange the code for a token" + said + ": the code is expired or used, or the redirect URL is not the one of the login.",
                        "Log in again. If it fails again, compare the redirect URL with the provider's, letter by letter.",
                        redirect.isEmpty() ? List.of(new Mend.LogIn("Log in again")) : List.of(new Mend.LogIn("Log in again"), new Mend.Copy("Copy the redirect URL", redirect)));
            }
        };
    }

    private static Finding invalidRequest(Evidence evidence) {
        var words = Words.all(evidence);
        var said = Words.said(evidence);
        if (RedirectDiffers.named(words)) {
            return RedirectDiffers.finding(evidence);
        }
        if (words.contains("code_challenge") || words.contains("code challenge") || words.contains("pkce") || words.contains("code_verifier")) {
            return pkce(evidence);
        }
        if (words.contains("client_id") || words.contains("client id") || words.contains("client_secret") || words.contains("client credentials") || words.contains("client authentication")) {
            return CredentialPlaces.refused(evidence);
        }
        var parameter = missing(words);
        return new Finding("request-refused", Words.place(evidence) + " does not accept the request" + said + (parameter.isEmpty() ? "." : ": it misses \"" + parameter + "\"."),
                "The words of the server say what it misses; further parameters can be added under Advanced.", List.of());
    }

    /// A parameter that the server names as missing.
    private static String missing(String words) {
        var found = java.util.regex.Pattern.compile("(?:missing|required|requires)[^a-z_]*(?:form |query |request )?(?:parameter|field)?s?[^a-z_]{0,3}([a-z]+_[a-z_]+)").matcher(words);
        return found.find() ? found.group(1) : "";
    }

    private static Finding pkce(Evidence evidence) {
        var with = evidence.settings().grant().orElse(null) == Grant.PKCE;
        var said = Words.said(evidence);
        if (!with) {
            return new Finding("pkce-wanted", "The server wants PKCE for this client" + said + ".", "Choose the grant with PKCE.",
                    List.of(new Mend.Change("Use the authorization code with PKCE", Map.of("grant_type", Grant.PKCE.key()))));
        }
        var plain = evidence.settings().text("challengeAlgorithm").equals("plain");
        return new Finding("pkce-refused", "The server does not accept the code verifier of PKCE" + said + ".", plain ? "Many servers take S256 alone." : "Log in again; leave the code verifier empty, so that a new one is made.",
                plain ? List.of(new Mend.Change("Use S256", Map.of("challengeAlgorithm", "S256"))) : List.of(new Mend.LogIn("Log in again")));
    }
}
