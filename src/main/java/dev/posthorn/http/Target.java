package dev.posthorn.http;

import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/// Where a request goes: a URL taken apart without changing what the user typed in it.
///
/// @param scheme   "http" or "https"
/// @param userInfo raw `user:password`, empty where there is none
/// @param host     as it stands in the URL, IPv6 in brackets, a short IPv4 address spelled out
/// @param port     always given, the scheme's default where the URL has none
/// @param resource path and query as they stand on the request line; begins with `/`
/// @param canonical scheme, canonical host and port, path `/`: what cookies and connections are chosen by
record Target(String scheme, String userInfo, String host, int port, String resource, HttpUrl canonical) {

    private static final Pattern URL = Pattern.compile("(?s)([a-zA-Z][a-zA-Z0-9+.-]*)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(?:(.*)@)?(\\[[^\\]]*\\]|[^:@]*)(?::(.*))?");

    private static final Pattern FOREIGN = Pattern.compile("[\\x00-\\x20\"#%/<>?@\\\\^`{|}]|[\\[\\]](?=.)");

    /// A URL that cannot be sent to; the message completes the sentence "… is not a URL that can be sent to: ", `part` is the text that is
    /// to blame, empty where something is missing.
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;
        private final String part;

        Bad(String reason, String part) {
            super(reason);
            this.part = part;
        }

        String part() {
            return part;
        }
    }

    /// @throws IllegalArgumentException where `host` cannot be the name of a host
    Target(String scheme, String userInfo, String host, int port, String resource) {
        this(scheme, userInfo, host, port, resource, HttpUrl.get(scheme + "://" + host + ":" + port + "/"));
    }

    static Target parse(String url) throws Bad {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new Bad("it does not begin with http:// or https://", "");
        }
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Bad(scheme + ":// is not a protocol that can be sent here", parts.group(1));
        }
        var authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches() || authority.group(2).isEmpty()) {
            throw new Bad("it names no host", "");
        }
        var host = Ipv4.spelled(authority.group(2));
        var port = port(authority.group(3), scheme);
        var canonical = HttpUrl.parse(scheme + "://" + host + ":" + port + "/");
        if (canonical == null) {
            throw new Bad("\"" + host + "\" cannot be the name of a host", culprit(host));
        }
        var path = parts.group(3).isEmpty() ? "/" : parts.group(3);
        var query = parts.group(4) == null ? "" : parts.group(4);
        return new Target(scheme, authority.group(1) == null ? "" : authority.group(1), host, port, path + query, canonical);
    }

    private static int port(String text, String scheme) throws Bad {
        if (text == null || text.isEmpty()) {
            return scheme.equals("https") ? 443 : 80;
        }
        try {
            var port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Bad("\"" + text + "\" is not a port (1 to 65535)", text);
    }

    /// The first character that no name of a host has, or all of the name.
    private static String culprit(String host) {
        var foreign = FOREIGN.matcher(host);
        return foreign.find() ? foreign.group() : host;
    }

    boolean secure() {
        return scheme.equals("https");
    }

    /// Host and port for messages: "localhost:8080".
    String address() {
        return host + ":" + port;
    }

    /// The value of a Host header: the port only where it is not the scheme's own (RFC 9110 §7.2).
    String authority() {
        var standard = port == (secure() ? 443 : 80);
        var canonical = canonical().host();
        var name = canonical.contains(":") ? "[" + canonical + "]" : canonical;
        return standard ? name : name + ":" + port;
    }

    String url() {
        return scheme + "://" + authority() + resource;
    }

    boolean sameHost(Target other) {
        return canonical().host().equals(other.canonical().host());
    }

    boolean sameOrigin(Target other) {
        return scheme.equals(other.scheme) && port == other.port && sameHost(other);
    }
}
