package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Network;
import dev.posthorn.model.Network.Kind;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EngineProxyTest {

    private static final TestProxy.Gate OPEN = (_, _) -> List.of();

    @TempDir
    private Path folder;
    private final List<Traffic> told = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Network network = Network.DEFAULT;
    private Engine engine;

    @BeforeEach
    void start() {
        engine = opened(new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/test"), () -> network, told::add));
    }

    @AfterEach
    void close() throws Exception {
        for (var one : open.reversed()) {
            one.close();
        }
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    private void by(Kind kind, TestProxy proxy, String user, String password) {
        network = Network.DEFAULT.withRoute(new Network.Route.Manual(new Network.Proxy(kind, "127.0.0.1", proxy.port(), user, password), List.of()));
    }

    private Outcome send(Wire wire) {
        return engine.send(wire, Options.defaults().verifying(false), new Cookies(Clock.systemUTC()), Progress.silent(), new Cancellation());
    }

    private Outcome.Received received(Wire wire) {
        var outcome = send(wire);
        return assertInstanceOf(Outcome.Received.class, outcome, () -> outcome instanceof Outcome.Failed f ? f.failure().sentence() : "cancelled");
    }

    private Outcome.Failed failed(Wire wire) {
        return assertInstanceOf(Outcome.Failed.class, send(wire));
    }

    private RawServer server() throws IOException {
        return opened(RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi"));
    }

    private static String body(Outcome.Received received) throws IOException {
        return Sender.text(received.response());
    }

    private MockWebServer secure(String name) throws IOException {
        var server = opened(new MockWebServer());
        var certificate = new HeldCertificate.Builder().addSubjectAlternativeName(name).build();
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory());
        for (var i = 0; i < 4; i++) {
            server.enqueue(new MockResponse(200, okhttp3.Headers.of(), "secret"));
        }
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void plainHttpStandsWholeOnTheRequestLineAndTheProxyLooksTheNameUp() throws Exception {
        var server = server();
        var proxy = opened(TestProxy.http(OPEN));
        by(Kind.HTTP, proxy, "", "");
        var answer = received(Sender.get("http://nowhere.invalid:" + server.port() + "/a/../{b}?x=^"));
        assertEquals("hi", body(answer));
        assertTrue(proxy.heads.getFirst().startsWith("GET http://nowhere.invalid:" + server.port() + "/a/../{b}?x=^ HTTP/1.1\r\n"), proxy.heads.getFirst());
        assertEquals("http://127.0.0.1:" + proxy.port(), answer.response().trace().connection().proxy());
        assertEquals("127.0.0.1:" + proxy.port(), answer.response().remote());
        assertEquals("http://127.0.0.1:" + proxy.port(), told.getLast().trace().connection().proxy());
    }

    @Test
    void httpsGoesThroughATunnelThatIsTold() throws Exception {
        var server = secure("api.invalid");
        var proxy = opened(TestProxy.http(OPEN));
        by(Kind.HTTP, proxy, "", "");
        var answer = received(Sender.get("https://api.invalid:" + server.getPort() + "/x"));
        assertEquals("secret", body(answer));
        assertEquals(List.of("CONNECT api.invalid:" + server.getPort() + " HTTP/1.1\r\nHost: api.invalid:" + server.getPort()
                + "\r\nProxy-Connection: Keep-Alive\r\n\r\n"), proxy.heads);
        assertEquals(List.of(Hop.Why.PROXY, Hop.Why.FIRST), told.stream().map(Traffic::why).toList());
        assertEquals("CONNECT", told.getFirst().sent().method());
        assertEquals(200, told.getFirst().received().status());
        assertTrue(told.getFirst().trace().heads().response().startsWith("HTTP/1.1 200 Connection established\r\n"));
        received(Sender.get("https://api.invalid:" + server.getPort() + "/x"));
        assertEquals(1, proxy.connections(), "the tunnel is used again");
    }

    @Test
    void socks5TakesTheNameTheUserAndThePassword() throws Exception {
        var server = secure("api.invalid");
        var proxy = opened(TestProxy.socks5("me:pass wörd", 0));
        by(Kind.SOCKS5, proxy, "me", "pass wörd");
        var answer = received(Sender.get("https://api.invalid:" + server.getPort() + "/x"));
        assertEquals("secret", body(answer));
        assertEquals(List.of("name api.invalid:" + server.getPort()), proxy.asked);
        assertEquals("socks5://127.0.0.1:" + proxy.port(), answer.response().trace().connection().proxy());
        var plain = server();
        network = Network.DEFAULT.withRoute(new Network.Route.Manual(new Network.Proxy(Kind.SOCKS5, "127.0.0.1", proxy.port(), "me", "pass wörd"), List.of("<-loopback>")));
        assertEquals("hi", body(received(Sender.get("http://127.0.0.1:" + plain.port() + "/"))));
        assertEquals("address 127.0.0.1:" + plain.port(), proxy.asked.getLast());
        assertTrue(plain.heads().getFirst().startsWith("GET / HTTP/1.1\r\n"));
    }

    @Test
    void socks5SaysWhyItRefuses() throws Exception {
        var strict = opened(TestProxy.socks5("me:right", 0));
        by(Kind.SOCKS5, strict, "me", "wrong");
        assertEquals(new BadProxy.LoginRefused("socks5://127.0.0.1:" + strict.port(), "me", "SOCKS5"), failed(Sender.get("http://api.invalid/")).failure());
        by(Kind.SOCKS5, strict, "", "");
        assertInstanceOf(BadProxy.WantsLogin.class, failed(Sender.get("http://api.invalid/")).failure());
        var closed = opened(TestProxy.socks5("", 5));
        by(Kind.SOCKS5, closed, "", "");
        var failure = failed(Sender.get("http://api.invalid:81/")).failure();
        assertEquals("The proxy socks5://127.0.0.1:" + closed.port() + " did not connect to api.invalid:81: the host refused the connection (SOCKS reply 5).", failure.sentence());
        assertEquals(Failure.Focus.NETWORK, failure.focus());
        var web = opened(TestProxy.http((_, _) -> List.of("HTTP/1.1 400 Bad")));
        by(Kind.SOCKS5, web, "", "");
        web.close();
        assertInstanceOf(BadProxy.Unreachable.class, failed(Sender.get("http://api.invalid/")).failure());
        var chatty = opened(TestProxy.saying("HTTP/1.1 400 Bad Request\r\n\r\n"));
        by(Kind.SOCKS5, chatty, "", "");
        assertInstanceOf(BadProxy.Strange.class, failed(Sender.get("http://api.invalid/")).failure());
    }

    @Test
    void anHttpsProxyIsSpokenToOverTls() throws Exception {
        var certificate = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
        var factory = new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext().getServerSocketFactory();
        var proxy = opened(TestProxy.http(factory, OPEN, "", true));
        var plain = server();
        var server = secure("api.invalid");
        by(Kind.HTTPS, proxy, "", "");
        var untrusted = failed(Sender.get("https://api.invalid:" + server.getPort() + "/")).failure();
        assertTrue(untrusted.sentence().startsWith("The proxy https://127.0.0.1:" + proxy.port() + " cannot be reached: no secure connection to it could be made (its certificate"), untrusted.sentence());
        assertTrue(untrusted.sentence().contains("self-signed"), untrusted.sentence());
        var authority = java.nio.file.Files.writeString(folder.resolve("ca.pem"), certificate.certificatePem());
        network = new Network(network.route(), List.of(), List.of(), List.of(authority), true, List.of(), Network.GIB, 0);
        assertEquals("hi", body(received(Sender.get("http://api.invalid:" + plain.port() + "/"))));
        assertTrue(proxy.heads.getFirst().startsWith("GET http://api.invalid:"), proxy.heads.getFirst());
        assertEquals("secret", body(received(Sender.get("https://api.invalid:" + server.getPort() + "/"))), "TLS within TLS");
        network = new Network(network.route(), List.of(), List.of(), List.of(), true, List.of("127.0.0.1"), Network.GIB, 0);
        assertEquals("hi", body(received(Sender.get("http://api.invalid:" + plain.port() + "/"))));
    }

    @Test
    void basicIsAskedForOnceAndThenKnown() throws Exception {
        var server = secure("api.invalid");
        var proxy = opened(TestProxy.http((_, head) -> head.contains("Proxy-Authorization: " + basic("me:pass") + "\r\n") ? List.of() : List.of("Basic realm=\"p\"")));
        by(Kind.HTTP, proxy, "me", "pass");
        assertEquals("secret", body(received(Sender.get("https://api.invalid:" + server.getPort() + "/"))));
        assertEquals(2, proxy.heads.size());
        assertEquals(1, proxy.connections(), "the 407 left the connection open");
        assertEquals(List.of(Hop.Why.PROXY, Hop.Why.PROXY, Hop.Why.FIRST), told.stream().map(Traffic::why).toList());
        var plain = server();
        assertEquals("hi", body(received(Sender.get("http://api.invalid:" + plain.port() + "/"))));
        assertEquals(3, proxy.heads.size(), "now the login is sent at once");
        assertFalse(plain.heads().getFirst().isEmpty());
    }

    @Test
    void aProxyThatClosesAfterIts407IsDialedAgain() throws Exception {
        var server = secure("api.invalid");
        var proxy = opened(TestProxy.http(javax.net.ServerSocketFactory.getDefault(),
                (_, head) -> head.contains("Proxy-Authorization: Basic") ? List.of() : List.of("Basic realm=\"p\""), "who?", false));
        by(Kind.HTTP, proxy, "me", "pass");
        assertEquals("secret", body(received(Sender.get("https://api.invalid:" + server.getPort() + "/"))));
        assertEquals(2, proxy.connections());
    }

    @Test
    void aRefusedLoginIsSentOnceAndTheRoundsAreShown() throws Exception {
        var proxy = opened(TestProxy.http((_, _) -> List.of("Basic realm=\"p\"")));
        by(Kind.HTTP, proxy, "me", "wrong");
        var tunnel = failed(Sender.get("https://api.invalid/"));
        assertEquals(new BadProxy.LoginRefused("http://127.0.0.1:" + proxy.port(), "me", "Basic"), tunnel.failure());
        assertEquals(List.of(407, 407), tunnel.hops().stream().map(h -> h.received().status()).toList());
        assertEquals(2, proxy.heads.size());
        var plain = failed(Sender.get("http://api.invalid/"));
        assertInstanceOf(BadProxy.LoginRefused.class, plain.failure());
        assertEquals(407, plain.partial().status());
        assertEquals(4, proxy.heads.size());
        by(Kind.HTTP, proxy, "", "");
        assertEquals(new BadProxy.WantsLogin("http://127.0.0.1:" + proxy.port(), List.of("Basic")), failed(Sender.get("https://api.invalid/")).failure());
        assertEquals(new BadProxy.WantsLogin("http://127.0.0.1:" + proxy.port(), List.of("Basic")), failed(Sender.get("http://api.invalid/")).failure());
    }

    @Test
    void ntlmTakesThreeMessagesOnOneConnection() throws Exception {
        var server = secure("api.invalid");
        var plain = server();
        var proxy = opened(TestProxy.http(new NtlmServer("CORP", "me", "p\u00e4ss")));
        by(Kind.HTTP, proxy, "CORP\\me", "p\u00e4ss");
        assertEquals("secret", body(received(Sender.get("https://api.invalid:" + server.getPort() + "/"))));
        assertEquals(List.of(0, 0, 0), proxy.connectionOfHead);
        assertEquals("hi", body(received(Sender.post("http://api.invalid:" + plain.port() + "/", "a body"))));
        assertEquals(List.of(0, 0, 0, 1, 1), proxy.connectionOfHead, "for plain http on a connection of its own, and without asking first");
        assertEquals("hi", body(received(Sender.get("http://api.invalid:" + plain.port() + "/"))));
        assertEquals(2, proxy.connectionOfHead.getLast(), "a login belongs to one send");
        by(Kind.HTTP, proxy, "CORP\\me", "wrong");
        var refused = failed(Sender.get("https://api.invalid:" + server.getPort() + "/"));
        assertEquals(new BadProxy.LoginRefused("http://127.0.0.1:" + proxy.port(), "CORP\\me", "NTLM"), refused.failure());
        assertEquals(3, refused.hops().size());
        assertInstanceOf(BadProxy.LoginRefused.class, failed(Sender.get("http://api.invalid:" + plain.port() + "/")).failure());
    }

    @Test
    void digestIsPreferredToBasicAndItsNonceIsUsedAgain() throws Exception {
        var server = secure("api.invalid");
        var plain = server();
        var gate = new DigestGate("me", "pass");
        var proxy = opened(TestProxy.http(gate));
        by(Kind.HTTP, proxy, "me", "pass");
        assertEquals("secret", body(received(Sender.get("https://api.invalid:" + server.getPort() + "/"))));
        assertEquals("hi", body(received(Sender.get("http://api.invalid:" + plain.port() + "/x?y"))));
        assertEquals(List.of("1 api.invalid:" + server.getPort(), "2 http://api.invalid:" + plain.port() + "/x?y"), gate.proved);
        assertEquals(3, proxy.heads.size());
        gate.renew();
        assertEquals("hi", body(received(Sender.get("http://api.invalid:" + plain.port() + "/"))), "a stale nonce is no refusal");
        assertEquals("1 http://api.invalid:" + plain.port() + "/", gate.proved.getLast());
        by(Kind.HTTP, proxy, "me", "wrong");
        assertEquals(new BadProxy.LoginRefused("http://127.0.0.1:" + proxy.port(), "me", "Digest"), failed(Sender.get("http://api.invalid/")).failure());
    }

    @Test
    void aProxyScriptsWaysAreTriedInOrder() throws Exception {
        var server = server();
        var proxy = opened(TestProxy.http(OPEN));
        var dead = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        dead.close();
        var text = "function FindProxyForURL(url, host) {\n if (host == 'broken.test') return nothing;\n return 'PROXY 127.0.0.1:" + dead.getLocalPort()
                + "; PROXY 127.0.0.1:" + proxy.port() + "; DIRECT';\n}";
        var script = opened(new RawServer((_, _, _, out, _) -> out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + text.length() + "\r\n\r\n" + text).getBytes(StandardCharsets.UTF_8))));
        network = Network.DEFAULT.withRoute(new Network.Route.Script(script.url() + "/proxy.pac", "", ""));
        var answer = received(Sender.get("http://api.invalid:" + server.port() + "/"));
        assertEquals("http://127.0.0.1:" + proxy.port(), answer.response().trace().connection().proxy());
        assertEquals(List.of("/proxy.pac", "/", "/"), told.stream().map(t -> t.sent().url().replaceFirst("http://[^/]*", "")).toList(), "script, dead proxy, living one");
        assertInstanceOf(BadProxy.Unreachable.class, told.get(1).failure());
        var failure = failed(Sender.get("http://broken.test/")).failure();
        assertEquals("The proxy script " + script.url() + "/proxy.pac ended with an error in line 2: ReferenceError: nothing is not defined.", failure.sentence());
        assertEquals(1, script.heads().size(), "loaded once");
        proxy.close();
        assertEquals("The proxy http://127.0.0.1:" + dead.getLocalPort() + " cannot be reached: nothing is listening there.",
                failed(Sender.get("http://api.invalid:" + server.port() + "/")).failure().sentence(), "of several failures the first is told");
    }

    @Test
    void aRefusedConnectIsToldWithItsStatusAndItsWords() throws Exception {
        var proxy = opened(TestProxy.http(javax.net.ServerSocketFactory.getDefault(), (_, _) -> List.of("HTTP/1.1 403 Forbidden"), "Not to this host.\nAsk IT.", true));
        by(Kind.HTTP, proxy, "", "");
        var failed = failed(Sender.get("https://api.invalid:8443/"));
        assertEquals("The proxy http://127.0.0.1:" + proxy.port() + " did not connect to api.invalid:8443: 403 Forbidden: Not to this host.", failed.failure().sentence());
        assertEquals("Not to this host.\nAsk IT.", Sender.text(failed.hops().getFirst().received()));
        assertNull(failed.partial());
    }

    @Test
    void whatIsNoProxyIsSaidSo() throws Exception {
        var odd = opened(TestProxy.saying("SSH-2.0-OpenSSH_9\r\n"));
        by(Kind.HTTP, odd, "", "");
        var failure = failed(Sender.get("https://api.invalid/")).failure();
        assertEquals("What listens at http://127.0.0.1:" + odd.port() + " does not answer as such a proxy: its answer does not begin with HTTP/.", failure.sentence());
        var silent = opened(TestProxy.saying(""));
        by(Kind.HTTP, silent, "", "");
        assertInstanceOf(BadProxy.Strange.class, failed(Sender.get("https://api.invalid/")).failure());
        network = Network.DEFAULT.withRoute(new Network.Route.Manual(new Network.Proxy(Kind.HTTP, "proxy.invalid", 3128, "", ""), List.of()));
        assertEquals("The proxy http://proxy.invalid:3128 cannot be reached: its name is not known.", failed(Sender.get("https://api.invalid/")).failure().sentence());
        assertEquals("The proxy http://proxy.invalid:3128 cannot be reached: its name is not known.", failed(Sender.get("http://api.invalid/")).failure().sentence());
    }

    @Test
    void aSlowProxyEndsByTheConnectLimitAndByCancel() throws Exception {
        var slow = opened(new RawServer((number, head, in, out, socket) -> in.read()));
        network = Network.DEFAULT.withRoute(new Network.Route.Manual(new Network.Proxy(Kind.HTTP, "127.0.0.1", slow.port(), "", ""), List.of()));
        var options = Options.defaults().timeouts(java.time.Duration.ofMillis(200), java.time.Duration.ZERO);
        var outcome = engine.send(Sender.get("https://api.invalid/"), options, new Cookies(Clock.systemUTC()), Progress.silent(), new Cancellation());
        var failure = assertInstanceOf(Outcome.Failed.class, outcome).failure();
        assertInstanceOf(BadProxy.Unreachable.class, failure, failure.sentence());
        var cancellation = new Cancellation();
        slow.awaitRequest();
        var outcomeOfSecond = CompletableFuture.supplyAsync(() -> engine.send(Sender.get("https://api.invalid/"), Options.defaults(), new Cookies(Clock.systemUTC()), Progress.silent(), cancellation),
                task -> Thread.ofVirtual().start(task));
        slow.awaitRequest();
        cancellation.cancel();
        assertInstanceOf(Outcome.Cancelled.class, outcomeOfSecond.get(60, TimeUnit.SECONDS));
    }

    @Test
    void bypassedHostsGoStraight() throws Exception {
        var server = server();
        network = Network.DEFAULT.withRoute(new Network.Route.Manual(new Network.Proxy(Kind.HTTP, "proxy.invalid", 3128, "", ""), List.of("*.other")));
        var answer = received(Sender.get(server.url() + "/"));
        assertEquals("", answer.response().trace().connection().proxy());
        network = new Network(network.route(), List.of(new Network.HostOverride("*.test", "127.0.0.1", server.port())), List.of(), List.of(), true, List.of(), Network.GIB, 0)
                .withRoute(new Network.Route.Manual(new Network.Proxy(Kind.HTTP, "proxy.invalid", 3128, "", ""), List.of(".test")));
        assertEquals("hi", body(received(Sender.get("http://api.test/"))));
    }

    @Test
    void anOverriddenHostKeepsItsNameForTheServerAndForTls() throws Exception {
        var plain = server();
        network = new Network(new Network.Route.Direct(), List.of(new Network.HostOverride("api.test", "localhost", plain.port())), List.of(), List.of(), true, List.of(), Network.GIB, 0);
        var answer = received(Sender.get("http://api.test/x"));
        assertTrue(plain.heads().getFirst().contains("\r\nHost: api.test\r\n"), plain.heads().getFirst());
        assertTrue(answer.response().remote().endsWith(":" + plain.port()), answer.response().remote());
        assertEquals(answer.response().remote(), answer.response().trace().connection().remote());
        var server = secure("api.test");
        network = new Network(new Network.Route.Direct(), List.of(new Network.HostOverride("API.test", "127.0.0.1", server.getPort())), List.of(), List.of(), true, List.of(), Network.GIB, 0);
        assertEquals("secret", body(received(Sender.get("https://api.test/"))));
        assertEquals("api.test", server.takeRequest().getHandshakeServerNames().getFirst());
        var other = secure("other.test");
        network = new Network(new Network.Route.Direct(), List.of(new Network.HostOverride("api.test", "127.0.0.1", other.getPort())), List.of(), List.of(), true, List.of(), Network.GIB, 0);
        assertEquals("secret", body(received(Sender.get("https://api.test/"))), "a changed override opens a connection of its own");
        assertEquals("127.0.0.1:" + other.getPort(), told.getLast().trace().connection().remote());
    }

    @Test
    void whatIsWrongWithAnOverrideIsSaidOfTheOverride() {
        network = new Network(new Network.Route.Direct(), List.of(new Network.HostOverride("*.test", "nowhere.invalid", 0)), List.of(), List.of(), true, List.of(), Network.GIB, 0);
        assertEquals("The host nowhere.invalid (set for api.test in the network settings) could not be found.", failed(Sender.get("http://api.test/")).failure().sentence());
        network = Network.DEFAULT.withRoute(new Network.Route.Manual(new Network.Proxy(Kind.SOCKS5, " ", 1080, "", ""), List.of()));
        assertEquals("The proxy settings (the network settings) cannot be used: the proxy has no host.", failed(Sender.get("http://api.test/")).failure().sentence());
    }

    @Test
    void anOverrideHoldsBehindAProxyToo() throws Exception {
        var server = server();
        var proxy = opened(TestProxy.socks5("", 0));
        network = new Network(new Network.Route.Manual(new Network.Proxy(Kind.SOCKS5, "127.0.0.1", proxy.port(), "", ""), List.of()),
                List.of(new Network.HostOverride("api.test", "other.invalid", server.port())), List.of(), List.of(), true, List.of(), Network.GIB, 0);
        assertEquals("hi", body(received(Sender.get("http://api.test/"))));
        assertEquals(List.of("name other.invalid:" + server.port()), proxy.asked);
    }

    @Test
    void dialerOpensTheSameConnectionForOthers() throws Exception {
        var server = server();
        var proxy = opened(TestProxy.http(OPEN));
        by(Kind.HTTP, proxy, "", "");
        var target = Target.parse("http://api.invalid:" + server.port() + "/");
        try (var socket = engine.dialer().dial(target, Options.defaults(), network, new Cancellation(), _ -> { })) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertTrue(new String(socket.getInputStream().readNBytes(15), StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 200 OK"));
        }
        assertTrue(proxy.heads.getFirst().startsWith("CONNECT "), "a tunnel, also for http");
    }
}
