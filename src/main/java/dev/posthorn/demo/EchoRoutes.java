package dev.posthorn.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;

/// Tells back what was asked: method, URL, query, headers, cookies and body.
final class EchoRoutes {

    private EchoRoutes() {}

    static Stream<Route> all() {
        return Stream.of(
                new Route("/get", "/get?greeting=hello", "Echoes the request as JSON.", EchoRoutes::echo),
                new Route("/post", "/post", "The same, for POST.", EchoRoutes::echo),
                new Route("/put", "/put", "The same, for PUT.", EchoRoutes::echo),
                new Route("/patch", "/patch", "The same, for PATCH.", EchoRoutes::echo),
                new Route("/delete", "/delete", "The same, for DELETE.", EchoRoutes::echo),
                new Route("/anything", "/anything", "The same, for any method.", EchoRoutes::echo),
                new Route("/anything/", "/anything/42/horn?tone=c", "The same, under any path.", EchoRoutes::echo),
                new Route("/headers", "/headers", "The request's headers, in their order and case.", c -> c.json(200, Map.of("headers", headers(c)))),
                new Route("/graphql", "/graphql?query={horns{tone}}", "Echoes query, variables and operation name of a GraphQL request.", EchoRoutes::graphQl));
    }

    static void echo(Call call) throws Exception {
        call.json(200, describe(call));
    }

    static Map<String, Object> describe(Call call) throws Exception {
        var answer = new LinkedHashMap<String, Object>();
        var body = Received.of(call);
        answer.put("method", call.request().getMethod());
        answer.put("url", call.request().getHttpURI().asString());
        answer.put("args", single(call.query()));
        answer.put("headers", headers(call));
        answer.put("cookies", single(CookieRoutes.sent(call)));
        answer.put("data", body.data());
        answer.put("json", body.json());
        answer.put("form", single(body.form()));
        answer.put("files", single(body.files()));
        answer.put("size", body.size());
        answer.put("origin", Request.getRemoteAddr(call.request()));
        return answer;
    }

    static Map<String, Object> headers(Call call) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var field : call.request().getHeaders()) {
            headers.computeIfAbsent(field.getName(), n -> new ArrayList<>()).add(field.getValue());
        }
        return single(headers);
    }

    /// A name with one value has that value, one with several has a list.
    static <T> Map<String, Object> single(Map<String, List<T>> multi) {
        var flat = new LinkedHashMap<String, Object>();
        multi.forEach((name, values) -> flat.put(name, values.size() == 1 ? values.getFirst() : values));
        return flat;
    }

    private static void graphQl(Call call) throws Exception {
        var answer = new LinkedHashMap<String, Object>();
        if (call.query().containsKey("query")) {
            answer.put("query", call.parameter("query", ""));
            answer.put("variables", call.mapper().readTree(call.parameter("variables", "{}")));
        } else if (Received.of(call).json() instanceof Map<?, ?> body && body.get("query") instanceof String query) {
            answer.put("query", query);
            answer.put("variables", body.get("variables"));
            answer.put("operationName", body.get("operationName"));
        } else {
            call.json(400, Map.of("errors", List.of(Map.of("message", "The body must be a JSON object with a \"query\"."))));
            return;
        }
        call.json(200, Map.of("data", answer));
    }
}
