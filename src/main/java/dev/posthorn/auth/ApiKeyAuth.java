package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Wire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            return new Signed.Ready(wire.withUrl(inQuery(wire.url(), encoded(key), encoded(value))));
        }
        return new Signed.Ready(Headers.replace(wire, key, value));
    }

    private static String inQuery(String url, String key, String value) {
        var mark = url.indexOf('?');
        var base = mark < 0 ? url : url.substring(0, mark);
        var kept = mark < 0 ? Stream.<String>of() : Arrays.stream(url.substring(mark + 1).split("&")).filter(p -> !p.isEmpty() && !p.split("=", 2)[0].equals(key));
        return base + "?" + Stream.concat(kept, Stream.of(key + "=" + value)).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
