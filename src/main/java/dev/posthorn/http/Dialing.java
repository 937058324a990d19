package dev.posthorn.http;

import dev.posthorn.http.proxy.Errand;
import dev.posthorn.http.proxy.Way;
import dev.posthorn.model.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;
import okhttp3.Dns;

/// By which way OkHttp opens a connection: names, sockets, proxies.
///
/// OkHttp's own proxies know no TLS to the proxy, hide a refused CONNECT, and take the credentials of SOCKS from the whole JVM. So it is told of
/// none: the socket it gets is a `DialedSocket`, which goes through the proxy when it is asked to connect. Only for plain http by an HTTP proxy
/// does OkHttp have to know that there is one, since then the whole URL stands on the request line (RFC 9112 §3.2.2); even there the socket is ours.
final class Dialing {

    private static final int MOST = 64;

    /// Connections are shared by requests that got the very same `Dial`.
    ///
    /// @param sockets  opens the plain connection, to a proxy or straight
    /// @param proxy    only what OkHttp itself has to know of a proxy; `NO_PROXY` where the sockets see to it
    /// @param straight true where OkHttp may try several addresses at once; otherwise it connects on the thread of the send, which `Errand` needs
    record Dial(SocketFactory sockets, Dns dns, Proxy proxy, boolean straight) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /// One entry for each host and way: over HTTP/2 OkHttp would else let a host ride another one's connection, where both have the same proxy.
    private record Key(Way way, String host, int port, boolean tunnel, Network network) {}

    private final Dialer dialer;
    private final Dial straight = new Dial(SocketFactory.getDefault(), new Lookup(), Proxy.NO_PROXY, true);
    private final Map<Key, Dial> others = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Dial> eldest) {
            return size() > MOST;
        }
    };

    Dialing(Dialer dialer) {
        this.dialer = dialer;
    }

    /// The same one for equal needs.
    synchronized Dial of(Way way, Target target, Options options, Network network) {
        if (way instanceof Way.Direct && Dialer.override(target, network).isEmpty()) {
            return straight;
        }
        var tunnel = tunnels(way, target, options);
        return others.computeIfAbsent(new Key(way, target.canonical().host(), target.port(), tunnel, network), _ -> made(way, target, tunnel, network));
    }

    /// False where the proxy takes whole requests for plain http.
    static boolean tunnels(Way way, Target target, Options options) {
        return target.secure() || options.version() == Options.Version.H2C
                || !(way instanceof Way.Via(var proxy)) || proxy.kind() == Network.Kind.SOCKS5;
    }

    private Dial made(Way way, Target target, boolean tunnel, Network network) {
        var known = tunnel || !(way instanceof Way.Via(var proxy)) ? Proxy.NO_PROXY
                : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
        return new Dial(new Sockets(() -> dialer.socket(way, target, network, tunnel, Errand.CURRENT.orElse(Errand.NOBODYS))), Dialing::unasked, known, false);
    }

    /// The socket finds out itself where it goes: a name behind a proxy is the proxy's to look up. OkHttp wants an address nevertheless, and hands
    /// it on together with the name.
    private static List<InetAddress> unasked(String host) throws UnknownHostException {
        return List.of(InetAddress.getByAddress(host, new byte[4]));
    }

    private interface Making {
        Socket make();
    }

    private static final class Sockets extends SocketFactory {

        private final Making making;

        Sockets(Making making) {
            this.making = making;
        }

        @Override
        public Socket createSocket() {
            return making.make();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            var socket = createSocket();
            socket.connect(InetSocketAddress.createUnresolved(host, port));
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            var socket = createSocket();
            socket.connect(new InetSocketAddress(host, port));
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }
    }
}
