package dev.posthorn.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.regex.Pattern;

/// What becomes of a typed URL on its way to the wire: as little as possible, by Postman's rules.
///
/// 1. A missing scheme is `http://`.
/// 2. Characters that cannot stand on a request line are percent-encoded as UTF-8: controls, space, `"`, `<`, `>` and everything
///    beyond ASCII; in the path also `` ` ``, `{`, `}`; in the query also `'` (the percent-encode sets of the WHATWG URL standard).
/// 3. Everything else stays as typed: `..`, `//`, `|`, `^`, `%zz`, and what is encoded already.
/// 4. The fragment stays at home.
public final class UrlText {

    private static final Pattern SCHEME = Pattern.compile("(?s)[a-zA-Z][a-zA-Z0-9+.-]*://.*");
    private static final String HEX = "0123456789ABCDEF";

    private UrlText() {}

    /// The URL for a `Wire`. With `encode` false only what would break the request line (controls and space) is encoded.
    public static String forWire(String typed, boolean encode) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return "";
        }
        text = SCHEME.matcher(text).matches() ? text : "http://" + text;
        var hash = text.indexOf('#');
        text = hash < 0 ? text : text.substring(0, hash);
        var authority = text.indexOf("://") + 3;
        var mark = text.indexOf('?');
        var slash = text.indexOf('/', authority);
        var pathStart = slash < 0 || mark >= 0 && mark < slash ? mark < 0 ? text.length() : mark : slash;
        var pathEnd = mark < 0 ? text.length() : mark;
        return text.substring(0, pathStart)
                + escape(text.substring(pathStart, pathEnd), encode ? "\"<>`{}" : "")
                + escape(text.substring(pathEnd), encode ? "\"<>'" : "");
    }

    /// One value put into a path in place of `/:name`: `?` and `#` are encoded too, so that it stays in the path; a `/` stays, as in Postman.
    public static String segment(String value) {
        return escape(value, "\"<>`{}?#");
    }

    private static String escape(String text, String also) {
        var out = new StringBuilder(text.length());
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            var c = b & 0xff;
            if (c <= ' ' || c == 0x7f || c > 0x7f || also.indexOf(c) >= 0) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    /// The URL that a `Location` means when `base` answered it (RFC 3986 §5.2).
    static String resolve(Target base, String location) {
        var text = location.strip();
        if (SCHEME.matcher(text).matches()) {
            return forWire(text, true);
        }
        if (text.startsWith("//")) {
            return forWire(base.scheme() + ":" + text, true);
        }
        var root = base.scheme() + "://" + base.host() + ":" + base.port();
        var mark = base.resource().indexOf('?');
        var path = mark < 0 ? base.resource() : base.resource().substring(0, mark);
        if (text.startsWith("/")) {
            return forWire(root + withoutDots(text), true);
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return root + base.resource();
        }
        if (text.startsWith("?")) {
            return forWire(root + path + text, true);
        }
        return forWire(root + withoutDots(path.substring(0, path.lastIndexOf('/') + 1) + text), true);
    }

    private static String withoutDots(String reference) {
        var cut = reference.length();
        for (var c : new char[] {'?', '#'}) {
            var at = reference.indexOf(c);
            cut = at >= 0 && at < cut ? at : cut;
        }
        var kept = new ArrayDeque<String>();
        var segments = reference.substring(1, cut).split("/", -1);
        for (var i = 0; i < segments.length; i++) {
            var segment = segments[i];
            var last = i == segments.length - 1;
            if (segment.equals("..")) {
                kept.pollLast();
            }
            if (segment.equals("..") || segment.equals(".")) {
                if (last) {
                    kept.add("");
                }
            } else {
                kept.add(segment);
            }
        }
        return "/" + String.join("/", kept) + reference.substring(cut);
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
