package dev.posthorn.http.tap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/// Opens connections as another factory does, and listens to them.
public final class TappedSockets extends SocketFactory {

    private final SocketFactory inner;
    private final Supplier<Tap> taps;

    public TappedSockets(SocketFactory inner, Supplier<Tap> taps) {
        this.inner = inner;
        this.taps = taps;
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
        return new TappedSocket(socket, taps.get());
    }
}
