package dev.posthorn.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Knows which values are secret by where they stand: in an authorization, a header, a parameter, a field of a body. One place for all that hides them.
public final class SecretPlaces {

    /// Of Postman's types, the attributes that prove something.
    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("apikey", Set.of("value")), Map.entry("basic", Set.of("password")), Map.entry("bearer", Set.of("token")), Map.entry("digest", Set.of("password")),
            Map.entry("awsv4", Set.of("secretKey", "sessionToken")), Map.entry("hawk", Set.of("authKey")), Map.entry("edgegrid", Set.of("accessToken", "clientToken", "clientSecret")),
            Map.entry("jwt", Set.of("secret", "privateKey")), Map.entry("asap", Set.of("privateKey")), Map.entry("ntlm", Set.of("password")),
            Map.entry("oauth1", Set.of("consumerSecret", "token", "tokenSecret", "privateKey", "verifier")),
            Map.entry("oauth2", Set.of("accessToken", "refreshToken", "idToken", "clientSecret", "password", "code_verifier", "privateKey", "code", "assertion", "clientAssertion")));

    /// Of the same types, the attributes that prove nothing though they are called like it.
    private static final Map<String, Set<String>> OPEN = Map.of("apikey", Set.of("key"), "awsv4", Set.of("accessKey"), "oauth1", Set.of("consumerKey"),
            "jwt", Set.of("addTokenTo", "queryParamKey"), "oauth2", Set.of("addTokenTo", "tokenType", "tokenName", "accessTokenUrl", "refreshTokenUrl"));

    /// Names of parameters, form fields, members of JSON and elements of XML; and of attributes of types that nobody here knows.
    private static final Pattern NAME = Pattern.compile(
            "(?i)(user[-_]?|proxy[-_]?|sasl[-_]?|key[-_]?|keystore[-_]?|cert(ificate)?[-_]?)?(password|passwd|pwd|passphrase|pass)"
            + "|((client|consumer|token|app|application|shared|oauth[-_]?token|api)[-_]?)?secret|secret[-_]?(key|access[-_]?key)"
            + "|((access|refresh|session|auth|id|api|client|csrf|xsrf|bearer|security|subject|actor|oauth|registration[-_]?access|initial[-_]?access|logout|x[-_]amz[-_]security|x[-_]auth"
            + "|x[-_]access|x[-_]csrf|x[-_]xsrf)[-_]?)?token"
            + "|(private|auth|api|x-api|access|app|signing|account|shared|shared[-_]access|subscription|ocp-apim-subscription)[-_]?key|credentials?"
            + "|((client|user)[-_]?)?assertion|code[-_]?verifier|device[-_]?code|auth[-_]req[-_]id|id[-_]token[-_]hint|software[-_]statement|jwt|otp|totp|pin"
            + "|oauth_(token(_secret)?|signature|verifier)|sig(nature)?|x-amz-signature|hawk-?mac|mac|saml(response|request|art)|wresult|sas|connection[-_]?string"
            + "|authorization|proxy-authorization|set-cookie|cookie|x-wsse|dpop|bpmcsrf");

    private static final Set<String> HEADERS = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key", "apikey", "x-auth-token",
            "x-access-token", "x-refresh-token", "x-id-token", "bpmcsrf", "x-csrf-token", "x-xsrf-token", "ocp-apim-subscription-key", "x-amz-security-token", "x-wsse", "dpop",
            "x-forwarded-access-token", "x-ms-authorization-auxiliary", "x-goog-api-key", "x-goog-iam-authorization-token", "private-token", "x-vault-token");

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{[^{}]*}}");

    private SecretPlaces() {}

    /// Whether an attribute of an authorization is secret.
    ///
    /// @param type Postman's name of the type; also one that nobody knows here
    public static boolean attribute(String type, String key) {
        if (ATTRIBUTES.getOrDefault(type, Set.of()).contains(key)) {
            return true;
        }
        return !OPEN.getOrDefault(type, Set.of()).contains(key) && name(key);
    }

    /// Whether a parameter, a field of a form or a member of a body is secret by its name. `key`, `value` and `code` alone say nothing.
    public static boolean name(String name) {
        return NAME.matcher(name.strip()).matches();
    }

    public static boolean header(String name) {
        return HEADERS.contains(name.strip().toLowerCase(Locale.ROOT)) || name(name);
    }

    /// Whether parameters beside each other are those of a login, so that `code` among them is one that can be redeemed (RFC 6749 §4.1.2 and §4.1.3, OpenID Connect's
    /// `session_state`, RFC 9207's `iss`).
    public static boolean code(String name, String value, List<String> beside) {
        return name.equals("code") && (value.length() >= 16 || beside.stream().anyMatch(Set.of("state", "session_state", "iss", "grant_type", "redirect_uri")::contains));
    }

    /// Whether a value has something in it beside `{{variables}}`: only that can be a secret that somebody typed.
    public static boolean literal(Object value) {
        return value instanceof String text && !REFERENCE.matcher(text).replaceAll("").isBlank();
    }
}
