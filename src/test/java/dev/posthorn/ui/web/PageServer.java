package dev.posthorn.ui.web;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/// A provider of logins, or the place that it redirects to: answers each path as it was told, and remembers who came with which cookies.
public final class PageServer implements AutoCloseable {

    public final List<String> seen = new CopyOnWriteArrayList<>();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final String scheme;

    public PageServer(SSLContext tls) throws IOException {
        var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        scheme = tls == null ? "http" : "https";
        if (tls == null) {
            server = HttpServer.create(at, 0);
        } else {
            var secure = HttpsServer.create(at, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = secure;
        }
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getOrDefault("Cookie", List.of("")).getFirst());
            var page = pages.getOrDefault(exchange.getRequestURI().getPath(), "nothing here");
            exchange.getResponseHeaders().add("Set-Cookie", "session=mine; Path=/; HttpOnly");
            if (page.startsWith("-> ")) {
                exchange.getResponseHeaders().add("Location", page.substring(3));
                exchange.sendResponseHeaders(302, -1);
            } else {
                var bytes = page.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(page.contains("We are sorry") ? 400 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
    }

    /// `-> there` redirects; a page that is sorry has the status 400.
    public PageServer page(String path, String html) {
        pages.put(path, html);
        return this;
    }

    public URI at(String path) {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
