package dev.posthorn.workbench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// An interface that lets in who bears a token that a Keycloak calls active; a token can be revoked there behind the program's back.
final class GuardedApi implements AutoCloseable {

    final AtomicInteger refused = new AtomicInteger();
    final Set<String> tokens = ConcurrentHashMap.newKeySet();

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String issuer;

    GuardedApi(String issuer) throws IOException {
        this.issuer = issuer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var sent = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
            var token = sent.startsWith("Bearer ") ? sent.substring(7) : "";
            tokens.add(token);
            if (!active(token)) {
                refused.incrementAndGet();
                call.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                FakeCreatio.reply(call, 401, "application/json", "{}");
            } else {
                FakeCreatio.reply(call, 200, "application/json", "{\"value\": []}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean active(String token) throws IOException, InterruptedException {
        return !token.isEmpty() && ask("/token/introspect", token, "workbench:workbench-secret").contains("\"active\":true");
    }

    /// All tokens that came so far hold no more; each is revoked by the client that got it.
    void revoke() throws IOException, InterruptedException {
        tokens.remove("");
        for (var token : tokens) {
            var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
            ask("/revoke", token, claims.contains("\"azp\":\"workflowapi\"") ? "workflowapi:workflow-secret" : "workbench:workbench-secret");
        }
    }

    private String ask(String path, String token, String client) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect" + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("token=" + token)).build();
        return this.client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
