package dev.posthorn.workbench;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/// A server that keeps the first request of each X-Case, byte for byte, and answers all with an empty 200.
final class RecordingServer implements Closeable {

    /// A path that asks for a login by Digest (RFC 7616), as bob with this password.
    static final String DIGEST = "/digest";
    static final String PASSWORD = "it's $x \\ \"q\" %41";

    /// What follows the name of a case that was sent on from `/redirect`.
    static final String LANDED = "-landed";

    /// One request as it arrived. Header values are bytes, read as Latin-1.
    record Arrived(String method, String target, List<String[]> headers, byte[] body) {

        Optional<String> header(String name) {
            return headers.stream().filter(h -> h[0].equalsIgnoreCase(name)).map(h -> h[1]).findFirst();
        }
    }

    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"?([^\",]*)");

    private final ServerSocket listening = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    private final ServerSocket secure = new HandshakeCertificates.Builder().heldCertificate(new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build()).build().sslContext()
            .getServerSocketFactory().createServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    private final ServerSocket far = far();
    private final Map<String, Arrived> arrived = new ConcurrentHashMap<>();

    RecordingServer() throws IOException {
        Stream.of(listening, secure, far).filter(Objects::nonNull).forEach(socket -> Thread.ofVirtual().start(() -> accept(socket)));
    }

    private static ServerSocket far() {
        try {
            return new ServerSocket(0, 100, InetAddress.getByName("::1"));
        } catch (IOException e) {
            return null;
        }
    }

    String base() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /// By a certificate of its own for localhost, which no client knows.
    String secureBase() {
        return "https://localhost:" + secure.getLocalPort();
    }

    /// By IPv6; null where this machine has none.
    String farBase() {
        return far == null ? null : "http://[::1]:" + far.getLocalPort();
    }

    /// What came since the last time that this was asked.
    Map<String, Arrived> taken() {
        var all = Map.copyOf(arrived);
        arrived.clear();
        return all;
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                var socket = at.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = socket.getInputStream();
            for (var head = head(in); !head.isEmpty(); head = head(in)) {
                var lines = head.split("\r\n");
                var first = lines[0].split(" ", 3);
                var headers = new ArrayList<String[]>();
                for (var i = 1; i < lines.length; i++) {
                    var colon = lines[i].indexOf(':');
                    headers.add(new String[] {lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()});
                }
                var one = new Arrived(first[0], first.length > 1 ? first[1] : "", headers, new byte[0]);
                if (one.header("Expect").isPresent()) {
                    socket.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                var body = body(in, one);
                var challenged = one.target().equals(DIGEST) && !proven(one);
                if (!challenged) {
                    one.header("X-Case").ifPresent(name -> arrived.putIfAbsent(one.target().equals("/landed") ? name + LANDED : name, new Arrived(one.method(), one.target(), one.headers(), body)));
                }
                var answer = challenged ? "401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\"" : one.target().equals("/redirect") ? "302 Found\r\nLocation: /landed" : "200 OK";
                socket.getOutputStream().write(("HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private static boolean proven(Arrived one) {
        var given = one.header("Authorization").orElse("");
        var fields = new HashMap<String, String>();
        FIELD.matcher(given).results().forEach(f -> fields.put(f.group(1), f.group(2)));
        var wanted = md5(md5("bob:r:" + PASSWORD) + ":n:" + fields.get("nc") + ":" + fields.get("cnonce") + ":auth:" + md5(one.method() + ":" + one.target()));
        return given.startsWith("Digest ") && wanted.equals(fields.get("response"));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String head(InputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0; b = in.read()) {
            out.write(b);
            if (b == '\n' && out.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return out.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static byte[] body(InputStream in, Arrived head) throws IOException {
        if (head.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            var out = new ByteArrayOutputStream();
            while (true) {
                var size = Integer.parseInt(line(in).split(";")[0].strip(), 16);
                out.write(in.readNBytes(size));
                line(in);
                if (size == 0) {
                    return out.toByteArray();
                }
            }
        }
        return in.readNBytes(head.header("Content-Length").map(Integer::parseInt).orElse(0));
    }

    private static String line(InputStream in) throws IOException {
        var out = new StringBuilder();
        for (var b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            out.append((char) b);
        }
        return out.toString().strip();
    }

    @Override
    public void close() {
        try {
            listening.close();
            secure.close();
            if (far != null) {
                far.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
