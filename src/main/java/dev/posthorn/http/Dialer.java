package dev.posthorn.http;

import dev.posthorn.http.proxy.DialedSocket;
import dev.posthorn.http.proxy.Errand;
import dev.posthorn.http.proxy.Logins;
import dev.posthorn.http.proxy.Round;
import dev.posthorn.http.proxy.Way;
import dev.posthorn.model.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.Consumer;

/// Opens a connection to a host as the network settings want it: another address, a proxy, a tunnel, TLS.
public final class Dialer {

    private final Lookup lookup = new Lookup();
    private final Logins logins = new Logins(() -> java.util.UUID.randomUUID().toString().replace("-", ""));

    /// The open connection, over TLS where the target is https, by the first way that works.
    ///
    /// @param told hears of every exchange with a proxy
    /// @throws IOException also `ProxyFault`, with the words for the user; "Socket closed" after a cancel
    Socket dial(Target target, Options options, Network network, Cancellation cancellation, Consumer<Round> told) throws IOException {
        var way = ways(target, network).getFirst();
        var socket = socket(way, target, network, true, new Errand(options.connectTimeout(), told));
        cancellation.whenCancelled(() -> closed(socket));
        socket.connect(InetSocketAddress.createUnresolved(target.canonical().host(), target.port()), 0);
        return target.secure() ? Tls.over(socket, target, options, network) : socket;
    }

    private List<Way> ways(Target target, Network network) {
        return List.of(network.route() instanceof Network.Route.Manual(var proxy, var _) ? new Way.Via(proxy) : new Way.Direct());
    }

    private DialedSocket socket(Way way, Target target, Network network, boolean tunnel, Errand errand) {
        var means = new DialedSocket.Means(lookup::lookup, (plain, host, port) -> Tls.over(plain, new Target("https", "", host, port, "/"), Options.defaults(), network), logins);
        var override = network.hosts().stream().filter(h -> Hosts.matches(h.host(), target.canonical().host())).findFirst();
        var course = new DialedSocket.Course(way, override.map(Network.HostOverride::address).orElse(null), override.map(Network.HostOverride::port).orElse(0), tunnel);
        return new DialedSocket(course, means, errand);
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was to be closed anyway.
        }
    }
}
