package dev.posthorn.http.proxy;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/// The hosts that are reached without the proxy.
///
/// 1. `localhost`, names below it, 127.0.0.0/8 and ::1 always go straight, as in browsers, unless the list says `<-loopback>`.
/// 2. A rule is a name ("example.com": that host alone), "*.example.com" or ".example.com" (all below, the latter also itself), a pattern with `*`,
///    an address, a network ("10.0.0.0/8", "fd00::/8"), any of them with ":port"; `<local>` is every name without a dot, `*` is everything.
/// 3. Names are not looked up: a network matches only hosts that are written as addresses.
public record Bypass(List<String> rules) {

    public Bypass {
        rules = rules.stream().map(String::strip).filter(rule -> !rule.isEmpty()).toList();
    }

    public boolean matches(String host, int port) {
        var name = Addresses.bare(host).toLowerCase(Locale.ROOT);
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (Addresses.loopback(name) && !rules.contains("<-loopback>")) {
            return true;
        }
        for (var rule : rules) {
            if (matches(rule.toLowerCase(Locale.ROOT), name, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String rule, String host, int port) {
        if (rule.equals("<local>")) {
            return host.indexOf('.') < 0 && host.indexOf(':') < 0;
        }
        var slashes = rule.indexOf("://");
        var rest = slashes < 0 ? rule : rule.substring(slashes + 3);
        var colon = rest.lastIndexOf(':');
        var hasPort = colon > 0 && (rest.indexOf(':') == colon || rest.charAt(colon - 1) == ']') && rest.substring(colon + 1).matches("\\d{1,5}");
        if (hasPort && Integer.parseInt(rest.substring(colon + 1)) != port) {
            return false;
        }
        var pattern = Addresses.bare(hasPort ? rest.substring(0, colon) : rest);
        return pattern.indexOf('/') > 0 ? inNetwork(host, pattern) : named(pattern, host);
    }

    private static boolean named(String pattern, String host) {
        if (pattern.startsWith(".")) {
            return host.endsWith(pattern) || host.equals(pattern.substring(1));
        }
        if (pattern.indexOf('*') >= 0) {
            return Glob.matches(pattern, host);
        }
        return pattern.equals(host) || Addresses.literal(pattern).flatMap(p -> Addresses.literal(host).map(p::equals)).orElse(false);
    }

    /// `network` is "address/bits".
    static boolean inNetwork(String host, String network) {
        var slash = network.indexOf('/');
        var address = Addresses.literal(host);
        var base = Addresses.literal(whole(network.substring(0, slash)));
        try {
            return address.isPresent() && base.isPresent() && alike(address.get(), base.get(), Integer.parseInt(network.substring(slash + 1).strip()));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// macOS writes "169.254/16".
    private static String whole(String address) {
        return !address.matches("\\d+(\\.\\d+){0,2}") ? address : address + ".0".repeat(3 - (int) address.chars().filter(c -> c == '.').count());
    }

    private static boolean alike(InetAddress one, InetAddress other, int bits) {
        var a = one.getAddress();
        var b = other.getAddress();
        if (a.length != b.length || bits < 0 || bits > a.length * 8) {
            return false;
        }
        for (var i = 0; i < bits; i++) {
            if (((a[i / 8] ^ b[i / 8]) & 0x80 >> i % 8) != 0) {
                return false;
            }
        }
        return true;
    }
}
