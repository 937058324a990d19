package dev.posthorn.imports.hoppscotch;

import dev.posthorn.imports.foreign.Credentials;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.model.Auth;
import dev.posthorn.tree.Tracked;
import java.util.List;
import java.util.Map;

/// Hoppscotch's authorizations under Postman's names.
final class HoppscotchAuth {

    private final Ledger ledger;

    HoppscotchAuth(Ledger ledger) {
        this.ledger = ledger;
    }

    /// @param absent what the level means where nothing is said
    Auth read(Tracked level, Auth absent) {
        var auth = level.get("auth");
        if (!auth.isObject()) {
            return old(level, absent);
        }
        var type = auth.text("authType");
        if (!auth.has("authActive")) {
            return type.isEmpty() || type.equals("none") ? Auth.NONE : typed(auth, type, absent);
        }
        if (!auth.flag("authActive") && !type.equals("none") && !type.isEmpty()) {
            ledger.translated(auth.get("authActive"), "authorization switched off", "noauth", "Postman has no switch for it; its values stay in the source file");
            return Auth.NONE;
        }
        return typed(auth, type, absent);
    }

    /// Version 0 kept it in the request itself.
    private Auth old(Tracked request, Auth absent) {
        var type = request.text("auth");
        return switch (type) {
            case "Basic Auth" -> new Credentials("basic", ledger).text(request, "httpUser", "username").text(request, "httpPassword", "password").auth();
            case "Bearer Token", "OAuth 2.0" -> new Credentials("bearer", ledger).text(request, "bearerToken", "token").auth();
            case "None" -> Auth.NONE;
            default -> absent;
        };
    }

    private Auth typed(Tracked auth, String type, Auth absent) {
        return switch (type) {
            case "inherit" -> absent;
            case "none", "" -> Auth.NONE;
            case "basic" -> new Credentials("basic", ledger).same(auth, "username", "password").auth();
            case "bearer" -> new Credentials("bearer", ledger).same(auth, "token").auth();
            case "api-key" -> renamed(auth, type, new Credentials("apikey", ledger)).same(auth, "key", "value").place(auth, "addTo", "in", "query").auth();
            case "aws-signature" -> aws(auth, renamed(auth, type, new Credentials("awsv4", ledger)));
            case "digest" -> new Credentials("digest", ledger).same(auth, "username", "password", "realm", "nonce", "algorithm", "qop", "opaque")
                    .text(auth, "nc", "nonceCount").text(auth, "cnonce", "clientNonce").flag(auth, "disableRetry", "disableRetryRequest").auth();
            case "hawk" -> new Credentials("hawk", ledger).same(auth, "authId", "authKey", "algorithm", "user", "nonce", "app", "timestamp")
                    .text(auth, "ext", "extraData").text(auth, "dlg", "delegation").flag(auth, "includePayloadHash", "includePayloadHash").auth();
            case "akamai-eg" -> renamed(auth, type, new Credentials("edgegrid", ledger))
                    .same(auth, "accessToken", "clientToken", "clientSecret", "nonce", "timestamp", "headersToSign", "maxBodySize").text(auth, "host", "baseURL").auth();
            case "jwt" -> new Credentials("jwt", ledger).same(auth, "algorithm", "secret", "privateKey", "payload", "headerPrefix")
                    .flag(auth, "isSecretBase64Encoded", "isSecretBase64Encoded").text(auth, "jwtHeaders", "header").text(auth, "paramName", "queryParamKey")
                    .place(auth, "addTo", "addTokenTo", "queryParam").auth();
            case "ntlm" -> new Credentials("ntlm", ledger).same(auth, "username", "password", "domain", "workstation").auth();
            case "oauth-2" -> oauth(auth, renamed(auth, type, new Credentials("oauth2", ledger)));
            default -> {
                ledger.aside(auth, "authorization \"" + type + "\"", "Postman has no authorization of this kind; none is set");
                yield Auth.NONE;
            }
        };
    }

    private Credentials renamed(Tracked auth, String type, Credentials credentials) {
        ledger.translated(auth.get("authType"), type, credentials.auth().type(), "the same authorization under Postman's name for it");
        return credentials;
    }

    private Auth aws(Tracked auth, Credentials aws) {
        aws.same(auth, "accessKey", "secretKey", "region").text(auth, "serviceName", "service").text(auth, "serviceToken", "sessionToken");
        if (auth.text("addTo").equals("QUERY_PARAMS")) {
            aws.put("addAuthDataToQuery", true);
        }
        return aws.auth();
    }

    private Auth oauth(Tracked auth, Credentials oauth) {
        var grant = auth.get("grantTypeInfo");
        if (!grant.isObject()) {
            return oauth.put("grant_type", "authorization_code").text(auth, "authURL", "authUrl").text(auth, "accessTokenURL", "accessTokenUrl")
                    .text(auth, "clientID", "clientId").same(auth, "scope").text(auth, "token", "accessToken").place(auth, "addTo", "addTokenTo", "queryParams").auth();
        }
        var type = grant.text("grantType");
        var ours = switch (type) {
            case "AUTHORIZATION_CODE" -> grant.flag("isPKCE") ? "authorization_code_with_pkce" : "authorization_code";
            case "CLIENT_CREDENTIALS" -> "client_credentials";
            case "PASSWORD" -> "password_credentials";
            case "IMPLICIT" -> "implicit";
            default -> type;
        };
        ledger.translated(grant.get("grantType"), type, ours, "");
        oauth.put("grant_type", ours).text(grant, "authEndpoint", "authUrl").text(grant, "tokenEndpoint", "accessTokenUrl").text(grant, "clientID", "clientId")
                .same(grant, "clientSecret", "username", "password", "refreshToken").text(grant, "scopes", "scope").text(grant, "token", "accessToken");
        if (ours.endsWith("pkce")) {
            var method = grant.text("codeVerifierMethod");
            oauth.put("challengeAlgorithm", method.equals("plain") ? "plain" : "S256");
        }
        var client = grant.text("clientAuthentication");
        if (!client.isEmpty()) {
            var header = client.contains("HEADER");
            oauth.put("client_authentication", header ? "header" : "body");
            ledger.translated(grant.get("clientAuthentication"), client, header ? "header" : "body", "");
        }
        return oauth.parameters("authRequestParams", parameters(grant.get("authRequestParams"))).parameters("tokenRequestParams", parameters(grant.get("tokenRequestParams")))
                .parameters("refreshRequestParams", parameters(grant.get("refreshRequestParams"))).place(auth, "addTo", "addTokenTo", "queryParams").auth();
    }

    private List<Map<String, Object>> parameters(Tracked list) {
        return list.list().stream().map(p -> Credentials.parameter(ledger.text(p.get("key")), ledger.text(p.get("value")), !p.has("active") || p.flag("active"),
                switch (p.text("sendIn")) {
                    case "headers" -> "request_header";
                    case "body" -> "request_body";
                    default -> "request_url";
                })).toList();
    }
}
