package dev.posthorn.imports.curl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;

/// Writes down every request that comes over its socket, byte for byte, and answers `{}`. With certificates it speaks TLS to those who begin with it.
final class RecordingServer implements Closeable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Recorded> requests = new ArrayList<>();
    private final SSLSocketFactory tls;

    /// @param tls null for plain HTTP alone
    RecordingServer(SSLSocketFactory tls) throws IOException {
        this.tls = tls;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// What came since the last call. A request is in before its answer goes out.
    synchronized List<Recorded> taken() {
        var all = List.copyOf(requests);
        requests.clear();
        return all;
    }

    private synchronized void add(Recorded request) {
        requests.add(request);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            var first = plain.getInputStream().read();
            if (first < 0) {
                return;
            }
            var socket = first == 0x16 ? tls.createSocket(plain, new ByteArrayInputStream(new byte[] {(byte) first}), true) : plain;
            var in = first == 0x16 ? socket.getInputStream() : new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) first}), plain.getInputStream());
            while (one(in, socket)) {
                socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private boolean one(InputStream in, Socket socket) throws IOException {
        var line = line(in);
        if (line.isEmpty()) {
            return false;
        }
        var headers = new ArrayList<String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        if (headers.stream().anyMatch(h -> h.toLowerCase(Locale.ROOT).startsWith("expect:"))) {
            socket.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
        var length = headers.stream().filter(h -> h.toLowerCase(Locale.ROOT).startsWith("content-length:")).findFirst()
                .map(h -> Integer.parseInt(h.substring(15).strip())).orElse(0);
        add(new Recorded(line, headers, in.readNBytes(length)));
        return true;
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
