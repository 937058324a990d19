package dev.posthorn.demo.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the server says about itself (OpenID Connect Discovery §3, RFC 8414 §2).
final class Discovery {

    private Discovery() {}

    static Map<String, Object> document(Visit visit) {
        var at = visit.base();
        var methods = List.of("client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none");
        var all = new LinkedHashMap<String, Object>();
        all.put("issuer", visit.issuer());
        all.put("authorization_endpoint", at + "/authorize");
        all.put("token_endpoint", at + "/token");
        all.put("device_authorization_endpoint", at + "/device");
        all.put("revocation_endpoint", at + "/revoke");
        all.put("introspection_endpoint", at + "/introspect");
        all.put("userinfo_endpoint", at + "/userinfo");
        all.put("end_session_endpoint", at + "/logout");
        all.put("jwks_uri", at + "/jwks");
        all.put("scopes_supported", Clients.SCOPES);
        all.put("response_types_supported", List.of("code", "token", "id_token", "id_token token"));
        all.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        all.put("grant_types_supported", Clients.GRANTS.stream().sorted().toList());
        all.put("token_endpoint_auth_methods_supported", methods);
        all.put("token_endpoint_auth_signing_alg_values_supported", List.of("HS256", "HS384", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"));
        all.put("revocation_endpoint_auth_methods_supported", methods);
        all.put("introspection_endpoint_auth_methods_supported", methods);
        all.put("code_challenge_methods_supported", List.of("S256", "plain"));
        all.put("prompt_values_supported", List.of("none", "login", "consent"));
        all.put("subject_types_supported", List.of("public"));
        all.put("id_token_signing_alg_values_supported", List.of("RS256"));
        all.put("claims_supported", List.of("sub", "name", "preferred_username", "email", "email_verified", "auth_time"));
        all.put("authorization_response_iss_parameter_supported", !visit.has(Fault.NO_ISS));
        return all;
    }
}
