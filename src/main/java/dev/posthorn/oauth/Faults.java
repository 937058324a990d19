package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// What is wrong with a login before a server has said anything: settings that are missing or cannot be used, and redirects that prove nothing.
/// What servers answer is read by `Doctor`.
final class Faults {

    private Faults() {}

    static Finding noGrant(String given) {
        return new Finding("grant-missing", given.isBlank() ? "The settings do not say by which grant a token is got."
                : "\"" + given + "\" is no grant that is known here.", "Choose the grant type in the Authorization tab: the provider's page says which one the application is registered for.",
                List.of(Grant.values()).stream().filter(g -> g == Grant.PKCE || g == Grant.CLIENT_CREDENTIALS)
                        .map(g -> (Mend) new Mend.Change("Use " + g.label(), java.util.Map.of("grant_type", g.key()))).toList());
    }

    static Finding missing(List<String> labels) {
        var names = labels.stream().collect(Collectors.joining(", "));
        return new Finding("settings-incomplete", (labels.size() == 1 ? "A setting is empty: " : "Some settings are empty: ") + names + ".",
                "Fill in what the provider's page of the application says, or let it be found from the issuer's URL.", List.of());
    }

    static Finding badUrl(String label, String url, String reason) {
        return new Finding("settings-url", label + " cannot be used: \"" + url + "\": " + reason + ".", "Write it as https://host/path, as the provider's page has it.", List.of());
    }

    static Finding badKey(String sentence) {
        return new Finding("settings-key", sentence, "Paste the private key in PEM (PKCS#8, \"BEGIN PRIVATE KEY\") or as a JWK, and choose an algorithm that fits it.", List.of());
    }

    static Finding badClaims(String reason) {
        return new Finding("settings-claims", "The claims of the assertion are not a JSON object: " + reason, "Write them as {\"name\": \"value\"}.", List.of());
    }

    static Finding noApplication(String id) {
        return new Finding("application-missing", "The OAuth application that these settings name is not known on this machine (" + id + ").",
                "Choose another one, or clear the choice and fill in the settings here.", List.of());
    }

    static Finding noLogin() {
        return new Finding("login-missing", "The login that these settings name is no longer kept on this machine.", "Choose another login, or log in.",
                List.of(new Mend.LogIn("Log in")));
    }

    static Finding redirectUnusable(String sentence, String redirect) {
        return new Finding("redirect-unusable", sentence, "Choose another callback URL, one that is registered with the provider too, or paste the redirected URL by hand.",
                redirect.isBlank() ? List.of() : List.of(new Mend.Copy("Copy the callback URL", redirect)));
    }

    static Finding browser(String sentence) {
        return new Finding("browser", sentence, "Choose another way to log in: the system's browser, the window of the program, or pasting the redirected URL.", List.of());
    }

    static Finding wrongState() {
        return new Finding("state", "The redirect does not bear the state that was sent: it belongs to another login, or somebody made it up.",
                "Nothing was taken from it. Log in again, and use only the newest page.", List.of(new Mend.LogIn("Log in again")));
    }

    static Finding wrongIssuer(String came, String expected) {
        return new Finding("issuer-mismatch", "The redirect comes from the issuer \"" + came + "\", the settings are those of \"" + expected + "\" (RFC 9207).",
                "Nothing was sent to the token URL. Check the issuer, the auth URL and the token URL: they must be those of one provider.", List.of());
    }

    static Finding noIssuer(String expected) {
        return new Finding("issuer-absent", "The redirect does not say which issuer it comes from, although \"" + expected + "\" promises that (RFC 9207).",
                "Nothing was sent to the token URL. Check that the auth URL is that of this provider.", List.of());
    }

    static Finding noCode(String wanted) {
        return new Finding("redirect-empty", "The redirect brought neither " + wanted + " nor an error.",
                "Check that the auth URL is the authorization endpoint, and that no parameter asks for another response type or mode.", List.of());
    }

    static Finding expired(Instant when) {
        return new Finding("token-expired", "The token expired at " + when + " and there is no refresh token to renew it with.", "Log in again.",
                List.of(new Mend.LogIn("Log in again")));
    }

    static Finding frozen(Instant when) {
        return new Finding("token-expired", "The token expired at " + when + ", and renewing by itself is switched off.", "Renew it by hand, or switch auto-refresh on.",
                List.of(new Mend.Change("Switch auto-refresh on", java.util.Map.of("autoRefresh", true)), new Mend.LogIn("Log in again")));
    }

    static Finding refused() {
        return new Finding("token-refused", "The server refused the kept token, and it could not be renewed.", "Log in again.",
                List.of(new Mend.LogIn("Log in again")));
    }

    static Finding noRefreshToken() {
        return new Finding("refresh-token-missing", "There is no refresh token: this login cannot be renewed, only repeated.",
                "Log in again. Where the provider gives refresh tokens, it may want a scope such as offline_access for one.", List.of(new Mend.LogIn("Log in again")));
    }

    static Finding deviceExpired() {
        return new Finding("device-expired", "Nobody entered the code before it expired.", "Log in again and enter the new code in time.", List.of(new Mend.LogIn("Log in again")));
    }

    static Finding noEndpoint(String what, String label) {
        return new Finding("endpoint-missing", "The settings have no " + label + ": " + what + ".", "Fill it in, or let it be found from the issuer's URL.", List.of());
    }

    static Finding ended(String reason) {
        return new Finding("ended", "The login was ended: " + reason + ".", "Log in again when you are ready.", List.of());
    }
}
