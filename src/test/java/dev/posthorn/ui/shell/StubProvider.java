package dev.posthorn.ui.shell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.posthorn.demo.vendor.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/// A provider of tokens, and an API behind it, that refuse in the words that a test puts into their mouths, and are content once what was wrong is mended.
final class StubProvider implements AutoCloseable {

    /// What came: a form, or the query of a GET, with the Authorization header under `authorization`.
    final AtomicInteger granted = new AtomicInteger();
    final AtomicInteger revoked = new AtomicInteger();
    /// Refusals of the token endpoint that come first, as JSON, whatever is asked.
    private final Deque<String> refusals = new ArrayDeque<>();
    /// How the token endpoint refuses what is not mended yet; "" for a token.
    private volatile Function<Map<String, String>, String> token = _ -> "";
    private volatile Map<String, Object> more = Map.of();
    private volatile Predicate<HttpExchange> admitted = _ -> true;
    private volatile String challenge = "";
    private volatile int refusal = 401;
    private volatile String login = "";
    private final HttpServer server;

    StubProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void reset() {
        synchronized (refusals) {
            refusals.clear();
        }
        token = _ -> "";
        more = Map.of();
        admitted = _ -> true;
        challenge = "";
        login = "";
    }

    /// The next question for a token is refused so.
    void refuseOnce(String json) {
        synchronized (refusals) {
            refusals.add(json);
        }
    }

    /// Each question for a token is refused so until it is as wanted.
    void refuseUntil(String json, Predicate<Map<String, String>> wanted) {
        token = sent -> wanted.test(sent) ? "" : json;
    }

    /// What a token's answer has beside the usual, or instead of it; null takes a field away.
    void granting(Map<String, Object> fields) {
        more = fields;
    }

    /// The API lets in whoever is as wanted, and refuses all others so.
    void admit(int status, String asks, Predicate<HttpExchange> wanted) {
        refusal = status;
        challenge = asks;
        admitted = wanted;
    }

    /// What a login at Creatio's AuthService is answered.
    void login(String json) {
        login = json;
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var path = call.getRequestURI().getPath();
            var sent = sent(call);
            if (path.endsWith("/AuthService.svc/Login")) {
                if (login.startsWith("http")) {
                    call.getResponseHeaders().set("Location", login);
                }
                reply(call, login.startsWith("http") ? 301 : 200, login.startsWith("http") ? "" : login);
                return;
            }
            switch (path) {
                case "/token" -> token(call, sent);
                case "/authorize" -> authorize(call, sent);
                case "/device" -> reply(call, 200, "{\"device_code\":\"d\",\"user_code\":\"ABCD\",\"verification_uri\":\"" + at("/page") + "\",\"expires_in\":60,\"interval\":1}");
                case "/revoke" -> {
                    revoked.incrementAndGet();
                    reply(call, 200, "");
                }
                case "/.well-known/openid-configuration" -> reply(call, 200, "{\"issuer\":\"" + at("") + "\",\"token_endpoint\":\"" + at("/token") + "\"}");
                case "/connect/token" -> reply(call, 404, "");
                default -> api(call);
            }
        }
    }

    private void token(HttpExchange call, Map<String, String> sent) throws IOException {
        String refused;
        synchronized (refusals) {
            refused = refusals.isEmpty() ? token.apply(sent) : refusals.pop();
        }
        if (!refused.isEmpty()) {
            reply(call, refused.contains("IP address") ? 403 : 400, refused);
            return;
        }
        var told = new LinkedHashMap<String, Object>(Map.of("access_token", "never-shown-" + granted.incrementAndGet(), "token_type", "Bearer", "expires_in", 3600));
        more.forEach((key, value) -> {
            told.remove(key);
            if (!value.equals("")) {
                told.put(key, value);
            }
        });
        reply(call, 200, new String(Json.written(told), StandardCharsets.UTF_8));
    }

    private static void authorize(HttpExchange call, Map<String, String> sent) throws IOException {
        var redirect = sent.get("redirect_uri");
        call.getResponseHeaders().set("Location", redirect + (redirect.contains("?") ? "&" : "?") + "code=c&state=" + URLEncoder.encode(sent.getOrDefault("state", ""), StandardCharsets.UTF_8));
        reply(call, 302, "");
    }

    private void api(HttpExchange call) throws IOException {
        if (admitted.test(call)) {
            reply(call, 200, "{\"value\":[]}");
            return;
        }
        if (!challenge.isEmpty()) {
            call.getResponseHeaders().set("WWW-Authenticate", challenge);
        }
        reply(call, refusal, "{}");
    }

    static boolean bears(HttpExchange call, String scheme) {
        return String.valueOf(call.getRequestHeaders().getFirst("Authorization")).startsWith(scheme);
    }

    private static Map<String, String> sent(HttpExchange call) throws IOException {
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var all = new LinkedHashMap<String, String>();
        for (var pair : ((call.getRequestURI().getRawQuery() == null ? "" : call.getRequestURI().getRawQuery()) + "&" + body).split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2 && !parts[0].startsWith("{")) {
                all.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        all.put("place", call.getRequestMethod().equals("GET") ? "query" : bears(call, "Basic ") ? "header" : "body");
        return all;
    }

    private static void reply(HttpExchange call, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
