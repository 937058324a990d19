package dev.posthorn.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The switches of one send, all levels merged; defaults are Postman's.
///
/// @param verifyTls      false switches verification off for the host of the URL and for those that it redirects to
/// @param sendReferer    on redirects
/// @param version        of HTTP
/// @param connectTimeout of DNS, connect and TLS together; zero for none
/// @param timeout        of the whole send; zero for none
/// @param tlsOff         versions that are not offered, by their Java names: "TLSv1.2"
/// @param ciphers        the only suites that are offered, by their standard names, in order; empty for the usual ones
/// @param switchedOff    names in lower case of the automatic headers that are not wanted
/// @param encodeUrl      of redirects, beyond what a request line cannot carry; the URL of the request itself comes encoded
public record Options(
        boolean followRedirects,
        int maxRedirects,
        boolean followOriginalMethod,
        boolean keepAuthorization,
        boolean sendReferer,
        boolean verifyTls,
        boolean cookies,
        Version version,
        Duration connectTimeout,
        Duration timeout,
        Set<String> tlsOff,
        List<String> ciphers,
        Set<String> switchedOff,
        boolean encodeUrl) {

    /// Which version of HTTP is spoken: what both sides like best, 1.1 alone, 2 alone (over TLS by ALPN), or 2 without TLS by prior
    /// knowledge (RFC 9113 §3.3).
    public enum Version { AUTO, HTTP_1, HTTP_2, H2C }

    public Options {
        tlsOff = Set.copyOf(tlsOff);
        ciphers = List.copyOf(ciphers);
        switchedOff = Set.copyOf(switchedOff);
    }

    public static Options defaults() {
        return new Options(true, 10, false, false, true, true, true, Version.AUTO, Duration.ofSeconds(30), Duration.ZERO, Set.of(), List.of(), Set.of(), true);
    }

    public Options redirects(boolean follow, int most) {
        return new Options(follow, most, followOriginalMethod, keepAuthorization, sendReferer, verifyTls, cookies, version, connectTimeout, timeout, tlsOff, ciphers, switchedOff, encodeUrl);
    }

    public Options redirected(boolean originalMethod, boolean authorization, boolean referer) {
        return new Options(followRedirects, maxRedirects, originalMethod, authorization, referer, verifyTls, cookies, version, connectTimeout, timeout, tlsOff, ciphers, switchedOff, encodeUrl);
    }

    public Options verifying(boolean verify) {
        return new Options(followRedirects, maxRedirects, followOriginalMethod, keepAuthorization, sendReferer, verify, cookies, version, connectTimeout, timeout, tlsOff, ciphers, switchedOff, encodeUrl);
    }

    public Options tls(Set<String> off, List<String> suites) {
        return new Options(followRedirects, maxRedirects, followOriginalMethod, keepAuthorization, sendReferer, verifyTls, cookies, version, connectTimeout, timeout, off, suites, switchedOff, encodeUrl);
    }

    public Options withCookies(boolean use) {
        return new Options(followRedirects, maxRedirects, followOriginalMethod, keepAuthorization, sendReferer, verifyTls, use, version, connectTimeout, timeout, tlsOff, ciphers, switchedOff, encodeUrl);
    }

    public Options speaking(Version spoken) {
        return new Options(followRedirects, maxRedirects, followOriginalMethod, keepAuthorization, sendReferer, verifyTls, cookies, spoken, connectTimeout, timeout, tlsOff, ciphers, switchedOff, encodeUrl);
    }

    public Options timeouts(Duration connect, Duration whole) {
        return new Options(followRedirects, maxRedirects, followOriginalMethod, keepAuthorization, sendReferer, verifyTls, cookies, version, connect, whole, tlsOff, ciphers, switchedOff, encodeUrl);
    }

    /// Names in any case.
    public Options without(Set<String> automaticHeaders) {
        var lower = new HashSet<String>();
        automaticHeaders.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return new Options(followRedirects, maxRedirects, followOriginalMethod, keepAuthorization, sendReferer, verifyTls, cookies, version, connectTimeout, timeout, tlsOff, ciphers, lower, encodeUrl);
    }

    public Options encoding(boolean encode) {
        return new Options(followRedirects, maxRedirects, followOriginalMethod, keepAuthorization, sendReferer, verifyTls, cookies, version, connectTimeout, timeout, tlsOff, ciphers, switchedOff, encode);
    }
}
