package dev.posthorn.model;

import java.nio.file.Path;
import java.util.List;

/// How this workspace reaches the network: proxies, names, certificates, limits. What stands here holds for all requests; TLS is verified
/// for every host that is not named in `unverified`.
///
/// @param hosts       the first that matches counts
/// @param certificates our own, for servers that ask for one; the first that matches the host counts
/// @param authorities PEM or DER files of certificate authorities that are trusted beside the system's
/// @param systemTrust true where the operating system's authorities are trusted beside Java's
/// @param unverified  hosts, "host" or "host:port", "*.test" for all below, whose certificate is not looked at
/// @param mostBody    bytes of one decoded answer that are kept at most
/// @param freeDisk    bytes of the disk that stay free
public record Network(Route route, List<HostOverride> hosts, List<ClientCertificate> certificates, List<Path> authorities, boolean systemTrust,
        List<String> unverified, long mostBody, long freeDisk) {

    public static final long GIB = 1L << 30;

    public static final Network DEFAULT = new Network(new Route.OfSystem(), List.of(), List.of(), List.of(), true, List.of(), 4 * GIB, GIB);

    public Network {
        hosts = List.copyOf(hosts);
        certificates = List.copyOf(certificates);
        authorities = List.copyOf(authorities);
        unverified = List.copyOf(unverified);
    }

    public Network by(Route other) {
        return new Network(other, hosts, certificates, authorities, systemTrust, unverified, mostBody, freeDisk);
    }

    /// By which proxy requests go.
    public sealed interface Route {
        record Direct() implements Route {}

        /// What the operating system and the environment variables (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`) say.
        record OfSystem() implements Route {}

        /// One proxy for all but the hosts of `bypass` ("localhost", "*.test", "10.0.0.0/8", "host:8080").
        record Manual(Proxy proxy, List<String> bypass) implements Route {
            public Manual {
                bypass = List.copyOf(bypass);
            }
        }

        /// A proxy auto-configuration script: an http(s) address or a file. `user` and `password` are for the proxies that it names.
        record Script(String source, String user, String password) implements Route {
            /// Without credentials.
            @Override
            public String toString() {
                return "script " + source;
            }
        }
    }

    public enum Kind { HTTP, HTTPS, SOCKS5 }

    /// @param user     empty where the proxy asks for none; for NTLM `DOMAIN\\user`
    /// @param password a secret: never in a log, an export or a message
    public record Proxy(Kind kind, String host, int port, String user, String password) {
        /// Without credentials: "socks5://host:1080".
        @Override
        public String toString() {
            var bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
            return kind.name().toLowerCase(java.util.Locale.ROOT) + "://" + bracketed + ":" + port;
        }
    }

    /// `api.test → 127.0.0.1:8443`: the host in the URL, its Host header and its TLS name stay, the connection goes elsewhere.
    ///
    /// @param host    as in the URL; "*.test" for all below
    /// @param address an IP address or a name
    /// @param port    0 keeps the URL's
    public record HostOverride(String host, String address, int port) {}

    /// A certificate of ours with its key: either PEM files or one PKCS#12 file.
    ///
    /// @param host       as in the URL, "host" or "host:port"; "*.test" for all below
    /// @param file       PEM certificate (chain) or PKCS#12
    /// @param key        PEM key; null for PKCS#12, or where the certificate's file holds it too
    /// @param passphrase a secret; empty for none
    public record ClientCertificate(String host, Path file, Path key, String passphrase) {
        @Override
        public String toString() {
            return "certificate " + file + " for " + host;
        }
    }
}
