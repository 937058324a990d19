package dev.posthorn.http.proxy;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/// IP addresses as they are written, without asking a name server.
public final class Addresses {

    private Addresses() {}

    /// The address where `host` is one, IPv6 with or without brackets; empty for a name.
    public static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(bare(host)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /// "host:port", IPv6 in brackets.
    static String authority(String host, int port) {
        var bare = bare(host);
        return (bare.contains(":") ? "[" + bare + "]" : bare) + ":" + port;
    }

    /// The number alone, without a name; empty where there is none.
    static String shown(InetAddress address) {
        return address == null ? "" : address.getHostAddress();
    }

    static boolean loopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }
}
