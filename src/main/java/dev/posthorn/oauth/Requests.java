package dev.posthorn.oauth;

import dev.posthorn.model.Wire;

/// The requests that a login makes of the token endpoint and its neighbours, one a method.
record Requests(Proving proving) {

    private static final String PREFIX = "urn:ietf:params:oauth:grant-type:";

    /// RFC 6749 §4.1.3, with RFC 7636 §4.5 where there is a verifier.
    ///
    /// @param verifier empty without PKCE
    Wire code(OAuthSettings s, String code, String redirect, String verifier) throws NoToken {
        return token(s, new Form().put("grant_type", "authorization_code").put("code", code).put("redirect_uri", redirect).put("code_verifier", verifier).putAll("resource", s.resources()));
    }

    /// The grants that need nobody.
    Wire direct(OAuthSettings s, Grant grant) throws NoToken {
        return token(s, switch (grant) {
            case PASSWORD -> scoped(s, new Form().put("grant_type", "password").must("username", s.secret("username")).must("password", s.secret("password")));
            case CLIENT_CREDENTIALS -> scoped(s, new Form().put("grant_type", "client_credentials"));
            case TOKEN_EXCHANGE -> exchange(s);
            case JWT_BEARER -> scoped(s, new Form().put("grant_type", PREFIX + "jwt-bearer").put("assertion", assertion(s)));
            case AUTHORIZATION_CODE, PKCE, IMPLICIT, DEVICE_CODE -> throw new IllegalArgumentException(grant + " needs a person");
        });
    }

    private static Form scoped(OAuthSettings s, Form form) {
        return form.put("scope", s.text("scope")).putAll("audience", s.audiences()).putAll("resource", s.resources());
    }

    /// RFC 8693 §2.1.
    private static Form exchange(OAuthSettings s) {
        var form = new Form().put("grant_type", PREFIX + "token-exchange");
        scoped(s, form).put("requested_token_type", s.tokenType("requested_token_type"));
        form.put("subject_token", s.text("subject_token")).put("subject_token_type", s.tokenType("subject_token_type"));
        return s.text("actor_token").isEmpty() ? form : form.put("actor_token", s.text("actor_token")).put("actor_token_type", s.tokenType("actor_token_type"));
    }

    private String assertion(OAuthSettings s) throws NoToken {
        return s.text("assertion").isEmpty() ? new Assertion(s, proving.clock(), proving.random()).ofGrant() : s.text("assertion");
    }

    /// RFC 8628 §3.1.
    Wire device(OAuthSettings s) throws NoToken {
        var url = s.text("deviceUrl");
        return proving.prove(scoped(s, new Form().put("client_id", s.clientId())), s, url).extras(s.authExtras()).wire(url);
    }

    /// RFC 8628 §3.4.
    Wire devicePoll(OAuthSettings s, String deviceCode) throws NoToken {
        return token(s, new Form().put("grant_type", PREFIX + "device_code").put("device_code", deviceCode).put("client_id", s.clientId()));
    }

    /// RFC 6749 §6.
    Wire refresh(OAuthSettings s, String refreshToken) throws NoToken {
        var url = s.refreshUrl();
        var form = new Form().put("grant_type", "refresh_token").put("refresh_token", refreshToken);
        return proving.prove(form, s, url).extras(s.refreshExtras()).wire(url);
    }

    /// RFC 7009 §2.1 and RFC 7662 §2.1, which are alike.
    ///
    /// @param hint "access_token" or "refresh_token"
    Wire about(OAuthSettings s, String url, String token, String hint) throws NoToken {
        return proving.prove(new Form().put("token", token).put("token_type_hint", hint), s, url).wire(url);
    }

    private Wire token(OAuthSettings s, Form form) throws NoToken {
        var url = s.text("accessTokenUrl");
        return proving.prove(form, s, url).extras(s.tokenExtras()).wire(url);
    }
}
