package dev.posthorn.http.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Signing;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.demo.DemoServer;
import dev.posthorn.http.Options;
import dev.posthorn.http.WireBody;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebSocketTest {

    private static DemoServer demo;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoServer.start(0);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void textAndBytesComeBackAsTheyWereSent() throws Exception {
        try (var client = new Sockets(folder).open(demo.address() + "/ws")) {
            client.socket.send("grüße 🎺");
            Sockets.await(() -> client.log.size() == 3);
            client.socket.send(new byte[] {0, 1, (byte) 0xff});
            Sockets.await(() -> client.log.size() == 5);
            client.socket.close(1000, "done");
            var ending = client.ended();
            assertEquals(new Ending(1000, "done", Ending.By.US, null), ending);
            assertEquals(List.of("> text grüße 🎺", "< text grüße 🎺", "> binary 00 01 ff", "< binary 00 01 ff", "> close 1000 done", "< close 1000 done",
                    "- note Disconnected (1000 Normal closure: done)."), client.lines().subList(1, 8));
        }
    }

    @Test
    void tenThousandMessagesComeBackInOrderAndLeaveNoFile() throws Exception {
        try (var client = new Sockets(folder).open(demo.address() + "/ws")) {
            for (var i = 0; i < 10_000; i++) {
                assertTrue(client.socket.send("message " + i + " " + "x".repeat(i % 300)));
            }
            Sockets.await(() -> client.log.size() == 20_001);
            var next = 0;
            for (var i = 1L; i < client.log.size(); i++) {
                if (!client.log.line(i).sent()) {
                    assertEquals("message " + next + " " + "x".repeat(next % 300), client.text(i));
                    next++;
                }
            }
            assertEquals(10_000, next);
            try (var files = Files.walk(folder)) {
                assertEquals(1, files.filter(Files::isRegularFile).count(), "contents are spooled; the index is still small");
            }
        }
        try (var files = Files.walk(folder)) {
            assertEquals(0, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void aBigMessageGoesThroughAFileAndNotThroughMemory() throws Exception {
        try (var server = new RawServer(peer -> {
            peer.welcome();
            for (var i = 0; i < 40; i++) {
                peer.frame(i == 0 ? 2 : i == 39 ? 0x80 : 0, new byte[1 << 20]);
            }
            peer.next();
        }); var client = new Sockets(folder)) {
            client.connect(server.url("/"), SocketOptions.DEFAULT.atMost(0));
            Sockets.await(() -> client.log.size() == 2);
            assertEquals(40L << 20, client.log.line(1).size());
            assertTrue(client.log.content(1).file().isPresent());
        }
    }

    @Test
    void theServersPingIsAnsweredAndOursIsLogged() throws Exception {
        RawServer[] self = new RawServer[1];
        try (var server = new RawServer(peer -> self[0].listen(p -> {
            p.welcome();
            p.frame(0x89, "are you there".getBytes(StandardCharsets.UTF_8));
            p.frame(0x8a, new byte[0]);
        }).play(peer)); var client = new Sockets(folder)) {
            self[0] = server;
            client.open(server.url("/"));
            var pong = server.frames().poll(60, TimeUnit.SECONDS);
            assertEquals(10, pong.opcode());
            assertEquals("are you there", pong.text());
            client.socket.ping("hello".getBytes(StandardCharsets.UTF_8));
            assertEquals("hello", server.frames().poll(60, TimeUnit.SECONDS).text());
            var all = List.of("< ping are you there", "> pong are you there", "< pong ", "> ping hello");
            Sockets.await(() -> client.lines().containsAll(all));
        }
    }

    @Test
    void fragmentsBecomeOneMessageWithAPingBetweenThem() throws Exception {
        try (var server = new RawServer(peer -> {
            peer.welcome();
            peer.frame(0x01, new byte[] {(byte) 0xe2, (byte) 0x82});
            peer.frame(0x89, new byte[0]);
            peer.frame(0x00, new byte[0]);
            peer.frame(0x80, new byte[] {(byte) 0xac});
            peer.next();
            peer.next();
        }); var client = new Sockets(folder).open(server.url("/"))) {
            Sockets.await(() -> client.lines().contains("< text €"));
        }
    }

    @Test
    void messagesAreCompressedBothWaysAsAgreed() throws Exception {
        var long1 = "the same text, again and again. ".repeat(40);
        RawServer[] self = new RawServer[1];
        try (var server = new RawServer(peer -> self[0].listen(p -> {
            p.welcome("Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover");
            p.frame(0xc1, FaultsTest.deflated(long1.getBytes(StandardCharsets.UTF_8)));
            p.frame(0xc1, FaultsTest.deflated(long1.getBytes(StandardCharsets.UTF_8)));
            p.frame(0xc1, new byte[] {0});
            p.frame(0x81, "plain".getBytes(StandardCharsets.UTF_8));
        }).play(peer)); var client = new Sockets(folder)) {
            self[0] = server;
            client.open(server.url("/"));
            Sockets.await(() -> client.log.size() == 5);
            assertEquals(long1, client.text(1));
            assertEquals(long1, client.text(2));
            assertEquals(List.of("< text ", "< text plain"), client.lines().subList(3, 5));
            client.socket.send(long1);
            client.socket.send(long1);
            var first = server.frames().poll(60, TimeUnit.SECONDS);
            var second = server.frames().poll(60, TimeUnit.SECONDS);
            assertEquals(0xc1, first.first());
            assertTrue(first.payload().length < 100 && second.payload().length < first.payload().length, "the second leans on the first");
        }
    }

    @Test
    void aConnectionThatIsLostIsMadeAgainAsOftenAsSaid() throws Exception {
        try (var server = new RawServer(RawServer.Peer::welcome, peer -> peer.say("HTTP/1.1 503 Not now\r\nContent-Length: 0\r\n\r\n"), peer -> {
            peer.welcome();
            peer.frame(0x88, new byte[] {3, (byte) 0xe8});
        }); var client = new Sockets(folder)) {
            client.connect(server.url("/"), SocketOptions.DEFAULT.retrying(2, Duration.ofMillis(1)));
            assertEquals(new Ending(1000, "", Ending.By.SERVER, null), client.ended());
            assertEquals(3, server.heads().size());
            assertEquals(List.of("Connecting", "Open", "Waiting", "Connecting", "Waiting", "Connecting", "Open", "Closed"),
                    client.states.stream().map(s -> s.getClass().getSimpleName()).toList());
        }
    }

    @Test
    void aServerThatIsGoneIsGivenUpAfterTheLastRepetition() throws Exception {
        var server = new RawServer(RawServer.Peer::welcome);
        server.close();
        try (var client = new Sockets(folder)) {
            client.connect(server.url("/"), SocketOptions.DEFAULT.retrying(2, Duration.ofMillis(1)));
            assertInstanceOf(Failure.Refused.class, client.ended().failure());
            assertEquals(3, client.states.stream().filter(SocketState.Connecting.class::isInstance).count());
        }
    }

    @Test
    void itStopsInEveryPhase() throws Exception {
        try (var silent = new RawServer(RawServer.Peer::next); var open = new RawServer(peer -> {
            peer.welcome();
            while (peer.next() != null) {
                // Never answers.
                continue;
            }
        })) {
            for (var phase : List.of("handshake", "waiting", "open", "closing")) {
                try (var client = new Sockets(folder.resolve(phase))) {
                    switch (phase) {
                        case "handshake" -> {
                            client.connect(silent.url("/"), SocketOptions.DEFAULT);
                            Sockets.await(() -> !silent.heads().isEmpty());
                        }
                        case "waiting" -> {
                            client.connect("http://127.0.0.1:1/", SocketOptions.DEFAULT.retrying(5, Duration.ofHours(1)));
                            Sockets.await(() -> client.socket.state() instanceof SocketState.Waiting);
                        }
                        case "open" -> client.open(open.url("/"));
                        default -> {
                            client.open(open.url("/"));
                            client.socket.close(1000, "");
                        }
                    }
                    client.socket.stop();
                    assertEquals(Ending.By.US, client.ended().by(), phase);
                    assertFalse(client.socket.send("too late"));
                }
            }
        }
    }

    @Test
    void aServerThatNeverAnswersTheCloseIsCutOff() throws Exception {
        try (var server = new RawServer(peer -> {
            peer.welcome();
            while (peer.next() != null) {
                continue;
            }
        }); var client = new Sockets(folder)) {
            client.connect(server.url("/"), SocketOptions.DEFAULT.closingWithin(Duration.ofMillis(20)));
            Sockets.await(() -> client.socket.state() instanceof SocketState.Open);
            client.socket.close(1001, "");
            assertEquals(1006, client.ended().code());
        }
    }

    @Test
    void aSenderWaitsForASlowServerAndStopFreesIt() throws Exception {
        try (var server = new RawServer(peer -> {
            peer.welcome();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                return;
            }
        }); var client = new Sockets(folder).open(server.url("/"))) {
            var sender = Thread.ofVirtual().start(() -> {
                while (client.socket.send(new byte[1 << 20])) {
                    continue;
                }
            });
            Sockets.await(() -> sender.getState() == Thread.State.WAITING || sender.getState() == Thread.State.BLOCKED);
            client.socket.stop();
            sender.join();
            assertTrue(client.log.size() < 60, "it did not queue without end");
        }
    }

    @Test
    void aSilentServerIsLostWhereAPongIsMissing() throws Exception {
        try (var server = new RawServer(peer -> {
            peer.welcome();
            while (peer.next() != null) {
                continue;
            }
        }); var client = new Sockets(folder)) {
            client.connect(server.url("/"), SocketOptions.DEFAULT.keptAlive(Duration.ofMillis(30)));
            assertTrue(client.ended().failure().sentence().contains("no pong came"), client.ended().toString());
        }
    }

    @Test
    void theHandshakeIsARequestAsAnyOther() throws Exception {
        try (var server = new RawServer(peer -> peer.say("HTTP/1.1 302 Found\r\nLocation: /moved\r\nSet-Cookie: seen=1\r\nContent-Length: 0\r\n\r\n"), peer -> {
            peer.welcome("Sec-WebSocket-Protocol: chat.v2");
            peer.next();
        }); var client = new Sockets(folder)) {
            client.open(server.url("/first?a=b"), new Header("Sec-WebSocket-Protocol", "chat.v1, chat.v2"), new Header("x-Mine", "yes"));
            assertEquals("chat.v2", ((SocketState.Open) client.socket.state()).protocol());
            var head = server.heads().get(1);
            assertTrue(head.startsWith("GET /moved HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n"), head);
            for (var line : List.of("x-Mine: yes", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Cookie: seen=1", "User-Agent: Posthorn/test",
                    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")) {
                assertTrue(head.contains("\r\n" + line + "\r\n"), line + " in " + head);
            }
            assertFalse(head.contains("Accept-Encoding") || head.contains("keep-alive"), head);
            assertEquals(2, client.traffic.size());
            assertEquals(101, client.traffic.get(1).received().status());
            assertTrue(client.traffic.get(1).sent().url().startsWith("ws://127.0.0.1"), client.traffic.get(1).sent().url());
            assertEquals(head, client.traffic.get(1).trace().heads().request());
            assertTrue(client.traffic.get(1).trace().heads().raw());
        }
    }

    @Test
    void itGoesThroughTheProxyOfTheWorkspace() throws Exception {
        try (var proxy = new RawServer(peer -> {
            peer.say("HTTP/1.1 200 Through\r\n\r\n");
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) peer.in().read());
            }
            var inner = new RawServer.Peer(head.toString(), peer.in(), peer.out());
            inner.welcome();
            inner.frame(0x81, "from behind the proxy".getBytes(StandardCharsets.UTF_8));
            inner.next();
        }); var client = new Sockets(folder, Network.DEFAULT.withRoute(new Network.Route.Manual(new Network.Proxy(Network.Kind.HTTP, "127.0.0.1", proxy.port(), "", ""), List.of())))) {
            client.connect("http://chat.test:8080/ws", SocketOptions.DEFAULT);
            Sockets.await(() -> client.lines().contains("< text from behind the proxy"));
            assertTrue(proxy.heads().getFirst().startsWith("CONNECT chat.test:8080 HTTP/1.1\r\n"), proxy.heads().getFirst());
            assertEquals("http://127.0.0.1:" + proxy.port(), client.traffic.getLast().trace().connection().proxy());
        }
    }

    @Test
    void aRefusalIsShownWithItsBody() throws Exception {
        try (var server = new RawServer(peer -> peer.say("HTTP/1.1 401 Unauthorized\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nno tok\r\n2\r\nen\r\n0\r\n\r\n"));
                var client = new Sockets(folder)) {
            var ending = client.connect(server.url("/"), SocketOptions.DEFAULT).ended();
            assertEquals("The server did not open a WebSocket: it answered 401 Unauthorized.", ending.failure().sentence());
            var hops = ((SocketState.Closed) client.socket.state()).hops();
            try (var in = hops.getLast().received().body().open()) {
                assertEquals("no token", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aWrongAcceptKeyIsRefused() throws Exception {
        try (var server = new RawServer(peer -> peer.say("HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: d3Jvbmc=\r\n\r\n"));
                var client = new Sockets(folder)) {
            var said = client.connect(server.url("/"), SocketOptions.DEFAULT).ended().failure().sentence();
            assertTrue(said.contains("Sec-WebSocket-Accept is \"d3Jvbmc=\""), said);
        }
    }

    @Test
    void aHandshakeThatTakesTooLongEnds() throws Exception {
        try (var server = new RawServer(peer -> {
            peer.say("HTTP/1.1 101 Switching\r\nUpgr");
            peer.next();
        }); var client = new Sockets(folder)) {
            client.connect(server.url("/"), SocketOptions.DEFAULT, Options.defaults().timeouts(Duration.ofSeconds(5), Duration.ofMillis(50)));
            assertEquals(new Failure.TimedOut("wait", Duration.ofMillis(50)), client.ended().failure());
        }
    }

    @Test
    void aLogIsSavedWithAllContents() throws Exception {
        try (var client = new Sockets(folder.resolve("run")).open(demo.address() + "/ws")) {
            client.socket.send("a \"quoted\"\nline");
            Sockets.await(() -> client.log.size() == 3);
            var file = folder.resolve("log.jsonl");
            client.log.save(file);
            var lines = Files.readAllLines(file);
            assertEquals(3, lines.size());
            assertTrue(lines.get(2).contains("\"direction\":\"received\",\"kind\":\"text\",\"size\":15,\"text\":\"a \\\"quoted\\\"\\nline\""), lines.get(2));
            client.log.clear();
            assertEquals(0, client.log.size());
            client.socket.send("after");
            Sockets.await(() -> client.log.size() == 2);
            assertEquals("> text after", client.lines().getFirst());
        }
    }

    private static Signing signing(String type) {
        return AuthTypes.signing(new Auth(type, Map.of("username", "me", "password", "x")),
                new Surroundings(Clock.systemUTC(), new Random(1), new WireBody(), TokenSource.NONE, Path.of(""), Map.of()));
    }

    @Test
    void aChallengeIsAnsweredBeforeItOpens() throws Exception {
        RawServer.Script asking = peer -> peer.say("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\"\r\nContent-Length: 0\r\n\r\n");
        try (var server = new RawServer(asking, peer -> peer.welcome()); var sockets = new Sockets(folder)) {
            sockets.connect(server.url("/chat"), SocketOptions.DEFAULT, () -> signing("digest"));
            assertEquals(CloseCode.LOST, sockets.ended().code());
            assertTrue(server.heads().get(1).contains("\r\nAuthorization: Digest username=\"me\", realm=\"r\", nonce=\"n\", uri=\"/chat\""), server.heads().get(1));
            assertFalse(server.heads().getFirst().contains("Authorization"));
            assertEquals(List.of(Hop.Why.FIRST, Hop.Why.AUTHORIZATION), sockets.traffic.stream().map(t -> t.why()).toList());
        }
    }

    @Test
    void aLoginOfSeveralMessagesIsSaidNotToWork() throws Exception {
        RawServer.Script asking = peer -> peer.say("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n");
        try (var server = new RawServer(asking); var sockets = new Sockets(folder)) {
            sockets.connect(server.url("/"), SocketOptions.DEFAULT, () -> signing("ntlm"));
            assertEquals("This authorization could not log in: the server did not take its first message, and there is no second one in the handshake of a WebSocket.",
                    sockets.ended().failure().sentence());
            assertEquals(2, server.heads().size());
        }
    }
}
