package dev.posthorn.http.proxy;

import dev.posthorn.model.Network;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Addresses of proxies as people write them: "proxy:3128", "http://user:password@proxy:3128", "socks5h://proxy".
public final class ProxyAddress {

    private ProxyAddress() {}

    /// A URL, or host and port of an HTTP proxy. User and password may be percent-encoded.
    ///
    /// @throws IllegalArgumentException says what is wrong, without the password: "it has no host"
    public static Network.Proxy parse(String text) {
        var rest = text.strip();
        var slashes = rest.indexOf("://");
        var kind = kind(slashes < 0 ? "http" : rest.substring(0, slashes).toLowerCase(Locale.ROOT));
        rest = slashes < 0 ? rest : rest.substring(slashes + 3);
        var end = rest.indexOf('/', rest.lastIndexOf('@') + 1);
        rest = end < 0 ? rest : rest.substring(0, end);
        var at = rest.lastIndexOf('@');
        var login = at < 0 ? "" : rest.substring(0, at);
        var colon = login.indexOf(':');
        return of(kind, rest.substring(at + 1), decoded(colon < 0 ? login : login.substring(0, colon)), colon < 0 ? "" : decoded(login.substring(colon + 1)));
    }

    private static Network.Kind kind(String scheme) {
        return switch (scheme) {
            case "http" -> Network.Kind.HTTP;
            case "https" -> Network.Kind.HTTPS;
            case "socks", "socks5", "socks5h" -> Network.Kind.SOCKS5;
            default -> throw new IllegalArgumentException("proxies of the kind " + scheme + ":// are not known here");
        };
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// @param address "host:port" or "host", then with the usual port of the kind
    static Network.Proxy of(Network.Kind kind, String address, String user, String password) {
        var bracket = address.lastIndexOf(']');
        var colon = address.indexOf(':', Math.max(0, bracket));
        var host = Addresses.bare(colon < 0 ? address : address.substring(0, colon));
        if (host.isBlank() || host.chars().anyMatch(c -> c <= ' ' || c == '/' || c == '@' || c == '"')) {
            throw new IllegalArgumentException("it has no host");
        }
        return new Network.Proxy(kind, host, colon < 0 ? usual(kind) : port(address.substring(colon + 1)), user, password);
    }

    private static int usual(Network.Kind kind) {
        return switch (kind) {
            case HTTP -> 80;
            case HTTPS -> 443;
            case SOCKS5 -> 1080;
        };
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a port (1 to 65535)");
    }
}
