package dev.posthorn.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Shows, sets and deletes cookies.
final class CookieRoutes {

    private CookieRoutes() {}

    static Stream<Route> all() {
        return Stream.of(
                new Route("/cookies", "/cookies", "The cookies that came with the request.", c -> c.json(200, Map.of("cookies", EchoRoutes.single(sent(c))))),
                new Route("/cookies/set", "/cookies/set?horn=brass", "Sets each parameter as a cookie, then redirects to /cookies.", c -> set(c, "; Path=/")),
                new Route("/cookies/delete", "/cookies/delete?horn", "Deletes each named cookie, then redirects to /cookies.", c -> set(c, "; Path=/; Max-Age=0")));
    }

    /// As RFC 6265 §4.2.1 writes them: `a=1; b=2`.
    static Map<String, List<String>> sent(Call call) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var line : call.request().getHeaders().getValuesList("Cookie")) {
            for (var pair : line.split(";")) {
                var parts = pair.strip().split("=", 2);
                if (parts.length == 2) {
                    all.computeIfAbsent(parts[0], n -> new ArrayList<>()).add(parts[1]);
                }
            }
        }
        return all;
    }

    private static void set(Call call, String attributes) throws IOException {
        call.query().forEach((name, values) -> call.with("Set-Cookie", plain(name) + "=" + plain(values.getLast()) + attributes));
        call.with("Location", "/cookies").bytes(302, "text/plain", new byte[0]);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl};,]", "_");
    }
}
