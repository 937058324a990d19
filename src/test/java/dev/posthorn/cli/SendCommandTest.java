package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Network;
import dev.posthorn.store.CurrentValues;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptSecrets;
import dev.posthorn.store.LocalValues;
import dev.posthorn.workbench.Console;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Workbench;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sends single requests of a collection on disk to a server that answers the last number in the path as its status.
final class SendCommandTest {

    private static final byte[] BODY = {0, 1, (byte) 0xff, 'h', 'o', 'r', 'n', '\n'};

    @TempDir
    Path folder;

    private final Printed printed = new Printed();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private HttpServer server;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "sid=topsecret");
            exchange.sendResponseHeaders(Integer.parseInt(exchange.getRequestURI().getPath().substring(1)), BODY.length);
            exchange.getResponseBody().write(BODY);
            exchange.close();
        });
        server.start();
        file = folder.resolve("api.postman_collection.json");
        Files.writeString(file, """
                {"info": {"name": "Api", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                 "item": [
                  {"name": "Users", "item": [
                    {"name": "Get", "request": {"method": "GET", "url": "{{base}}/200", "header": [{"key": "Authorization", "value": "Bearer {{token}}"}]}},
                    {"name": "Barred", "request": {"method": "GET", "url": "{{base}}/401"}},
                    {"name": "Gone", "request": {"method": "GET", "url": "{{base}}/404"}}]},
                  {"name": "Orders", "item": [{"name": "Get", "request": {"method": "GET", "url": "{{base}}/201"}}]},
                  {"name": "Tested", "request": {"method": "GET", "url": "{{base}}/200"}, "event": [{"listen": "test", "script": {"exec": [
                     "pm.test('it is there', () => pm.response.to.have.status(200));", "pm.test('it is gone', () => pm.response.to.have.status(404));"]}}]},
                  {"name": "Stream", "request": {"method": "GET", "url": "{{base}}/stream"}},
                  {"name": "Digest", "request": {"method": "GET", "url": "{{base}}/digest", "auth": {"type": "digest", "digest": [
                     {"key": "username", "value": "me"}, {"key": "password", "value": "pass"}]}}},
                  {"name": "Down", "request": {"method": "GET", "url": "http://127.0.0.1:1/"}},
                  {"name": "Unknown", "request": {"method": "GET", "url": "{{nobody}}/"}}]}
                """);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int send(String... more) {
        var home = new Home(folder.resolve("home"));
        var terminal = printed.terminal(false);
        var values = new LocalValues(new CurrentValues(home), new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(1), Duration.ofSeconds(1)));
        var arguments = new java.util.ArrayList<>(List.of("send", file.toString()));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--env-var", "base=http://127.0.0.1:" + server.getAddress().getPort(), "--env-var", "token=abcdef"));
        return new Commands(List.of(new Command("send", "Sends.", () -> new SendCommand(GivenFiles::read, this::workbench, () -> values, Map.of(), terminal, bytes, "9"))),
                () -> 9, terminal, "").run(arguments.toArray(String[]::new));
    }

    private Workbench workbench() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        var console = new Console(Clock.systemUTC());
        return new Workbench(new Engine(new BodyStore(folder.resolve("bodies")), automatic, () -> Network.DEFAULT, console::exchanged), automatic,
                new Cookies(Clock.systemUTC()), new DemoOnDemand(), Runnable::run, Clock.systemUTC(), new Random(1), console);
    }

    @Test
    void theBodyIsPrintedByteForByteAndNothingElse() {
        assertEquals(0, send("Users/Get"), printed.err());
        assertEquals(new String(BODY, StandardCharsets.ISO_8859_1), bytes.toString(StandardCharsets.ISO_8859_1));
        assertEquals("", printed.out() + printed.err());
    }

    @Test
    void verbosePrintsTheExchangeAsCurlDoesWithSecretsCovered() {
        assertEquals(0, send("-v", "Users/Get"));
        var said = printed.err();
        assertTrue(said.startsWith("* Connected to 127.0.0.1:" + server.getAddress().getPort() + "\n> GET /200 HTTP/1.1\n> Host: 127.0.0.1"), said);
        assertTrue(said.contains("> Authorization: Bearer ••••••\n"), said);
        assertTrue(said.contains("< HTTP/1.1 200 OK\n"), said);
        assertTrue(said.toLowerCase(java.util.Locale.ROOT).contains("< set-cookie: sid=••••••\n"), said);
        assertTrue(said.contains("* Received 8 bytes in "), said);
        assertFalse(said.contains("abcdef"), said);
    }

    @Test
    void secretsAreShownToWhoAsksForThem() {
        send("--verbose", "--show-secrets", "Users/Get");
        assertTrue(printed.err().contains("> Authorization: Bearer abcdef\n"), printed.err());
    }

    @Test
    void aStatusIsNoFailureUnlessItIsToBeOne() {
        assertEquals(0, send("Gone"));
        assertEquals(1, send("--fail", "Gone"));
    }

    @Test
    void testsAreToldBesideTheAnswer() {
        assertEquals(1, send("Tested"));
        assertEquals("✓ it is there\n✗ it is gone: expected response to have status code 404 but got 200\n", printed.err());
        assertEquals(BODY.length, bytes.size());
    }

    @Test
    void anUnreachableServerIsToldInWordsAndByTheExitCode() {
        assertEquals(1, send("Down"));
        assertTrue(printed.err().contains("posthorn: Nothing is listening at 127.0.0.1:1"), printed.err());
        assertEquals(1, send("Unknown"));
        assertTrue(printed.err().contains("{{nobody}} (URL)"), printed.err());
        assertEquals(0, bytes.size());
    }

    @Test
    void whatIsWrongWithTheAuthorizationIsSaid() {
        assertEquals(0, send("Barred"));
        assertTrue(printed.err().startsWith("posthorn: The server answered 401, and no Authorization was sent"), printed.err());
        assertEquals(BODY.length, bytes.size());
    }

    @Test
    void aNameThatTwoHaveMustBeGivenWhole() {
        assertEquals(2, send("Get"));
        assertTrue(printed.err().contains("2 requests are called \"Get\": \"Users/Get\", \"Orders/Get\""), printed.err());
        assertEquals(0, send("Api/Orders/Get"));
    }

    @Test
    void aNameThatNobodyHasIsAnsweredWithThoseThatAreLikeIt() {
        assertEquals(2, send("users/get"));
        assertTrue(printed.err().contains("there is no request \"users/get\"; did you mean \"Users/Get\""), printed.err());
    }

    @Test
    void theHarHoldsTheExchangeWithoutItsSecrets() throws Exception {
        var har = folder.resolve("out/x.har");
        assertEquals(0, send("--har", har.toString(), "Users/Get"));
        var text = Files.readString(har);
        assertTrue(text.contains("/200\""), text);
        assertFalse(text.contains("abcdef") || text.contains("topsecret"), text);
    }

    @Test
    void whatTheLoginNoticedIsSaidAndAWrongProofOfTheServerInAnyCase() {
        server.createContext("/digest", exchange -> {
            var asked = exchange.getRequestHeaders().containsKey("Authorization");
            exchange.getResponseHeaders().add(asked ? "Authentication-Info" : "WWW-Authenticate", asked ? "rspauth=\"0123\"" : "Digest realm=\"api\", nonce=\"n1\", qop=\"auth\"");
            exchange.sendResponseHeaders(asked ? 200 : 401, -1);
            exchange.close();
        });
        assertEquals(0, send("Digest"));
        assertEquals("posthorn: The server's own proof (rspauth) is wrong: it may not be the one that knows the password.\n", printed.err());
        assertEquals(0, send("-v", "Digest"));
        assertTrue(printed.err().contains("* Authorization: Answered the challenge of \"api\" with MD5, auth.\n"), printed.err());
    }

    @Test
    void theBodyGoesIntoAFileWhereOneIsNamed() throws Exception {
        assertEquals(0, send("-o", folder.resolve("body.bin").toString(), "Users/Get"));
        assertEquals(BODY.length, Files.size(folder.resolve("body.bin")));
        assertEquals(0, bytes.size());
    }

    @Test
    void eventsArePrintedAsTheyComeAndNothingTwice() throws Exception {
        var seen = new java.util.concurrent.CountDownLatch(1);
        var early = new java.util.concurrent.atomic.AtomicBoolean();
        server.createContext("/stream", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                early.set(seen.await(60, java.util.concurrent.TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new java.io.InterruptedIOException();
            }
            exchange.getResponseBody().write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        bytes = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] some, int offset, int length) {
                super.write(some, offset, length);
                seen.countDown();
            }
        };
        assertEquals(0, send("Stream"), printed.err());
        assertTrue(early.get(), "the first event was printed before the second one was sent");
        assertEquals("data: one\n\ndata: two\n\n", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aStreamEndsWhereNobodyReads() {
        server.createContext("/stream", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        bytes = new ByteArrayOutputStream() {
            @Override
            public void flush() throws java.io.IOException {
                throw new java.io.IOException("Broken pipe");
            }
        };
        assertEquals(1, send("Stream"));
        assertEquals("posthorn: the answer could not be written: Broken pipe.\n", printed.err());
    }
}
