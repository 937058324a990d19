package dev.posthorn.imports.bruno;

import dev.posthorn.imports.foreign.Credentials;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.model.Auth;
import dev.posthorn.tree.Tracked;
import java.util.List;
import java.util.Map;

/// The authorizations of OpenCollection and Bruno under Postman's names. Bruno's own files write OAuth 2.0 with underscores and flat.
final class OpenAuth {

    private final Ledger ledger;

    OpenAuth(Ledger ledger) {
        this.ledger = ledger;
    }

    /// @param absent what the level means where nothing is said
    Auth read(Tracked auth, Auth absent) {
        if (auth.isText()) {
            return auth.text().equals("none") ? Auth.NONE : absent;
        }
        if (!auth.isObject()) {
            return absent;
        }
        var type = auth.text("type");
        var inner = auth.get(type).isObject() ? auth.get(type) : auth;
        return switch (type) {
            case "none" -> Auth.NONE;
            case "inherit", "" -> absent;
            case "basic", "digest" -> new Credentials(type, ledger).same(inner, "username", "password").auth();
            case "ntlm" -> new Credentials(type, ledger).same(inner, "username", "password", "domain", "workstation").auth();
            case "wsse" -> new Credentials(type, ledger).same(inner, "username", "password").auth();
            case "bearer" -> new Credentials(type, ledger).same(inner, "token").auth();
            case "apikey" -> new Credentials(type, ledger).same(inner, "key", "value").place(inner, "placement", "in", "query").auth();
            case "awsv4" -> new Credentials(type, ledger).text(inner, "accessKeyId", "accessKey").text(inner, "secretAccessKey", "secretKey")
                    .same(inner, "sessionToken", "service", "region").auth();
            case "akamai-edgegrid" -> edgegrid(auth, inner);
            case "oauth1" -> oauth1(inner);
            case "oauth2" -> oauth2(inner);
            default -> {
                ledger.aside(auth, "authorization \"" + type + "\"", "Postman has no authorization of this kind; none is set");
                yield Auth.NONE;
            }
        };
    }

    private Auth edgegrid(Tracked auth, Tracked inner) {
        ledger.translated(auth.get("type"), "akamai-edgegrid", "edgegrid", "the same authorization under Postman's name for it");
        return new Credentials("edgegrid", ledger).same(inner, "accessToken", "clientToken", "clientSecret", "nonce", "timestamp", "baseURL", "headersToSign", "maxBodySize").auth();
    }

    private Auth oauth1(Tracked auth) {
        var oauth = new Credentials("oauth1", ledger);
        for (var pair : List.of("consumerKey", "consumerSecret", "signatureMethod", "verifier", "timestamp", "nonce", "version", "realm")) {
            any(oauth, auth, pair, pair, underscored(pair));
        }
        any(oauth, auth, "token", "accessToken", "access_token", "token");
        any(oauth, auth, "tokenSecret", "accessTokenSecret", "token_secret", "access_token_secret", "tokenSecret");
        any(oauth, auth, "callback", "callbackUrl", "callback_url");
        var key = auth.has("privateKey") ? auth.get("privateKey") : auth.get("private_key");
        if (key.isObject()) {
            if (key.text("type").equals("file")) {
                ledger.aside(key, "private key in a file", "Postman keeps the key itself: paste it");
            } else {
                oauth.put("privateKey", ledger.text(key.get("value")));
            }
        } else {
            oauth.put("privateKey", ledger.text(key));
        }
        for (var name : List.of("includeBodyHash", "include_body_hash")) {
            oauth.flag(auth, name, "includeBodyHash");
        }
        var place = first(auth, "placement", "add_params_to");
        if (!place.absent()) {
            var header = place.text().equals("header");
            oauth.put("addParamsToHeader", header);
            ledger.translated(place, "placement " + place.text(), "addParamsToHeader " + header, "");
        }
        return oauth.auth();
    }

    private static String underscored(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static Tracked first(Tracked level, String... names) {
        for (var name : names) {
            if (level.has(name)) {
                return level.get(name);
            }
        }
        return level.get(names[0]);
    }

    /// Takes over whichever of the names is there.
    private static void any(Credentials into, Tracked level, String ours, String... names) {
        for (var name : names) {
            if (level.has(name)) {
                into.text(level, name, ours);
                return;
            }
        }
    }

    private Auth oauth2(Tracked auth) {
        var oauth = new Credentials("oauth2", ledger);
        var flow = first(auth, "flow", "grant_type");
        var pkce = auth.get("pkce");
        var proof = pkce.isObject() ? !pkce.flag("disabled") : pkce.text().equals("true");
        var grant = switch (flow.text()) {
            case "authorization_code" -> proof ? "authorization_code_with_pkce" : "authorization_code";
            case "password", "resource_owner_password_credentials" -> "password_credentials";
            case String other -> other;
        };
        if (!grant.equals(flow.text())) {
            ledger.translated(flow, flow.text(), grant, "");
        }
        oauth.put("grant_type", grant);
        if (grant.endsWith("pkce")) {
            oauth.put("challengeAlgorithm", "S256");
        }
        any(oauth, auth, "authUrl", "authorizationUrl", "authorization_url");
        any(oauth, auth, "accessTokenUrl", "accessTokenUrl", "access_token_url");
        any(oauth, auth, "refreshTokenUrl", "refreshTokenUrl", "refresh_token_url");
        any(oauth, auth, "redirect_uri", "callbackUrl", "callback_url");
        oauth.same(auth, "scope", "state");
        var client = auth.get("credentials").isObject() ? auth.get("credentials") : auth;
        any(oauth, client, "clientId", "clientId", "client_id");
        any(oauth, client, "clientSecret", "clientSecret", "client_secret");
        var owner = auth.get("resourceOwner").isObject() ? auth.get("resourceOwner") : auth;
        oauth.same(owner, "username", "password");
        placement(oauth, first(client, "placement", "credentials_placement"));
        token(oauth, auth);
        var more = auth.get("additionalParameters");
        return oauth.parameters("authRequestParams", parameters(more.get("authorizationRequest"))).parameters("tokenRequestParams", parameters(more.get("accessTokenRequest")))
                .parameters("refreshRequestParams", parameters(more.get("refreshTokenRequest"))).auth();
    }

    private void placement(Credentials oauth, Tracked place) {
        if (place.isText()) {
            var ours = place.text().contains("header") ? "header" : "body";
            oauth.put("client_authentication", ours);
            ledger.translated(place, place.text(), "client_authentication " + ours, "");
        }
    }

    private void token(Credentials oauth, Tracked auth) {
        var place = auth.get("tokenConfig").get("placement");
        if (place.isObject()) {
            var header = place.has("header");
            oauth.put("addTokenTo", header ? "header" : "queryParams").put("headerPrefix", header ? ledger.text(place.get("header")) : "");
        } else if (auth.has("token_placement")) {
            var header = auth.text("token_placement").equals("header");
            oauth.put("addTokenTo", header ? "header" : "queryParams");
            ledger.translated(auth.get("token_placement"), auth.text("token_placement"), "addTokenTo " + (header ? "header" : "queryParams"), "");
            any(oauth, auth, "headerPrefix", "token_header_prefix");
        }
        // Where the token comes from says something only where it is not the usual one.
        for (var source : List.of(auth.get("token_source"), auth.get("tokenConfig").get("source"))) {
            if (source.isText() && source.peek().equals("access_token")) {
                source.skip();
            } else if (source.isText() && source.peek().equals("id_token")) {
                oauth.put("useToken", "id_token");
                ledger.translated(source, "token source id_token", "useToken id_token", "");
            }
        }
    }

    private List<Map<String, Object>> parameters(Tracked list) {
        return list.list().stream().map(p -> Credentials.parameter(ledger.text(p.get("name")), ledger.text(p.get("value")), !p.flag("disabled"),
                switch (p.text("placement")) {
                    case "header" -> "request_header";
                    case "body" -> "request_body";
                    default -> "request_url";
                })).toList();
    }
}
