package dev.posthorn.exports;

import dev.posthorn.model.Auth;
import java.util.ArrayList;
import java.util.Map;

/// Says an authorization in words, for readers.
final class AuthWords {

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("basic", "Basic"), Map.entry("bearer", "Bearer token"), Map.entry("digest", "Digest"),
            Map.entry("apikey", "API key"), Map.entry("oauth2", "OAuth 2.0"), Map.entry("oauth1", "OAuth 1.0"), Map.entry("awsv4", "AWS signature"),
            Map.entry("hawk", "Hawk"), Map.entry("ntlm", "NTLM"), Map.entry("jwt", "JWT"), Map.entry("edgegrid", "Akamai EdgeGrid"), Map.entry("asap", "ASAP"),
            Map.entry("wsse", "WSSE"), Map.entry("netrc", ".netrc file"), Map.entry("negotiate", "Negotiate (Kerberos)"), Map.entry("creatioSession", "Creatio session"), Map.entry("creatioOAuth", "Creatio OAuth 2.0"),
            Map.entry("bizagi", "Bizagi"), Map.entry("workflowServer", "Workflow Server"), Map.entry("azure", "Azure"), Map.entry("sasl", "SASL"));

    private static final Map<String, String> GRANTS = Map.of("authorization_code", "authorization code", "authorization_code_with_pkce", "authorization code with PKCE",
            "client_credentials", "client credentials", "password_credentials", "password", "implicit", "implicit",
            "device_code", "device code", "token_exchange", "token exchange", "jwt_bearer", "JWT bearer");

    private AuthWords() {}

    /// One line without markup; empty for an authorization that is inherited.
    static String of(Auth auth) {
        return switch (auth.type()) {
            case "inherit" -> "";
            case "noauth" -> "None";
            case "basic", "digest", "ntlm", "wsse" -> name(auth) + ": user name " + shown(auth, "username") + ", password " + shown(auth, "password");
            case "bearer" -> name(auth) + ": " + shown(auth, "token");
            case "apikey" -> name(auth) + ": " + shown(auth, "key") + " = " + shown(auth, "value") + " in the " + (auth.text("in").equals("query") ? "query" : "headers");
            case "oauth2" -> oauth(auth);
            case "creatioSession" -> name(auth) + ": user name " + shown(auth, "username") + ", password " + shown(auth, "password") + ", at " + shown(auth, "baseUrl");
            case "creatioOAuth" -> name(auth) + ": client " + shown(auth, "clientId") + ", token from " + shown(auth, "identityUrl");
            case "bizagi" -> name(auth) + ": client " + shown(auth, "clientId") + ", project " + shown(auth, "projectUrl");
            case "workflowServer" -> name(auth) + ": " + switch (auth.text("mode")) {
                case "token" -> "API access token " + shown(auth, "token");
                case "oidc" -> "OpenID Connect, client " + (auth.text("clientId").isEmpty() ? "workflowapi" : auth.text("clientId"));
                default -> "open";
            };
            default -> name(auth);
        };
    }

    private static String name(Auth auth) {
        return NAMES.getOrDefault(auth.type(), auth.type());
    }

    private static String shown(Auth auth, String key) {
        return auth.text(key).isEmpty() ? "not set" : auth.text(key);
    }

    private static String oauth(Auth auth) {
        var parts = new ArrayList<String>();
        var grant = auth.text("grant_type");
        if (!grant.isEmpty()) {
            parts.add(GRANTS.getOrDefault(grant, grant));
        }
        if (!auth.text("authUrl").isEmpty()) {
            parts.add("login at " + auth.text("authUrl"));
        }
        if (!auth.text("accessTokenUrl").isEmpty()) {
            parts.add("token from " + auth.text("accessTokenUrl"));
        }
        if (!auth.text("scope").isEmpty()) {
            parts.add("scope " + auth.text("scope"));
        }
        return name(auth) + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }
}
