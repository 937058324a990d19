package dev.posthorn.http.proxy;

import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Network;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// A socket to a host by the way that was chosen for it: straight, also to another address than the host's own, or by a proxy. What it is asked to
/// connect to is the host of the URL; where the connection really goes is its own affair, and `getRemoteSocketAddress` tells it.
///
/// Closing it from another thread ends whatever `connect` is doing.
public final class DialedSocket extends ForwardedSocket {

    /// What the socket needs of the engine.
    ///
    /// @param names   looks a name up, and lets go when the send is cancelled
    /// @param secured puts TLS to the proxy itself on a connection
    public record Means(Names names, Secured secured, Logins logins) {}

    public interface Names {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    public interface Secured {
        Socket over(Socket plain, String host, int port) throws IOException;
    }

    /// Where it goes.
    ///
    /// @param address in place of the host's own, a name or a number; null for the host's own
    /// @param port    in place of the URL's; 0 for the URL's
    /// @param tunnel  false where the proxy is spoken to in whole requests (plain http) and not asked for a connection
    public record Course(Way way, String address, int port, boolean tunnel) {}

    private final Course course;
    private final Means means;
    private final Errand errand;
    private volatile Socket raw;
    private volatile Socket line;
    private volatile boolean closed;
    private int soTimeout;

    public DialedSocket(Course course, Means means, Errand errand) {
        this.course = course;
        this.means = means;
        this.errand = errand;
    }

    /// @param timeout in milliseconds; the errand's own holds beside it
    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress to)) {
            throw new SocketException("not an internet address: " + endpoint);
        }
        var deadline = Deadline.in(errand.connectTimeout()).atMost(Duration.ofMillis(timeout));
        try {
            var made = switch (course.way()) {
                case Way.Direct _ -> straight(to, deadline);
                case Way.Via(var proxy) -> by(proxy, course.address() == null ? to.getHostString() : course.address(), port(to), deadline);
            };
            made.setSoTimeout(soTimeout);
            made.setTcpNoDelay(true);
            line = made;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        if (closed) {
            close();
            throw new SocketException("Socket closed");
        }
    }

    private int port(InetSocketAddress to) {
        return course.port() == 0 ? to.getPort() : course.port();
    }

    private Socket straight(InetSocketAddress to, Deadline deadline) throws IOException {
        if (course.address() == null && to.getAddress() != null) {
            return plain(List.of(to.getAddress()), port(to), deadline);
        }
        return plain(addresses(course.address() == null ? to.getHostString() : course.address()), port(to), deadline);
    }

    private List<InetAddress> addresses(String host) throws UnknownHostException {
        var literal = Addresses.literal(host);
        return literal.isPresent() ? List.of(literal.get()) : means.names().of(host);
    }

    /// The first address that answers.
    private Socket plain(List<InetAddress> addresses, int port, Deadline deadline) throws IOException {
        IOException first = null;
        for (var address : addresses) {
            var socket = new Socket();
            raw = socket;
            try {
                if (closed) {
                    throw new SocketException("Socket closed");
                }
                socket.connect(new InetSocketAddress(address, port), deadline.millis());
                return socket;
            } catch (IOException e) {
                socket.close();
                if (closed || e instanceof SocketTimeoutException) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first == null ? new UnknownHostException("no address") : first;
    }

    private Socket by(Network.Proxy proxy, String host, int port, Deadline deadline) throws IOException {
        var stage = new Stage();
        try {
            switch (proxy.kind()) {
                case SOCKS5 -> {
                    var socket = toProxy(proxy, deadline);
                    stage.reached = true;
                    new Socks5(proxy, socket, deadline).connect(Addresses.bare(host), port);
                    return socket;
                }
                case HTTP, HTTPS -> {
                    if (!course.tunnel()) {
                        return toProxy(proxy, deadline);
                    }
                    return new Tunnel(proxy, Addresses.authority(host, port), means.logins().at(proxy), deadline, errand.told()).open(() -> {
                        var socket = toProxy(proxy, deadline);
                        stage.reached = true;
                        return socket;
                    });
                }
            }
        } catch (ProxyFault e) {
            throw e;
        } catch (IOException e) {
            throw closed ? e : fault(proxy, e, stage.reached);
        }
        throw new IllegalStateException("a kind of proxy without a way: " + proxy.kind());
    }

    private static final class Stage {
        private boolean reached;
    }

    private Socket toProxy(Network.Proxy proxy, Deadline deadline) throws IOException {
        var plain = plain(addresses(proxy.host()), proxy.port(), deadline);
        if (proxy.kind() != Network.Kind.HTTPS) {
            return plain;
        }
        plain.setSoTimeout(deadline.millis());
        return means.secured().over(plain, proxy.host(), proxy.port());
    }

    private static ProxyFault fault(Network.Proxy proxy, IOException e, boolean reached) {
        var reason = switch (e) {
            case UnknownHostException slow when slow.getCause() instanceof TimeoutException -> "its name was not found in time";
            case UnknownHostException _ -> "its name is not known";
            case SocketTimeoutException _ -> reached ? "it did not answer in time" : "the connection took too long";
            case ConnectException refused when String.valueOf(refused.getMessage()).contains("refused") -> "nothing is listening there";
            case NoRouteToHostException _ -> "there is no route to it from here";
            case SSLException tls -> "no secure connection to it could be made (" + said(tls) + ")";
            default -> reached ? "it closed the connection (" + said(e) + ")" : said(e);
        };
        return new ProxyFault(new BadProxy.Unreachable(proxy.toString(), reason), e);
    }

    private static String said(Throwable e) {
        var deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        var text = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage().lines().findFirst().orElse("").strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    Socket line() {
        return line;
    }

    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
        soTimeout = millis;
        super.setSoTimeout(millis);
    }

    @Override
    public boolean isClosed() {
        return closed || line != null && line.isClosed();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        var below = raw;
        var above = line;
        if (above != null && above != below) {
            above.close();
        }
        if (below != null) {
            below.close();
        }
    }
}
