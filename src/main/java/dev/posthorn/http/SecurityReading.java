package dev.posthorn.http;

import dev.posthorn.http.tls.CertificateFacts;
import dev.posthorn.model.Certificate;
import dev.posthorn.model.Security;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// How a connection was secured, read from its TLS session.
final class SecurityReading {

    private SecurityReading() {}

    /// @param verified false where verification was off
    static Security of(SSLSession session, boolean verified) {
        var own = session.getLocalCertificates();
        return new Security(session.getProtocol(), session.getCipherSuite(), chain(session), verified,
                own == null || own.length == 0 || !(own[0] instanceof X509Certificate mine) ? "" : mine.getSubjectX500Principal().getName());
    }

    private static List<Certificate> chain(SSLSession session) {
        try {
            return Stream.of(session.getPeerCertificates()).filter(X509Certificate.class::isInstance).map(c -> CertificateFacts.of((X509Certificate) c)).toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }
}
