package dev.posthorn.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that keeps every byte of every request, and answers with what it was told to, then with an empty 200.
final class Wiretap implements Closeable {

    private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final List<byte[]> requests = new CopyOnWriteArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    Wiretap() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// Forgets what came, and answers the next requests with these; line ends are those of HTTP.
    synchronized void expect(List<String> next) {
        requests.clear();
        answers.clear();
        answers.addAll(next);
    }

    List<byte[]> requests() {
        return requests;
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
            for (var request = request(socket.getInputStream()); request.length > 0; request = request(socket.getInputStream())) {
                requests.add(request);
                socket.getOutputStream().write(answer().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The client is gone; what it sent is kept.
        }
    }

    private synchronized String answer() {
        return answers.isEmpty() ? OK : answers.poll();
    }

    /// One request with its body; empty at the end of the connection.
    private static byte[] request(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        until(in, bytes, "\r\n\r\n");
        var head = bytes.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (head.contains("\r\ntransfer-encoding: chunked\r\n")) {
            until(in, bytes, "0\r\n\r\n");
        } else {
            var length = head.lines().filter(l -> l.startsWith("content-length:")).findFirst().map(l -> Integer.parseInt(l.substring(15).strip())).orElse(0);
            bytes.write(in.readNBytes(length));
        }
        return bytes.toByteArray();
    }

    private static void until(InputStream in, ByteArrayOutputStream bytes, String end) throws IOException {
        var last = new StringBuilder();
        while (!last.toString().endsWith(end)) {
            var b = in.read();
            if (b < 0) {
                return;
            }
            bytes.write(b);
            last.append((char) b);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
