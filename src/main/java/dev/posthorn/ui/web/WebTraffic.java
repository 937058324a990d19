package dev.posthorn.ui.web;

import dev.posthorn.http.Passage;
import dev.posthorn.http.tls.ClientKeys;
import dev.posthorn.http.tls.ServersByEngine;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.web.WebView;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Divides the network of WebKit among the pages in the program's windows: one login page at a time has cookies and a network of its own, the pages that
/// scripts made have the workspace's, and the preview of an answer has none.
///
/// 1. JavaFX has one HTTP client for all of its web views, which takes cookies, proxies and TLS from the defaults of the whole process, once: when
///    its class is first used. So that class is first used here, with defaults of ours in place for that moment; then they are put back.
///    Nothing else of the program uses those defaults, before or after.
/// 2. What a page's scripts do with cookies goes to the process's default handler each time: that is ours while a login window is open.
/// 3. Whose request it is tells `Guest`. What no guest asks for is of the login window, and where none is open it is not sent.
///
/// There is one of these for the process, since there is one such client.
public final class WebTraffic {

    private static final WebTraffic OF_THIS_PROCESS = new WebTraffic();
    private static final String CLIENT = "com.sun.webkit.network.HTTP2Loader";

    /// How bytes come to a host, and whom TLS trusts there.
    public interface Way {
        /// Must be quick: it is called on the FX thread, once a request.
        Proxy way(URI url);

        X509ExtendedTrustManager trust();

        X509ExtendedKeyManager keys();
    }

    /// The network of one login window.
    public interface Session extends Way {
        /// Called before each request; an exception keeps it from being sent.
        Map<String, List<String>> cookies(URI url) throws IOException;

        /// Called with the headers of each answer; an exception keeps the page from seeing it.
        void answered(URI url, Map<String, List<String>> headers) throws IOException;
    }

    private final AtomicReference<Session> current = new AtomicReference<>();
    private final AtomicReference<PageNetwork> guests = new AtomicReference<>();
    private final Lately guestsAsked = new Lately();
    private final Cookies cookies = new Cookies();
    private CookieHandler before;
    private Supplier<Passage> passage;
    private Boolean captured;

    private WebTraffic() {}

    public static WebTraffic ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /// False where another login window is open. Blocks for a moment at the first call; not for the FX thread.
    public boolean begin(Session session) {
        if (!current.compareAndSet(null, session)) {
            return false;
        }
        synchronized (this) {
            prepare();
            before = CookieHandler.getDefault();
            CookieHandler.setDefault(cookies);
        }
        return true;
    }

    public void end(Session session) {
        synchronized (this) {
            if (current.get() == session) {
                CookieHandler.setDefault(before);
                current.set(null);
            }
        }
    }

    /// Where the pages that scripts made get their network from, in place of where they had it from.
    public synchronized void guests(Supplier<Passage> from) {
        passage = from;
        var last = guests.getAndSet(null);
        if (last != null) {
            last.close();
        }
    }

    /// To be called before a page that a script made is run; as `prepare`. Where this machine gives no socket the page has no network.
    public synchronized void prepareGuests() {
        prepare();
        if (passage != null && guests.get() == null) {
            try {
                guests.set(new PageNetwork(passage.get(), Optional::empty));
            } catch (IOException e) {
                // The page says what it could not load.
            }
        }
    }

    /// What last kept a page that a script made from something that it asked for, as a sentence without a full stop; empty where nothing did.
    public String guestsTrouble() {
        var network = guests.get();
        return network == null ? "" : network.trouble();
    }

    /// To be called before any page is shown. Blocks for a moment at the first call; not for the FX thread.
    public synchronized void prepare() {
        if (captured == null) {
            captured = capture();
        }
    }

    /// False where this JavaFX keeps its client elsewhere: then proxies and authorities are Java's own.
    public synchronized boolean inForce() {
        return Boolean.TRUE.equals(captured);
    }

    private boolean capture() {
        var proxiesBefore = ProxySelector.getDefault();
        var cookiesBefore = CookieHandler.getDefault();
        try {
            var tlsBefore = SSLContext.getDefault();
            var tls = SSLContext.getInstance("TLS");
            tls.init(new KeyManager[] {new Keys()}, new TrustManager[] {new Trust()}, new SecureRandom());
            try {
                ProxySelector.setDefault(new Ways());
                CookieHandler.setDefault(cookies);
                SSLContext.setDefault(tls);
                Class.forName(CLIENT, true, WebView.class.getClassLoader());
                return true;
            } finally {
                SSLContext.setDefault(tlsBefore);
            }
        } catch (ClassNotFoundException | GeneralSecurityException | LinkageError e) {
            return false;
        } finally {
            ProxySelector.setDefault(proxiesBefore);
            CookieHandler.setDefault(cookiesBefore);
        }
    }

    /// Null where nothing has a network now.
    private Way way() {
        var session = current.get();
        return session == null ? guests.get() : session;
    }

    private final class Cookies extends CookieHandler {

        @Override
        public Map<String, List<String>> get(URI url, Map<String, List<String>> headers) throws IOException {
            if (Guest.PREVIEW.asks(headers)) {
                throw new IOException("the preview of an answer has no network");
            }
            if (Guest.VISUAL.asks(headers)) {
                if (way() == null) {
                    throw new IOException("nothing has a network now");
                }
                guestsAsked.add(url.toString());
                return Map.of();
            }
            var session = current.get();
            if (session == null) {
                throw new IOException("no login window is open");
            }
            guestsAsked.remove(url.toString());
            return session.cookies(url);
        }

        @Override
        public void put(URI url, Map<String, List<String>> headers) throws IOException {
            var session = current.get();
            if (session != null && !guestsAsked.contains(url.toString())) {
                session.answered(url, headers);
            }
        }
    }

    private final class Ways extends ProxySelector {

        @Override
        public List<Proxy> select(URI url) {
            var way = way();
            return List.of(way == null ? Proxy.NO_PROXY : way.way(url));
        }

        @Override
        public void connectFailed(URI url, SocketAddress address, IOException e) {
            // The page says that it could not be loaded.
        }
    }

    private final class Trust extends ServersByEngine {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
            var way = way();
            if (way == null) {
                throw new CertificateException("nothing has a network now");
            }
            way.trust().checkServerTrusted(chain, type, engine);
        }
    }

    private final class Keys extends ClientKeys {

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            var way = way();
            return way == null ? null : way.keys().chooseEngineClientAlias(types, issuers, engine);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            var way = way();
            return way == null ? null : way.keys().getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            var way = way();
            return way == null ? null : way.keys().getPrivateKey(alias);
        }
    }
}
