package dev.posthorn.exports;

import java.util.Set;
import java.util.regex.Pattern;

/// Tells which values are secrets, and hides them in what is written for others to read. A value that is only `{{variables}}` is none.
final class SecretNames {

    static final String MASK = "••••••";

    private static final Pattern NAMES = Pattern.compile("(?i)password|passwd|pwd|passphrase|pass|secret|(client|consumer|token|app|shared)[-_]?secret|secret[-_]?(key|access[-_]?key)"
            + "|(access|refresh|session|auth|id|api|client|csrf|bearer|security)?[-_]?token|(private|auth|api|x-api|access|app|signing)[-_]?key|sig(nature)?|credentials?"
            + "|assertion|client_assertion|code_verifier|jwt|otp|pin");

    private static final Set<String> HEADERS = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key", "apikey", "x-auth-token",
            "x-access-token", "bpmcsrf", "x-csrf-token", "ocp-apim-subscription-key", "x-amz-security-token");

    /// Attributes of an authorization that say how, not who.
    private static final Set<String> OPEN = Set.of("key", "in", "username", "clientId", "grant_type", "authUrl", "accessTokenUrl", "refreshTokenUrl", "scope",
            "addTokenTo", "client_authentication", "headerPrefix", "tokenType", "tokenName", "redirect_uri", "algorithm", "realm", "region", "service", "accessKey",
            "consumerKey", "signatureMethod", "useBrowser", "discoveryUrl", "state", "qop", "nonce", "opaque", "domain", "workstation", "version", "challengeAlgorithm",
            "addParamsToHeader", "addEmptyParamsToSign", "disableRetryRequest", "authId", "user", "kid", "aud", "iss", "sub", "addAuthDataToQuery", "callback");

    private SecretNames() {}

    static boolean name(String name) {
        return NAMES.matcher(name).matches();
    }

    static boolean header(String name) {
        return HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT)) || name(name);
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
