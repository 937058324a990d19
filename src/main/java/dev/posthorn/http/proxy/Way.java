package dev.posthorn.http.proxy;

import dev.posthorn.model.Network;

/// How a request leaves this machine: straight to the host, or by a proxy.
public sealed interface Way {

    record Direct() implements Way {}

    record Via(Network.Proxy proxy) implements Way {}

    /// For the details of a connection: "http://proxy.test:3128", empty for the straight way.
    default String shown() {
        return switch (this) {
            case Direct _ -> "";
            case Via(var proxy) -> proxy.toString();
        };
    }
}
