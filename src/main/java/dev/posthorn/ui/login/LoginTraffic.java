package dev.posthorn.ui.login;

import dev.posthorn.http.Cookies;
import dev.posthorn.http.Passage;
import dev.posthorn.http.tls.ByHost;
import dev.posthorn.model.Cookie;
import dev.posthorn.oauth.agent.RedirectCatch;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// The network of one login window: cookies that begin empty and end with it, the workspace's proxies, names and authorities, and no request to
/// the redirect URI.
final class LoginTraffic implements WebTraffic.Session, AutoCloseable {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Cookies cookies;
    private final RedirectCatch redirect;
    private final Relay relay;
    private final X509ExtendedTrustManager trust;
    private final X509ExtendedKeyManager keys;
    private volatile String trouble = "";
    private volatile boolean begun;

    /// @param own our certificate of localhost
    LoginTraffic(Passage passage, RedirectCatch redirect, Supplier<Optional<X509Certificate>> own, Clock clock) throws IOException {
        this.redirect = redirect;
        cookies = new Cookies(clock);
        relay = new Relay(passage, (host, reason) -> trouble = host + " cannot be reached: " + reason);
        ByHost security = passage.security(own, (host, reason) -> trouble = host + " cannot be trusted: " + reason);
        trust = security.trust();
        keys = security.keys();
    }

    /// The window opens. What is asked for before that comes late from the page of an earlier login, and is not sent.
    void begin() {
        begun = true;
    }

    /// What last kept a page from being loaded, as a sentence without a full stop; empty where nothing did. It is told once.
    String trouble() {
        var told = trouble;
        trouble = "";
        return told;
    }

    @Override
    public Map<String, List<String>> cookies(URI url) throws IOException {
        var script = url.getScheme().startsWith("javascript");
        if (!script && !begun) {
            throw new IOException("the page of another login asks");
        }
        if (!script) {
            pass(url.toString());
        }
        var line = cookies.matching(asWeb(url)).stream().filter(c -> !script || !c.httpOnly()).map(LoginTraffic::pair).collect(Collectors.joining("; "));
        return line.isEmpty() ? Map.of() : Map.of("Cookie", List.of(line));
    }

    private static String pair(Cookie cookie) {
        return cookie.name().isEmpty() ? cookie.value() : cookie.name() + "=" + cookie.value();
    }

    /// WebKit calls a page's own scripts by the schemes `javascript` and `javascripts`.
    private static String asWeb(URI url) {
        return url.toString().replaceFirst("^javascript(s?):", "http$1:");
    }

    /// Where a server redirects to is known here first, and for schemes that WebKit cannot load it is known here alone. An answer with our redirect
    /// is kept from WebKit, which would follow it.
    @Override
    public void answered(URI url, Map<String, List<String>> headers) throws IOException {
        for (var header : headers.entrySet()) {
            switch (header.getKey() == null ? "" : header.getKey().toLowerCase(Locale.ROOT)) {
                case "set-cookie" -> header.getValue().forEach(line -> cookies.set(asWeb(url), line));
                case "location" -> {
                    for (var to : header.getValue()) {
                        pass(resolved(url, to));
                    }
                }
                default -> { }
            }
        }
    }

    private void pass(String url) throws IOException {
        if (redirect.stops(url)) {
            trouble = "A redirect that does not belong to this login was refused";
            throw new IOException("the redirect is not loaded");
        }
    }

    private static String resolved(URI from, String to) {
        try {
            return from.resolve(to).toString();
        } catch (IllegalArgumentException e) {
            return to;
        }
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
        cookies.clear();
        relay.close();
    }
}
