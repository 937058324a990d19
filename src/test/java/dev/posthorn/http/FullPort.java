package dev.posthorn.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A port that takes no more connections: those that would come now hang, as with an address behind which nobody is.
final class FullPort implements AutoCloseable {

    private final ServerSocket listening;
    private final List<Socket> waiting = new ArrayList<>();
    private final boolean full;

    FullPort(InetAddress address) throws IOException {
        listening = new ServerSocket(0, 1, address);
        var refuses = false;
        for (var i = 0; i < 20 && !refuses; i++) {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(listening.getLocalSocketAddress(), 100);
            } catch (SocketTimeoutException e) {
                refuses = true;
            }
        }
        full = refuses;
    }

    /// False where the system takes any number of connections.
    boolean full() {
        return full;
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : waiting) {
            socket.close();
        }
    }
}
