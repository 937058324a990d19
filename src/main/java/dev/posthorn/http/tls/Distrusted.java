package dev.posthorn.http.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/// The server's certificates were looked at and not accepted: which of them, and why.
public final class Distrusted extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient List<X509Certificate> chain;
    private final transient Finding finding;

    Distrusted(List<X509Certificate> chain, Finding finding, Throwable cause) {
        super(finding.reason(), cause);
        this.chain = List.copyOf(chain);
        this.finding = finding;
    }

    /// As the server sent them.
    public List<X509Certificate> chain() {
        return chain;
    }

    public Finding finding() {
        return finding;
    }
}
