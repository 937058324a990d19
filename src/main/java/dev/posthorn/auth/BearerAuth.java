package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Wire;
import java.util.List;

/// A token that whoever holds it may use (RFC 6750), in the Authorization header. Without a token nothing is sent.
public final class BearerAuth implements AuthType {

    @Override
    public String id() {
        return "bearer";
    }

    @Override
    public String label() {
        return "Bearer Token";
    }

    @Override
    public String summary() {
        return "Sends the token in the Authorization header, after the word Bearer.";
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field.Secret("token", "Token", ""));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.adding(wire -> sign(wire, values));
    }

    private static Signed sign(Wire wire, Auth values) {
        var token = values.text("token").strip();
        return new Signed.Ready(token.isEmpty() ? wire : Headers.replace(wire, "Authorization", "Bearer " + token));
    }
}
