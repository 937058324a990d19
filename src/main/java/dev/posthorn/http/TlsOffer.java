package dev.posthorn.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// What is offered to a server when a secure connection is opened: versions of TLS, ciphers, versions of HTTP. Without wishes it is what
/// Java offers, in Java's order.
final class TlsOffer extends SSLSocketFactory {

    private final SSLSocketFactory inner;
    private final Set<String> off;
    private final List<String> ciphers;
    private final boolean onlyHttp2;

    /// @param off       versions that are not offered: "TLSv1.2"
    /// @param ciphers   the only suites offered, in this order, by their standard names; what Java does not know is left away; empty for Java's own
    /// @param onlyHttp2 true where ALPN names h2 alone
    TlsOffer(SSLSocketFactory inner, Set<String> off, List<String> ciphers, boolean onlyHttp2) {
        this.inner = inner;
        this.off = off;
        this.ciphers = ciphers;
        this.onlyHttp2 = onlyHttp2;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean close) throws IOException {
        var socket = (SSLSocket) inner.createSocket(plain, host, port, close);
        if (!off.isEmpty()) {
            socket.setEnabledProtocols(versions(socket));
        }
        if (!ciphers.isEmpty()) {
            socket.setEnabledCipherSuites(suites());
        }
        return onlyHttp2 ? new Http2Socket(socket) : socket;
    }

    private String[] versions(SSLSocket socket) throws SSLException {
        var left = Arrays.stream(socket.getEnabledProtocols()).filter(version -> !off.contains(version)).toArray(String[]::new);
        if (left.length == 0) {
            throw new SSLException("the settings switch off every version of TLS that could be offered (" + String.join(", ", socket.getEnabledProtocols()) + ")");
        }
        return left;
    }

    private String[] suites() throws SSLException {
        var known = Set.of(inner.getSupportedCipherSuites());
        var offered = ciphers.stream().filter(known::contains).distinct().toArray(String[]::new);
        if (offered.length == 0) {
            throw new SSLException("none of the ciphers in the settings is known to Java (" + String.join(", ", ciphers) + ")");
        }
        return offered;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return inner.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return inner.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyAroundAPlainSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw onlyAroundAPlainSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyAroundAPlainSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw onlyAroundAPlainSocket();
    }

    private static UnsupportedOperationException onlyAroundAPlainSocket() {
        return new UnsupportedOperationException("a secure connection is opened over a plain one that is there");
    }
}
