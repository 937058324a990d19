package dev.posthorn.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A provider of OAuth that answers what a test wants, and remembers what it was asked.
final class Provider implements AutoCloseable {

    /// @param form of the body, or of the query where there is none; several values of one name are joined by a bar
    record Asked(String method, String path, String query, Map<String, String> headers, Map<String, String> form) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }

        String get(String key) {
            return form.getOrDefault(key, "");
        }
    }

    record Said(int status, String type, String body, String location) {
        static Said json(int status, String body) {
            return new Said(status, "application/json", body.replace('\'', '"'), "");
        }

        static Said html(int status, String body) {
            return new Said(status, "text/html", body, "");
        }
    }

    private final HttpServer server;
    private final Map<String, Function<Asked, Said>> routes = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final java.util.concurrent.ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Provider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    Provider on(String path, Function<Asked, Said> answer) {
        routes.put(path, answer);
        return this;
    }

    Provider token(Function<Asked, Said> answer) {
        return on("/token", answer);
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(a -> a.path().equals(path)).toList();
    }

    Asked last(String path) {
        return asked(path).getLast();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var uri = exchange.getRequestURI();
            var headers = new LinkedHashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            var one = new Asked(exchange.getRequestMethod(), uri.getPath(), query, headers, pairs(body.isEmpty() ? query : body));
            asked.add(one);
            var said = routes.getOrDefault(uri.getPath(), _ -> Said.html(404, "<html>nothing here</html>")).apply(one);
            var bytes = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", said.type());
            if (!said.location().isEmpty()) {
                exchange.getResponseHeaders().add("Location", said.location());
            }
            exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    static Map<String, String> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = new ArrayList<>(List.of(pair.split("=", 2)));
            if (parts.size() == 2) {
                pairs.merge(URLDecoder.decode(parts.get(0), StandardCharsets.UTF_8), URLDecoder.decode(parts.get(1), StandardCharsets.UTF_8), (a, b) -> a + "|" + b);
            }
        }
        return pairs;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
