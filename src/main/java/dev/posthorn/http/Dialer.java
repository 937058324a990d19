package dev.posthorn.http;

import dev.posthorn.http.proxy.DialedSocket;
import dev.posthorn.http.proxy.Errand;
import dev.posthorn.http.proxy.Logins;
import dev.posthorn.http.proxy.ProxyFault;
import dev.posthorn.http.proxy.Round;
import dev.posthorn.http.proxy.Routing;
import dev.posthorn.http.proxy.Way;
import dev.posthorn.http.tls.Unusable;
import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Network;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/// Opens a connection to a host as the network settings want it: another address, a proxy, a tunnel, TLS.
///
/// `dial` is for whoever speaks with the host without OkHttp; for OkHttp `Dialing` makes sockets of the same kind.
public final class Dialer {

    private final Tls tls;
    private final Routing routing;
    private final Logins logins;
    private final Lookup lookup = new Lookup();

    Dialer(Tls tls, Routing routing, Logins logins) {
        this.tls = tls;
        this.routing = routing;
        this.logins = logins;
    }

    /// A connection on which nothing was said yet.
    ///
    /// @param plain to the host, or through the tunnel to it
    record Opened(Socket plain, Way way) {}

    /// The open connection, over TLS where the target is https, by the first way that works; always a tunnel, also for http.
    ///
    /// @param told hears of every exchange with a proxy
    /// @throws IOException also `ProxyFault`, with the words for the user; "Socket closed" after a cancel
    Socket dial(Target target, Options options, Network network, Cancellation cancellation, Consumer<Round> told) throws IOException {
        var opened = open(target, options, network, cancellation, told);
        try {
            return target.secure() ? secured(opened.plain(), target, options, network) : opened.plain();
        } catch (IOException | RuntimeException e) {
            closed(opened.plain());
            throw e;
        }
    }

    /// The same without TLS, for who wants to secure it himself.
    Opened open(Target target, Options options, Network network, Cancellation cancellation, Consumer<Round> told) throws IOException {
        IOException first = null;
        for (var way : ways(target, network, cancellation)) {
            var socket = socket(way, target, network, true, new Errand(options.connectTimeout(), told));
            cancellation.whenCancelled(() -> closed(socket));
            try {
                return ScopedValue.where(Lookup.LIMITS, new Lookup.Limits(cancellation, options.connectTimeout().toMillis())).call(() -> {
                    socket.connect(InetSocketAddress.createUnresolved(target.canonical().host(), target.port()), 0);
                    return new Opened(socket, way);
                });
            } catch (IOException e) {
                closed(socket);
                first = first == null ? e : first;
                if (cancellation.cancelled() || !passable(e)) {
                    throw e;
                }
            }
        }
        throw first;
    }

    /// True where nothing was sent to the host, so that another way may be tried.
    private static boolean passable(IOException e) {
        return e instanceof ProxyFault fault ? fault.failure() instanceof BadProxy.Unreachable
                : e instanceof ConnectException || e instanceof NoRouteToHostException || e instanceof UnknownHostException;
    }

    /// The ways to try, in order; never empty.
    List<Way> ways(Target target, Network network, Cancellation cancellation) throws ProxyFault {
        return routing.ways(network.route(), target.scheme(), target.canonical().host(), target.port(), target.url(), cancellation::whenCancelled);
    }

    Logins logins() {
        return logins;
    }

    static Optional<Network.HostOverride> override(Target target, Network network) {
        return network.hosts().isEmpty() ? Optional.empty()
                : network.hosts().stream().filter(h -> Hosts.matches(h.host(), target.canonical().host())).findFirst();
    }

    /// Not connected yet.
    DialedSocket socket(Way way, Target target, Network network, boolean tunnel, Errand errand) {
        var means = new DialedSocket.Means(lookup::lookup, (plain, host, port) -> securedProxy(plain, host, port, network), logins);
        var course = override(target, network).map(o -> new DialedSocket.Course(way, o.address(), o.port(), tunnel))
                .orElse(new DialedSocket.Course(way, null, 0, tunnel));
        return new DialedSocket(course, means, errand);
    }

    /// TLS on an open connection; afterwards the handshake is done and the certificate is the host's.
    Socket secured(Socket plain, Target target, Options options, Network network) throws IOException {
        try {
            var secured = tls.of(target, options, network);
            var offer = new TlsOffer(secured.factory(), options.tlsOff(), options.ciphers(), false);
            var host = target.canonical().host();
            var socket = (SSLSocket) offer.createSocket(plain, host, target.port(), true);
            socket.startHandshake();
            if (!secured.names().verify(host, socket.getSession())) {
                socket.close();
                throw new SSLPeerUnverifiedException("its certificate was made for another name than " + host);
            }
            return socket;
        } catch (Unusable e) {
            throw new SSLException("our certificate for it cannot be used: " + e.getMessage(), e);
        }
    }

    /// TLS to the proxy itself. The request's settings are about its host, so only those of the network count here.
    private Socket securedProxy(Socket plain, String host, int port, Network network) throws IOException {
        var proxy = new Target("https", "", host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host, port, "/");
        try {
            return secured(plain, proxy, Options.defaults(), network);
        } catch (SSLException e) {
            var known = tls.explaining(proxy, network).of(e, new Failure.TlsFailed(proxy.address(), e.getMessage()));
            throw known instanceof Failure.TlsFailed failed ? new SSLException(failed.reason()) : e;
        }
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was to be closed anyway.
        }
    }
}
