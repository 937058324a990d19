package dev.posthorn.http.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts a server only where the engine of its connection is known, since that knows the host; and never a client.
public abstract class ServersByEngine extends X509ExtendedTrustManager {

    @Override
    public abstract void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException;

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("the host is not known here");
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("the host is not known here");
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no server here");
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("no server here");
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no server here");
    }

    @Override
    public final X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
