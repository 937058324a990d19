package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
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
final class EngineTlsTest {

    private static final Options UNVERIFIED = Options.defaults().verifying(false);

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

    private void start(HeldCertificate certificate) throws IOException {
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory());
        server.enqueue(new MockResponse(200, okhttp3.Headers.of(), "hi"));
        server.start();
    }

    private static HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder().addSubjectAlternativeName("localhost").commonName("localhost");
    }

    private String url() {
        return "https://localhost:" + server.getPort() + "/a/../b";
    }

    @Test
    void anUnknownAuthorityIsRefusedInWordsAndAllowedOnRequest() throws Exception {
        start(certificate().build());
        var failure = sender.failure(Failure.TlsFailed.class, Sender.get(url()), Options.defaults());
        assertTrue(failure.sentence().contains("its certificate, localhost, is self-signed: no authority vouches for it"), failure.sentence());
        var answer = assertInstanceOf(Outcome.Received.class, sender.send(Sender.get(url()), UNVERIFIED)).response();
        assertEquals("hi", Sender.text(answer));
        assertTrue(answer.timings().tls().isPositive());
        sender.failure(Failure.TlsFailed.class, Sender.get(url()), Options.defaults());
    }

    @Test
    void anExpiredCertificateIsSaidSo() throws Exception {
        start(certificate().validityInterval(0, 1000).build());
        var failure = sender.failure(Failure.TlsFailed.class, Sender.get(url()), Options.defaults());
        assertTrue(failure.sentence().contains("localhost:" + server.getPort()) && failure.sentence().contains("has expired on 1 January 1970"), failure.sentence());
    }

    @Test
    void http2CarriesABodyOnGetAndTheUrlAsTyped() throws Exception {
        server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
        start(certificate().build());
        var wire = new Wire("GET", url(), List.of(new Header("X-Mine", "1")), new Payload.Bytes("{}".getBytes(StandardCharsets.UTF_8), "application/json"));
        var answer = assertInstanceOf(Outcome.Received.class, sender.send(wire, UNVERIFIED)).response();
        assertEquals("HTTP/2", answer.protocol());
        var asked = server.takeRequest(60, TimeUnit.SECONDS);
        assertEquals("GET", asked.getMethod());
        assertEquals("/a/../b", asked.getTarget());
        assertEquals("{}", asked.getBody().utf8());
        assertEquals("1", asked.getHeaders().get("x-mine"));
    }
}
