package dev.posthorn.http.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// What we show to a server that asks who we are: a certificate with those that vouch for it, and its key.
///
/// @param chain our own first
public record Identity(List<X509Certificate> chain, PrivateKey key) {
    public Identity {
        chain = List.copyOf(chain);
    }

    public X509Certificate own() {
        return chain.getFirst();
    }

    /// Without the key.
    @Override
    public String toString() {
        return own().getSubjectX500Principal().getName();
    }
}
