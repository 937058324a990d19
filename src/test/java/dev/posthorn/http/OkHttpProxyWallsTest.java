package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Why `Dialing` opens the way through a proxy itself, and what of OkHttp it leans on. Where one of these fails, OkHttp has changed and `Dialing` may become simpler.
@Timeout(120)
final class OkHttpProxyWallsTest {

    private final List<SocketAddress> connected = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private final SocketFactory ours = new SocketFactory() {
        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress endpoint, int timeout) throws IOException {
                    connected.add(endpoint);
                    threads.add(Thread.currentThread());
                    throw new IOException("as far as this test goes");
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw new IOException("not asked for");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw new IOException("not asked for");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            throw new IOException("not asked for");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            throw new IOException("not asked for");
        }
    };

    private static Request request(String url) {
        return new Request.Builder().url(url).build();
    }

    @Test
    void aSocksProxyOfOkHttpIsReachedByJavasOwnSocketAndSoByTheLoginOfTheWholeJvm() throws IOException {
        try (var proxy = TestProxy.socks5("", 1)) {
            var client = new OkHttpClient.Builder().socketFactory(ours).proxy(new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", proxy.port()))).build();
            assertThrows(IOException.class, () -> client.newCall(request("http://api.invalid/")).execute());
            assertEquals(1, proxy.connections());
            assertEquals(List.of(), connected);
        }
    }

    @Test
    void aRefusedConnectOfOkHttpHasNeitherHeadersNorWords() throws IOException {
        try (var proxy = TestProxy.http(javax.net.ServerSocketFactory.getDefault(), (_, _) -> List.of("HTTP/1.1 403 Forbidden"), "Ask IT.", true)) {
            var client = new OkHttpClient.Builder().proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port()))).build();
            var refused = assertThrows(IOException.class, () -> client.newCall(request("https://api.invalid/")).execute());
            assertFalse(String.valueOf(refused.getMessage()).contains("Ask IT."), refused.getMessage());
        }
    }

    @Test
    void withoutAProxyOurSocketGetsTheNameOfTheHostOnTheThreadOfTheCall() {
        var client = new OkHttpClient.Builder().socketFactory(ours).dns(host -> List.of(InetAddress.getByAddress(host, new byte[4]))).proxy(Proxy.NO_PROXY).fastFallback(false).build();
        assertThrows(IOException.class, () -> client.newCall(request("https://api.invalid:8443/")).execute());
        var endpoint = assertInstanceOf(InetSocketAddress.class, connected.getFirst());
        assertEquals("api.invalid:8443", endpoint.getHostString() + ":" + endpoint.getPort());
        assertEquals(Thread.currentThread(), threads.getFirst());
    }
}
