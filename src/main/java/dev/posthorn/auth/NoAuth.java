package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import java.util.List;

/// Sends nothing about who is asking, also where the folder above would.
public final class NoAuth implements AuthType {

    @Override
    public String id() {
        return "noauth";
    }

    @Override
    public String label() {
        return "No Auth";
    }

    @Override
    public String summary() {
        return "Sends no authorization.";
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.adding(Signed.Ready::new);
    }
}
