package dev.posthorn.ui.web;

import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Passage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// Carries the bytes of pages by the workspace's proxies and names, which WebKit knows nothing of: to WebKit it is a proxy at 127.0.0.1.
///
/// 1. It serves one login, or all pages that scripts made, and ends with them. It leads only to hosts that such a page has just asked for, so it is of no use to other programs.
/// 2. TLS goes through untouched, from WebKit to the host.
final class Relay implements AutoCloseable {

    private static final int MOST_HEAD = 64 << 10;
    private static final int MOST_HOSTS = 1000;

    private final Passage passage;
    private final BiConsumer<String, String> failed;
    private final Cancellation cancellation = new Cancellation();
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private final Thread accepting;

    /// @param failed hears which host could not be reached, and why
    Relay(Passage passage, BiConsumer<String, String> failed) throws IOException {
        this.passage = passage;
        this.failed = failed;
        server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        accepting = Thread.ofVirtual().name("page relay").start(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    /// From now on the host of this URL may be asked for.
    void allow(URI url) {
        if (hosts.size() < MOST_HOSTS) {
            hosts.add(key(bare(url.getHost()), port(url)));
        }
    }

    private static String key(String host, int port) {
        return host.toLowerCase(java.util.Locale.ROOT) + " " + port;
    }

    private static String bare(String host) {
        return host == null ? "" : host.replaceAll("^\\[|]$", "");
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().name("page relay").start(() -> serve(socket));
            } catch (IOException e) {
                // It was closed, or one connection went away before it was here.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            var head = head(in);
            var words = head.split("\r\n", 2)[0].split(" ");
            if (words.length == 3 && words[0].equals("CONNECT")) {
                var colon = words[1].lastIndexOf(':');
                try (var host = to("https", bare(words[1].substring(0, colon)), Integer.parseInt(words[1].substring(colon + 1)))) {
                    client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    both(client, in, host);
                }
            } else if (words.length == 3) {
                var url = new URI(words[1]);
                try (var host = to("http", bare(url.getHost()), port(url))) {
                    host.getOutputStream().write(asToTheHost(head, words, url).getBytes(StandardCharsets.ISO_8859_1));
                    both(client, in, host);
                }
            }
        } catch (IOException | java.net.URISyntaxException | RuntimeException e) {
            // The window says that the page could not be loaded, and `failed` has said why.
        } finally {
            open.remove(client);
        }
    }

    private Socket to(String scheme, String host, int port) throws IOException {
        if (!hosts.contains(key(host, port))) {
            throw new IOException("no page asked for " + host);
        }
        try {
            var socket = passage.open(scheme, host, port, cancellation);
            open.add(socket);
            return socket;
        } catch (IOException e) {
            failed.accept(host, e instanceof java.net.UnknownHostException ? "no such host is known" : String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /// The request line without scheme and host, and one request a connection.
    private static String asToTheHost(String head, String[] words, URI url) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        var rest = new StringBuilder(words[0] + " " + path + query + " HTTP/1.1\r\n");
        head.lines().skip(1).filter(l -> !l.isEmpty() && !l.regionMatches(true, 0, "connection:", 0, 11) && !l.regionMatches(true, 0, "proxy-", 0, 6)
                && !l.regionMatches(true, 0, "upgrade:", 0, 8) && !l.regionMatches(true, 0, "http2-settings:", 0, 15)).forEach(l -> rest.append(l).append("\r\n"));
        return rest.append("Connection: close\r\n\r\n").toString();
    }

    private static String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var breaks = 0;
        while (breaks < 2) {
            var b = in.read();
            if (b < 0 || bytes.size() > MOST_HEAD) {
                throw new IOException("no request");
            }
            bytes.write(b);
            breaks = b == '\n' ? breaks + 1 : b == '\r' ? breaks : 0;
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private void both(Socket client, InputStream fromClient, Socket host) throws IOException {
        var up = Thread.ofVirtual().name("page relay").start(() -> {
            try {
                pass(fromClient, host.getOutputStream());
                host.shutdownOutput();
            } catch (IOException e) {
                closed(host);
            }
        });
        try {
            pass(host.getInputStream(), client.getOutputStream());
        } finally {
            closed(client);
            closed(host);
            open.remove(host);
            up.interrupt();
        }
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        var bytes = new byte[16_384];
        for (var read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            to.write(bytes, 0, read);
            to.flush();
        }
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone all the same.
        }
    }

    @Override
    public void close() {
        cancellation.cancel();
        try {
            server.close();
            accepting.join(java.time.Duration.ofSeconds(10));
        } catch (IOException e) {
            // A listener that cannot be closed is closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(Relay::closed);
    }
}
