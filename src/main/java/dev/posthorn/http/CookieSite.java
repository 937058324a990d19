package dev.posthorn.http;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/// Which hosts a cookie may be for and goes back to (RFC 6265 §5.1.3 and §5.1.4), with the list of public suffixes that OkHttp brings along.
final class CookieSite {

    private static final Pattern IP = Pattern.compile("[0-9.]+|.*:.*");

    private CookieSite() {}

    /// A host as it is compared: lower case, punycode, without a dot at its end; empty where it can be none.
    static Optional<String> canonical(String host) {
        var bare = host.strip();
        var url = HttpUrl.parse("http://" + (bare.contains(":") && !bare.startsWith("[") ? "[" + bare + "]" : bare) + "/");
        return url == null || bare.isEmpty() || url.port() != 80 || !url.encodedPath().equals("/") || !url.username().isEmpty() || url.query() != null || url.fragment() != null
                ? Optional.empty() : Optional.of(url.host());
    }

    static boolean ip(String host) {
        return IP.matcher(host).matches();
    }

    /// A registry such as `com`, `co.uk` or `github.io`, below which strangers have their names; every name of one label is one.
    static boolean publicSuffix(String host) {
        if (ip(host)) {
            return false;
        }
        var url = HttpUrl.parse("http://" + host + "/");
        return url == null || url.topPrivateDomain() == null;
    }

    /// The name that one owner has with all below it: `example.co.uk` of `www.example.co.uk`; the host itself where it is a registry or an address.
    static String site(String host) {
        var url = ip(host) ? null : HttpUrl.parse("http://" + host + "/");
        var site = url == null ? null : url.topPrivateDomain();
        return site == null ? host : site;
    }

    static boolean domainMatches(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain) && !ip(host);
    }

    static boolean pathMatches(String path, String cookiePath) {
        return path.equals(cookiePath)
                || path.startsWith(cookiePath) && (cookiePath.endsWith("/") || path.charAt(cookiePath.length()) == '/');
    }

    /// The folder of the URL, without the slash at its end.
    static String defaultPath(String path) {
        var last = path.lastIndexOf('/');
        return !path.startsWith("/") || last == 0 ? "/" : path.substring(0, last);
    }

    /// Where browsers let Secure cookies go without TLS: this machine itself (W3C Secure Contexts §3.1).
    static boolean trustworthy(Target target) {
        var host = target.canonical().host();
        return target.secure() || host.equals("localhost") || host.endsWith(".localhost") || host.equals("::1") || host.startsWith("127.") && ip(host);
    }

    static String path(Target target) {
        var mark = target.resource().indexOf('?');
        var path = mark < 0 ? target.resource() : target.resource().substring(0, mark);
        return path.startsWith("/") ? path : "/";
    }
}
