package dev.posthorn.ui.login;

import dev.posthorn.http.tls.ServersByEngine;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
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
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.web.WebView;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Gives the network of WebKit to one login window at a time.
///
/// 1. JavaFX has one HTTP client for all of its web views, which takes cookies, proxies and TLS from the defaults of the whole process, once: when
///    its class is first used. So that class is first used here, with defaults of ours in place for that moment; then they are put back.
///    Nothing else of the program uses those defaults, before or after.
/// 2. What a page's scripts do with cookies goes to the process's default handler each time: that is ours while a login window is open.
/// 3. Without a login window WebKit has no network: the preview of an answer gets none even where a link in it is clicked.
///
/// There is one of these for the process, since there is one such client.
final class WebTraffic {

    private static final WebTraffic OF_THIS_PROCESS = new WebTraffic();
    private static final String CLIENT = "com.sun.webkit.network.HTTP2Loader";

    /// The network of one login window.
    interface Session {
        /// Called before each request; an exception keeps it from being sent.
        Map<String, List<String>> cookies(URI url) throws IOException;

        /// Called with the headers of each answer.
        void answered(URI url, Map<String, List<String>> headers) throws IOException;

        /// Must be quick: it is called on the FX thread.
        Proxy way(URI url);

        X509ExtendedTrustManager trust();

        X509ExtendedKeyManager keys();
    }

    private final AtomicReference<Session> current = new AtomicReference<>();
    private final Cookies cookies = new Cookies();
    private CookieHandler before;
    private Boolean captured;

    private WebTraffic() {}

    static WebTraffic ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /// False where another login window is open. Blocks for a moment at the first call; not for the FX thread.
    boolean begin(Session session) {
        if (!current.compareAndSet(null, session)) {
            return false;
        }
        synchronized (this) {
            if (captured == null) {
                captured = capture();
            }
            before = CookieHandler.getDefault();
            CookieHandler.setDefault(cookies);
        }
        return true;
    }

    void end(Session session) {
        synchronized (this) {
            if (current.get() == session) {
                CookieHandler.setDefault(before);
                current.set(null);
            }
        }
    }

    /// False where this JavaFX keeps its client elsewhere: then proxies and authorities are Java's own.
    synchronized boolean inForce() {
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

    private final class Cookies extends CookieHandler {

        @Override
        public Map<String, List<String>> get(URI url, Map<String, List<String>> headers) throws IOException {
            var session = current.get();
            if (session == null) {
                throw new IOException("no login window is open");
            }
            return session.cookies(url);
        }

        @Override
        public void put(URI url, Map<String, List<String>> headers) throws IOException {
            var session = current.get();
            if (session != null) {
                session.answered(url, headers);
            }
        }
    }

    private final class Ways extends ProxySelector {

        @Override
        public List<Proxy> select(URI url) {
            var session = current.get();
            return List.of(session == null ? Proxy.NO_PROXY : session.way(url));
        }

        @Override
        public void connectFailed(URI url, SocketAddress address, IOException e) {
            // The page says that it could not be loaded.
        }
    }

    private final class Trust extends ServersByEngine {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
            var session = current.get();
            if (session == null) {
                throw new CertificateException("no login window is open");
            }
            session.trust().checkServerTrusted(chain, type, engine);
        }
    }

    private final class Keys extends X509ExtendedKeyManager {

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            var session = current.get();
            return session == null ? null : session.keys().chooseEngineClientAlias(types, issuers, engine);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            var session = current.get();
            return session == null ? null : session.keys().getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            var session = current.get();
            return session == null ? null : session.keys().getPrivateKey(alias);
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
