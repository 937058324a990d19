package dev.posthorn.oauth.agent;

import dev.posthorn.oauth.UserAgent.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Listens on this machine for the browser that comes back from a login, at 127.0.0.1 and ::1 and nowhere else.
///
/// 1. Each connection is one request and one answer, on a virtual thread of its own, and is cut after ten seconds whatever it does.
/// 2. At most 64 are open; the 65th cuts the oldest, so that clients who never finish keep nobody out.
/// 3. After `close` the port is closed: the threads that accept have left.
final class CallbackListener implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 64;
    private static final long SECONDS = 10;
    private static final long FAREWELL_MILLIS = 500;
    private static final int TRIES = 20;

    /// Answers one request.
    interface Answering {
        /// @param request null where it could not be read for the reason of `malformed`
        void answer(CallbackRequest request, CallbackRequest.Malformed malformed, OutputStream out) throws IOException;
    }

    private final List<ServerSocket> servers;
    private final SSLContext tls;
    private final List<Thread> accepting = new ArrayList<>();
    private final Deque<Socket> open = new ArrayDeque<>();
    private volatile boolean closed;

    /// @param tls null for plain HTTP
    private CallbackListener(List<ServerSocket> servers, SSLContext tls) {
        this.servers = servers;
        this.tls = tls;
    }

    /// Takes the port; answers nothing until `start`.
    static CallbackListener at(RedirectAddress address, SSLContext tls) throws Unusable {
        try {
            return new CallbackListener(address.anyPort() ? onAnyPort(address) : sockets(address, address.port()), tls);
        } catch (BindException e) {
            throw new Unusable(address.anyPort() ? "No port is free on this machine for the login to come back to."
                    : "Port " + address.port() + " of the redirect URL " + address.uri() + (address.port() < 1024 && !String.valueOf(e.getMessage()).contains("in use")
                    ? " may not be used by ordinary programs on this machine. Register a redirect URL with a port above 1023 at the provider."
                    : " is taken by another program. End that program, or register a redirect URL with another port."));
        } catch (IOException e) {
            throw new Unusable("Nothing can listen at " + address.uri() + ": " + e.getMessage() + ".");
        }
    }

    /// `localhost` may mean either address to a browser, so both must have the same port.
    private static List<ServerSocket> onAnyPort(RedirectAddress address) throws IOException {
        BindException last = null;
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var first = bound(addresses(address).getFirst(), 0);
            first.close();
            try {
                return sockets(address, first.getLocalPort());
            } catch (BindException e) {
                last = e;
            }
        }
        throw last;
    }

    private static List<InetAddress> addresses(RedirectAddress address) throws IOException {
        var four = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        var six = InetAddress.getByAddress("localhost", new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        return switch (address.host()) {
            case "127.0.0.1" -> List.of(four);
            case "::1" -> List.of(six);
            default -> List.of(four, six);
        };
    }

    private static List<ServerSocket> sockets(RedirectAddress address, int port) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var one : addresses(address)) {
                try {
                    sockets.add(bound(one, port));
                } catch (SocketException e) {
                    // A machine without IPv6 has no ::1; a port that is taken there is another matter.
                    if (sockets.isEmpty() || String.valueOf(e.getMessage()).contains("in use")) {
                        throw e;
                    }
                }
            }
            return sockets;
        } catch (IOException e) {
            for (var socket : sockets) {
                socket.close();
            }
            throw e;
        }
    }

    private static ServerSocket bound(InetAddress address, int port) throws IOException {
        var socket = new ServerSocket();
        try {
            // Windows would let another program take the port beside us; elsewhere it only means that a port just left can be taken at once.
            socket.setReuseAddress(!System.getProperty("os.name", "").startsWith("Windows"));
            socket.bind(new InetSocketAddress(address, port), MOST_CONNECTIONS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    int port() {
        return servers.getFirst().getLocalPort();
    }

    void start(Answering answering) {
        for (var server : servers) {
            accepting.add(Thread.ofVirtual().name("callback listener").start(() -> accept(server, answering)));
        }
    }

    private void accept(ServerSocket server, Answering answering) {
        while (!closed) {
            try {
                var socket = server.accept();
                admit(socket);
                Thread.ofVirtual().name("callback").start(() -> serve(socket, answering));
            } catch (IOException e) {
                // The listener is closed, or one connection went away before it was here.
            }
        }
    }

    private void admit(Socket socket) {
        Socket oldest = null;
        synchronized (open) {
            open.addLast(socket);
            if (open.size() > MOST_CONNECTIONS) {
                oldest = open.removeFirst();
            }
        }
        if (oldest != null) {
            cut(oldest);
        }
        CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(() -> cut(socket));
    }

    private void serve(Socket raw, Answering answering) {
        try (raw; var socket = secured(raw)) {
            var in = socket.getInputStream();
            var out = socket.getOutputStream();
            try {
                var request = CallbackRequest.read(in);
                if (request == null) {
                    return;
                }
                answering.answer(request, null, out);
            } catch (CallbackRequest.Malformed e) {
                answering.answer(null, e, out);
            }
            farewell(raw, socket, in);
        } catch (IOException e) {
            // It went away, or was cut: nothing was taken from it.
        } finally {
            synchronized (open) {
                open.remove(raw);
            }
        }
    }

    private Socket secured(Socket raw) throws IOException {
        if (tls == null) {
            return raw;
        }
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }

    /// A close with bytes unread would take the answer away from a client that is still sending.
    private static void farewell(Socket raw, Socket socket, InputStream in) throws IOException {
        socket.shutdownOutput();
        raw.setSoTimeout((int) FAREWELL_MILLIS);
        var rest = CallbackRequest.MOST_BODY;
        var bytes = new byte[8192];
        for (var read = in.read(bytes); read >= 0 && rest > 0; read = in.read(bytes)) {
            rest -= read;
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone all the same.
        }
    }

    /// Blocks until the port is closed. Answers that are being given are finished, the other connections are cut.
    @Override
    public void close() {
        closed = true;
        for (var server : servers) {
            try {
                server.close();
            } catch (IOException e) {
                // A listener that cannot be closed is closed.
            }
        }
        for (var thread : accepting) {
            joined(thread);
        }
        List<Socket> left;
        synchronized (open) {
            left = List.copyOf(open);
        }
        left.forEach(CallbackListener::cut);
    }

    private static void joined(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
