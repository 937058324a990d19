package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Name and password in every request (RFC 7617), as UTF-8 in base64.
public final class BasicAuth implements AuthType {

    @Override
    public String id() {
        return "basic";
    }

    @Override
    public String label() {
        return "Basic Auth";
    }

    @Override
    public String summary() {
        return "Sends user name and password in the Authorization header, readable for everybody who sees the request.";
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field.Text("username", "Username", "", ""), new Field.Secret("password", "Password", ""));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.adding(wire -> sign(wire, values));
    }

    private static Signed sign(Wire wire, Auth values) {
        var pair = values.text("username") + ":" + values.text("password");
        var encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new Signed.Ready(Headers.replace(wire, "Authorization", "Basic " + encoded));
    }
}
