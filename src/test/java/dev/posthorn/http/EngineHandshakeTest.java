package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Failure.TlsFailed.Remedy;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EngineHandshakeTest {

    private static final HeldCertificate ROOT = new HeldCertificate.Builder().commonName("Test Root").certificateAuthority(1).build();
    private static final HeldCertificate MIDDLE = new HeldCertificate.Builder().commonName("Test Middle").certificateAuthority(0).signedBy(ROOT).build();

    @TempDir
    private Path folder;
    private final AtomicReference<Network> network = new AtomicReference<>(Network.DEFAULT);
    private final List<MockWebServer> servers = new ArrayList<>();
    private Engine engine;

    @AfterEach
    void close() {
        servers.forEach(MockWebServer::close);
        if (engine != null) {
            engine.close();
        }
    }

    private static HeldCertificate.Builder leaf() {
        return new HeldCertificate.Builder().commonName("server").addSubjectAlternativeName("localhost").signedBy(MIDDLE);
    }

    /// A server that shows this certificate and says "hi", as often as it is asked.
    private MockWebServer serving(HeldCertificate certificate, X509Certificate... intermediates) throws IOException {
        return serving(new HandshakeCertificates.Builder().heldCertificate(certificate, intermediates).build(), false);
    }

    private MockWebServer serving(HandshakeCertificates handshake, boolean wantsOurs) throws IOException {
        var server = new MockWebServer();
        servers.add(server);
        server.useHttps(handshake.sslSocketFactory());
        if (wantsOurs) {
            server.requireClientAuth();
        }
        for (var i = 0; i < 4; i++) {
            server.enqueue(new MockResponse(200, Headers.of(), "hi"));
        }
        server.start();
        return server;
    }

    private Outcome send(String url, Options options) {
        if (engine == null) {
            engine = new Engine(new BodyStore(folder.resolve("bodies")), new AutomaticHeaders("Posthorn/test"), network::get, _ -> { });
        }
        return engine.send(Sender.get(url), options, new Cookies(java.time.Clock.systemUTC()), Progress.silent(), new Cancellation());
    }

    private Outcome send(MockWebServer server) {
        return send("https://localhost:" + server.getPort() + "/", Options.defaults());
    }

    private Failure.TlsFailed refused(MockWebServer server) {
        return assertInstanceOf(Failure.TlsFailed.class, assertInstanceOf(Outcome.Failed.class, send(server)).failure());
    }

    private void answers(MockWebServer server) {
        assertInstanceOf(Outcome.Received.class, send(server));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void trustRoot() throws IOException {
        network.set(network(List.of(), List.of(file("root.pem", ROOT.certificatePem())), List.of()));
    }

    private static Network network(List<Network.ClientCertificate> own, List<Path> authorities, List<String> unverified) {
        return new Network(new Network.Route.Direct(), List.of(), own, authorities, true, unverified, 1 << 20, 0);
    }

    private static void says(Failure.TlsFailed failure, Remedy remedy, int culprit, String... words) {
        for (var word : words) {
            assertTrue(failure.sentence().contains(word), failure.sentence());
        }
        assertEquals(remedy, failure.remedy(), failure.sentence());
        assertEquals(culprit, failure.culprit());
    }

    @Test
    void aSelfSignedCertificateIsSaidToBeOneAndCanBeAddedToTheAuthorities() throws Exception {
        var own = new HeldCertificate.Builder().commonName("me").addSubjectAlternativeName("localhost").build();
        var server = serving(own);
        var failure = refused(server);
        says(failure, Remedy.ADD_AUTHORITY, 0, "its certificate, me, is self-signed");
        assertEquals(List.of("localhost"), failure.chain().getFirst().names());
        network.set(network(List.of(), List.of(file("me.pem", own.certificatePem())), List.of()));
        answers(server);
    }

    @Test
    void anUnknownAuthorityIsNamedWhetherTheServerSendsItOrNot() throws Exception {
        var whole = refused(serving(leaf().build(), MIDDLE.certificate(), ROOT.certificate()));
        says(whole, Remedy.ADD_AUTHORITY, 2, "its certificates lead to the authority Test Root, which is not trusted here");
        assertEquals(3, whole.chain().size());
        says(refused(serving(leaf().build(), MIDDLE.certificate())), Remedy.ADD_AUTHORITY, 1,
                "the certificate of Test Middle, number 2 in its chain, was issued by Test Root, which is not known here");
        trustRoot();
        answers(serving(leaf().build(), MIDDLE.certificate()));
    }

    @Test
    void aMissingIntermediateIsSaidToBeMissing() throws Exception {
        trustRoot();
        says(refused(serving(leaf().build())), Remedy.ADD_AUTHORITY, 0, "its certificate, server, was issued by Test Middle, which is not known here, and the server sent no other certificate");
    }

    @Test
    void theOneThatExpiredIsNamedAmongTheChain() throws Exception {
        trustRoot();
        says(refused(serving(leaf().validityInterval(0, 86_400_000L * 365).build(), MIDDLE.certificate())), Remedy.ALLOW_HOST, 0, "its certificate, server, has expired on 1 January 1971");
        var old = new HeldCertificate.Builder().commonName("Old Middle").certificateAuthority(0).validityInterval(0, 86_400_000L * 365).signedBy(ROOT).build();
        says(refused(serving(leaf().signedBy(old).build(), old.certificate())), Remedy.ALLOW_HOST, 1, "the certificate of Old Middle, number 2 in its chain, has expired on 1 January 1971");
    }

    @Test
    void aCertificateOfTomorrowBringsUpTheClock() throws Exception {
        trustRoot();
        var far = 4_102_444_800_000L;
        var failure = refused(serving(leaf().validityInterval(far, far * 2).build(), MIDDLE.certificate()));
        says(failure, Remedy.ALLOW_HOST, 0, "is valid only from 1 January 2100 on");
        assertTrue(failure.advice().contains("clock"));
    }

    @Test
    void aCertificateForAnotherHostNamesThoseItIsFor() throws Exception {
        trustRoot();
        var other = new HeldCertificate.Builder().commonName("x").addSubjectAlternativeName("a.test").addSubjectAlternativeName("*.b.test").signedBy(MIDDLE).build();
        says(refused(serving(other, MIDDLE.certificate())), Remedy.ALLOW_HOST, 0, "its certificate is for a.test and *.b.test, not for localhost");
        var common = new HeldCertificate.Builder().commonName("localhost").signedBy(MIDDLE).build();
        says(refused(serving(common, MIDDLE.certificate())), Remedy.ALLOW_HOST, 0, "only by its common name");
    }

    @Test
    void aWeakSignatureIsNamed() throws Exception {
        network.set(network(List.of(), List.of(file("old.pem", OLD_ROOT)), List.of()));
        var failure = refused(serving(HeldCertificate.decode(WEAK)));
        says(failure, Remedy.ALLOW_HOST, 0, "its certificate, weak, is signed with MD5withRSA, which can be forged");
        assertEquals("MD5withRSA", failure.chain().getFirst().signature());
    }

    @Test
    void twoReasonsAreBothSaid() throws Exception {
        var bad = new HeldCertificate.Builder().commonName("me").addSubjectAlternativeName("a.test").validityInterval(0, 1000).build();
        says(refused(serving(bad)), Remedy.ALLOW_HOST, 0, "has expired", "is self-signed");
    }

    @Test
    void verificationIsOffForTheNamedHostAlone() throws Exception {
        var server = serving(new HeldCertificate.Builder().commonName("me").addSubjectAlternativeName("localhost").build());
        network.set(network(List.of(), List.of(), List.of("localhost:" + server.getPort())));
        answers(server);
        assertInstanceOf(Outcome.Failed.class, send("https://127.0.0.1:" + server.getPort() + "/", Options.defaults()));
        network.set(network(List.of(), List.of(), List.of("*.test")));
        refused(server);
        assertInstanceOf(Outcome.Received.class, send("https://localhost:" + server.getPort() + "/", Options.defaults().verifying(false)));
        refused(server);
    }

    @Test
    void aFileOfAuthoritiesThatCannotBeReadIsSaidWhereItMatters() throws Exception {
        network.set(network(List.of(), List.of(folder.resolve("gone.pem")), List.of()));
        says(refused(serving(leaf().build(), MIDDLE.certificate(), ROOT.certificate())), Remedy.ADD_AUTHORITY, 2, "gone.pem: there is no such file");
    }

    /// Asks for a certificate of ours, which `ROOT` must have signed.
    private MockWebServer asking() throws IOException {
        return serving(new HandshakeCertificates.Builder().heldCertificate(leaf().build(), MIDDLE.certificate()).addTrustedCertificate(ROOT.certificate()).build(), true);
    }

    @Test
    void aServerThatNeedsACertificateSaysSoAndTakesOurs() throws Exception {
        trustRoot();
        var server = asking();
        says(refused(server), Remedy.CLIENT_CERTIFICATE, -1, "a client certificate", "; it takes those of Test Root");
        var us = new HeldCertificate.Builder().commonName("us").signedBy(ROOT).build();
        var own = new Network.ClientCertificate("localhost", file("us.pem", us.certificatePem()), file("us.key", us.privateKeyPkcs8Pem()), "");
        network.set(network(List.of(own), network.get().authorities(), List.of()));
        answers(server);
        assertEquals("CN=us", ((X509Certificate) server.takeRequest().getHandshake().peerCertificates().getFirst()).getSubjectX500Principal().getName());
    }

    @Test
    void anEncryptedKeyOpensTheDoorWithItsPassphraseAlone() throws Exception {
        trustRoot();
        var us = new HeldCertificate.Builder().commonName("us").signedBy(ROOT).build();
        var key = file("us.key", encrypted(us, "open sesame"));
        var own = new Network.ClientCertificate("localhost", file("us.pem", us.certificatePem()), key, "open sesame");
        var server = asking();
        network.set(network(List.of(own), network.get().authorities(), List.of()));
        answers(server);
        network.set(network(List.of(new Network.ClientCertificate("localhost", own.file(), key, "open barley")), network.get().authorities(), List.of()));
        says(refused(server), Remedy.CLIENT_CERTIFICATE, -1, "the client certificate for it cannot be used (us.key: the passphrase is wrong)");
    }

    /// PKCS#8 with a scheme of PKCS#12, as OpenSSL writes it with -v1 PBE-SHA1-3DES.
    private static String encrypted(HeldCertificate us, String passphrase) throws Exception {
        var algorithm = "PBEWithSHA1AndDESede";
        var cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.ENCRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(passphrase.toCharArray())));
        var info = new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(us.keyPair().getPrivate().getEncoded()));
        return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(info.getEncoded()) + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
    }

    @Test
    void aChangedFileIsReadAgain() throws Exception {
        trustRoot();
        var stranger = new HeldCertificate.Builder().commonName("stranger").build();
        var own = new Network.ClientCertificate("*", file("us.pem", stranger.certificatePem() + stranger.privateKeyPkcs8Pem()), null, "");
        network.set(network(List.of(own), network.get().authorities(), List.of()));
        var server = asking();
        says(refused(server), Remedy.CLIENT_CERTIFICATE, -1, "our client certificate us.pem");
        var us = new HeldCertificate.Builder().commonName("us").signedBy(ROOT).build();
        Files.setLastModifiedTime(file("us.pem", us.certificatePem() + us.privateKeyPkcs8Pem()), FileTime.from(Instant.now().plusSeconds(5)));
        answers(server);
    }

    @Test
    void ourCertificateIsNotShownToAnotherHost() throws Exception {
        trustRoot();
        var us = new HeldCertificate.Builder().commonName("us").signedBy(ROOT).build();
        var asked = serving(new HandshakeCertificates.Builder().heldCertificate(leaf().build(), MIDDLE.certificate()).addTrustedCertificate(ROOT.certificate()).build(), false);
        asked.requestClientAuth();
        var own = new Network.ClientCertificate("localhost:" + (asked.getPort() + 1), file("us.pem", us.certificatePem() + us.privateKeyPkcs8Pem()), null, "");
        network.set(network(List.of(own), network.get().authorities(), List.of()));
        answers(asked);
        assertTrue(asked.takeRequest().getHandshake().peerCertificates().isEmpty());
    }

    @Test
    void aKeyThatCannotBeReadStopsTheSendBeforeTheNetwork() throws Exception {
        trustRoot();
        var server = serving(leaf().build(), MIDDLE.certificate());
        var own = new Network.ClientCertificate("localhost", file("us.pem", ROOT.certificatePem()), folder.resolve("us.key"), "");
        network.set(network(List.of(own), network.get().authorities(), List.of()));
        says(refused(server), Remedy.CLIENT_CERTIFICATE, -1, "us.key: there is no such file");
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void aServerWithoutTlsIsSaidToBeOne() throws Exception {
        try (var plain = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                try (var socket = plain.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The client has gone.
                }
            });
            var failed = assertInstanceOf(Outcome.Failed.class, send("https://localhost:" + plain.getLocalPort() + "/", Options.defaults()));
            says(assertInstanceOf(Failure.TlsFailed.class, failed.failure()), Remedy.URL, -1, "does not speak TLS on this port");
        }
    }

    @Test
    void aServerThatSpeaksOnlyBrokenVersionsIsSaidToBeOne() throws Exception {
        var handshake = new HandshakeCertificates.Builder().heldCertificate(leaf().build(), MIDDLE.certificate()).build();
        try (var server = (SSLServerSocket) serverSockets(handshake).createServerSocket(0)) {
            server.setEnabledProtocols(new String[] {"TLSv1.2"});
            Thread.ofVirtual().start(() -> shakeHands(server));
            var failed = assertInstanceOf(Outcome.Failed.class, send("https://localhost:" + server.getLocalPort() + "/", Options.defaults().tls(java.util.Set.of("TLSv1.2"), List.of())));
            var failure = assertInstanceOf(Failure.TlsFailed.class, failed.failure());
            says(failure, Remedy.REQUEST_SETTINGS, -1, "no version of TLS in common");
            assertFalse(failure.advice().isBlank());
        }
    }

    private static SSLServerSocketFactory serverSockets(HandshakeCertificates handshake) {
        return handshake.sslContext().getServerSocketFactory();
    }

    private static void shakeHands(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = (SSLSocket) server.accept()) {
                socket.startHandshake();
            } catch (IOException e) {
                // The next one.
            }
        }
    }

    private static final String OLD_ROOT = """
            -----BEGIN CERTIFICATE-----
            MIIC6DCCAdCgAwIBAgIUFjdp5Pjn27qLV5zusjnxcGwD8s8wDQYJKoZIhvcNAQEL
            BQAwEzERMA8GA1UEAwwIT2xkLVJvb3QwIBcNMDAwMTAxMDAwMDAwWhgPMjEyMDAx
            MDEwMDAwMDBaMBMxETAPBgNVBAMMCE9sZC1Sb290MIIBIjANBgkqhkiG9w0BAQEF
            AAOCAQ8AMIIBCgKCAQEA3/muXLdPZKRTtPIQwlhpLC3R7qfopO51Y/aPfU6Lc58n
            Bkc/dqDBE7Lxe7fnpAW9xE3tKGcjD01OMPnlavCdvBaYPKf5PPHRKrvPMCTm7ZA9
            ZMy8VLkliTjbe2R5pjoClM2ThT60uPL41sgIREjO8qmVfkGnfR519PbaUHp5WSIq
            +aAxXvA5NtZO01yzBvcpZ2GiXo/AWFuBC2l2xEUeTYkh0nVyxWGEgByryEfEbMFB
            19TlOK7h7+LWnQmTp7f0QhTUUVbn1/Xlv9J5L73T3f61iQyjnxRqO3+vBcWc6Bq9
            NBspdUgkyzPtRXhzPGj/DF1ECpyRnVE3ntIXMN2HmwIDAQABozIwMDAPBgNVHRMB
            Af8EBTADAQH/MB0GA1UdDgQWBBRfoCNZgFOtQUjBzKFoDaHVoQVzjTANBgkqhkiG
            9w0BAQsFAAOCAQEAVznPm4wHjA/epQCF8sn0S0rYXdDrJg9UhHr5AQRK+MVi9b3q
            n0smj6+DQl+4SsJdePt8T8WFBFsdr5LFQXCX+MdjqS/TtZebn5kHFGJOpZl9V7jo
            S9OJ3evev8tJDjMhvGd0fvmdaBUU3ft6kzs8NLhhGvhmystK0tmAyJDCKwFfh4Kr
            pJtep9GJSa0G61dAofoaZ5QqrZh7ra128JSSA7rWNVT6LzajmroqJ53iWRzvLb2I
            Ci1h4LxECdgC3CyltNLe2KiWMBT4qGxoiobjS88G4H1gyhlsVZtmFzKc8HLH/d8u
            XoG0K8k+5jDCf28axOH7jLva/FnLLA7jQ39bfw==
            -----END CERTIFICATE-----
            """;

    /// Signed with MD5 by the root above.
    private static final String WEAK = """
            -----BEGIN CERTIFICATE-----
            MIICPzCCASegAwIBAgIUezhQp5sVRdoPHnA0INK9f0/pZz4wDQYJKoZIhvcNAQEE
            BQAwEzERMA8GA1UEAwwIT2xkLVJvb3QwIBcNMDAwMTAxMDAwMDAwWhgPMjEyMDAx
            MDEwMDAwMDBaMA8xDTALBgNVBAMMBHdlYWswWTATBgcqhkjOPQIBBggqhkjOPQMB
            BwNCAAQPQYbiHzRvxSjRRIdqfhV2pkc1hfNd25kN+Dvy+Ew5tnxZrSxKxEKqKu8y
            ugYsr1joiZ6A65TnFEuHSr0T2j0Yo1gwVjAUBgNVHREEDTALgglsb2NhbGhvc3Qw
            HQYDVR0OBBYEFPdElljxZXfzptZOn3ND6OGb3zEXMB8GA1UdIwQYMBaAFF+gI1mA
            U61BSMHMoWgNodWhBXONMA0GCSqGSIb3DQEBBAUAA4IBAQAhVySPlRFq2fCSath2
            aAyh7Wr0Y+7P9H0BO/cH+OFOeKu2GUIF5dqHoYlLPCByWZ3Bf02QcJjKm5mOrpGs
            Hlp2/hjnBRaAg+p3DkQxQxCHD+NkJjzC1kba/OT9OlFMSnxa+hsL8YsdYtWpwBcp
            yQf5yZTe8tIhxhAufXgfBCLxqD/XQ6y4BwNRlWxawApKq7r3hP7phaGn0ZKr9o17
            IBjrUpyxZn4JB1/nGKQ1PrVGOeiOTAbTZJpzNCkM8HVsiafWGbuOjROalEeApmzQ
            tRZFghivh4xoH7apmelatd7hNMH6HBZ8q99+xjoz1dAlCnDwnXD3YpYy+Hs0bapd
            7r7D
            -----END CERTIFICATE-----
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVCKOBsB6beso/6Xn
            oTvLWnfQTNwoy4INL21dygIhfXKhRANCAAQPQYbiHzRvxSjRRIdqfhV2pkc1hfNd
            25kN+Dvy+Ew5tnxZrSxKxEKqKu8yugYsr1joiZ6A65TnFEuHSr0T2j0Y
            -----END PRIVATE KEY-----
            """;
}
