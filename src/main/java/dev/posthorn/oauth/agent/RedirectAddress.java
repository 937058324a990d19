package dev.posthorn.oauth.agent;

import dev.posthorn.oauth.UserAgent.Unusable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// A redirect URI, taken apart.
///
/// @param scheme in lower case
/// @param host   in lower case, of IPv6 without brackets; empty for a scheme that has none
/// @param port   -1 where it names none
/// @param path   as it is written, never empty where there is a host
public record RedirectAddress(URI uri, String scheme, String host, int port, String path) {

    /// "Show the code to the person" (of Google's old days, still registered in many places).
    public static final String BY_HAND = "urn:ietf:wg:oauth:2.0:oob";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    /// Schemes that a browser acts upon by itself and that nobody registers for a login.
    private static final Set<String> HARMFUL = Set.of("javascript", "data", "file", "about", "blob", "vbscript");

    public static RedirectAddress of(String text) throws Unusable {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new Unusable("The redirect URL \"" + shown(text) + "\" is no URL: " + e.getReason() + " at character " + (e.getIndex() + 1) + ". Correct it in the Authorization tab.");
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.isEmpty()) {
            throw new Unusable("The redirect URL \"" + shown(text) + "\" does not begin with https:// or http://. Write it as it is registered at the provider.");
        }
        if (HARMFUL.contains(scheme)) {
            throw new Unusable("Nobody can be redirected to \"" + scheme + ":\". Write the redirect URL as it is registered at the provider.");
        }
        if (uri.getRawFragment() != null) {
            throw new Unusable("The redirect URL must not have a fragment (#" + shown(uri.getRawFragment()) + "): RFC 6749 §3.1.2. Remove it, here and at the provider.");
        }
        var web = scheme.equals("http") || scheme.equals("https");
        if (web && uri.getHost() == null) {
            throw new Unusable("The redirect URL \"" + shown(text) + "\" has no host. Write it as it is registered at the provider.");
        }
        if (uri.getPort() > 65535) {
            throw new Unusable("The redirect URL has port " + uri.getPort() + ", but ports end at 65535.");
        }
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new RedirectAddress(uri, scheme, host.equals("0:0:0:0:0:0:0:1") ? "::1" : host, uri.getPort(), web && path.isEmpty() ? "/" : path);
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    /// Whether it leads to this machine itself, over HTTP or HTTPS.
    public boolean loopback() {
        return (scheme.equals("http") || scheme.equals("https")) && LOOPBACK.contains(host);
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    public boolean byHand() {
        return uri.toString().startsWith(BY_HAND);
    }

    /// Where no port is named, or 0, any free one will do (RFC 8252 §7.3).
    boolean anyPort() {
        return port <= 0;
    }

    /// The same with a port.
    URI at(int actual) {
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(scheme + "://" + authority(actual) + (uri.getRawPath() == null ? "" : uri.getRawPath()) + query);
    }

    /// As browsers write it into the header `Host`: without the scheme's own port.
    String authority(int actual) {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return actual == (secure() ? 443 : 80) ? name : name + ":" + actual;
    }

    /// Whether this URL is a redirect to here: same scheme, host, port and path; then the query or the fragment says how it went.
    public boolean isMeantBy(String url) {
        try {
            var other = of(url.replaceFirst("#.*$", ""));
            return other.scheme.equals(scheme) && other.host.equals(host) && other.effectivePort() == effectivePort() && other.path.equals(path)
                    && (!host.isEmpty() || uri.getSchemeSpecificPart().replaceFirst("\\?.*$", "").equals(other.uri.getSchemeSpecificPart().replaceFirst("\\?.*$", "")));
        } catch (Unusable e) {
            return false;
        }
    }

    private int effectivePort() {
        return port >= 0 ? port : secure() ? 443 : scheme.equals("http") ? 80 : -1;
    }
}
