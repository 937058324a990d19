package dev.posthorn.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What becomes of a typed URL on its way to the wire: as little as possible, by Postman's rules (postman-url-encoder, `toNodeUrl`).
///
/// 1. White space before it is dropped, and so is a line end after it; a space after it is sent as `%20`, as Postman does (after a bare
///    host it is dropped).
/// 2. A missing scheme is `http://`; more slashes than two after it are dropped; a `\` before the query is a `/`.
/// 3. Characters that cannot stand on a request line are percent-encoded as UTF-8: controls, space, `"`, `<`, `>` and everything
///    beyond ASCII; in the path also `` ` ``, `{`, `}`; in the query also `'` (the percent-encode sets of the WHATWG URL standard).
/// 4. Everything else stays as typed: `..`, `//`, `|`, `^`, `%zz`, `?` and `&` without anything after them, and what is encoded already.
/// 5. The fragment stays at home.
/// 6. With encoding off only spaces, controls and what is beyond ASCII are encoded; Postman gives up on the first two.
public final class UrlText {

    private static final Pattern SCHEME = Pattern.compile("(?s)[a-zA-Z][a-zA-Z0-9+.-]*://.*");
    /// A scheme without two slashes after it: `mailto:a@b`, `http:/path`.
    private static final Pattern SHORT = Pattern.compile("(?s)([a-zA-Z][a-zA-Z0-9+.-]*):(.*)");
    private static final Pattern AROUND = Pattern.compile("^[\\s\u00a0\ufeff]+|[\r\n]+$");
    private static final Pattern HALF = Pattern.compile("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");
    private static final String HEX = "0123456789ABCDEF";

    /// Why a URL cannot be sent to. `at` and `length` say which characters of the text are wrong, `at` is its length where something is missing.
    public record Fault(String reason, int at, int length) {}

    private UrlText() {}

    /// The URL for a `Wire`.
    public static String forWire(String typed, boolean encode) {
        var text = AROUND.matcher(typed).replaceAll("");
        if (text.isBlank()) {
            return "";
        }
        var hash = text.indexOf('#');
        text = hash < 0 ? text : text.substring(0, hash);
        var mark = text.indexOf('?');
        var query = mark < 0 ? "" : text.substring(mark);
        text = (mark < 0 ? text : text.substring(0, mark)).replace('\\', '/');
        text = SCHEME.matcher(text).matches() ? text : "http://" + text;
        var authority = text.indexOf("://") + 3;
        var scheme = text.substring(0, authority);
        while (text.startsWith("/", authority)) {
            authority++;
        }
        var slash = text.indexOf('/', authority);
        var host = slash < 0 ? text.substring(authority).stripTrailing() : text.substring(authority, slash);
        var path = slash < 0 ? "" : text.substring(slash);
        return scheme + host + escape(path, encode ? "\"<>`{}" : "") + escape(query, encode ? "\"<>'" : "");
    }

    /// What is wrong with a URL that was typed, if anything is.
    public static Optional<Fault> fault(String typed) {
        try {
            Target.parse(forWire(typed, true));
            return Optional.empty();
        } catch (Target.Bad e) {
            var at = e.part().isEmpty() ? -1 : typed.indexOf(e.part(), Math.max(0, typed.indexOf("://")));
            at = at < 0 && !e.part().isEmpty() ? typed.indexOf(e.part()) : at;
            return Optional.of(at < 0 ? new Fault(e.getMessage(), typed.length(), 0) : new Fault(e.getMessage(), at, e.part().length()));
        }
    }

    /// The Host header for a URL that was typed; empty where it cannot be sent to.
    public static Optional<String> host(String typed) {
        try {
            return Optional.of(Target.parse(forWire(typed, true)).authority());
        } catch (Target.Bad e) {
            return Optional.empty();
        }
    }

    /// The URL with a name of a host beyond ASCII as it stands on the wire: `xn--…`. One that cannot be sent to stays as it is.
    public static String withWireHost(String url) {
        try {
            var target = Target.parse(url);
            return target.host().chars().allMatch(c -> c < 0x80) ? url : url.replaceFirst(Pattern.quote(target.host()), Matcher.quoteReplacement(target.canonical().host()));
        } catch (Target.Bad e) {
            return url;
        }
    }

    /// One value put into a path in place of `/:name`. A `/` stays, as in Postman; `?` and `#` are encoded, so that it stays in the path,
    /// where Postman would begin the query with it.
    public static String segment(String value) {
        return escape(value, "\"<>`{}?#");
    }

    private static String escape(String text, String also) {
        var out = new StringBuilder(text.length());
        for (var b : whole(text).getBytes(StandardCharsets.UTF_8)) {
            var c = b & 0xff;
            if (c <= ' ' || c == 0x7f || c > 0x7f || also.indexOf(c) >= 0) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    /// With U+FFFD for half a character, as every browser and Node.js write it; Java would write a `?`.
    private static String whole(String text) {
        return HALF.matcher(text).replaceAll("\ufffd");
    }

    /// The URL that a `Location` means when `base` answered it (RFC 3986 §5.2).
    static String resolve(Target base, String location, boolean encode) {
        var text = location.strip();
        if (SCHEME.matcher(text).matches()) {
            return forWire(text, encode);
        }
        var slashless = SHORT.matcher(text);
        if (slashless.matches()) {
            var scheme = slashless.group(1).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return text;
            }
            return scheme.equals(base.scheme()) ? resolve(base, slashless.group(2), encode) : forWire(scheme + "://" + slashless.group(2), encode);
        }
        if (text.startsWith("//")) {
            return forWire(base.scheme() + ":" + text, encode);
        }
        var root = base.scheme() + "://" + base.host() + ":" + base.port();
        var mark = base.resource().indexOf('?');
        var path = mark < 0 ? base.resource() : base.resource().substring(0, mark);
        if (text.startsWith("/")) {
            return forWire(root + withoutDots(text), encode);
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return root + base.resource();
        }
        if (text.startsWith("?")) {
            return forWire(root + path + text, encode);
        }
        return forWire(root + withoutDots(path.substring(0, path.lastIndexOf('/') + 1) + text), encode);
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

    public static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
