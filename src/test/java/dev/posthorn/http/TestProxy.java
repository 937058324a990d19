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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/// A proxy that leads every name to this machine: HTTP (CONNECT and whole requests) with whatever login a test wants, or SOCKS5.
final class TestProxy implements Closeable {

    /// Says what is wrong with the login of a request, as lines of a 407; empty where it is let through. `connection` counts from 0.
    interface Gate {
        List<String> challenges(int connection, String head);
    }

    private static final Pattern AUTHORITY = Pattern.compile("(?:CONNECT |\\w+ http://)([^ /]+?)(?::(\\d+))?[ /]");

    final List<String> heads = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Integer> connectionOfHead = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket listening;
    private final Thread accepting;

    private interface Serving {
        void serve(int connection, Socket socket) throws IOException;
    }

    private TestProxy(ServerSocketFactory factory, Serving serving) throws IOException {
        listening = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        accepting = Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    var socket = listening.accept();
                    var number = sockets.size();
                    sockets.add(socket);
                    Thread.ofVirtual().start(() -> {
                        try (socket) {
                            serving.serve(number, socket);
                        } catch (IOException | RuntimeException e) {
                            // The client went away, or the test is over.
                        }
                    });
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    static TestProxy http(Gate gate) throws IOException {
        return http(ServerSocketFactory.getDefault(), gate, "", true);
    }

    /// @param body of its 407s and refusals
    /// @param keeps whether the connection stays open after a 407
    static TestProxy http(ServerSocketFactory factory, Gate gate, String body, boolean keeps) throws IOException {
        var holder = new TestProxy[1];
        holder[0] = new TestProxy(factory, (number, socket) -> holder[0].speakHttp(number, socket, gate, body, keeps));
        return holder[0];
    }

    /// @param login "user:password", empty for none
    /// @param reply 0 to connect, another number of RFC 1928 to refuse
    static TestProxy socks5(String login, int reply) throws IOException {
        var holder = new TestProxy[1];
        holder[0] = new TestProxy(ServerSocketFactory.getDefault(), (number, socket) -> holder[0].speakSocks(socket, login, reply));
        return holder[0];
    }

    /// Whatever comes, these bytes are the answer.
    static TestProxy saying(String bytes) throws IOException {
        return new TestProxy(ServerSocketFactory.getDefault(), (number, socket) -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    int connections() {
        return sockets.size();
    }

    private void speakHttp(int number, Socket socket, Gate gate, String body, boolean keeps) throws IOException {
        var in = socket.getInputStream();
        var out = socket.getOutputStream();
        while (true) {
            var head = head(in);
            if (head.isEmpty()) {
                return;
            }
            heads.add(head);
            connectionOfHead.add(number);
            var challenges = gate.challenges(number, head);
            if (!challenges.isEmpty()) {
                drain(head, in);
                var refused = challenges.getFirst().startsWith("HTTP/") ? challenges.getFirst() : "HTTP/1.1 407 Proxy Authentication Required";
                var lines = new StringBuilder(refused + "\r\n");
                challenges.stream().filter(c -> !c.startsWith("HTTP/")).forEach(c -> lines.append("Proxy-Authenticate: ").append(c).append("\r\n"));
                lines.append(keeps ? "" : "Connection: close\r\n").append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
                out.write(lines.toString().getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                if (!keeps) {
                    return;
                }
                continue;
            }
            var authority = AUTHORITY.matcher(head);
            authority.lookingAt();
            asked.add(authority.group(1) + ":" + authority.group(2));
            try (var host = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(authority.group(2)))) {
                if (head.startsWith("CONNECT")) {
                    out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                    pump(in, out, host);
                    return;
                }
                var whole = new ByteArrayOutputStream();
                whole.writeBytes(head.replaceFirst(" http://[^ /]+", " ").getBytes(StandardCharsets.ISO_8859_1));
                whole.writeBytes(in.readNBytes(length(head)));
                host.getOutputStream().write(whole.toByteArray());
                var answer = head(host.getInputStream());
                out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
                out.write(host.getInputStream().readNBytes(length(answer)));
                out.flush();
            }
        }
    }

    private static void drain(String head, InputStream in) throws IOException {
        in.readNBytes(length(head));
    }

    private static int length(String head) {
        var length = Pattern.compile("(?i)Content-Length: (\\d+)").matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private void speakSocks(Socket socket, String login, int reply) throws IOException {
        var in = socket.getInputStream();
        var out = socket.getOutputStream();
        in.read();
        var methods = in.readNBytes(in.read());
        var wanted = login.isEmpty() ? 0 : 2;
        var offered = new ArrayList<Integer>();
        for (var method : methods) {
            offered.add((int) method);
        }
        out.write(new byte[] {5, (byte) (offered.contains(wanted) ? wanted : 0xff)});
        if (wanted == 2) {
            in.read();
            var user = new String(in.readNBytes(in.read()), StandardCharsets.UTF_8);
            var password = new String(in.readNBytes(in.read()), StandardCharsets.UTF_8);
            var right = (user + ":" + password).equals(login);
            out.write(new byte[] {1, (byte) (right ? 0 : 1)});
            if (!right) {
                return;
            }
        }
        in.readNBytes(3);
        var kind = in.read();
        var host = kind == 3 ? new String(in.readNBytes(in.read()), StandardCharsets.UTF_8) : InetAddress.getByAddress(in.readNBytes(kind == 1 ? 4 : 16)).getHostAddress();
        var port = in.read() << 8 | in.read();
        asked.add((kind == 3 ? "name " : "address ") + host + ":" + port);
        out.write(new byte[] {5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0});
        if (reply == 0) {
            try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
                pump(in, out, line);
            }
        }
    }

    private static void pump(InputStream in, OutputStream out, Socket host) throws IOException {
        var back = Thread.ofVirtual().start(() -> {
            try {
                host.getInputStream().transferTo(out);
                out.close();
            } catch (IOException e) {
                // One of the two has gone.
            }
        });
        try {
            in.transferTo(host.getOutputStream());
            host.shutdownOutput();
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /// Afterwards the port is closed: until the thread that accepts has left, Java would still let one in.
    @Override
    public void close() throws IOException {
        listening.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var socket : sockets) {
            socket.close();
        }
    }
}
