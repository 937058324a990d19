package dev.posthorn.ui.login;

import dev.posthorn.http.Cookies;
import dev.posthorn.http.Passage;
import dev.posthorn.model.Cookie;
import dev.posthorn.oauth.agent.RedirectCatch;
import dev.posthorn.ui.web.Lately;
import dev.posthorn.ui.web.PageNetwork;
import dev.posthorn.ui.web.WebTraffic;
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
///
/// WebKit asks for the way of a request on the FX thread and for its cookies later, on another. In between its login may have ended and the next one
/// begun, which has another redirect URI and would let it through: so what this login did not ask for itself is not sent in its name.
final class LoginTraffic implements WebTraffic.Session, AutoCloseable {

    private final Cookies cookies;
    private final RedirectCatch redirect;
    private final PageNetwork network;
    private final Lately asked = new Lately();
    private volatile boolean begun;

    /// @param own our certificate of localhost
    LoginTraffic(Passage passage, RedirectCatch redirect, Supplier<Optional<X509Certificate>> own, Clock clock) throws IOException {
        this.redirect = redirect;
        cookies = new Cookies(clock);
        network = new PageNetwork(passage, own);
    }

    /// The window opens. What is asked for before that is of the page of an earlier login.
    void begin() {
        begun = true;
    }

    /// What last kept a page from being loaded, as a sentence without a full stop; empty where nothing did. It is told once.
    String trouble() {
        return network.trouble();
    }

    @Override
    public Map<String, List<String>> cookies(URI url) throws IOException {
        var script = url.getScheme().startsWith("javascript");
        if (!script && !asked.contains(url.toString())) {
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
            network.trouble("A redirect that does not belong to this login was refused");
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
        if (begun) {
            asked.add(url.toString());
        }
        return network.way(url);
    }

    @Override
    public X509ExtendedTrustManager trust() {
        return network.trust();
    }

    @Override
    public X509ExtendedKeyManager keys() {
        return network.keys();
    }

    @Override
    public void close() {
        cookies.clear();
        network.close();
    }
}
