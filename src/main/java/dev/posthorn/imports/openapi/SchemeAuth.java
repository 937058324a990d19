package dev.posthorn.imports.openapi;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Entry;
import dev.posthorn.tree.Tracked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes an authorization of one security scheme, with Postman's names for its attributes.
///
/// @param kinds how many schemes there are of each kind: the only one of its kind gets plain names for its variables
record SchemeAuth(Spec spec, Variables variables, Map<String, Integer> kinds) {

    /// basic, bearer, digest, another HTTP scheme, apiKey, oauth2, openIdConnect or mutualTLS.
    static String kind(Tracked scheme) {
        var type = scheme.text("type");
        return type.equals("http") ? scheme.text("scheme").toLowerCase(Locale.ROOT) : type;
    }

    Auth of(String name, Tracked scheme, List<String> scopes) {
        var kind = kind(scheme);
        return switch (kind) {
            case "basic", "digest" -> new Auth(kind, map("username", secret(name, kind, "username", scheme, false), "password", secret(name, kind, "password", scheme, true)));
            case "ntlm" -> new Auth(kind, map("username", secret(name, kind, "username", scheme, false), "password", secret(name, kind, "password", scheme, true)));
            case "negotiate" -> new Auth(kind, map("credential", "ticket"));
            case "bearer" -> new Auth("bearer", map("token", secret(name, kind, "bearerToken", scheme, true)));
            case "apiKey" -> key(name, scheme);
            case "oauth2" -> new SchemeFlow(this).of(name, scheme, scopes);
            case "openIdConnect" -> {
                spec.ledger().translated(scheme.get("openIdConnectUrl").pointer(), "the OpenID Connect address", "OAuth 2.0 with the attribute issuer",
                        "the addresses of login and token stand at that address");
                yield new Auth("oauth2", map("grant_type", "authorization_code_with_pkce", "issuer", scheme.text("openIdConnectUrl").strip().replaceFirst("/\\.well-known/openid-configuration$", ""),
                        "clientId", secret(name, kind, "clientId", scheme, false), "clientSecret", secret(name, kind, "clientSecret", scheme, true),
                        "scope", String.join(" ", scopes), "addTokenTo", "header"));
            }
            case "mutualTLS" -> {
                spec.ledger().aside(scheme.get("type").pointer(), "a client certificate", "certificates are settings of the program, not of a collection");
                yield Auth.NONE;
            }
            default -> other(name, scheme, kind);
        };
    }

    private Auth key(String name, Tracked scheme) {
        var in = scheme.text("in");
        var value = secret(name, "apiKey", "apiKey", scheme, true);
        if (in.equals("cookie")) {
            spec.ledger().translated(scheme.get("in").pointer(), "a key in the cookie " + scheme.text("name"), "a key in the header Cookie",
                    "a key goes into a header or the query");
            return new Auth("apikey", map("key", "Cookie", "value", scheme.text("name") + "=" + value, "in", "header"));
        }
        return new Auth("apikey", map("key", scheme.text("name"), "value", value, "in", in.equals("query") ? "query" : "header"));
    }

    private Auth other(String name, Tracked scheme, String kind) {
        if (!scheme.text("type").equals("http")) {
            spec.ledger().aside(scheme.get("type").pointer(), "security of the type " + Spec.shortened(scheme.text("type")), "there is no such authorization");
            return Auth.NONE;
        }
        spec.ledger().translated(scheme.get("scheme").pointer(), "the HTTP scheme " + Spec.shortened(kind), "a key in the header Authorization",
                "there is no such authorization");
        return new Auth("apikey", map("key", "Authorization", "value", scheme.text("scheme") + " " + secret(name, kind, "credentials", scheme, true), "in", "header"));
    }

    /// A variable that holds a secret, or a name that belongs to it: "{{apiKey}}".
    String secret(String scheme, String kind, String name, Tracked source, boolean secret) {
        var format = source.text("bearerFormat").strip();
        var text = (source.text("description").strip() + (format.isEmpty() ? "" : " (" + format + ")")).strip();
        var wanted = kinds.getOrDefault(kind, 1) == 1 ? name : scheme + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return "{{" + variables.add(new Entry(wanted, "", text, true, secret)) + "}}";
    }

    static Map<String, Object> map(String... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                map.put(pairs[i], pairs[i + 1]);
            }
        }
        return map;
    }
}
