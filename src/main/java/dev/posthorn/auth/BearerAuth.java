package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Wire;
import java.util.List;

/// A token that whoever holds it may use (RFC 6750), in the Authorization header. Without a token nothing is sent.
///
/// The word before it can be another, or none. Postman knows no such key (`prefix`): it keeps it in the file and sends Bearer.
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
        return "Sends the token in the Authorization header, after the word Bearer or another.";
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field.Secret("token", "Token", ""), new Field.Text("prefix", "Prefix", "Bearer", ""));
    }

    @Override
    public List<Section> form(Auth values) {
        return List.of(new Section("", fields().subList(0, 1), true), new Section("Advanced", fields().subList(1, 2), values.values().containsKey("prefix")));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.adding(wire -> sign(wire, values));
    }

    private static Signed sign(Wire wire, Auth values) {
        var token = values.text("token").strip();
        var prefix = values.text("prefix").strip();
        return new Signed.Ready(token.isEmpty() ? wire : Headers.replace(wire, "Authorization", prefix.isEmpty() ? token : prefix + " " + token));
    }
}
