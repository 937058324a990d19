package dev.posthorn.store;

import dev.posthorn.model.Header;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the secrets in the text of an exchange without taking them out, so that the reader may look at one of them: by where they stand
/// (credentials, cookies, tokens in URLs and bodies), and by their known values wherever those turn up.
public final class Veil {

    /// A stretch of text; `secret` where it is to be covered.
    public record Piece(String text, boolean secret) {
        /// The text, or what covers it.
        public String shown() {
            return secret ? SecretMask.MASK : text;
        }
    }

    private static final Set<String> URLS = Set.of("location", "referer", "content-location", "refresh", ":path");
    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization");

    private final List<Set<String>> known;
    private volatile Redaction redaction;

    /// @param known the values of secret variables and of the authorization's secrets
    public Veil(Set<String> known) {
        this(List.of(known));
    }

    /// The same with the values in several sets. They are not copied, and nothing is done with them before somebody looks: there is a veil for each line
    /// of the console, and after a long day there are hundreds of tokens.
    public Veil(List<Set<String>> known) {
        this.known = List.copyOf(known);
    }

    private Redaction redaction() {
        var made = redaction;
        if (made == null) {
            made = new Redaction(known.size() == 1 ? known.getFirst() : known.stream().flatMap(Set::stream).collect(Collectors.toSet()));
            redaction = made;
        }
        return made;
    }

    /// The head of a request or an answer: its first line and its fields, a line each.
    public List<Piece> head(String head) {
        var secret = new BitSet();
        var from = 0;
        while (from < head.length()) {
            var end = head.indexOf('\n', from) < 0 ? head.length() : head.indexOf('\n', from);
            var colon = head.indexOf(':', from + 1);
            if (from == 0 && !head.startsWith(":") || colon < 0 || colon > end) {
                url(head, from, end, secret);
            } else {
                field(head, head.substring(from, colon), colon + 1, end, secret);
            }
            from = end + 1;
        }
        return cut(head, secret);
    }

    /// The value of one field.
    public List<Piece> field(Header header) {
        var secret = new BitSet();
        field(header.value(), header.name(), 0, header.value().length(), secret);
        return cut(header.value(), secret);
    }

    public List<Piece> url(String url) {
        var secret = new BitSet();
        url(url, 0, url.length(), secret);
        return cut(url, secret);
    }

    /// A body or a part of one, whatever its type.
    public List<Piece> body(String text) {
        var secret = new BitSet();
        BodyMask.spans(text).stream().filter(s -> !text.substring(s.start(), s.end()).isBlank()).forEach(s -> secret.set(s.start(), s.end()));
        return cut(text, secret);
    }

    /// The text with all secrets covered.
    public static String covered(List<Piece> pieces) {
        var out = new StringBuilder();
        pieces.forEach(p -> out.append(p.shown()));
        return out.toString();
    }

    private static void field(String text, String name, int from, int to, BitSet secret) {
        var start = from;
        while (start < to && text.charAt(start) == ' ') {
            start++;
        }
        var end = to;
        while (end > start && " \r".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        var lower = name.strip().toLowerCase(Locale.ROOT);
        if (CREDENTIALS.contains(lower)) {
            var space = text.indexOf(' ', start);
            secret.set(space > 0 && space < end ? space + 1 : start, end);
        } else if (lower.equals("cookie")) {
            cookies(text, start, end, secret);
        } else if (lower.equals("set-cookie")) {
            var semicolon = text.indexOf(';', start);
            cookies(text, start, semicolon > 0 && semicolon < end ? semicolon : end, secret);
        } else if (URLS.contains(lower)) {
            url(text, start, end, secret);
        } else if (SecretMask.secretHeader(lower)) {
            secret.set(start, end);
        }
    }

    private static void cookies(String text, int from, int to, BitSet secret) {
        var start = from;
        while (start < to) {
            var semicolon = text.indexOf(';', start);
            var end = semicolon < 0 || semicolon > to ? to : semicolon;
            var equals = text.indexOf('=', start);
            secret.set(equals < 0 || equals >= end ? start : equals + 1, end);
            start = end + 1;
            while (start < to && text.charAt(start) == ' ') {
                start++;
            }
        }
    }

    private static void url(String text, int from, int to, BitSet secret) {
        UrlSecrets.of(text, from, to).forEach(span -> secret.set(span.start(), span.end()));
    }

    /// Adds the known values and cuts the text where secrets begin and end.
    private List<Piece> cut(String text, BitSet secret) {
        redaction().places(text, secret);
        var pieces = new ArrayList<Piece>();
        var at = 0;
        while (at < text.length()) {
            var covered = secret.get(at);
            var next = covered ? secret.nextClearBit(at) : secret.nextSetBit(at);
            var end = next < 0 || next > text.length() ? text.length() : next;
            pieces.add(new Piece(text.substring(at, end), covered));
            at = end;
        }
        return pieces;
    }
}
