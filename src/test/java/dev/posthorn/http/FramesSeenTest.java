package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Frame;
import dev.posthorn.model.Header;
import dev.posthorn.model.Interim;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the engine tells of an exchange over HTTP/2 and over TLS.
@Timeout(120)
final class FramesSeenTest {

    private static final Options PRIOR_KNOWLEDGE = Options.defaults().speaking(Options.Version.H2C);

    @TempDir
    private Path folder;
    private final List<Traffic> told = Collections.synchronizedList(new ArrayList<>());
    private Engine engine;
    private MockWebServer server;

    @BeforeEach
    void open() {
        engine = new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/test"), () -> Network.DEFAULT, told::add);
        server = new MockWebServer();
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }

    @AfterEach
    void close() {
        engine.close();
        server.close();
    }

    private Outcome send(Wire wire, Options options) {
        return engine.send(wire, options, new Cookies(Clock.systemUTC()), Progress.silent(), new Cancellation());
    }

    private Response answer(MockResponse answer) throws IOException {
        server.enqueue(answer);
        return received(Sender.get("http://localhost:" + server.getPort() + "/p"), PRIOR_KNOWLEDGE);
    }

    private Response received(Wire wire, Options options) {
        return assertInstanceOf(Outcome.Received.class, send(wire, options), () -> String.valueOf(told.getLast().failure())).response();
    }

    private static String words(Frame frame) {
        return (frame.sent() ? "> " : "< ") + frame.type() + (frame.flags().isEmpty() ? "" : " " + frame.flags()) + (frame.count() == 1 ? "" : " x" + frame.count());
    }

    private static MockResponse.Builder ok() {
        return new MockResponse.Builder().code(200).addHeader("X-Mine", "y");
    }

    private static MockResponse interim(int status, String link) {
        return new MockResponse.Builder().code(status).addHeader("Link", link).build();
    }

    @Test
    void theFramesOfAnExchangeAreListedAndAddUp() throws IOException {
        server.start();
        var answer = answer(ok().body("hello").build());
        var flow = answer.trace().flow();
        var own = flow.frames().stream().filter(f -> f.stream() != 0).toList();
        assertEquals("> HEADERS END_STREAM END_HEADERS", words(own.getFirst()));
        assertEquals("< HEADERS END_HEADERS", words(own.get(1)));
        assertTrue(own.stream().anyMatch(f -> f.type().equals("DATA") && !f.sent() && f.length() == 5), own.toString());
        assertTrue(flow.frames().stream().anyMatch(f -> f.sent() && f.type().equals("SETTINGS") && f.detail().contains("INITIAL_WINDOW_SIZE=")), flow.toString());
        assertEquals(own.getFirst().length(), answer.sizes().requestHead());
        assertEquals(own.get(1).length(), answer.sizes().responseHead());
        assertEquals(own.stream().filter(f -> !f.sent()).mapToLong(f -> f.length() + 9 * f.count()).sum(), flow.received());
        assertEquals("HTTP/2", answer.protocol());
        assertEquals(new Header("x-mine", "y"), answer.headers().getFirst());
        var second = answer(ok().build()).trace();
        assertTrue(second.connection().reused());
        assertTrue(second.flow().frames().stream().noneMatch(f -> f.detail().contains("INITIAL_WINDOW_SIZE=")));
    }

    @Test
    void theHeadsAreSaidToBePutTogetherAgain() throws IOException {
        server.start();
        var heads = answer(ok().build()).trace().heads();
        assertFalse(heads.raw());
        assertTrue(heads.request().contains(":method: GET\r\n") && heads.request().contains(":path: /p\r\n") && heads.request().contains("user-agent: Posthorn/test\r\n"), heads.request());
        assertTrue(heads.response().startsWith(":status: 200\r\n") && heads.response().endsWith("x-mine: y\r\n\r\n"), heads.response());
    }

    @Test
    void interimAnswersAndTrailersAreListed() throws IOException {
        server.start();
        var answer = answer(ok().addInformationalResponse(interim(103, "</a.css>")).addInformationalResponse(interim(103, "</b.css>"))
                .addInformationalResponse(interim(102, "")).body("hello").trailers(Headers.of("x-sum", "5")).build());
        assertEquals(200, answer.status());
        assertEquals("hello", Sender.text(answer));
        assertEquals(List.of(103, 103, 102), answer.trace().interim().stream().map(Interim::status).toList());
        assertEquals("</b.css>", Header.first(answer.trace().interim().get(1).headers(), "link").orElseThrow());
        assertEquals(List.of(new Header("x-sum", "5")), answer.trace().trailers());
        assertEquals("hi", Sender.text(answer(ok().body("hi").build())));
    }

    @Test
    void answersWithoutABodyAreWhole() throws IOException {
        server.start();
        for (var status : List.of(204, 304)) {
            var answer = answer(new MockResponse.Builder().code(status).setHeader("Content-Length", "5").build());
            assertEquals(status, answer.status());
            assertEquals(new Header("content-length", "5"), answer.headers().getFirst());
        }
        assertEquals(1, told.stream().map(t -> t.trace().connection().local()).distinct().count());
    }

    @Test
    void aBigBodyMakesAShortLog() throws IOException {
        server.start();
        var answer = answer(ok().body(new Buffer().write(new byte[20_000_000])).build());
        assertEquals(20_000_000, answer.sizes().bodyOnWire());
        var frames = answer.trace().flow().frames();
        assertTrue(frames.size() <= 600, "frames: " + frames.size());
        assertTrue(frames.stream().anyMatch(f -> f.type().equals("DATA") && f.count() > 100), frames.toString());
    }

    @Test
    void aResetIsSeenWithItsReason() throws IOException {
        server.start();
        server.enqueue(ok().body("hello").onResponseBody(new SocketEffect.CloseStream(11)).build());
        assertInstanceOf(Outcome.Failed.class, send(Sender.get("http://localhost:" + server.getPort()), PRIOR_KNOWLEDGE));
        var frames = told.getLast().trace().flow().frames();
        assertTrue(frames.stream().anyMatch(f -> !f.sent() && f.type().equals("RST_STREAM") && f.detail().equals("ENHANCE_YOUR_CALM")), frames.toString());
    }

    @Test
    void exchangesAtTheSameTimeKeepTheirFramesApart() throws Exception {
        server.start();
        var sizes = IntStream.range(1, 21).map(i -> i * 1000).toArray();
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
                return ok().body("x".repeat(Integer.parseInt(request.getTarget().substring(1)))).build();
            }
        });
        var threads = IntStream.of(sizes).mapToObj(size -> Thread.ofVirtual().start(() -> {
            var answer = received(Sender.get("http://localhost:" + server.getPort() + "/" + size), PRIOR_KNOWLEDGE);
            var data = answer.trace().flow().frames().stream().filter(f -> f.type().equals("DATA") && !f.sent()).mapToLong(Frame::length).sum();
            if (data != size || !answer.trace().heads().request().contains(":path: /" + size + "\r\n")) {
                throw new AssertionError(size + " " + data);
            }
            told.removeIf(t -> t.received().sizes().body() == size);
        })).toList();
        for (var thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), told);
    }

    @Test
    void aSecureConnectionIsToldWithItsChain() throws Exception {
        var authority = new HeldCertificate.Builder().certificateAuthority(0).commonName("Test Root").build();
        var leaf = new HeldCertificate.Builder().signedBy(authority).commonName("localhost").addSubjectAlternativeName("localhost").addSubjectAlternativeName("127.0.0.1").build();
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(leaf, authority.certificate()).build().sslSocketFactory());
        server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
        server.enqueue(ok().build());
        server.start();
        var answer = received(new Wire("GET", "https://localhost:" + server.getPort() + "/", List.of(), Payload.empty()), Options.defaults().verifying(false));
        var security = answer.trace().connection().security();
        assertEquals("TLSv1.3", security.version());
        assertTrue(security.cipher().startsWith("TLS_"), security.cipher());
        assertFalse(security.verified());
        assertEquals("", security.client());
        assertEquals(List.of("CN=localhost", "CN=Test Root"), security.chain().stream().map(c -> c.subject()).toList());
        var own = security.chain().getFirst();
        assertEquals(List.of("localhost", "127.0.0.1"), own.names());
        assertEquals("EC P-256", own.key());
        assertEquals("CN=Test Root", own.issuer());
        assertTrue(own.sha256().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), own.sha256());
        assertEquals(leaf.certificate().getNotAfter().toInstant(), own.notAfter());
        assertEquals("HTTP/2", answer.protocol());
        assertTrue(answer.trace().heads().request().contains(":scheme: https\r\n"));
        server.enqueue(ok().build());
        var http1 = received(Sender.get("https://localhost:" + server.getPort() + "/"), Options.defaults().verifying(false).speaking(Options.Version.HTTP_1));
        assertTrue(http1.trace().heads().raw());
        assertTrue(http1.trace().heads().request().startsWith("GET / HTTP/1.1\r\nHost: localhost:"), http1.trace().heads().request());
        assertEquals(security.chain(), http1.trace().connection().security().chain());
    }
}
