package dev.posthorn.http.tls;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a certificate was made for a host (RFC 9525): by its subject alternative names alone, `*` for exactly one label at the front.
final class HostNames {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private HostNames() {}

    static boolean fits(X509Certificate certificate, String host) {
        var name = HostPattern.bare(host);
        return address(name) ? CertificateFacts.ipNames(certificate).stream().anyMatch(ip -> same(ip, name))
                : CertificateFacts.dnsNames(certificate).stream().anyMatch(pattern -> covers(pattern, name));
    }

    static boolean address(String host) {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }

    private static boolean covers(String pattern, String name) {
        var wanted = HostPattern.bare(pattern);
        if (!wanted.startsWith("*.")) {
            return wanted.equals(name);
        }
        var dot = name.indexOf('.');
        // "*.test" would stand for a whole top level: RFC 9525 leaves it to us, and no browser takes it.
        return dot > 0 && wanted.indexOf('.', 2) > 0 && name.substring(dot + 1).equals(wanted.substring(2));
    }

    private static boolean same(String one, String other) {
        try {
            // Both are addresses in digits: nothing is looked up.
            return address(one) && Arrays.equals(InetAddress.ofLiteral(one).getAddress(), InetAddress.ofLiteral(other).getAddress());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// What it was made for, in words, to be put after "its certificate is ": "for a.test and b.test, not for c.test".
    static String difference(X509Certificate certificate, String host) {
        var all = new java.util.ArrayList<>(CertificateFacts.dnsNames(certificate));
        all.addAll(CertificateFacts.ipNames(certificate));
        var bare = HostPattern.bare(host);
        if (all.isEmpty()) {
            var common = CertificateFacts.owner(certificate).toLowerCase(Locale.ROOT);
            return common.equals(bare) ? "for " + host + " only by its common name, which does not count any more (RFC 9525): it lacks a subject alternative name"
                    : "for \"" + CertificateFacts.owner(certificate) + "\" and names no host at all, so not " + host;
        }
        var shown = all.size() > 4 ? String.join(", ", all.subList(0, 4)) + " and " + (all.size() - 4) + " more"
                : all.size() == 1 ? all.getFirst() : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
        return "for " + shown + ", not for " + host;
    }
}
