package dev.posthorn.http;

import java.util.Locale;

/// Host names as they stand in the network settings.
final class Hosts {

    private Hosts() {}

    /// "api.test" is that host alone, "*.test" every host below test, "*" every host; case does not matter, nor do brackets around IPv6.
    static boolean matches(String pattern, String host) {
        var wanted = bare(pattern);
        var found = bare(host);
        return wanted.equals("*") || wanted.equals(found) || wanted.startsWith("*.") && found.endsWith(wanted.substring(1));
    }

    private static String bare(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }
}
