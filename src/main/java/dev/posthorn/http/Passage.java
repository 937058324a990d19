package dev.posthorn.http;

import dev.posthorn.http.tls.ByHost;
import dev.posthorn.http.tls.Securing;
import dev.posthorn.model.Network;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The workspace's network for a browser of ours that brings its own HTTP: ways to hosts, and whom TLS trusts.
public final class Passage {

    private static final Duration CONNECT = Duration.ofSeconds(30);

    private final Dialer dialer;
    private final Securing securing;
    private final Supplier<Network> network;

    Passage(Dialer dialer, Securing securing, Supplier<Network> network) {
        this.dialer = dialer;
        this.securing = securing;
        this.network = network;
    }

    /// A connection on which nothing was said yet, by the workspace's proxies and names. Blocks.
    ///
    /// @param host without brackets
    public Socket open(String scheme, String host, int port, Cancellation cancellation) throws IOException {
        var target = new Target(scheme, "", host.contains(":") ? "[" + host + "]" : host, port, "/");
        return dialer.open(target, Options.defaults().timeouts(CONNECT, Duration.ZERO), network.get(), cancellation, _ -> { }).plain();
    }

    /// @param own our certificate of localhost
    public ByHost security(Supplier<Optional<X509Certificate>> own, ByHost.Refusals refusals) {
        return new ByHost(securing, network, own, refusals);
    }
}
