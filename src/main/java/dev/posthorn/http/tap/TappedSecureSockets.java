package dev.posthorn.http.tap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Opens secure connections as another factory does, and listens to them within the encryption; the connection below is listened to no more.
public final class TappedSecureSockets extends SSLSocketFactory {

    private final SSLSocketFactory inner;
    private final Supplier<Tap> taps;

    public TappedSecureSockets(SSLSocketFactory inner, Supplier<Tap> taps) {
        this.inner = inner;
        this.taps = taps;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean close) throws IOException {
        return tapped(inner.createSocket(plain instanceof TappedSocket below ? below.inner() : plain, host, port, close));
    }

    @Override
    public Socket createSocket() throws IOException {
        return tapped(inner.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return tapped(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return tapped(inner.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return tapped(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return tapped(inner.createSocket(host, port, local, localPort));
    }

    private Socket tapped(Socket socket) {
        return new TappedSecureSocket((SSLSocket) socket, taps.get());
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return inner.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return inner.getSupportedCipherSuites();
    }
}
