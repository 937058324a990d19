package dev.posthorn.oauth.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.tls.LoopbackCertificate;
import dev.posthorn.oauth.UserAgent.Came;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptCertificate;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logins that come back to https://localhost, with the certificate that is made for it.
final class OwnCertificateTest {

    @TempDir
    Path home;

    private OwnCertificate at(Instant now) {
        return new OwnCertificate(new KeptCertificate(new Home(home)), Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
    }

    @Test
    void aClientThatTrustsExactlyThisCertificateBringsTheCallback() throws Exception {
        var certificate = at(Instant.now());
        try (var login = new OneLogin(certificate, Duration.ofMinutes(5)).ready("https://localhost/bizagi/").asked()) {
            var note = login.note.get(60, TimeUnit.SECONDS);
            assertTrue(note.contains("will warn") && note.contains(certificate.now().fingerprint()), note);
            assertEquals(200, Caller.get(login.redirect, "?code=tls&state=" + OneLogin.STATE, new Trusting(certificate.now())).status());
            assertEquals("tls", ((Came.Redirected) login.came()).parameters().get("code"));
        }
    }

    @Test
    void whoTrustsAnotherCertificateOrSpeaksPlainHttpGetsNothing() throws Exception {
        var certificate = at(Instant.now());
        try (var login = new OneLogin(certificate, Duration.ofMinutes(5)).ready("https://localhost/cb").asked()) {
            var other = new Trusting(LoopbackCertificate.make(Instant.now(), new SecureRandom()));
            assertThrows(SSLHandshakeException.class, () -> Caller.get(login.redirect, "?code=tls&state=" + OneLogin.STATE, other));
            var plain = URI.create(login.redirect.toString().replace("https", "http"));
            assertThrows(Exception.class, () -> Caller.get(plain, "?code=plain&state=" + OneLogin.STATE));
            assertTrue(login.waits());
            Caller.get(login.redirect, "?code=tls&state=" + OneLogin.STATE, new Trusting(certificate.now()));
            assertInstanceOf(Came.Redirected.class, login.came());
        }
    }

    @Test
    void itIsKeptForTheUserAloneAndRenewedBeforeItEnds() throws Exception {
        var start = Instant.parse("2026-01-01T00:00:00Z");
        var first = at(start).now();
        var file = home.resolve("localhost.pem");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertEquals(first.fingerprint(), at(start.plus(Duration.ofDays(300))).now().fingerprint());
        var renewed = at(start.plus(Duration.ofDays(380))).now();
        assertNotEquals(first.fingerprint(), renewed.fingerprint());
        assertEquals(renewed.fingerprint(), at(start.plus(Duration.ofDays(381))).now().fingerprint());
        assertTrue(Duration.between(renewed.identity().own().getNotBefore().toInstant(), renewed.identity().own().getNotAfter().toInstant()).toDays() <= 398);
        assertEquals(-1, renewed.identity().own().getBasicConstraints(), "it vouches for nobody else");
    }

    @Test
    void aDamagedFileIsReplacedAndSaid() throws Exception {
        at(Instant.now()).now();
        var file = home.resolve("localhost.pem");
        Files.writeString(file, Files.readString(file).substring(0, 300));
        var made = at(Instant.now());
        assertFalse(made.now().fingerprint().isEmpty());
        assertTrue(made.note().startsWith("Our certificate for localhost was made anew, since the old one could not be used (localhost.pem: "), made.note());
        assertEquals(made.now().fingerprint(), at(Instant.now()).now().fingerprint());
    }

    /// Trusts one certificate and looks at the name, as a browser does after "accept the risk".
    private static final class Trusting extends SocketFactory {

        private final SSLContext context;

        Trusting(LoopbackCertificate only) throws GeneralSecurityException, IOException {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("only", only.identity().own());
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
        }

        @Override
        public Socket createSocket() throws IOException {
            var socket = (SSLSocket) context.getSocketFactory().createSocket();
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, java.net.InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port, java.net.InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }
    }
}
