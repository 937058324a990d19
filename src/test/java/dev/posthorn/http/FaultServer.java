package dev.posthorn.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;

/// Listens for one fault and serves each connection by its script.
final class FaultServer implements Closeable {

    private final Fault fault;
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger serving = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    FaultServer(Fault fault) throws IOException {
        this.fault = fault;
        Thread.ofVirtual().start(this::accept);
    }

    /// With the scheme of the request that the fault wants.
    String address() {
        return (fault.tls() == null ? "http" : "https") + "://127.0.0.1:" + listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        serving.incrementAndGet();
        try (socket) {
            fault.server().serve(new FaultTalk(socket, secured(socket), number.getAndIncrement(), serving, over));
        } catch (Exception e) {
            // The client went away, as most of them do here.
        } finally {
            serving.decrementAndGet();
        }
    }

    /// Where no protocols are named the script does its own TLS, or none.
    private Socket secured(Socket socket) throws IOException {
        if (fault.tls() == null || fault.protocols().isEmpty()) {
            return socket;
        }
        var secure = (SSLSocket) fault.tls().getSocketFactory().createSocket(socket, null, true);
        secure.setUseClientMode(false);
        var parameters = secure.getSSLParameters();
        parameters.setApplicationProtocols(fault.protocols().toArray(String[]::new));
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /// True as soon as the client has let go of every connection; false where it keeps one for long.
    boolean leftAlone() {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (serving.get() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
        return serving.get() == 0;
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
