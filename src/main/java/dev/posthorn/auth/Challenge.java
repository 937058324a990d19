package dev.posthorn.auth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One way to log in that a server or a proxy offers: a line of `WWW-Authenticate` or `Proxy-Authenticate`, which may hold several
/// (RFC 9110 §11.6.1).
///
/// @param scheme     as it was written: "Digest"
/// @param token      what follows the scheme in one piece, as NTLM sends it; empty where parameters follow
/// @param parameters names in lower case, values unquoted, in order
public record Challenge(String scheme, String token, Map<String, String> parameters) {

    public Challenge {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public boolean is(String other) {
        return scheme.equalsIgnoreCase(other);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /// All challenges of all lines, in order. What cannot be read is left away.
    public static List<Challenge> parse(List<String> lines) {
        var all = new ArrayList<Challenge>();
        lines.forEach(line -> all.addAll(new Reader(line).challenges()));
        return all;
    }

    /// Reads one line from left to right.
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Challenge> challenges() {
            var all = new ArrayList<Challenge>();
            while (true) {
                skip(" \t,");
                var scheme = token();
                if (scheme.isEmpty()) {
                    return all;
                }
                skip(" \t");
                var token = token68();
                all.add(new Challenge(scheme, token, token.isEmpty() ? parameters() : Map.of()));
            }
        }

        /// Parameters up to a word that no `=` follows: the next scheme.
        private Map<String, String> parameters() {
            var map = new LinkedHashMap<String, String>();
            while (true) {
                var before = at;
                skip(" \t,");
                var name = token();
                skip(" \t");
                if (name.isEmpty() || !taken('=')) {
                    at = before;
                    return map;
                }
                skip(" \t");
                map.putIfAbsent(name.toLowerCase(Locale.ROOT), at < text.length() && text.charAt(at) == '"' ? quoted() : token());
            }
        }

        /// Something like Base64 that ends the challenge; nothing is read where it is a parameter.
        private String token68() {
            var start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "-._~+/".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            var word = at;
            while (at < text.length() && text.charAt(at) == '=') {
                at++;
            }
            var end = at;
            skip(" \t");
            if (end > start && (at == text.length() || text.charAt(at) == ',') && (word > start)) {
                return text.substring(start, end);
            }
            at = start;
            return "";
        }

        private String quoted() {
            var value = new StringBuilder();
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at++));
            }
            at = Math.min(at + 1, text.length());
            return value.toString();
        }

        private String token() {
            var start = at;
            while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private boolean taken(char c) {
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private void skip(String chars) {
            while (at < text.length() && chars.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
