package dev.posthorn.exports;

import dev.posthorn.model.SecretPlaces;
import java.util.Set;

/// Tells which values are secrets, and hides them in what is written for others to read. A value that is only `{{variables}}` is none.
final class SecretNames {

    static final String MASK = "••••••";

    /// Attributes of an authorization that say how, not who.
    private static final Set<String> OPEN = Set.of("key", "in", "username", "clientId", "grant_type", "authUrl", "accessTokenUrl", "refreshTokenUrl", "scope",
            "addTokenTo", "client_authentication", "headerPrefix", "tokenType", "tokenName", "redirect_uri", "algorithm", "realm", "region", "service", "accessKey",
            "consumerKey", "signatureMethod", "useBrowser", "issuer", "discoveryUrl", "deviceUrl", "revokeUrl", "introspectUrl", "userinfoUrl", "useToken", "autoRefresh", "application", "login", "keyId",
            "audience", "resource", "assertionAlgorithm", "assertionAudience", "assertionIssuer", "assertionSubject", "assertionSeconds", "subject_token_type", "actor_token_type",
            "requested_token_type", "state", "qop", "nonce", "opaque", "domain", "workstation", "version", "challengeAlgorithm",
            "addParamsToHeader", "addEmptyParamsToSign", "disableRetryRequest", "authId", "user", "kid", "aud", "iss", "sub", "addAuthDataToQuery", "callback");

    private SecretNames() {}

    static boolean name(String name) {
        return SecretPlaces.name(name);
    }

    static boolean header(String name) {
        return SecretPlaces.header(name);
    }

    static boolean attribute(String key) {
        return !OPEN.contains(key);
    }

    /// Whether there is something to hide beside variables and the word of a scheme.
    static boolean literal(String value) {
        var rest = value.replaceAll("\\{\\{[^{}]*}}", "").strip();
        return !rest.isEmpty() && !rest.matches("(?i)(basic|bearer|token|digest|negotiate|[\\w.-]+=)");
    }

    /// The scheme's word stays before a hidden credential.
    static String masked(String value) {
        return value.matches("(?i)(basic|bearer|token|digest|negotiate) .*") ? value.substring(0, value.indexOf(' ') + 1) + MASK : MASK;
    }
}
