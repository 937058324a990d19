package dev.posthorn.http.tls;

import dev.posthorn.model.Network;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/// Trust and client certificates for a client that has one setup for all hosts, as a browser does: each host gets what `Securing` would give it.
/// For engines alone, since that is what such clients use.
public final class ByHost {

    /// Hears why a host was not trusted.
    public interface Refusals {
        /// @param reason completes "… cannot be trusted: "
        void refused(String host, String reason);
    }

    private final Securing securing;
    private final Supplier<Network> network;
    private final Supplier<Optional<X509Certificate>> own;
    private final Refusals refusals;

    /// @param own our certificate of localhost, which is trusted there and nowhere else
    public ByHost(Securing securing, Supplier<Network> network, Supplier<Optional<X509Certificate>> own, Refusals refusals) {
        this.securing = securing;
        this.network = network;
        this.own = own;
        this.refusals = refusals;
    }

    private Securing.Setup setup(String host, int port) throws CertificateException {
        try {
            return securing.of(host, port, true, network.get());
        } catch (Unusable e) {
            throw new CertificateException("our certificate for it cannot be used: " + e.getMessage(), e);
        }
    }

    public X509ExtendedTrustManager trust() {
        return new Trust();
    }

    public X509ExtendedKeyManager keys() {
        return new Keys();
    }

    private final class Trust extends ServersByEngine {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
            var host = engine.getPeerHost();
            if (own.get().filter(chain[0]::equals).isPresent() && HostNames.fits(chain[0], host)) {
                return;
            }
            try {
                switch (setup(host, engine.getPeerPort()).trust()) {
                    case X509ExtendedTrustManager careful -> careful.checkServerTrusted(chain, type, engine);
                    case X509TrustManager plain -> plain.checkServerTrusted(chain, type);
                }
            } catch (CertificateException e) {
                refusals.refused(host, e.getMessage());
                throw e;
            }
        }
    }

    /// The alias of a key is the host it is shown to.
    private final class Keys extends ClientKeys {

        private final Map<String, Identity> chosen = new ConcurrentHashMap<>();

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            try {
                var shown = setup(engine.getPeerHost(), engine.getPeerPort()).shown();
                if (shown == null || new ShownKey(shown, securing.requests()).chooseEngineClientAlias(types, issuers, engine) == null) {
                    return null;
                }
                var alias = engine.getPeerHost() + ":" + engine.getPeerPort();
                chosen.put(alias, shown);
                return alias;
            } catch (CertificateException e) {
                refusals.refused(engine.getPeerHost(), e.getMessage());
                return null;
            }
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            var shown = chosen.get(alias);
            return shown == null ? null : shown.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            var shown = chosen.get(alias);
            return shown == null ? null : shown.key();
        }
    }
}
