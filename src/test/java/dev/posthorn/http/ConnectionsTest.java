package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Options.Version;
import dev.posthorn.http.proxy.Way;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Handshake;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ConnectionsTest {

    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").rsa2048().build();
    private static final Options UNVERIFIED = Options.defaults().verifying(false);

    @TempDir
    private Path folder;
    private Sender sender;
    private MockWebServer server;

    @BeforeEach
    void open() throws Exception {
        sender = new Sender(folder);
        server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build().sslSocketFactory());
        for (var i = 0; i < 20; i++) {
            server.enqueue(new MockResponse(200, Headers.of(), "hi"));
        }
        server.start();
    }

    @AfterEach
    void close() {
        sender.close();
        server.close();
    }

    private String url() {
        return "https://localhost:" + server.getPort() + "/";
    }

    private RecordedRequest asked(Options options) throws InterruptedException {
        assertInstanceOf(Outcome.Received.class, sender.send(Sender.get(url()), options));
        return server.takeRequest(60, TimeUnit.SECONDS);
    }

    private Handshake handshake(Options options) throws InterruptedException {
        return asked(options).getHandshake();
    }

    @Test
    void aConnectionServesOnlyRequestsThatWouldHaveOpenedItTheSameWay() throws Exception {
        var ways = new LinkedHashMap<String, Options>();
        ways.put("as it is", UNVERIFIED);
        ways.put("1.1 alone", UNVERIFIED.speaking(Version.HTTP_1));
        ways.put("2 alone", UNVERIFIED.speaking(Version.HTTP_2));
        ways.put("without 1.3", UNVERIFIED.tls(Set.of("TLSv1.3"), List.of()));
        ways.put("one cipher", UNVERIFIED.tls(Set.of(), List.of("TLS_AES_256_GCM_SHA384")));
        ways.put("two ciphers", UNVERIFIED.tls(Set.of(), List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256")));
        var connections = new LinkedHashMap<String, Integer>();
        for (var way : ways.entrySet()) {
            connections.put(way.getKey(), asked(way.getValue()).getConnectionIndex());
        }
        assertEquals(List.of(0, 1, 2, 3, 4, 5), List.copyOf(connections.values()));
        for (var way : ways.entrySet()) {
            assertEquals(connections.get(way.getKey()), asked(way.getValue()).getConnectionIndex(), way.getKey());
        }
    }

    @Test
    void aConnectionThatWasNotVerifiedNeverServesARequestThatWantsItVerified() throws Exception {
        asked(UNVERIFIED);
        sender.failure(Failure.TlsFailed.class, Sender.get(url()), Options.defaults());
        assertEquals(0, asked(UNVERIFIED.timeouts(UNVERIFIED.connectTimeout(), UNVERIFIED.timeout())).getConnectionIndex());
    }

    @Test
    void versionsAndCiphersAreOfferedAsChosen() throws Exception {
        assertEquals("TLSv1.3", handshake(UNVERIFIED).tlsVersion().javaName());
        assertEquals("TLSv1.2", handshake(UNVERIFIED.tls(Set.of("TLSv1.3"), List.of())).tlsVersion().javaName());
        assertEquals("TLS_AES_128_GCM_SHA256", handshake(UNVERIFIED.tls(Set.of(), List.of("TLS_AES_128_GCM_SHA256"))).cipherSuite().javaName());
        var old = handshake(UNVERIFIED.tls(Set.of(), List.of("HIGH", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")));
        assertEquals("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", old.cipherSuite().javaName());
        assertEquals("TLSv1.2", old.tlsVersion().javaName());
    }

    @Test
    void whereNothingIsLeftToOfferItIsSaidWithoutConnecting() {
        var noVersion = sender.failure(Failure.TlsFailed.class, Sender.get(url()), UNVERIFIED.tls(Set.of("TLSv1.2", "TLSv1.3"), List.of()));
        assertTrue(noVersion.sentence().contains("switch off every version of TLS"), noVersion.sentence());
        var noCipher = sender.failure(Failure.TlsFailed.class, Sender.get(url()), UNVERIFIED.tls(Set.of(), List.of("HIGH", "CAMELLIA256-SHA")));
        assertTrue(noCipher.sentence().contains("HIGH, CAMELLIA256-SHA"), noCipher.sentence());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void theClientsThatAreKeptAreLimitedAndTheOldestGoes() throws Exception {
        var clients = new Clients(new Tls(), new Dialing(null));
        var target = Target.parse(url());
        var first = clients.of(new Way.Direct(), target, UNVERIFIED, Network.DEFAULT);
        assertSame(first, clients.of(new Way.Direct(), target, UNVERIFIED, Network.DEFAULT));
        for (var i = 0; i < Clients.MOST; i++) {
            clients.of(new Way.Direct(), target, UNVERIFIED.tls(Set.of(), List.of("CIPHER_" + i)), Network.DEFAULT);
        }
        assertNotSame(first, clients.of(new Way.Direct(), target, UNVERIFIED, Network.DEFAULT));
        clients.close();
    }
}
