package dev.posthorn.http.tls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which servers asked for a certificate of ours, and for what kind: needed to explain the refusal that may follow. The last hundred.
public final class Requests {

    /// @param issuers distinguished names of the authorities that the server takes; empty where it does not say
    /// @param keys    "RSA", "EC", …
    public record Request(List<String> issuers, List<String> keys) {
        public Request {
            issuers = List.copyOf(issuers);
            keys = List.copyOf(keys);
        }
    }

    private static final int MOST = 100;

    private final Map<String, Request> last = new LinkedHashMap<>(16, 0.75f, true);

    synchronized void remember(String host, int port, Request request) {
        last.put(key(host, port), request);
        if (last.size() > MOST) {
            last.remove(last.keySet().iterator().next());
        }
    }

    public synchronized Optional<Request> of(String host, int port) {
        return Optional.ofNullable(last.get(key(host, port)));
    }

    private static String key(String host, int port) {
        return HostPattern.bare(host).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
