package dev.posthorn.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Failure.TlsFailed;
import dev.posthorn.model.Failure.TlsFailed.Remedy;
import dev.posthorn.model.Network;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

final class HandshakeReadingTest {

    private static final Optional<Network.ClientCertificate> OURS = Optional.of(new Network.ClientCertificate("api.test", Path.of("us.pem"), null, ""));
    private static final Optional<Requests.Request> ASKED = Optional.of(new Requests.Request(List.of("CN=Office Root,O=Office", "O=Partners"), List.of("RSA")));

    private static TlsFailed read(IOException e, Optional<Network.ClientCertificate> own, Optional<Requests.Request> asked) {
        return new HandshakeReading("api.test", 8443, "api.test:8443", own, asked).of(e);
    }

    private static TlsFailed alert(String name, Optional<Network.ClientCertificate> own, Optional<Requests.Request> asked) {
        return read(new SSLHandshakeException("(" + name + ") Received fatal alert: " + name), own, asked);
    }

    private static void says(Remedy remedy, String words, TlsFailed failure) {
        assertTrue(failure.reason().contains(words), failure.reason());
        assertEquals(remedy, failure.remedy());
    }

    @Test
    void theSameAlertMeansSomethingElseWithAndWithoutACertificateOfOurs() {
        says(Remedy.CLIENT_CERTIFICATE, "the server demands a client certificate, and none is set for api.test; it takes those of Office Root, Partners", alert("handshake_failure", Optional.empty(), ASKED));
        says(Remedy.CLIENT_CERTIFICATE, "does not accept our client certificate us.pem (alert handshake_failure): it asked for a key of the kind RSA", alert("handshake_failure", OURS, ASKED));
        says(Remedy.REQUEST_SETTINGS, "no cipher or setting of TLS in common", alert("handshake_failure", Optional.empty(), Optional.empty()));
        says(Remedy.CLIENT_CERTIFICATE, "the server does not know the authority that issued our client certificate us.pem", alert("unknown_ca", OURS, ASKED));
        says(Remedy.CLIENT_CERTIFICATE, "denies it access", alert("access_denied", OURS, ASKED));
        assertEquals("Add a client certificate for api.test:8443 in the network settings, under Certificates.", alert("certificate_required", Optional.empty(), ASKED).advice());
    }

    @Test
    void otherAlertsAreToldInWords() {
        says(Remedy.REQUEST_SETTINGS, "no version of TLS in common", alert("protocol_version", Optional.empty(), Optional.empty()));
        says(Remedy.URL, "the server knows no site by the name api.test", alert("unrecognized_name", Optional.empty(), Optional.empty()));
        says(Remedy.NONE, "an error of its own", alert("internal_error", Optional.empty(), Optional.empty()));
        says(Remedy.NONE, "the server broke off the handshake (alert user_canceled)", alert("user_canceled", Optional.empty(), Optional.empty()));
    }

    @Test
    void whatJavaFindsItselfIsToldInWords() {
        says(Remedy.REQUEST_SETTINGS, "the server speaks TLS 1.0, which is not switched on here",
                read(new SSLHandshakeException("(protocol_version) The server selected protocol version TLS10 is not accepted by client preferences [TLS13, TLS12]"), Optional.empty(), Optional.empty()));
        says(Remedy.URL, "does not speak TLS on this port", read(new SSLException("Unsupported or unrecognized SSL message"), Optional.empty(), Optional.empty()));
        var ended = new SSLHandshakeException("Remote host terminated the handshake");
        ended.initCause(new EOFException());
        says(Remedy.NONE, "closed the connection in the middle of the handshake", read(ended, Optional.empty(), Optional.empty()));
        says(Remedy.CLIENT_CERTIFICATE, "when it had seen our client certificate us.pem", read(ended, OURS, ASKED));
    }

    @Test
    void aLostConnectionIsAboutCertificatesOnlyWhereTheServerAskedForOne() {
        var lost = new Failure.ConnectionLost("api.test:8443", "Broken pipe");
        assertEquals(lost, new HandshakeReading("api.test", 8443, "api.test:8443", Optional.empty(), Optional.empty()).lost(lost));
        assertTrue(new HandshakeReading("api.test", 8443, "api.test:8443", Optional.empty(), ASKED).lost(lost).sentence().contains("asked for a client certificate, got none"));
    }
}
