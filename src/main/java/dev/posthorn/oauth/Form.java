package dev.posthorn.oauth;

import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parameters of one request of a login, and how they go out: as a form, or all in the query of a GET.
///
/// A parameter that the user adds takes the place of one of ours with the same name; several of his own with one name all go out.
final class Form {

    private record Parameter(String key, String value, boolean own) {}

    private final List<Parameter> body = new ArrayList<>();
    private final List<Parameter> query = new ArrayList<>();
    private final List<Header> headers = new ArrayList<>();
    private boolean get;

    Form() {
        headers.add(new Header("Accept", "application/json"));
    }

    /// Adds a parameter; an empty one is left out.
    Form put(String key, String value) {
        if (!value.isEmpty()) {
            body.add(new Parameter(key, value, true));
        }
        return this;
    }

    /// Adds a parameter that has to be there, empty or not.
    Form must(String key, String value) {
        body.add(new Parameter(key, value, true));
        return this;
    }

    Form putAll(String key, List<String> values) {
        values.forEach(value -> put(key, value));
        return this;
    }

    boolean has(String key) {
        return body.stream().anyMatch(p -> p.key().equals(key));
    }

    Form header(String name, String value) {
        headers.removeIf(h -> h.is(name));
        headers.add(new Header(name, value));
        return this;
    }

    Form extras(List<Extra> extras) {
        for (var extra : extras) {
            switch (extra.place()) {
                case BODY -> replace(body, extra);
                case URL -> query.add(new Parameter(extra.key(), extra.value(), false));
                case HEADER -> header(extra.key(), extra.value());
            }
        }
        return this;
    }

    private static void replace(List<Parameter> list, Extra extra) {
        list.removeIf(p -> p.own() && p.key().equals(extra.key()));
        list.add(new Parameter(extra.key(), extra.value(), false));
    }

    /// From here on it is a GET with everything in its query.
    Form asGet() {
        get = true;
        return this;
    }

    Wire wire(String url) {
        if (get) {
            return new Wire("GET", withQuery(url, Stream.concat(body.stream(), query.stream()).toList()), headers, Payload.empty());
        }
        var bytes = encoded(body, false).getBytes(StandardCharsets.US_ASCII);
        return new Wire("POST", withQuery(url, query), headers, new Payload.Bytes(bytes, "application/x-www-form-urlencoded"));
    }

    /// The URL of a page with these parameters in its query, the added ones in the place of ours; a fragment goes, as RFC 6749 §3.1 has none.
    String page(String url, List<Extra> extras) {
        extras.forEach(extra -> replace(body, extra));
        return withQuery(url, body);
    }

    private static String withQuery(String url, List<Parameter> parameters) {
        var bare = url.split("#", 2)[0];
        if (parameters.isEmpty()) {
            return bare;
        }
        var joint = !bare.contains("?") ? "?" : bare.endsWith("?") || bare.endsWith("&") ? "" : "&";
        return bare + joint + encoded(parameters, true);
    }

    private static String encoded(List<Parameter> parameters, boolean inUrl) {
        return parameters.stream().map(p -> encoded(p.key(), inUrl) + "=" + encoded(p.value(), inUrl)).collect(Collectors.joining("&"));
    }

    /// A space is "+" in a form and "%20" in a URL, which every server reads.
    private static String encoded(String text, boolean inUrl) {
        var form = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return inUrl ? form.replace("+", "%20") : form;
    }
}
