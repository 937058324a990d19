package dev.posthorn.imports.insomnia;

import dev.posthorn.imports.foreign.Credentials;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.model.Auth;
import dev.posthorn.tree.Tracked;

/// Insomnia's authorizations under Postman's names.
final class InsomniaAuth {

    private final Ledger ledger;

    InsomniaAuth(Ledger ledger) {
        this.ledger = ledger;
    }

    Auth read(Tracked auth) {
        if (auth.keys().isEmpty()) {
            return Auth.INHERIT;
        }
        var type = auth.text("type");
        if (auth.flag("disabled")) {
            ledger.translated(auth.get("disabled"), "authorization switched off", "noauth", "Postman has no switch for it; its values stay in the source file");
            return Auth.NONE;
        }
        return switch (type) {
            case "none" -> Auth.NONE;
            case "basic" -> new Credentials("basic", ledger).same(auth, "username", "password").auth();
            case "" -> auth.has("username") ? new Credentials("basic", ledger).same(auth, "username", "password").auth() : Auth.INHERIT;
            case "bearer" -> bearer(auth);
            case "apikey" -> key(auth);
            case "digest" -> new Credentials("digest", ledger).same(auth, "username", "password").auth();
            case "ntlm" -> new Credentials("ntlm", ledger).same(auth, "username", "password").auth();
            case "hawk" -> new Credentials("hawk", ledger).text(auth, "id", "authId").text(auth, "key", "authKey").same(auth, "algorithm")
                    .text(auth, "ext", "extraData").flag(auth, "validatePayload", "includePayloadHash").auth();
            case "iam" -> renamed(auth, "awsv4").text(auth, "accessKeyId", "accessKey").text(auth, "secretAccessKey", "secretKey")
                    .same(auth, "sessionToken", "region", "service").auth();
            case "netrc" -> new Credentials("netrc", ledger).auth();
            case "asap" -> new Credentials("asap", ledger).text(auth, "issuer", "iss").text(auth, "subject", "sub").text(auth, "audience", "aud")
                    .text(auth, "additionalClaims", "claims").text(auth, "keyId", "kid").same(auth, "privateKey").auth();
            case "oauth1" -> new Credentials("oauth1", ledger).same(auth, "consumerKey", "consumerSecret", "tokenSecret", "privateKey", "signatureMethod",
                    "callback", "verifier", "timestamp", "nonce", "version", "realm").text(auth, "tokenKey", "token")
                    .flag(auth, "includeBodyHash", "includeBodyHash").put("addParamsToHeader", true).auth();
            case "oauth2" -> oauth(auth);
            default -> {
                ledger.aside(auth, "authorization \"" + type + "\"", "Postman has no authorization of this kind; none is set");
                yield Auth.NONE;
            }
        };
    }

    private Credentials renamed(Tracked auth, String ours) {
        ledger.translated(auth.get("type"), auth.text("type"), ours, "the same authorization under Postman's name for it");
        return new Credentials(ours, ledger);
    }

    /// Postman's prefix is fixed: it passes over one of its own, which Posthorn sends.
    private Auth bearer(Tracked auth) {
        var prefix = ledger.text(auth.get("prefix"));
        var bearer = new Credentials("bearer", ledger).same(auth, "token");
        if (!prefix.isBlank() && !prefix.equals("Bearer")) {
            ledger.noted(auth.get("prefix"), "a prefix of its own", "Posthorn sends it; Postman's is always Bearer");
            bearer.put("prefix", prefix);
        }
        return bearer.auth();
    }

    private Auth key(Tracked auth) {
        if (auth.text("addTo").equals("cookie")) {
            ledger.translated(auth.get("addTo"), "addTo cookie", "the header Cookie", "Postman puts a key in a header or the query");
            return new Credentials("apikey", ledger).put("key", "Cookie").put("value", ledger.text(auth.get("key")) + "=" + ledger.text(auth.get("value"))).put("in", "header").auth();
        }
        return new Credentials("apikey", ledger).same(auth, "key", "value").place(auth, "addTo", "in", "query").auth();
    }

    private Auth oauth(Tracked auth) {
        var type = auth.text("grantType");
        var ours = switch (type) {
            case "authorization_code" -> auth.flag("usePkce") ? "authorization_code_with_pkce" : type;
            case "password" -> "password_credentials";
            default -> type;
        };
        if (!ours.equals(type)) {
            ledger.translated(auth.get("grantType"), type, ours, "");
        }
        var oauth = new Credentials("oauth2", ledger).put("grant_type", ours).text(auth, "authorizationUrl", "authUrl")
                .same(auth, "accessTokenUrl", "clientId", "clientSecret", "scope", "state", "username", "password", "audience", "resource", "accessToken", "refreshToken")
                .text(auth, "redirectUrl", "redirect_uri").text(auth, "tokenPrefix", "headerPrefix");
        if (ours.endsWith("pkce")) {
            oauth.put("challengeAlgorithm", auth.text("pkceMethod").equals("plain") ? "plain" : "S256");
        }
        if (auth.has("credentialsInBody")) {
            var place = auth.flag("credentialsInBody") ? "body" : "header";
            ledger.translated(auth.get("credentialsInBody"), "credentialsInBody", "client_authentication " + place, "");
            oauth.put("client_authentication", place);
        }
        return oauth.auth();
    }
}
