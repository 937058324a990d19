package dev.posthorn.http;

import dev.posthorn.model.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What one `Set-Cookie` line says, read as browsers read it (RFC 6265 §5.2, with the prefixes and sizes of its revision 6265bis).
///
/// 1. The value stays as it came: quotes, commas, `=` and anything beyond ASCII.
/// 2. A line without a name is a cookie of an empty name; one without name and value is none.
/// 3. Max-Age counts before Expires; an attribute that is longer than 1,024 bytes or makes no sense is left out; of two the last counts.
/// 4. Control characters, and more than 4,096 bytes of name and value, make it no cookie.
///
/// @param domain  without a leading dot, as written; empty for the host alone
/// @param path    empty where it is to be made from the URL
/// @param expires null for a session cookie
/// @param fault   why it is no cookie; empty where it is one
record SetCookie(String name, String value, String domain, String path, Instant expires, boolean secure, boolean httpOnly, String sameSite, String fault) {

    private static final int LONGEST = 4_096;
    private static final int LONGEST_ATTRIBUTE = 1_024;

    /// The end of all cookies: a Max-Age that reaches further is this.
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    static SetCookie parse(String line, Instant now) {
        var reading = new Reading(now);
        var semicolon = line.indexOf(';');
        reading.pair(semicolon < 0 ? line : line.substring(0, semicolon));
        for (var at = semicolon; at >= 0; at = line.indexOf(';', at + 1)) {
            var end = line.indexOf(';', at + 1);
            reading.attribute(line.substring(at + 1, end < 0 ? line.length() : end));
        }
        return reading.done(line);
    }

    Cookie cookie(String host, boolean hostOnly, String where) {
        return new Cookie(name, value, host, hostOnly, where, expires, secure, httpOnly, sameSite);
    }

    /// The line that says all of a cookie.
    static String line(Cookie cookie) {
        var line = new StringBuilder(cookie.name()).append('=').append(cookie.value());
        if (!cookie.hostOnly()) {
            line.append("; Domain=").append(cookie.domain());
        }
        line.append("; Path=").append(cookie.path());
        if (cookie.expires() != null) {
            line.append("; Expires=").append(DateTimeFormatter.RFC_1123_DATE_TIME.format(cookie.expires().atOffset(ZoneOffset.UTC)));
        }
        return line.append(cookie.secure() ? "; Secure" : "").append(cookie.httpOnly() ? "; HttpOnly" : "")
                .append(cookie.sameSite().isEmpty() ? "" : "; SameSite=" + cookie.sameSite()).toString();
    }

    private static final class Reading {

        private final Instant now;
        private String name = "";
        private String value = "";
        private String domain = "";
        private String path = "";
        private Instant maxAge;
        private Instant expires;
        private boolean secure;
        private boolean httpOnly;
        private String sameSite = "";

        Reading(Instant now) {
            this.now = now;
        }

        void pair(String text) {
            var equals = text.indexOf('=');
            name = equals < 0 ? "" : trim(text.substring(0, equals));
            value = trim(text.substring(equals + 1));
        }

        void attribute(String text) {
            var equals = text.indexOf('=');
            var key = trim(equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
            var said = equals < 0 ? "" : trim(text.substring(equals + 1));
            if (said.getBytes(StandardCharsets.UTF_8).length > LONGEST_ATTRIBUTE) {
                return;
            }
            switch (key) {
                case "expires" -> CookieDate.parse(said).ifPresent(date -> expires = date);
                case "max-age" -> maxAge(said);
                case "domain" -> domain = said.startsWith(".") ? said.substring(1) : said;
                case "path" -> path = said.startsWith("/") ? said : "";
                case "secure" -> secure = true;
                case "httponly" -> httpOnly = true;
                case "samesite" -> sameSite = sameSite(said);
                default -> { }
            }
        }

        private void maxAge(String said) {
            if (said.matches("-\\d+|0+")) {
                maxAge = Instant.EPOCH;
            } else if (said.matches("\\d+")) {
                var most = Duration.between(now, LAST).toSeconds();
                var digits = said.replaceFirst("^0+", "");
                var seconds = digits.length() > 12 ? most : Math.min(most, Long.parseLong(digits));
                maxAge = now.plusSeconds(seconds);
            }
        }

        private static String sameSite(String said) {
            return switch (said.toLowerCase(Locale.ROOT)) {
                case "strict" -> "Strict";
                case "lax" -> "Lax";
                case "none" -> "None";
                default -> "";
            };
        }

        SetCookie done(String line) {
            return new SetCookie(name, value, domain, path, maxAge != null ? maxAge : expires, secure, httpOnly, sameSite, fault(line));
        }

        private String fault(String line) {
            if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
                return "It has a control character in it.";
            }
            if (name.isEmpty() && value.isEmpty()) {
                return "It has neither a name nor a value.";
            }
            var size = (name + value).getBytes(StandardCharsets.UTF_8).length;
            return size > LONGEST ? "Name and value have " + size + " bytes; " + LONGEST + " is the most." : prefix();
        }

        /// `__Secure-` and `__Host-` promise how a cookie was set (RFC 6265bis §4.1.3).
        private String prefix() {
            var lower = name.toLowerCase(Locale.ROOT);
            if (name.isEmpty() && (value.toLowerCase(Locale.ROOT).startsWith("__secure-") || value.toLowerCase(Locale.ROOT).startsWith("__host-"))) {
                return "It has no name, and a value that would pass for a name with a prefix.";
            }
            if (lower.startsWith("__secure-") && !secure) {
                return "A name that begins with __Secure- needs the attribute Secure.";
            }
            return lower.startsWith("__host-") && (!secure || !domain.isEmpty() || !path.equals("/"))
                    ? "A name that begins with __Host- needs Secure, Path=/ and no Domain." : "";
        }

        /// Blanks and tabs, and no other space (RFC 6265 §5.2).
        private static String trim(String text) {
            var from = 0;
            var to = text.length();
            while (from < to && blank(text.charAt(from))) {
                from++;
            }
            while (to > from && blank(text.charAt(to - 1))) {
                to--;
            }
            return text.substring(from, to);
        }

        private static boolean blank(char c) {
            return c == ' ' || c == '\t';
        }
    }
}
