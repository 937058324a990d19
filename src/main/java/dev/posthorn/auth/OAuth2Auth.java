package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import java.util.List;
import java.util.Optional;

/// A token of an authorization server (RFC 6749, RFC 6750): the one in the file, or one that Posthorn gets, keeps and renews.
public final class OAuth2Auth implements AuthType {

    @Override
    public String id() {
        return "oauth2";
    }

    @Override
    public String label() {
        return "OAuth 2.0";
    }

    @Override
    public String summary() {
        return "Sends a token of an authorization server. It is got here, kept with the secrets of this machine, and renewed when it expires.";
    }

    @Override
    public List<Field> fields() {
        return OAuth2Form.all();
    }

    @Override
    public List<Section> form(Auth values) {
        return OAuth2Form.sections(values);
    }

    @Override
    public Optional<Auth> oauth(Auth values) {
        return Optional.of(values);
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return new OAuth2Signing(values, around);
    }
}
