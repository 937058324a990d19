package dev.posthorn.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/// A server that answers with whatever bytes a test wants, rules of HTTP or not, and remembers what it was sent.
final class RawServer implements Closeable {

    interface Script {
        /// Answers the request with that number, counted from 0; closing the socket is up to it.
        void answer(int number, String head, InputStream in, OutputStream out, Socket socket) throws Exception;
    }

    private final ServerSocket listening;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Semaphore asked = new Semaphore(0);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Script script;

    RawServer(Script script) throws IOException {
        this(ServerSocketFactory.getDefault(), script);
    }

    RawServer(ServerSocketFactory factory, Script script) throws IOException {
        listening = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    /// Sends the same bytes to every request and keeps the connection open.
    static RawServer saying(String answer) throws IOException {
        return new RawServer((number, head, in, out, socket) -> {
            out.write(answer.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return listening.getLocalPort();
    }

    List<String> heads() {
        return heads;
    }

    /// Returns when a further request has come, that nobody has waited for yet.
    void awaitRequest() throws InterruptedException {
        if (!asked.tryAcquire(60, TimeUnit.SECONDS)) {
            throw new AssertionError("nothing was asked for");
        }
    }

    int connections() {
        return sockets.size();
    }

    /// The number of a connection, counted from 0.
    int number(Socket socket) {
        return sockets.indexOf(socket);
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
        try (socket) {
            while (!socket.isClosed()) {
                var head = head(socket.getInputStream());
                if (head.isEmpty()) {
                    return;
                }
                script.answer(keep(head), head, socket.getInputStream(), socket.getOutputStream(), socket);
            }
        } catch (Exception e) {
            // The client went away, as some tests want it to.
        }
    }

    private synchronized int keep(String head) {
        heads.add(head);
        asked.release();
        return heads.size() - 1;
    }

    private static String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var b = in.read();
            if (b < 0) {
                return "";
            }
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
