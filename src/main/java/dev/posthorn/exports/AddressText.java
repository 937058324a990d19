package dev.posthorn.exports;

import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.tree.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The URL and the forms of a request as they go out, with their `{{variables}}` left as they are.
final class AddressText {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^{}]+}}");

    private AddressText() {}

    /// Path variables filled in, an API key of the query added, what cannot stand on a request line encoded; without the fragment.
    static String of(Request request) {
        var url = RequestUrl.parse(request.url().strip());
        var strict = !request.settings().flag("disableUrlEncoding").orElse(false);
        var base = url.pieces().stream().map(p -> p.variable() ? pathVariable(request, p.text()) : outside(p.text(), t -> escaped(t, strict ? "\"<>`{}" : "")))
                .collect(Collectors.joining());
        var query = url.query() == null ? null : outside(url.query(), t -> escaped(t, strict ? "\"<>'" : ""));
        var auth = request.auth();
        if (auth.type().equals("apikey") && auth.text("in").equals("query") && !auth.text("key").isEmpty()) {
            query = (query == null || query.isEmpty() ? "" : query + "&") + form(auth.text("key")) + "=" + form(auth.text("value"));
        }
        if (CurlText.inQuery(auth) && !auth.text("accessToken").isBlank()) {
            query = (query == null || query.isEmpty() ? "" : query + "&") + "access_token=" + form(auth.text("accessToken").strip());
        }
        return base + (query == null ? "" : "?" + query);
    }

    private static String pathVariable(Request request, String name) {
        return request.pathVariables().stream().filter(e -> e.enabled() && e.key().equals(name) && !e.value().isEmpty()).findFirst()
                .map(e -> outside(e.value(), v -> escaped(v, "\"<>`{}?#"))).orElse(":" + name);
    }

    /// As a form is sent: everything but letters, digits and `-._~` encoded.
    static String form(String text) {
        return outside(text, t -> URLEncoder.encode(t, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~"));
    }

    /// The body of a GraphQL request over HTTP.
    static String json(Body.GraphQl graph) {
        return "{\"query\":" + JsonWriter.compact(graph.query()) + (graph.operationName().isEmpty() ? "" : ",\"operationName\":" + JsonWriter.compact(graph.operationName()))
                + (graph.variables().isBlank() ? "" : ",\"variables\":" + graph.variables()) + "}";
    }

    private static String outside(String text, UnaryOperator<String> change) {
        var out = new StringBuilder();
        var at = 0;
        for (var found = VARIABLE.matcher(text); found.find(); at = found.end()) {
            out.append(change.apply(text.substring(at, found.start()))).append(found.group());
        }
        return out.append(change.apply(text.substring(at))).toString();
    }

    private static String escaped(String text, String also) {
        var out = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            var c = b & 0xff;
            if (c <= ' ' || c >= 0x7f || also.indexOf(c) >= 0) {
                out.append("%%%02X".formatted(c));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }
}
