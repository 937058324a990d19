package dev.posthorn.http;

import dev.posthorn.model.Network;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.internal.tls.OkHostnameVerifier;

/// Whom a secure connection trusts, and what it shows of us.
final class Tls {

    /// Connections are shared by requests that got the very same `Secured`.
    ///
    /// @param trust what `factory` trusts by, for the chain in the details
    /// @param names never OkHttp's own verifier itself: with that one it lets a host ride another host's connection
    record Secured(SSLSocketFactory factory, X509TrustManager trust, HostnameVerifier names) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private Secured verified;
    private Secured unverified;

    /// The same one for equal needs.
    synchronized Secured of(Target target, Options options, Network network) {
        if (options.verifyTls()) {
            return verified = verified == null ? secured(trustedByJava(), (host, session) -> OkHostnameVerifier.INSTANCE.verify(host, session)) : verified;
        }
        return unverified = unverified == null ? secured(new TrustEverybody(), (_, _) -> true) : unverified;
    }

    /// False where verification is off for all that this client does.
    static boolean verifies(OkHttpClient client) {
        return !(client.x509TrustManager() instanceof TrustEverybody);
    }

    private static Secured secured(X509TrustManager trust, HostnameVerifier names) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, new SecureRandom());
            return new Secured(context.getSocketFactory(), trust, names);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    private static X509TrustManager trustedByJava() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (var manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager trust) {
                    return trust;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no list of authorities", e);
        }
        throw new IllegalStateException("This Java has no list of authorities");
    }

    private static final class TrustEverybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
