package dev.posthorn.imports.openapi;

import dev.posthorn.model.Auth;
import dev.posthorn.tree.Tracked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes an OAuth 2.0 authorization of a scheme with its flows: of several the one that is safest for people is taken.
record SchemeFlow(SchemeAuth auths) {

    /// OpenAPI's names of the flows, Swagger's names and Postman's, the preferred ones first.
    private static final List<Map.Entry<String, String>> GRANTS = List.of(
            Map.entry("authorizationCode", "authorization_code"), Map.entry("accessCode", "authorization_code"),
            Map.entry("clientCredentials", "client_credentials"), Map.entry("application", "client_credentials"),
            Map.entry("password", "password_credentials"), Map.entry("implicit", "implicit"));

    Auth of(String name, Tracked scheme, List<String> scopes) {
        var flows = scheme.get("flows");
        if (!flows.isObject()) {
            return made(name, scheme, scheme, grant(scheme.text("flow")), scopes);
        }
        for (var grant : GRANTS) {
            if (flows.has(grant.getKey())) {
                return made(name, scheme, flows.get(grant.getKey()), grant.getValue(), scopes);
            }
        }
        return made(name, scheme, flows, "client_credentials", scopes);
    }

    private static String grant(String flow) {
        return GRANTS.stream().filter(g -> g.getKey().equals(flow)).map(Map.Entry::getValue).findFirst().orElse("client_credentials");
    }

    private Auth made(String name, Tracked scheme, Tracked flow, String grant, List<String> scopes) {
        var values = new LinkedHashMap<String, Object>(SchemeAuth.map("grant_type", grant, "authUrl", flow.text("authorizationUrl"),
                "accessTokenUrl", flow.text("tokenUrl"), "refreshTokenUrl", flow.text("refreshUrl"),
                "clientId", auths.secret(name, "oauth2", "clientId", scheme, false)));
        if (!grant.equals("implicit")) {
            values.put("clientSecret", auths.secret(name, "oauth2", "clientSecret", scheme, true));
        }
        if (grant.equals("password_credentials")) {
            values.put("username", auths.secret(name, "oauth2", "username", scheme, false));
            values.put("password", auths.secret(name, "oauth2", "password", scheme, true));
        }
        values.putAll(SchemeAuth.map("scope", String.join(" ", scopes), "addTokenTo", "header"));
        return new Auth("oauth2", values);
    }
}
