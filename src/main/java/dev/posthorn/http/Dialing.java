package dev.posthorn.http;

import dev.posthorn.model.Network;
import java.net.Proxy;
import javax.net.SocketFactory;
import okhttp3.Dns;

/// By which way a connection is opened: names, sockets, proxies.
final class Dialing {

    /// Connections are shared by requests that got the very same `Dial`.
    ///
    /// @param sockets opens the plain connection, to a proxy or straight
    /// @param proxy   only what OkHttp itself has to know of a proxy; `NO_PROXY` where the sockets see to it
    record Dial(SocketFactory sockets, Dns dns, Proxy proxy) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final Dial straight = new Dial(SocketFactory.getDefault(), new Lookup(), Proxy.NO_PROXY);

    /// The same one for equal needs.
    Dial of(Target target, Network network) {
        return straight;
    }
}
