package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Wire;
import java.util.List;

/// A key and its value, as a header or as a query parameter; it takes the place of one with the same name.
public final class ApiKeyAuth implements AuthType {

    @Override
    public String id() {
        return "apikey";
    }

    @Override
    public String label() {
        return "API Key";
    }

    @Override
    public String summary() {
        return "Sends a key with its value as a header or in the query of the URL.";
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field.Text("key", "Key", "", "X-API-Key"), new Field.Secret("value", "Value", ""),
                new Field.Choice("in", "Add to", "header",
                        List.of(new Field.Option("header", "Header"), new Field.Option("query", "Query params"))));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.adding(wire -> sign(wire, values));
    }

    private Signed sign(Wire wire, Auth values) {
        var key = values.text("key");
        var value = values.text("value");
        if (key.isEmpty() && value.isEmpty()) {
            return new Signed.Ready(wire);
        }
        if (key.isEmpty()) {
            return new Signed.GivenUp(new Failure.AuthRefused(label(), "it has a value but no key"));
        }
        if (values.text("in").equals("query")) {
            return new Signed.Ready(wire.withUrl(Query.replace(wire.url(), key, value)));
        }
        return new Signed.Ready(Headers.replace(wire, key, value));
    }
}
