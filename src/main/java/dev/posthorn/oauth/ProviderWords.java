package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What well-known servers say in words of their own, where the standard's code says less: Microsoft Entra (AADSTS numbers), Google, GitHub,
/// Keycloak, Okta, Auth0, IdentityServer, Slack.
final class ProviderWords {

    /// @param pattern found in error, description or page, in small letters
    private record Saying(Pattern pattern, Function<Evidence, Finding> means) {}

    private static final List<Saying> SAYINGS = List.of(
            saying("aadsts50011|aadsts500113|aadsts900971|redirect_uri_mismatch|invalid parameter: redirect_uri|incorrect redirect_uri|invalid redirect_uri"
                    + "|redirect_uri is not (?:associated|registered|valid)|'redirect_uri' parameter must be|callback url mismatch|bad_redirect_uri|unregistered redirect", RedirectDiffers::finding),
            saying("aadsts7000215|aadsts7000222|aadsts7000216|incorrect_client_credentials|bad_client_secret|unauthorized: invalid client secret|invalid client credentials", CredentialPlaces::refused),
            saying("aadsts700016|aadsts90002|the oauth client was not found|client not found|invalid_client_id|unknown client|there is no client|application with identifier", ProviderWords::unknownClient),
            saying("aadsts7000218", e -> new Finding("secret-wanted", "The provider has this application as a confidential client, and no client secret was sent" + Words.said(e) + ".",
                    "Enter the client secret, or have the application registered as a public client.", List.of())),
            saying("aadsts65001|aadsts65004|admin_policy_enforced|consent_required|needs? admin(?:istrator)? approval", e -> new Finding("consent-missing",
                    "Somebody has to consent to this application first" + Words.said(e) + ".", "Log in again and consent, or ask an administrator of the provider to do it for all.", List.of(new Mend.LogIn("Log in again")))),
            saying("aadsts70011|aadsts650053|aadsts28002|aadsts1002012", ScopeFaults::unregistered),
            saying("aadsts50076|aadsts50079|aadsts50158|mfa_required|multi-?factor", e -> new Finding("second-factor", "The provider wants a second factor, which the grant \""
                    + e.settings().grant().map(Grant::label).orElse("") + "\" cannot give" + Words.said(e) + ".", "Use the authorization code grant: there the provider's own page asks for it.",
                    List.of(new Mend.Change("Use the authorization code with PKCE", java.util.Map.of("grant_type", Grant.PKCE.key()))))),
            saying("aadsts50126|aadsts50034|invalid user credentials|invalid_username_or_password|wrong email or password", e -> new Finding("password-refused",
                    "The server refuses the user name or the password" + Words.said(e) + ". It was tried once.", "Correct them in the form. Further attempts may lock the account, so none is made by itself.", List.of())),
            saying("aadsts50053|account (?:is )?(?:temporarily )?locked|account is disabled|account disabled|account is not fully set up|user is blocked", e -> new Finding("account-locked",
                    "The account is locked or not ready to be used" + Words.said(e) + ".", "Have it unlocked at the provider, or finish its setup there by logging in once in a browser.", List.of())),
            saying("disallowed_useragent", e -> new Finding("embedded-refused", "The provider does not let people log in within another program's window" + Words.said(e) + ".",
                    "Log in with the system's browser; the redirect URL must then lead to this computer (http://127.0.0.1).", List.of(new Mend.Change("Use the system's browser", java.util.Map.of("useBrowser", true))))),
            saying("bad_verification_code", e -> new Finding("code-refused", "The code of the login is wrong or expired" + Words.said(e) + ".", "Log in again: a code holds for a few minutes, and once.", List.of(new Mend.LogIn("Log in again")))),
            saying("client not allowed for direct access grants|service accounts? (?:is )?not enabled|client not enabled to retrieve service account|standard flow is disabled"
                    + "|implicit flow is disabled|not allowed for oauth 2.0 device|device authorization grant is disabled|grant type '?[a-z_:-]+'? not allowed for the client", ProviderWords::grantOff),
            saying("clock skew|token is not active|not yet valid|iat.{0,20}future|used before issued", e -> new Finding("clock", "The clocks of this computer and of the server differ too much" + Words.said(e) + ".",
                    "Set the clock of this computer by the network.", List.of())));

    private ProviderWords() {}

    private static Saying saying(String pattern, Function<Evidence, Finding> means) {
        return new Saying(Pattern.compile(pattern), means);
    }

    /// Sayings are looked for in errors, and in the pages of answers that are errors: an ordinary page may hold any word.
    static Optional<Finding> of(Evidence evidence) {
        if (Words.error(evidence).isEmpty() && Words.status(evidence) < 400) {
            return Optional.empty();
        }
        var words = Words.all(evidence);
        return SAYINGS.stream().filter(s -> s.pattern().matcher(words).find()).findFirst().map(s -> s.means().apply(evidence));
    }

    private static Finding unknownClient(Evidence evidence) {
        return new Finding("client-unknown", "The provider does not know the client id \"" + evidence.settings().text("clientId") + "\"" + Words.said(evidence) + ".",
                "Copy it again from the provider's page; look whether the URLs belong to the same environment, tenant or realm.", List.of());
    }

    private static Finding grantOff(Evidence evidence) {
        return new Finding("client-may-not", "The provider has switched the grant \"" + evidence.settings().grant().map(Grant::label).orElse("").toLowerCase(Locale.ROOT)
                + "\" off for this client" + Words.said(evidence) + ".", "Switch it on for the client at the provider, or choose another grant type.", List.of());
    }
}
