package dev.posthorn.exports;

import dev.posthorn.model.Auth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes security schemes of authorizations: what they are, never the secrets in them.
final class OpenApiSecurity {

    private final Map<String, Object> schemes = new LinkedHashMap<>();
    private final ExportRows rows;

    OpenApiSecurity(ExportRows rows) {
        this.rows = rows;
    }

    Map<String, Object> schemes() {
        return schemes;
    }

    /// The `security` of an operation or of all: an empty list for no authorization.
    List<Object> of(Auth auth, String item, String pointer) {
        if (auth.type().equals("noauth") || auth.inherited()) {
            return List.of();
        }
        var scheme = scheme(auth, item, pointer);
        var scopes = auth.type().equals("oauth2") ? scopes(auth) : List.<String>of();
        var requirement = new LinkedHashMap<String, Object>();
        requirement.put(named(auth.type(), scheme), new ArrayList<>(scopes));
        hidden(auth, item, pointer);
        return List.of(requirement);
    }

    private void hidden(Auth auth, String item, String pointer) {
        auth.values().forEach((key, value) -> {
            if (value instanceof String text && SecretNames.attribute(key) && SecretNames.literal(text)) {
                rows.aside(item, pointer + "/auth", "the " + key + " of the authorization", "secrets are not written");
            }
        });
    }

    /// Equal schemes are one; scopes are gathered.
    private String named(String type, Map<String, Object> scheme) {
        var base = switch (type) {
            case "basic" -> "basicAuth";
            case "bearer" -> "bearerAuth";
            case "digest" -> "digestAuth";
            case "apikey" -> "apiKeyAuth";
            case "oauth2" -> scheme.containsKey("openIdConnectUrl") ? "openIdConnect" : "oauth2";
            default -> type.replaceAll("[^\\w.-]", "_") + "Auth";
        };
        for (var number = 1; ; number++) {
            var name = number == 1 ? base : base + number;
            var known = schemes.get(name);
            if (known == null || known.equals(scheme) || merged(known, scheme)) {
                schemes.putIfAbsent(name, scheme);
                return name;
            }
        }
    }

    private static boolean merged(Object known, Map<String, Object> scheme) {
        if (!(known instanceof Map<?, ?> map && map.get("flows") instanceof Map<?, ?> old && scheme.get("flows") instanceof Map<?, ?> flows) || !old.keySet().equals(flows.keySet())) {
            return false;
        }
        var name = old.keySet().iterator().next();
        if (old.get(name) instanceof Map<?, ?> one && flows.get(name) instanceof Map<?, ?> other && withoutScopes(one).equals(withoutScopes(other))
                && one.get("scopes") instanceof Map<?, ?> scopes && other.get("scopes") instanceof Map<?, ?> more) {
            @SuppressWarnings("unchecked")
            var growing = (Map<Object, Object>) scopes;
            more.forEach(growing::putIfAbsent);
            return true;
        }
        return false;
    }

    private static Map<Object, Object> withoutScopes(Map<?, ?> flow) {
        var rest = new LinkedHashMap<Object, Object>(flow);
        rest.remove("scopes");
        return rest;
    }

    private Map<String, Object> scheme(Auth auth, String item, String pointer) {
        return switch (auth.type()) {
            case "basic", "bearer", "digest" -> map("type", "http", "scheme", auth.type());
            case "apikey" -> key(auth);
            case "oauth2" -> discovered(auth).map(url -> map("type", "openIdConnect", "openIdConnectUrl", url)).orElseGet(() -> flows(auth, item, pointer));
            case "ntlm" -> map("type", "http", "scheme", "ntlm", "description", "NTLM");
            // IANA's registry of HTTP authentication schemes has these names.
            case "negotiate" -> map("type", "http", "scheme", "negotiate");
            case "jwt" -> jwt(auth);
            default -> {
                rows.translated(item, pointer + "/auth", "the authorization " + auth.type(), "a key in the header Authorization", "OpenAPI has no such scheme");
                yield map("type", "apiKey", "name", "Authorization", "in", "header", "description", "Signed as " + auth.type());
            }
        };
    }

    /// Where the addresses can be looked up: they are not written out where one of them is missing here. Files of earlier versions say `discoveryUrl`.
    private static Optional<String> discovered(Auth auth) {
        var issuer = auth.text("issuer").isBlank() ? auth.text("discoveryUrl").strip() : auth.text("issuer").strip();
        var grant = grant(auth);
        var whole = (!person(grant) || !auth.text("authUrl").isBlank()) && (grant.equals("implicit") || !auth.text("accessTokenUrl").isBlank());
        if (issuer.isEmpty() || whole) {
            return Optional.empty();
        }
        return Optional.of(issuer.contains("/.well-known/") || issuer.endsWith(".json") ? issuer : issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration");
    }

    private static String grant(Auth auth) {
        return switch (auth.text("grant_type")) {
            case "client_credentials" -> "clientCredentials";
            case "password_credentials", "password" -> "password";
            case "implicit" -> "implicit";
            default -> "authorizationCode";
        };
    }

    private static boolean person(String grant) {
        return grant.equals("authorizationCode") || grant.equals("implicit");
    }

    private static Map<String, Object> jwt(Auth auth) {
        if (auth.text("addTokenTo").equals("queryParam")) {
            return map("type", "apiKey", "name", auth.text("queryParamKey").isEmpty() ? "token" : auth.text("queryParamKey"), "in", "query", "description", "A signed JWT");
        }
        return map("type", "http", "scheme", "bearer", "bearerFormat", "JWT");
    }

    private static Map<String, Object> key(Auth auth) {
        var cookie = auth.text("key").equalsIgnoreCase("Cookie") && auth.text("value").matches("[^=;]+=.*");
        if (cookie) {
            return map("type", "apiKey", "name", auth.text("value").substring(0, auth.text("value").indexOf('=')), "in", "cookie");
        }
        return map("type", "apiKey", "name", auth.text("key").isEmpty() ? "X-API-Key" : auth.text("key"), "in", auth.text("in").equals("query") ? "query" : "header");
    }

    private Map<String, Object> flows(Auth auth, String item, String pointer) {
        var flow = new LinkedHashMap<String, Object>();
        var grant = grant(auth);
        if (person(grant)) {
            flow.put("authorizationUrl", address(auth, "authUrl", "authorize", item, pointer));
        }
        if (!grant.equals("implicit")) {
            flow.put("tokenUrl", address(auth, "accessTokenUrl", "token", item, pointer));
        }
        if (!auth.text("refreshTokenUrl").isEmpty()) {
            flow.put("refreshUrl", auth.text("refreshTokenUrl"));
        }
        var scopes = new LinkedHashMap<String, Object>();
        scopes(auth).forEach(scope -> scopes.put(scope, ""));
        flow.put("scopes", scopes);
        var flows = new LinkedHashMap<String, Object>();
        flows.put(grant, flow);
        var scheme = map("type", "oauth2");
        scheme.put("flows", flows);
        return scheme;
    }

    private String address(Auth auth, String key, String word, String item, String pointer) {
        if (auth.text(key).isEmpty()) {
            rows.translated(item, pointer + "/auth", "an OAuth 2.0 authorization without " + key, "https://example.com/" + word, "OpenAPI demands this address: put the right one there");
            return "https://example.com/" + word;
        }
        return auth.text(key);
    }

    private static List<String> scopes(Auth auth) {
        return List.of(auth.text("scope").strip().split("\\s+")).stream().filter(s -> !s.isEmpty()).toList();
    }

    static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
