package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.KerberosRealm;
import dev.posthorn.auth.Signing;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logins that belong to a connection, over real ones.
@Timeout(120)
final class EngineLoginTest {

    @TempDir
    private Path folder;
    private final List<Traffic> told = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Network network = Network.DEFAULT.withRoute(new Network.Route.Direct());
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

    private static Signing ntlm(String password) {
        return AuthTypes.signing(new Auth("ntlm", Map.of("username", "CORP\\me", "password", password)),
                new Surroundings(Clock.systemUTC(), new Random(1), new WireBody(), TokenSource.NONE, Path.of(""), Map.of()));
    }

    private Outcome send(Wire wire, Signing signing, Options options) {
        return engine.send(wire, signing, options, new Cookies(Clock.systemUTC()), Progress.silent(), new Cancellation());
    }

    private Outcome.Received received(Wire wire, String password) {
        var outcome = send(wire, ntlm(password), Options.defaults().verifying(false));
        return assertInstanceOf(Outcome.Received.class, outcome, () -> outcome instanceof Outcome.Failed f ? f.failure().sentence() : "cancelled");
    }

    private static List<Integer> statuses(Outcome outcome) {
        return outcome.hops().stream().map(h -> h.received().status()).toList();
    }

    private NtlmDoor door(NtlmDoor.Mischief mischief) throws IOException {
        return opened(new NtlmDoor(ServerSocketFactory.getDefault(), new NtlmServer("CORP", "me", "p\u00e4ss"), (_, _) -> "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nin", mischief));
    }

    @Test
    void threeMessagesRideOneConnectionThatNobodyElseUses() throws Exception {
        var door = opened(NtlmDoor.of(new NtlmServer("CORP", "me", "p\u00e4ss")));
        var answer = received(Sender.post(door.url() + "/x", "the body"), "p\u00e4ss");
        assertEquals("in", Sender.text(answer.response()));
        assertEquals(List.of("#0 - 8", "#0 NTLM1 0", "#0 NTLM3 8"), door.seen, "the greeting goes without the body");
        assertEquals(List.of(Hop.Why.FIRST, Hop.Why.AUTHORIZATION, Hop.Why.AUTHORIZATION), answer.hops().stream().map(Hop::why).toList());
        assertEquals(List.of(Hop.Why.FIRST, Hop.Why.AUTHORIZATION, Hop.Why.AUTHORIZATION), told.stream().map(Traffic::why).toList());
        var stranger = engine.send(Sender.get(door.url() + "/x"), Options.defaults(), new Cookies(Clock.systemUTC()), Progress.silent(), new Cancellation());
        assertEquals(List.of(401), statuses(stranger));
        assertEquals("#1 - 0", door.seen.getLast(), "a request without a login comes on another connection");
        received(Sender.get(door.url() + "/x"), "p\u00e4ss");
        assertEquals(List.of("#2 - 0", "#2 NTLM1 0", "#2 NTLM3 0"), door.seen.subList(4, 7), "neither does a login ride what others opened");
    }

    @Test
    void aLargeBodyIsNotFollowedOnTheConnectionThatItMayHaveSpoilt() throws Exception {
        var door = opened(NtlmDoor.of(new NtlmServer("CORP", "me", "p\u00e4ss")));
        assertEquals(200, received(Sender.post(door.url() + "/x", "x".repeat(20_000)), "p\u00e4ss").response().status());
        assertEquals(List.of("#0 - 20000", "#1 NTLM1 0", "#1 NTLM3 20000"), door.seen);
    }

    @Test
    void aServerThatSendsItsTimeGetsItsSeal() throws Exception {
        var door = opened(NtlmDoor.of(new NtlmServer("CORP", "me", "p\u00e4ss").timed()));
        assertEquals(200, received(Sender.get(door.url() + "/"), "p\u00e4ss").response().status());
    }

    @Test
    void aRefusedLoginIsSentOnce() throws Exception {
        var door = opened(NtlmDoor.of(new NtlmServer("CORP", "me", "p\u00e4ss")));
        assertEquals(List.of(401, 401, 401), statuses(received(Sender.get(door.url() + "/"), "wrong")));
        assertEquals(List.of("#0 - 0", "#0 NTLM1 0", "#0 NTLM3 0"), door.seen);
    }

    @Test
    void negotiateIsAnsweredWhereThereIsNothingElse() throws Exception {
        var inner = new NtlmServer("CORP", "me", "p\u00e4ss");
        var door = opened(NtlmDoor.of((connection, head) -> inner.challenges(connection, head).stream().filter(c -> c.startsWith("NTLM")).map(c -> c.replace("NTLM", "Negotiate")).toList()));
        assertEquals(200, received(Sender.get(door.url() + "/"), "p\u00e4ss").response().status());
        assertEquals(List.of("#0 - 0", "#0 Negotiate1 0", "#0 Negotiate3 0"), door.seen);
    }

    @Test
    void aConnectionLostInTheMiddleBeginsAnewOnce() throws Exception {
        var silent = door((number, challenge, out, socket) -> {
            if (number == 1) {
                NtlmDoor.write(out, NtlmDoor.refusal(List.of(challenge), ""));
                socket.close();
            }
            return number == 1;
        });
        assertEquals(200, received(Sender.post(silent.url() + "/", "the body"), "p\u00e4ss").response().status());
        assertEquals(List.of("#0 - 8", "#0 NTLM1 0", "#1 NTLM1 0", "#1 NTLM3 8"), silent.seen);
        var announced = door((number, challenge, out, socket) -> {
            NtlmDoor.write(out, NtlmDoor.refusal(List.of(challenge), "Connection: close\r\n"));
            socket.close();
            return true;
        });
        var failed = assertInstanceOf(Outcome.Failed.class, send(Sender.get(announced.url() + "/"), ntlm("p\u00e4ss"), Options.defaults()));
        assertEquals("NTLM Authentication could not log in: the server closes the connection in the middle of the login, which belongs to one connection.", failed.failure().sentence());
        assertEquals(List.of("#0 - 0", "#1 NTLM1 0", "#2 NTLM1 0"), announced.seen);
        assertEquals(401, failed.partial().status());
    }

    @Test
    void aGreetingThatIsTakenForTheRequestIsFollowedByTheRequest() throws Exception {
        var door = opened(NtlmDoor.of((_, head) -> head.contains("Authorization") ? List.of() : List.of("NTLM")));
        var answer = received(Sender.post(door.url() + "/", "the body"), "p\u00e4ss");
        assertEquals(List.of(401, 200, 200), statuses(answer));
        assertEquals(List.of("#0 - 8", "#0 NTLM1 0", "#0 NTLM1 8"), door.seen);
    }

    @Test
    void aRedirectGoesOnWithinTheLoginButTakesNoneToOthers() throws Exception {
        var other = opened(RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi"));
        var door = opened(new NtlmDoor(ServerSocketFactory.getDefault(), new NtlmServer("CORP", "me", "p\u00e4ss"),
                (head, _) -> "HTTP/1.1 301 There\r\nContent-Length: 0\r\nLocation: " + (head.startsWith("GET /1") ? "/2" : other.url() + "/3") + "\r\n\r\n", (_, _, _, _) -> false));
        var outcome = send(Sender.get(door.url() + "/1"), ntlm("p\u00e4ss"), Options.defaults().redirected(false, true, true));
        assertEquals(List.of(401, 401, 301, 301, 200), statuses(outcome));
        assertEquals(List.of("#0 - 0", "#0 NTLM1 0", "#0 NTLM3 0", "#0 - 0"), door.seen);
        assertFalse(other.heads().getFirst().contains("Authorization"), other.heads().getFirst());
    }

    @Test
    void bothSidesOfAProxyCanWantALogin() throws Exception {
        var basic = "Basic " + Base64.getEncoder().encodeToString("you:pass".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var certificate = new HeldCertificate.Builder().addSubjectAlternativeName("api.invalid").build();
        var secure = opened(new NtlmDoor(new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext().getServerSocketFactory(), new NtlmServer("CORP", "me", "p\u00e4ss"),
                (_, _) -> "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nin", (_, _, _, _) -> false));
        var proxy = opened(TestProxy.http((_, head) -> head.contains("Proxy-Authorization: " + basic) ? List.of() : List.of("Basic realm=\"p\"")));
        network = Network.DEFAULT.withRoute(new Network.Route.Manual(new Network.Proxy(Network.Kind.HTTP, "127.0.0.1", proxy.port(), "you", "pass"), List.of()));
        assertEquals(200, received(Sender.get("https://api.invalid:" + secure.port() + "/"), "p\u00e4ss").response().status());
        assertEquals(List.of("#0 - 0", "#0 NTLM1 0", "#0 NTLM3 0"), secure.seen);
    }

    @Test
    void aKerberosTicketOpensARealDoor() throws Exception {
        try (var realm = new KerberosRealm(folder)) {
            var door = opened(new RawServer((number, head, in, out, socket) -> {
                var said = head.lines().filter(line -> line.startsWith("Authorization: Negotiate ")).findFirst();
                if (said.isEmpty()) {
                    NtlmDoor.write(out, NtlmDoor.refusal(List.of("Negotiate"), ""));
                } else {
                    var context = realm.door();
                    var proof = realm.accept(context, Base64.getDecoder().decode(said.get().substring(25)));
                    var user = context.getSrcName().toString();
                    NtlmDoor.write(out, "HTTP/1.1 200 OK\r\nWWW-Authenticate: Negotiate " + Base64.getEncoder().encodeToString(proof) + "\r\nContent-Length: " + user.length() + "\r\n\r\n" + user);
                }
            }));
            var signing = AuthTypes.signing(new Auth("negotiate", Map.of("credential", "password", "principal", "ann@" + KerberosRealm.NAME, "password", "the right one", "mutual", true)),
                    new Surroundings(Clock.systemUTC(), new Random(1), new WireBody(), TokenSource.NONE, Path.of(""), Map.of()));
            var outcome = send(Sender.get(door.url() + "/x"), signing, Options.defaults());
            assertEquals(List.of(401, 200), statuses(outcome));
            assertEquals("ann@POSTHORN.TEST", Sender.text(outcome.hops().getLast().received()));
            assertEquals(1, door.connections());
            var gone = AuthTypes.signing(new Auth("negotiate", Map.of("ticketCache", folder.resolve("none").toString())),
                    new Surroundings(Clock.systemUTC(), new Random(1), new WireBody(), TokenSource.NONE, Path.of(""), Map.of()));
            var failed = assertInstanceOf(Outcome.Failed.class, send(Sender.get(door.url() + "/x"), gone, Options.defaults()));
            assertTrue(failed.failure().sentence().contains("cannot be read"), failed.failure().sentence());
            assertEquals(401, failed.partial().status(), "what the server said stays to be seen");
        }
    }

    @Test
    void theOnlyVersionThatCannotCarryItIsRefused() {
        var failed = assertInstanceOf(Outcome.Failed.class, send(Sender.get("https://api.invalid/"), ntlm("x"), Options.defaults().speaking(Options.Version.HTTP_2)));
        assertInstanceOf(BadLogin.NotOverHttp2.class, failed.failure());
        assertTrue(told.isEmpty());
    }

    @Test
    void cancelAndTimeoutHoldInTheMiddle() throws Exception {
        var greeted = new CountDownLatch(1);
        var door = door((number, challenge, out, socket) -> {
            if (number % 2 == 1) {
                greeted.countDown();
                socket.getInputStream().read();
            }
            return number % 2 == 1;
        });
        var cancellation = new Cancellation();
        var later = Thread.ofVirtual().start(() -> {
            try {
                greeted.await();
                cancellation.cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var outcome = engine.send(Sender.get(door.url() + "/"), ntlm("p\u00e4ss"), Options.defaults(), new Cookies(Clock.systemUTC()), Progress.silent(), cancellation);
        later.join();
        assertInstanceOf(Outcome.Cancelled.class, outcome);
        assertEquals(List.of(401), statuses(outcome));
        var late = assertInstanceOf(Outcome.Failed.class, send(Sender.get(door.url() + "/"), ntlm("p\u00e4ss"), Options.defaults().timeouts(Duration.ofSeconds(30), Duration.ofMillis(700))));
        assertInstanceOf(Failure.TimedOut.class, late.failure());
    }
}
