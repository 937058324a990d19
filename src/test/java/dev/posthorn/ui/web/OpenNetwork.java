package dev.posthorn.ui.web;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Lets the web view of a test reach servers without TLS on this machine, as no login window does meanwhile.
///
/// The HTTP client of all web views takes its settings once: a test that made it work without `WebTraffic` would take them from the login windows of later tests.
public final class OpenNetwork implements WebTraffic.Session, AutoCloseable {

    private OpenNetwork() {}

    /// Blocks for a moment; not for the FX thread.
    public static OpenNetwork begin() {
        var network = new OpenNetwork();
        if (!WebTraffic.ofThisProcess().begin(network)) {
            throw new IllegalStateException("a login window is open");
        }
        return network;
    }

    @Override
    public void close() {
        WebTraffic.ofThisProcess().end(this);
    }

    @Override
    public Map<String, List<String>> cookies(URI url) {
        return Map.of();
    }

    @Override
    public void answered(URI url, Map<String, List<String>> headers) throws IOException {}

    @Override
    public Proxy way(URI url) {
        return Proxy.NO_PROXY;
    }

    @Override
    public X509ExtendedTrustManager trust() {
        throw new IllegalStateException("no TLS here");
    }

    @Override
    public X509ExtendedKeyManager keys() {
        throw new IllegalStateException("no TLS here");
    }
}
