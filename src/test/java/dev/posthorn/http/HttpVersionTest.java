package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Options.Version;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class HttpVersionTest {

    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    @TempDir
    private Path folder;
    private Sender sender;
    private MockWebServer server;

    @BeforeEach
    void open() {
        sender = new Sender(folder);
        server = new MockWebServer();
    }

    @AfterEach
    void close() {
        sender.close();
        server.close();
    }

    private String start(boolean secure, Protocol... protocols) throws IOException {
        server.setProtocols(List.of(protocols));
        if (secure) {
            server.useHttps(new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build().sslSocketFactory());
        }
        for (var i = 0; i < 5; i++) {
            server.enqueue(new MockResponse(200, okhttp3.Headers.of(), "hi"));
        }
        server.start();
        return (secure ? "https" : "http") + "://localhost:" + server.getPort() + "/";
    }

    private static Options speaking(Version version) {
        return Options.defaults().verifying(false).speaking(version);
    }

    private Response answer(Wire wire, Version version) {
        return assertInstanceOf(Outcome.Received.class, sender.send(wire, speaking(version))).response();
    }

    @Test
    void overTlsBothSidesTakeWhatTheyLikeBest() throws Exception {
        var url = start(true, Protocol.HTTP_2, Protocol.HTTP_1_1);
        assertEquals("HTTP/2", answer(Sender.get(url), Version.AUTO).protocol());
    }

    @Test
    void http1AloneIsSpokenWithAServerThatCouldDoMore() throws Exception {
        var url = start(true, Protocol.HTTP_2, Protocol.HTTP_1_1);
        assertEquals("HTTP/1.1", answer(Sender.get(url), Version.HTTP_1).protocol());
        assertEquals("HTTP/2", answer(Sender.get(url), Version.AUTO).protocol());
        assertEquals("HTTP/1.1", answer(Sender.get(url), Version.HTTP_1).protocol());
    }

    @Test
    void http2AloneIsSpokenWithAServerThatCanDoIt() throws Exception {
        var url = start(true, Protocol.HTTP_2, Protocol.HTTP_1_1);
        assertEquals("HTTP/2", answer(Sender.get(url), Version.HTTP_2).protocol());
        assertEquals("HTTP/2", answer(Sender.get(url), Version.H2C).protocol());
    }

    @Test
    void http2AloneFailsInWordsWhereTheServerHasOnly11() throws Exception {
        var url = start(true, Protocol.HTTP_1_1);
        var failure = sender.failure(Failure.NoHttp2.class, Sender.get(url), speaking(Version.HTTP_2));
        assertTrue(failure.sentence().contains("ended the handshake because HTTP/2 was all that was offered"), failure.sentence());
        assertEquals(0, server.getRequestCount());
        assertEquals("HTTP/1.1", answer(Sender.get(url), Version.AUTO).protocol());
    }

    @Test
    void http2AloneSendsNothingToAServerThatAgreesOnNothing() throws Exception {
        server.setProtocolNegotiationEnabled(false);
        var url = start(true, Protocol.HTTP_1_1);
        var failure = sender.failure(Failure.NoHttp2.class, Sender.get(url), speaking(Version.HTTP_2));
        assertTrue(failure.sentence().contains("agreed to no version"), failure.sentence());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void withoutTlsHttp2AloneIsSpokenByPriorKnowledgeOnly() throws Exception {
        var url = start(false, Protocol.H2_PRIOR_KNOWLEDGE);
        var wire = new Wire("GET", url + "a/../b", List.of(new Header("X-Mine", "1")), new Payload.Bytes("{}".getBytes(StandardCharsets.UTF_8), "application/json"));
        var answer = answer(wire, Version.H2C);
        assertEquals("HTTP/2", answer.protocol());
        assertEquals("hi", Sender.text(answer));
        var asked = server.takeRequest(60, TimeUnit.SECONDS);
        assertEquals("/a/../b", asked.getTarget());
        assertEquals("{}", asked.getBody().utf8());
        assertEquals("1", asked.getHeaders().get("x-mine"));
    }

    @Test
    void withoutTlsAndPriorKnowledgeItIs11() throws Exception {
        var url = start(false, Protocol.HTTP_1_1);
        for (var version : List.of(Version.AUTO, Version.HTTP_1, Version.HTTP_2)) {
            assertEquals("HTTP/1.1", answer(Sender.get(url), version).protocol());
        }
    }

    @Test
    void priorKnowledgeThatWasWrongIsSaidSo() throws Exception {
        for (var said : List.of("HTTP/1.1 400 Bad Request\nContent-Length: 0\n\n", "<!DOCTYPE html>", "")) {
            try (var old = new RawServer((_, _, _, out, socket) -> {
                out.write(said.getBytes(StandardCharsets.US_ASCII));
                socket.close();
            })) {
                sender.failure(Failure.NoHttp2.class, Sender.get(old.url()), speaking(Version.H2C));
            }
        }
        try (var old = RawServer.saying("HTTP/1.1 400 Bad Request\nContent-Length: 0\n\n")) {
            var failure = sender.failure(Failure.NoHttp2.class, Sender.get(old.url()), speaking(Version.H2C));
            assertTrue(failure.sentence().contains("it answered in HTTP/1.1"), failure.sentence());
        }
    }
}
