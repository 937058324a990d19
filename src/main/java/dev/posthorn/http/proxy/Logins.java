package dev.posthorn.http.proxy;

import dev.posthorn.auth.Digest;
import dev.posthorn.model.Network;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// How each proxy wanted us to log in the last time, so that the next request need not be refused first. Passwords are not kept here but come
/// with each `Network.Proxy`, which is the key. Safe from any thread.
public final class Logins {

    private static final int MOST = 32;

    sealed interface Scheme {
        record Basic() implements Scheme {}

        record Hashed(Digest digest) implements Scheme {}

        record Messages() implements Scheme {}
    }

    private record Known(Scheme scheme, int count) {}

    private final Supplier<String> cnonces;
    private final Map<Network.Proxy, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Network.Proxy, Known> eldest) {
            return size() > MOST;
        }
    };

    /// @param cnonces gives a new random text each time
    public Logins(Supplier<String> cnonces) {
        this.cnonces = cnonces;
    }

    public ProxyLogin at(Network.Proxy proxy) {
        return new ProxyLogin(proxy, this);
    }

    String cnonce() {
        return cnonces.get();
    }

    synchronized Optional<Scheme> known(Network.Proxy proxy) {
        return Optional.ofNullable(known.get(proxy)).map(Known::scheme);
    }

    synchronized void remember(Network.Proxy proxy, Scheme scheme) {
        known.put(proxy, new Known(scheme, 0));
    }

    synchronized void forget(Network.Proxy proxy) {
        known.remove(proxy);
    }

    /// How often this nonce was answered, this time included.
    synchronized int count(Network.Proxy proxy, Digest digest) {
        var entry = known.get(proxy);
        if (entry == null || !entry.scheme().equals(new Scheme.Hashed(digest))) {
            return 1;
        }
        known.put(proxy, new Known(entry.scheme(), entry.count() + 1));
        return entry.count() + 1;
    }
}
