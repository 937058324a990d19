package dev.posthorn.workbench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A site of Creatio as far as sessions go, with what can go wrong there; it counts the logins and the server's sessions.
final class FakeCreatio implements AutoCloseable {

    static final String PASSWORD = "never-shown-anywhere";

    /// How a call is answered whose session is not known.
    enum Lost { STATUS_401, STATUS_403, REDIRECT, PAGE }

    final AtomicInteger logins = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();
    final Set<String> forbidden = ConcurrentHashMap.newKeySet();
    volatile Lost lost = Lost.STATUS_401;
    volatile boolean csrf = true;
    volatile boolean sessions = true;
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile CountDownLatch loginGate = new CountDownLatch(0);
    /// Answers a login in another way; null for the usual one.
    volatile Consumer<HttpExchange> otherLogin;
    /// Fails the next call without a session, without an answer.
    volatile boolean breakFirst;

    /// No session is known any more, whoever logs in.
    volatile boolean dead;
    /// The bodies of the calls, by their length.
    final List<Integer> lengths = new CopyOnWriteArrayList<>();

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    FakeCreatio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/site";
    }

    /// All sessions and tickets are forgotten, as after a restart.
    void restart() {
        known.clear();
        tickets.clear();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (call.getRequestURI().getPath().equals("/site/ServiceModel/AuthService.svc/Login")) {
                login(call, body);
            } else if (call.getRequestURI().getPath().startsWith("/site/0/rest/")) {
                lengths.add(body.length());
                service(call);
            } else {
                reply(call, 404, "text/html", "<html>Not here</html>");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void login(HttpExchange call, String body) throws IOException, InterruptedException {
        var number = logins.incrementAndGet();
        loginGate.await(60, TimeUnit.SECONDS);
        if (otherLogin != null) {
            otherLogin.accept(call);
        } else if (!"true".equals(call.getRequestHeaders().getFirst("ForceUseSession")) || !body.contains("\"UserName\":\"Supervisor\"") || !body.contains("\"UserPassword\":\"" + PASSWORD + "\"")) {
            reply(call, 200, "application/json", "{\"Code\":1,\"Message\":\"Invalid username or password specified.\",\"Exception\":null,\"PasswordChangeUrl\":null,\"RedirectUrl\":null}");
        } else {
            var ticket = "ticket-" + number;
            tickets.add(ticket);
            cookie(call, "BPMLOADER=loader-" + number + "; path=/site; HttpOnly");
            cookie(call, ".ASPXAUTH=" + ticket + "; path=/site; HttpOnly");
            if (csrf) {
                cookie(call, "BPMCSRF=csrf-" + ticket + "; path=/");
            }
            cookie(call, "UserName=Supervisor; expires=Fri, 01 Jan 2100 00:00:00 GMT; path=/");
            reply(call, 200, "application/json", "{\"Code\":0,\"Message\":\"\",\"Exception\":null,\"PasswordChangeUrl\":null,\"RedirectUrl\":null}");
        }
    }

    private void service(HttpExchange call) throws IOException, InterruptedException {
        calls.incrementAndGet();
        var ticket = cookieOf(call, ".ASPXAUTH");
        var session = cookieOf(call, "BPMSESSIONID");
        if (breakFirst && session.isEmpty()) {
            breakFirst = false;
            return;
        }
        if (dead || !tickets.contains(ticket) || !session.isEmpty() && !known.contains(session)) {
            unknown(call);
            return;
        }
        if (csrf && !("csrf-" + ticket).equals(call.getRequestHeaders().getFirst("BPMCSRF"))) {
            reply(call, 403, "text/plain", "CSRF");
            return;
        }
        if (sessions && session.isEmpty()) {
            gate.await(60, TimeUnit.SECONDS);
            var made = "session-" + opened.incrementAndGet();
            known.add(made);
            cookie(call, "BPMSESSIONID=" + made + "; path=/site; HttpOnly");
        } else if (session.isEmpty()) {
            opened.incrementAndGet();
        }
        var path = call.getRequestURI().getPath();
        if (forbidden.stream().anyMatch(path::endsWith)) {
            reply(call, 403, "text/plain", "No rights");
        } else {
            reply(call, 200, "application/json", "{\"Result\":\"here\"}");
        }
    }

    private void unknown(HttpExchange call) throws IOException {
        switch (lost) {
            case STATUS_401 -> reply(call, 401, "text/plain", "");
            case STATUS_403 -> reply(call, 403, "text/plain", "");
            case REDIRECT -> {
                call.getResponseHeaders().add("Location", "/site/Login/NuiLogin.aspx?ReturnUrl=%2fsite%2f0");
                reply(call, 302, "text/html", "");
            }
            case PAGE -> reply(call, 200, "text/html; charset=utf-8", "<!DOCTYPE html><html><body><form><input type=\"password\"></form></body></html>");
        }
    }

    private static void cookie(HttpExchange call, String line) {
        call.getResponseHeaders().add("Set-Cookie", line);
    }

    private static String cookieOf(HttpExchange call, String name) {
        return call.getRequestHeaders().getOrDefault("Cookie", List.of()).stream().flatMap(line -> Arrays.stream(line.split(";\\s*"))).filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1)).findFirst().orElse("");
    }

    static void reply(HttpExchange call, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", type);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        gate.countDown();
        loginGate.countDown();
        server.stop(0);
    }
}
