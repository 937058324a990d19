package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Certificate;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Flow;
import dev.posthorn.model.Frame;
import dev.posthorn.model.Header;
import dev.posthorn.model.Heads;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Interim;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.model.Security;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExchangeTest {

    @TempDir
    private Path folder;
    private Home home;
    private History history;

    @BeforeEach
    void open() {
        home = new Home(folder);
        history = new History(home);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Response response(int status, byte[] body, Header... headers) {
        var ms = Duration.ofMillis(3);
        return new Response(status, "Reason", "HTTP/2", List.of(headers), new KeptBody(body), new Sizes(1, 2, 3, 4, body.length),
                new Timings(Instant.ofEpochMilli(77_000), ms, ms, ms, ms, ms, ms, ms), "127.0.0.1:80", false);
    }

    private static Response seen(Response r, Trace trace) {
        return new Response(r.status(), r.reason(), r.protocol(), r.headers(), r.body(), r.sizes(), r.timings(), r.remote(), r.truncated(), trace);
    }

    private Trace traceBack(Trace trace, String... secrets) {
        var hop = new Hop(wire("http://x", Payload.empty()), seen(response(200, bytes("x")), trace), Hop.Why.FIRST);
        return ((Outcome.Received) stored(Request.get("http://x"), new Outcome.Received(List.of(hop)), secrets).outcome()).response().trace();
    }

    @Test
    void whatWasSeenOfTheConnectionComesBack() {
        var leaf = new Certificate("CN=x", "CN=root", "0a", Instant.ofEpochMilli(5), Instant.ofEpochMilli(9), List.of("x", "10.0.0.1"), "EC P-256", "SHA256withECDSA", "AA:BB");
        var trace = new Trace(new Connection("127.0.0.1:5", "127.0.0.1:80", "http://proxy:3128", true, new Security("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of(leaf), false, "CN=me")),
                List.of(new Interim(103, "Early Hints", List.of(new Header("Link", "</a.css>")), Duration.ofMillis(4))), List.of(new Header("X-Sum", "1")),
                new Heads("GET / HTTP/1.1\r\nHost: x\r\nX-L: \u00fc\r\n\r\n", "HTTP/1.1 200 OK\nA:b\n c\n\n", true),
                new Flow(70, 1L << 40, 3, List.of(new Frame(true, Duration.ofNanos(-5), "SETTINGS", "", 0, 1, 6, "MAX_FRAME_SIZE=16384"))));
        assertEquals(trace, traceBack(trace));
        assertEquals(Trace.NONE, traceBack(Trace.NONE));
    }

    @Test
    void noSecretIsInTheHeadsThatAreKept() {
        var heads = traceBack(new Trace(Connection.NONE, List.of(new Interim(103, "", List.of(new Header("Set-Cookie", "sid=hidden-0")), Duration.ZERO)), List.of(), new Heads(
                "GET /a?access_token=hidden-1&page=2 HTTP/1.1\r\nAuthorization: Basic hidden-2\r\nCOOKIE:a=hidden-3;\r\n b=hidden-4\r\nX-Api-Key: hidden-5\r\nX-Plain: kept kn\u00c3\u00bcwn\r\n\r\n",
                ":status: 200\r\nset-cookie: sid=hidden-6; Path=/\r\n\r\n", true)), "kn\u00fcwn");
        assertFalse(heads.toString().contains("hidden") || heads.toString().contains("wn\r"), heads.toString());
        assertTrue(heads.heads().request().startsWith("GET /a?") && heads.heads().request().contains("page=2 HTTP/1.1\r\nAuthorization: Basic "), heads.heads().request());
        assertTrue(heads.heads().request().contains("X-Plain: kept ") && heads.heads().response().contains("; Path=/\r\n\r\n"));
    }

    private static Wire wire(String url, Payload payload, Header... headers) {
        return new Wire("POST", url, List.of(headers), payload);
    }

    private Exchange stored(Request request, Outcome outcome, String... secrets) {
        var row = new HistoryRow(0, Instant.ofEpochMilli(77_000), "C", "n", request.method(), request.url(), 200, Duration.ofMillis(5), 9, "");
        var id = history.add(new Exchange(row, request, outcome, ""), new Redaction(Set.of(secrets))).join();
        return history.open(id).join().orElseThrow();
    }

    private static byte[] body(Response response) throws IOException {
        try (var stream = response.body().open()) {
            return stream.readAllBytes();
        }
    }

    @Test
    void theWholeExchangeComesBackWithEveryHopAndBody() throws IOException {
        var hops = List.of(
                new Hop(wire("http://x/a", new Payload.Bytes(bytes("{\"q\":1}"), "application/json"), new Header("A", "1"), new Header("a", "2")),
                        response(302, bytes("moved"), new Header("Location", "/b")), Hop.Why.FIRST),
                new Hop(wire("http://x/b", Payload.empty()), response(200, bytes("{\"ok\":\"ü\"}"), new Header("Content-Type", "application/json")), Hop.Why.REDIRECT));
        var back = stored(Request.get("http://x/{{p}}"), new Outcome.Received(hops));
        var outcome = assertInstanceOf(Outcome.Received.class, back.outcome());
        assertEquals(Request.get("http://x/{{p}}"), back.request());
        assertEquals("", back.note());
        for (var i = 0; i < hops.size(); i++) {
            var then = hops.get(i);
            var now = outcome.hops().get(i);
            assertEquals(then.why(), now.why());
            assertEquals(then.sent().headers(), now.sent().headers());
            assertEquals(then.sent().url(), now.sent().url());
            assertEquals(then.received().headers(), now.received().headers());
            assertEquals(then.received().timings(), now.received().timings());
            assertEquals(then.received().sizes(), now.received().sizes());
            assertArrayEquals(body(then.received()), body(now.received()));
        }
        assertArrayEquals(bytes("{\"q\":1}"), assertInstanceOf(Payload.Bytes.class, outcome.hops().getFirst().sent().payload()).bytes());
    }

    @Test
    void aFailureIsToldInTheWordsOfThatTime() {
        var failure = new Failure.TimedOut("wait", Duration.ofMillis(250));
        var back = stored(Request.get("http://x"), new Outcome.Failed(failure, wire("http://x", Payload.empty()), null, List.of()));
        var failed = assertInstanceOf(Outcome.Failed.class, back.outcome());
        assertEquals(failure.sentence(), failed.failure().sentence());
        assertEquals(failure.focus(), failed.failure().focus());
        assertEquals(1, history.search("time gave up", 10, Long.MAX_VALUE).join().size());
    }

    @Test
    void wordsOfHeadersAndBodiesAreFound() {
        stored(Request.get("http://x"), new Outcome.Received(List.of(new Hop(
                wire("http://x", new Payload.Bytes(bytes("{\"city\":\"Zürich\"}"), "application/json"), new Header("X-Trace", "abc-4711")),
                response(200, bytes("<p>Quittung</p>"), new Header("Content-Type", "text/html; charset=utf-8")), Hop.Why.FIRST))));
        for (var words : List.of("zuri", "zürich quitt", "4711", "x trace", "POST", "200 html")) {
            assertEquals(1, history.search(words, 10, Long.MAX_VALUE).join().size(), words);
        }
        assertEquals(0, history.search("genf", 10, Long.MAX_VALUE).join().size());
    }

    @Test
    void aBodyIsCutAtTheLimitAndSaysSo() throws IOException {
        history.limit(new HistoryLimits(10, 100, 0, 1 << 20)).join();
        var back = stored(Request.get("http://x"), received(bytes("0123456789abcdef")));
        assertArrayEquals(bytes("0123456789"), body(((Outcome.Received) back.outcome()).response()));
        assertEquals("Of the body the first 10 of 16 bytes were kept.", back.note());
    }

    private static Outcome received(byte[] body, Header... headers) {
        return new Outcome.Received(List.of(new Hop(wire("http://x", Payload.empty()), response(200, body, headers), Hop.Why.FIRST)));
    }

    @Test
    void theOldestBodiesMakeRoomAndTheirRowsStay() {
        history.limit(new HistoryLimits(1 << 20, 100, 0, 40_000)).join();
        var random = new java.util.Random(5);
        for (var i = 0; i < 5; i++) {
            var noise = new byte[20_000];
            random.nextBytes(noise);
            stored(Request.get("http://x"), received(noise));
        }
        assertEquals(5, history.count("").join());
        assertEquals("The body (20000 bytes) is not kept any more.", history.open(1).join().orElseThrow().note());
        assertEquals("", history.open(5).join().orElseThrow().note());
    }

    @Test
    void noSecretIsOnTheDiskWhereverItStood() throws IOException {
        var url = "http://me:hidden-1@x/a?access_token=hidden-2&q=known%2Fvalue";
        var request = Request.get(url).withAuth(new Auth("bearer", Map.of("token", "hidden-3")))
                .withHeaders(List.of(Entry.of("X-Api-Key", "hidden-4"))).withBody(new Body.Raw("{\"password\": \"hidden-5\", \"user\": \"me\"}", "json"));
        var sent = wire(url, new Payload.Bytes(bytes("{\"password\": \"hidden-5\", \"echo\": \"known\\/value\"}"), "application/json"),
                new Header("Authorization", "Bearer hidden-3"), new Header("Cookie", "sid=hidden-6; lang=hidden-7"), new Header("X-Other", "a known/value"));
        var answer = response(200, bytes("{\"access_token\":\"hidden-8\",\"deep\":{\"clientSecret\" : \"hidden-\\\"9\"},\"also\":\"known/value\",\"page\":7}"),
                new Header("Set-Cookie", "sid=hidden-10; Path=/; HttpOnly"), new Header("Location", "http://x/?token=hidden-11"));
        var back = stored(request, new Outcome.Received(List.of(new Hop(sent, answer, Hop.Why.FIRST))), "known/value");
        stored(Request.get("http://x"), new Outcome.Received(List.of(new Hop(wire("http://x", new Payload.Bytes(bytes("user=me&password=hidden-12"), "application/x-www-form-urlencoded")),
                response(200, bytes("<a><password>hidden-13</password><b>kept</b></a>")), Hop.Why.FIRST))));
        var kept = new String(body(((Outcome.Received) back.outcome()).response()), StandardCharsets.UTF_8);
        assertTrue(kept.contains("\"page\":7") && kept.contains(SecretMask.MASK), kept);
        var all = new StringBuilder(kept);
        for (long id = 1; id <= 2; id++) {
            var exchange = history.open(id).join().orElseThrow();
            all.append(exchange.row()).append(exchange.request()).append(exchange.outcome());
            for (var hop : exchange.outcome().hops()) {
                all.append(new String(body(hop.received()), StandardCharsets.UTF_8));
                all.append(hop.sent().payload() instanceof Payload.Bytes(var bytes, _) ? new String(bytes, StandardCharsets.UTF_8) : "");
            }
        }
        assertFalse(all.toString().contains("hidden"), all.toString());
        assertFalse(all.toString().contains("known"), all.toString());
        assertTrue(all.toString().contains("<b>kept</b>") && all.toString().contains("user=me"), all.toString());
        assertEquals(0, history.count("hidden").join());
        history.close();
        try (var files = Files.list(home.folder())) {
            for (var file : files.toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("hidden"), file.toString());
            }
        }
    }

    @Test
    void bytesWithoutSecretsStayTheVerySame() {
        var noise = new byte[5000];
        new java.util.Random(3).nextBytes(noise);
        assertArrayEquals(noise, new Redaction(Set.of("not in there")).body(noise));
        var text = bytes("{\"key\": \"ü\", \"value\": 1, \"cut\": \"off");
        assertArrayEquals(text, new Redaction(Set.of("not in there")).body(text));
    }

    @Test
    void whatWasSeenOfAnExchangeWithoutAnAnswerComesBackWithoutSecrets() {
        var trace = new Trace(new Connection("127.0.0.1:5", "127.0.0.1:80", "", false, null), List.of(), List.of(),
                new Heads("GET / HTTP/1.1\r\nAuthorization: Basic hidden\r\n\r\n", "", true), new Flow(40, 0, 0, List.of()));
        var sent = wire("http://x", Payload.empty());
        var failed = assertInstanceOf(Outcome.Failed.class, stored(Request.get("http://x"),
                new Outcome.Failed(new Failure.TimedOut("wait", Duration.ofMillis(250)), sent, null, List.of(), trace)).outcome());
        assertEquals(trace.connection(), failed.trace().connection());
        assertEquals(trace.flow(), failed.trace().flow());
        assertTrue(failed.trace().heads().request().startsWith("GET / HTTP/1.1\r\n") && !failed.trace().toString().contains("hidden"), failed.trace().toString());
        var cancelled = assertInstanceOf(Outcome.Cancelled.class, stored(Request.get("http://x"), new Outcome.Cancelled(sent, null, List.of(), trace)).outcome());
        assertEquals(trace.flow(), cancelled.trace().flow());
    }

    @Test
    void wordsOfANewerVersionAreReadAsWhatTheyCanBe() {
        var row = new HistoryRow(0, Instant.ofEpochMilli(77_000), "C", "n", "GET", "http://x", 0, Duration.ofMillis(5), 0, "");
        var failed = assertInstanceOf(Outcome.Failed.class, ExchangeReading.read(row,
                "{\"hops\": [], \"kind\": \"failed\", \"sentence\": \"It was so.\", \"advice\": \"\", \"focus\": \"SATELLITE\"}", List.of()).outcome());
        assertEquals("It was so.", failed.failure().sentence());
        assertEquals(Failure.Focus.NOWHERE, failed.failure().focus());
    }
}
