package dev.posthorn.http.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/// Decides whether a server is who its name says, and says exactly why where it is not.
///
/// 1. Java's PKIX validation decides about the chain, with all of its rules for weak algorithms; `HostNames` about the name.
/// 2. Whether a certificate was revoked is not asked: no workbench does, and most authorities do not answer any more.
final class Judge extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager pkix;
    private final Set<X509Certificate> trusted;
    private final List<String> troubles;
    private final Clock clock;

    /// @param troubles lists of authorities that could not be read: said where an issuer is not known
    Judge(X509ExtendedTrustManager pkix, Set<X509Certificate> trusted, List<String> troubles, Clock clock) {
        this.pkix = pkix;
        this.trusted = trusted;
        this.troubles = troubles;
        this.clock = clock;
    }

    private interface Check {
        void run() throws CertificateException;
    }

    private void judge(X509Certificate[] chain, SSLSession session, Check check) throws CertificateException {
        var shown = List.of(chain);
        var host = session == null || session.getPeerHost() == null ? "" : session.getPeerHost();
        var reading = new ChainReading(shown, trusted, host, clock.instant());
        try {
            check.run();
        } catch (CertificateException e) {
            throw new Distrusted(shown, reading.refused(e, troubles), e);
        }
        if (!HostNames.fits(chain[0], host)) {
            throw new Distrusted(shown, reading.wrongHost(), null);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge(chain, socket instanceof SSLSocket secure ? secure.getHandshakeSession() : null, () -> pkix.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge(chain, engine == null ? null : engine.getHandshakeSession(), () -> pkix.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge(chain, null, () -> pkix.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no server here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trusted.toArray(X509Certificate[]::new);
    }
}
