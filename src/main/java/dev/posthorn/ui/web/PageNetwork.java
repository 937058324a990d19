package dev.posthorn.ui.web;

import dev.posthorn.http.Passage;
import dev.posthorn.http.tls.ByHost;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// The workspace's network for a page: its proxies and names, whom it trusts, and its client certificates. Hosts of this machine are reached directly.
public final class PageNetwork implements WebTraffic.Way, AutoCloseable {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Relay relay;
    private final X509ExtendedTrustManager trust;
    private final X509ExtendedKeyManager keys;
    private volatile String trouble = "";

    /// @param own our certificate of localhost, which is trusted there
    /// @throws IOException where this machine gives us no socket
    public PageNetwork(Passage passage, Supplier<Optional<X509Certificate>> own) throws IOException {
        relay = new Relay(passage, (host, reason) -> trouble(host + " cannot be reached: " + reason));
        ByHost security = passage.security(own, (host, reason) -> trouble(host + " cannot be trusted: " + reason));
        trust = security.trust();
        keys = security.keys();
    }

    /// Notes what kept a page from being loaded, as a sentence without a full stop.
    public void trouble(String sentence) {
        trouble = sentence;
    }

    /// What last kept a page from being loaded; empty where nothing did. It is told once.
    public String trouble() {
        var told = trouble;
        trouble = "";
        return told;
    }

    @Override
    public Proxy way(URI url) {
        if (url.getHost() == null || LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT))) {
            return Proxy.NO_PROXY;
        }
        relay.allow(url);
        return new Proxy(Proxy.Type.HTTP, relay.address());
    }

    @Override
    public X509ExtendedTrustManager trust() {
        return trust;
    }

    @Override
    public X509ExtendedKeyManager keys() {
        return keys;
    }

    @Override
    public void close() {
        relay.close();
    }
}
