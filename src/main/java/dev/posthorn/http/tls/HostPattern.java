package dev.posthorn.http.tls;

import java.util.Locale;

/// Whether a host is meant by what the user wrote: "api.test", "api.test:8443", "*.test" for all below, "*" for every host.
///
/// @param host in lower case, IPv6 without brackets
/// @param port 0 for any
public record HostPattern(String host, int port) {

    /// What is wrong with it, in words that complete "This is not a host: "; empty where nothing is.
    public static String fault(String text) {
        var wanted = text.strip();
        if (wanted.isEmpty()) {
            return "write the name of a host, such as api.test";
        }
        if (wanted.contains("://") || wanted.contains("/")) {
            return "only the host is written here, without https:// and path";
        }
        if (wanted.chars().anyMatch(c -> Character.isWhitespace(c) || c == ',' || c == ';' || c == '@')) {
            return "one host in a row, without spaces";
        }
        var pattern = parse(wanted);
        if (pattern.port < 0) {
            return "the port is a number from 1 to 65535";
        }
        if (pattern.host.isEmpty()) {
            return "the name of the host is missing";
        }
        var star = pattern.host.lastIndexOf('*');
        if (star > 0 || star == 0 && pattern.host.length() > 1 && !pattern.host.startsWith("*.")) {
            return "a star stands at the beginning alone: *.example.test";
        }
        return "";
    }

    /// A port that is no number becomes -1, which matches nothing.
    public static HostPattern parse(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var colon = wanted.lastIndexOf(':');
        var bracket = wanted.lastIndexOf(']');
        var ipv6 = bracket < 0 && colon >= 0 && wanted.indexOf(':') != colon;
        if (colon > bracket && !ipv6) {
            return new HostPattern(bare(wanted.substring(0, colon)), port(wanted.substring(colon + 1)));
        }
        return new HostPattern(bare(wanted), 0);
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            return port >= 1 && port <= 65535 ? port : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// As names are compared: lower case, no brackets around IPv6, no dot at the end.
    static String bare(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    public boolean matches(String otherHost, int otherPort) {
        if (port != 0 && port != otherPort) {
            return false;
        }
        var other = bare(otherHost);
        return host.equals("*") || other.equals(host) || host.startsWith("*.") && other.endsWith(host.substring(1)) && other.length() > host.length() - 1;
    }
}
