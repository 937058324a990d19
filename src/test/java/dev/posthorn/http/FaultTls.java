package dev.posthorn.http;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/// Certificates of servers for tests.
final class FaultTls {

    private static final SSLContext SELF_SIGNED = context(named("127.0.0.1").build());

    private FaultTls() {}

    private static HeldCertificate.Builder named(String host) {
        return new HeldCertificate.Builder().commonName(host).addSubjectAlternativeName(host);
    }

    private static SSLContext context(HeldCertificate certificate) {
        return new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext();
    }

    /// Its own authority, which nobody knows.
    static SSLContext selfSigned() {
        return SELF_SIGNED;
    }

    static SSLContext expired() {
        return context(named("127.0.0.1").validityInterval(0, 1000).build());
    }

    static SSLContext notYetValid() {
        var start = System.currentTimeMillis() + TimeUnit.DAYS.toMillis(30);
        return context(named("127.0.0.1").validityInterval(start, start + TimeUnit.DAYS.toMillis(30)).build());
    }

    static SSLContext ofAnotherHost() {
        return context(named("other.test").build());
    }
}
