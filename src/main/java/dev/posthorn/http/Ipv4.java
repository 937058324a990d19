package dev.posthorn.http;

import java.util.Locale;
import java.util.OptionalLong;

/// The short ways to write an IPv4 address, `127.1`, `0x7f.1` or `2130706433`, spelled out as browsers and Postman do (WHATWG URL §3.5).
final class Ipv4 {

    private Ipv4() {}

    /// The four numbers where `host` is such an address, else `host` itself.
    static String spelled(String host) {
        var parts = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
        if (parts.length > 4) {
            return host;
        }
        var address = 0L;
        for (var i = 0; i < parts.length; i++) {
            var part = number(parts[i]);
            var last = i == parts.length - 1;
            var limit = last ? 1L << 8 * (4 - i) : 256;
            if (part.isEmpty() || part.getAsLong() >= limit) {
                return host;
            }
            address += last ? part.getAsLong() : part.getAsLong() << 8 * (3 - i);
        }
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static OptionalLong number(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var radix = lower.startsWith("0x") ? 16 : lower.length() > 1 && lower.startsWith("0") ? 8 : 10;
        var digits = radix == 16 ? lower.substring(2) : lower;
        if (digits.isEmpty()) {
            return radix == 16 ? OptionalLong.of(0) : OptionalLong.empty();
        }
        var plain = digits.length() <= 12 && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        return plain ? OptionalLong.of(Long.parseLong(digits, radix)) : OptionalLong.empty();
    }
}
