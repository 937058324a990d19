package dev.posthorn.demo.creatio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an Identity Service tells about itself. Its issuer is `creatio.com`, whatever its URL.
final class IdentityDocument {

    static final List<String> GRANTS = List.of("authorization_code", "client_credentials", "refresh_token", "implicit", "urn:ietf:params:oauth:grant-type:device_code");

    private IdentityDocument() {}

    static Map<String, Object> of(String url) {
        var told = new LinkedHashMap<String, Object>();
        told.put("issuer", "creatio.com");
        told.put("jwks_uri", url + "/.well-known/openid-configuration/jwks");
        told.put("authorization_endpoint", url + "/connect/authorize");
        told.put("token_endpoint", url + "/connect/token");
        told.put("userinfo_endpoint", url + "/connect/userinfo");
        told.put("end_session_endpoint", url + "/connect/endsession");
        told.put("check_session_iframe", url + "/connect/checksession");
        told.put("revocation_endpoint", url + "/connect/revocation");
        told.put("introspection_endpoint", url + "/connect/introspect");
        told.put("device_authorization_endpoint", url + "/connect/deviceauthorization");
        told.put("frontchannel_logout_supported", true);
        told.put("backchannel_logout_supported", true);
        told.put("scopes_supported", List.of("offline_access"));
        told.put("claims_supported", List.of());
        told.put("grant_types_supported", GRANTS);
        told.put("response_types_supported", List.of("code", "token", "id_token", "id_token token", "code id_token", "code token", "code id_token token"));
        told.put("response_modes_supported", List.of("form_post", "query", "fragment"));
        told.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        told.put("id_token_signing_alg_values_supported", List.of("RS256"));
        told.put("subject_types_supported", List.of("public"));
        told.put("code_challenge_methods_supported", List.of("plain", "S256"));
        told.put("request_parameter_supported", true);
        return told;
    }
}
