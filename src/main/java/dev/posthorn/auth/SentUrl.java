package dev.posthorn.auth;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A URL taken apart for signing, nothing in it changed: the server works its own signature out from what stands on the wire.
///
/// @param before scheme and authority as they were written, with `://`
/// @param scheme in lower case
/// @param host   in the form that the Host header has it; IPv6 in brackets
/// @param port   always given, the scheme's own where the URL has none
/// @param path   as on the request line, at least `/`
/// @param query  without `?`; null for none
record SentUrl(String before, String scheme, String host, int port, String path, String query) {

    private static final Pattern URL = Pattern.compile("(?s)(([a-zA-Z][a-zA-Z0-9+.-]*)://(?:[^/?#]*@)?(\\[[^\\]/?#]*\\]|[^:/?#@]*)(?::([^/?#]*))?)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern NUMBERS = Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+)){0,3}");

    /// What cannot be taken apart has empty parts: the engine says what is wrong with it.
    static SentUrl of(String url) {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            return new SentUrl(url, "", "", 0, "/", null);
        }
        var scheme = parts.group(2).toLowerCase(Locale.ROOT);
        return new SentUrl(parts.group(1), scheme, host(parts.group(3)), port(parts.group(4), scheme), parts.group(5).isEmpty() ? "/" : parts.group(5), parts.group(6));
    }

    private static int port(String text, String scheme) {
        var standard = scheme.equals("https") ? 443 : 80;
        try {
            return text == null || text.isEmpty() ? standard : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return standard;
        }
    }

    private static String host(String typed) {
        try {
            if (typed.startsWith("[") && typed.endsWith("]")) {
                return "[" + shortest(Inet6Address.ofLiteral(typed.substring(1, typed.length() - 1)).getAddress()) + "]";
            }
            var ascii = IDN.toASCII(Percent.decoded(typed.replace("+", "%2B")), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return NUMBERS.matcher(ascii).matches() ? Inet4Address.ofPosixLiteral(ascii).getHostAddress() : ascii;
        } catch (IllegalArgumentException e) {
            return typed.toLowerCase(Locale.ROOT);
        }
    }

    /// RFC 5952: the longest run of zeros, of two at least, is left out.
    private static String shortest(byte[] address) {
        var groups = new int[address.length / 2];
        Arrays.setAll(groups, i -> (address[2 * i] & 0xff) << 8 | address[2 * i + 1] & 0xff);
        int from = -1;
        var length = 1;
        for (var i = 0; i < groups.length; i++) {
            var end = i;
            while (end < groups.length && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
            i = Math.max(i, end - 1);
        }
        var text = new StringBuilder();
        for (var i = 0; i < groups.length; i++) {
            if (i == from) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    /// The value of the Host header: the port only where it is not the scheme's own.
    String authority() {
        return port == (scheme.equals("https") ? 443 : 80) ? host : host + ":" + port;
    }

    /// Path and query as they stand on the request line.
    String resource() {
        return query == null ? path : path + "?" + query;
    }

    /// The parts of the query between `&`, encoded as they are.
    List<String> pairs() {
        return query == null ? List.of() : split(query);
    }

    /// The non-empty parts of a form.
    static List<String> split(String form) {
        return Arrays.stream(form.split("&")).filter(p -> !p.isEmpty()).toList();
    }

    /// What stands before the first `=`, or all.
    static String name(String pair) {
        var at = pair.indexOf('=');
        return at < 0 ? pair : pair.substring(0, at);
    }

    /// What stands after the first `=`, or nothing.
    static String value(String pair) {
        var at = pair.indexOf('=');
        return at < 0 ? "" : pair.substring(at + 1);
    }

    /// Those whose decoded name is none of these.
    static List<String> without(List<String> pairs, Set<String> names) {
        return pairs.stream().filter(p -> !names.contains(Percent.decoded(name(p)))).toList();
    }

    /// The URL without the parameters of these names, and otherwise as it was written.
    SentUrl without(Set<String> names) {
        var kept = without(pairs(), names);
        return kept.size() == pairs().size() ? this : new SentUrl(before, scheme, host, port, path, kept.isEmpty() ? null : String.join("&", kept));
    }

    /// The URL with more parameters at the end, encoded already.
    SentUrl with(List<String> more) {
        var all = new ArrayList<>(pairs());
        all.addAll(more);
        return more.isEmpty() ? this : new SentUrl(before, scheme, host, port, path, String.join("&", all));
    }

    /// As a URL again, without its fragment.
    String url() {
        return scheme.isEmpty() ? before : before + resource();
    }
}
