package dev.posthorn.http;

import java.util.regex.Pattern;

/// IPv6 addresses as people write them: the longest run of two or more zeros is `::` (RFC 5952 §4.2).
final class Ipv6 {

    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(:0)+(?![0-9a-f])");

    private Ipv6() {}

    /// @param whole eight groups without leading zeros, as Java writes them; a zone may follow: "fe80:0:0:0:1:0:0:2%eth0"
    static String shortened(String whole) {
        var percent = whole.indexOf('%');
        var zone = percent < 0 ? "" : whole.substring(percent);
        var groups = percent < 0 ? whole : whole.substring(0, percent);
        var start = 0;
        var end = 0;
        for (var zeros = ZEROS.matcher(groups); zeros.find();) {
            if (zeros.end() - zeros.start() > end - start) {
                start = zeros.start();
                end = zeros.end();
            }
        }
        if (end == 0) {
            return whole;
        }
        var before = start == 0 ? "" : groups.substring(0, start - 1);
        var after = end == groups.length() ? "" : groups.substring(end + 1);
        return before + "::" + after + zone;
    }
}
