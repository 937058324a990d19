package dev.posthorn.auth;

import dev.posthorn.auth.AuthType.Section;
import dev.posthorn.auth.Field.Area;
import dev.posthorn.auth.Field.Choice;
import dev.posthorn.auth.Field.Flag;
import dev.posthorn.auth.Field.Option;
import dev.posthorn.auth.Field.Rows;
import dev.posthorn.auth.Field.Secret;
import dev.posthorn.auth.Field.Text;
import dev.posthorn.model.Auth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The form of OAuth 2.0: Postman's fields in its order and with its labels, ours behind them, and of all only those that the chosen grant needs.
///
/// The keys are those of `oauth.OAuthSettings`.
final class OAuth2Form {

    private static final List<Option> PLACES = List.of(new Option("request_body", "Request body"), new Option("request_url", "Request URL"), new Option("request_header", "Request header"));
    private static final List<Option> TOKEN_TYPES = List.of(new Option("access_token", "Access token"), new Option("refresh_token", "Refresh token"), new Option("id_token", "ID token"),
            new Option("jwt", "JWT"), new Option("saml1", "SAML 1.1"), new Option("saml2", "SAML 2.0"));

    private static final Set<String> BROWSER = Set.of("authorization_code", "authorization_code_with_pkce", "implicit");
    private static final Map<String, Field> FIELDS = fields();
    private static final List<Field> ALL = List.copyOf(FIELDS.values());

    private OAuth2Form() {}

    private static Map<String, Field> fields() {
        var fields = new LinkedHashMap<String, Field>();
        for (var field : List.of(
                new Secret("accessToken", "Access Token", "from the file; empty for the one above"),
                new Choice("addTokenTo", "Add auth data to", "header", List.of(new Option("header", "Request Headers"), new Option("queryParams", "Request URL"))),
                new Text("headerPrefix", "Header Prefix", "Bearer", "empty for none"),
                new Choice("useToken", "Use token", "access_token", List.of(new Option("access_token", "Access token"), new Option("id_token", "ID token"))),
                new Flag("autoRefresh", "Auto-refresh token", true),
                new Text("application", "OAuth application", "", "the values here are used where none is chosen"),
                new Text("login", "Login", "", "the shared or the newest one"),
                new Text("tokenName", "Token Name", "", "Token"),
                new Choice("grant_type", "Grant type", "", List.of(new Option("", "Choose…"), new Option("authorization_code", "Authorization Code"),
                        new Option("authorization_code_with_pkce", "Authorization Code (with PKCE)"), new Option("implicit", "Implicit"), new Option("password_credentials", "Password Credentials"),
                        new Option("client_credentials", "Client Credentials"), new Option("device_code", "Device Code"), new Option("token_exchange", "Token Exchange"),
                        new Option("jwt_bearer", "JWT Bearer"))),
                new Text("issuer", "Issuer", "", "https://login.example.com, from which the URLs below can be found"),
                new Text("redirect_uri", "Callback URL", "", "empty for a free port of this machine"),
                new Flag("useBrowser", "Authorize using browser", true),
                new Text("authUrl", "Auth URL", "", "https://example.com/login/oauth/authorize"),
                new Text("deviceUrl", "Device Code URL", "", "https://example.com/login/device/code"),
                new Text("accessTokenUrl", "Access Token URL", "", "https://example.com/login/oauth/access_token"),
                new Text("clientId", "Client ID", "", ""),
                new Secret("clientSecret", "Client Secret", "empty for a public client"),
                new Choice("challengeAlgorithm", "Code Challenge Method", "S256", List.of(new Option("S256", "SHA-256"), new Option("plain", "Plain"))),
                new Text("code_verifier", "Code Verifier", "", "generated where it is empty"),
                new Text("username", "Username", "", ""),
                new Secret("password", "Password", ""),
                new Secret("subject_token", "Subject Token", ""),
                new Choice("subject_token_type", "Subject Token Type", "access_token", TOKEN_TYPES),
                new Secret("actor_token", "Actor Token", "empty for impersonation"),
                new Choice("actor_token_type", "Actor Token Type", "access_token", TOKEN_TYPES),
                new Choice("requested_token_type", "Requested Token Type", "", withNone()),
                new Area("assertion", "Assertion", "", "a JWT; empty for one that is made from the fields below", Field.Written.PLAIN, true),
                new Text("assertionIssuer", "Assertion Issuer (iss)", "", "the client ID"),
                new Text("assertionSubject", "Assertion Subject (sub)", "", ""),
                new Area("assertionClaims", "Assertion Claims", "", "{\"name\": \"value\"}", Field.Written.JSON, false),
                new Text("assertionSeconds", "Assertion Lifetime", "", "300 seconds"),
                new Text("scope", "Scope", "", "e.g. read:org"),
                new Text("state", "State", "", "generated where it is empty"),
                new Choice("client_authentication", "Client Authentication", "header", List.of(new Option("header", "Send as Basic Auth header"),
                        new Option("body", "Send client credentials in body"), new Option("query", "Send in the query of a GET"), new Option("client_secret_jwt", "Sign a JWT with the client secret"),
                        new Option("private_key_jwt", "Sign a JWT with a private key"), new Option("tls_client_auth", "Use the TLS client certificate"))),
                new Area("privateKey", "Private Key", "", "-----BEGIN PRIVATE KEY----- or a JWK", Field.Written.PEM, true),
                new Text("keyId", "Key ID", "", ""),
                new Choice("assertionAlgorithm", "Assertion Algorithm", "", algorithms()),
                new Text("assertionAudience", "Assertion Audience", "", "the Access Token URL"),
                new Text("refreshTokenUrl", "Refresh Token URL", "", "the Access Token URL"),
                new Text("audience", "Audience", "", ""),
                new Text("resource", "Resource", "", "several stand apart by spaces"),
                new Rows("authRequestParams", "Auth Request", PLACES.subList(1, 2)),
                new Rows("tokenRequestParams", "Token Request", PLACES),
                new Rows("refreshRequestParams", "Refresh Request", PLACES),
                new Text("revokeUrl", "Revoke Token URL", "", ""),
                new Text("introspectUrl", "Introspection URL", "", ""),
                new Text("userinfoUrl", "Userinfo URL", "", ""),
                new Text("tokenType", "Token Type", "", "Bearer"),
                new Text("callbackUrl", "Callback URL (of older files)", "", ""))) {
            fields.put(field.key(), field);
        }
        return fields;
    }

    private static List<Option> withNone() {
        var options = new ArrayList<>(List.of(new Option("", "Whatever the server gives")));
        options.addAll(TOKEN_TYPES);
        return options;
    }

    private static List<Option> algorithms() {
        var options = new ArrayList<>(List.of(new Option("", "RS256, or HS256 with the secret")));
        for (var name : List.of("HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")) {
            options.add(new Option(name, name));
        }
        return options;
    }

    static List<Field> all() {
        return ALL;
    }

    static List<Section> sections(Auth values) {
        var grant = values.text("grant_type");
        var token = new ArrayList<>(List.of("accessToken", "addTokenTo"));
        if (!values.text("addTokenTo").equals("queryParams")) {
            token.add("headerPrefix");
        }
        token.addAll(List.of("useToken", "autoRefresh"));
        var configured = values.text("application").isEmpty();
        var sections = new ArrayList<Section>();
        sections.add(section("Current Token", token, true));
        if (configured) {
            sections.add(section("Configure New Token", settings(grant, values), true));
            sections.add(section("Advanced", advanced(grant), false));
        }
        return sections;
    }

    private static Section section(String title, List<String> keys, boolean open) {
        return new Section(title, keys.stream().map(FIELDS::get).toList(), open);
    }

    private static List<String> settings(String grant, Auth values) {
        var keys = new ArrayList<>(List.of("tokenName", "grant_type"));
        if (BROWSER.contains(grant)) {
            keys.addAll(List.of("redirect_uri", "useBrowser", "authUrl"));
        }
        if (grant.equals("device_code")) {
            keys.add("deviceUrl");
        }
        if (!grant.equals("implicit")) {
            keys.add("accessTokenUrl");
        }
        keys.add("clientId");
        if (!grant.equals("implicit")) {
            keys.add("clientSecret");
        }
        switch (grant) {
            case "authorization_code_with_pkce" -> keys.addAll(List.of("challengeAlgorithm", "code_verifier"));
            case "password_credentials" -> keys.addAll(List.of("username", "password"));
            case "token_exchange" -> keys.addAll(List.of("subject_token", "subject_token_type", "actor_token", "actor_token_type", "requested_token_type"));
            case "jwt_bearer" -> keys.addAll(List.of("assertion", "assertionIssuer", "assertionSubject", "assertionClaims", "assertionSeconds"));
            default -> { }
        }
        keys.add("scope");
        if (BROWSER.contains(grant)) {
            keys.add("state");
        }
        if (!grant.equals("implicit")) {
            keys.add("client_authentication");
        }
        keys.addAll(signing(grant, values.text("client_authentication")));
        return keys;
    }

    private static List<String> signing(String grant, String proof) {
        return switch (proof) {
            case "private_key_jwt" -> List.of("privateKey", "keyId", "assertionAlgorithm", "assertionAudience");
            case "client_secret_jwt" -> grant.equals("jwt_bearer") ? List.of("privateKey", "keyId", "assertionAlgorithm", "assertionAudience")
                    : List.of("assertionAlgorithm", "assertionAudience");
            default -> grant.equals("jwt_bearer") ? List.of("privateKey", "keyId", "assertionAlgorithm", "assertionAudience") : List.of();
        };
    }

    private static List<String> advanced(String grant) {
        var keys = new ArrayList<>(List.of("refreshTokenUrl", "audience", "resource"));
        if (BROWSER.contains(grant) || grant.equals("device_code")) {
            keys.add("authRequestParams");
        }
        if (!grant.equals("implicit")) {
            keys.add("tokenRequestParams");
        }
        keys.addAll(List.of("refreshRequestParams", "revokeUrl", "introspectUrl", "userinfoUrl"));
        return keys;
    }
}
