package dev.posthorn.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Masks the secrets in a text body by the names of their fields: members of JSON, elements of XML, fields of a form. The text may be damaged,
/// or cut off in the middle; what holds no such name comes back as it was.
final class BodyMask {

    private static final Pattern ELEMENT = Pattern.compile("<((?:[A-Za-z_][\\w.-]{0,60}:)?([A-Za-z_][\\w.-]{0,60}))(?:\\s[^<>]{0,500})?>([^<>]++)</");
    private static final Pattern FORM = Pattern.compile("[^\\s=&<>{}\"]{1,200}=[^\\s=&<>\"]*(?:&[^\\s=&<>\"]{1,200}=[^\\s&<>\"]*)*+\\s*");

    private BodyMask() {}

    static String text(String text) {
        return masked(text, spans(text));
    }

    /// Where the secrets stand, in order; none overlap.
    static List<Span> spans(String text) {
        var begin = 0;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        if (begin == text.length()) {
            return List.of();
        }
        if (text.charAt(begin) == '<') {
            return xml(text);
        }
        return text.indexOf('"') < 0 && text.length() < 100_000 && FORM.matcher(text).matches() ? form(text) : json(text);
    }

    /// A place in a text whose content is to be masked, without its quotes.
    record Span(int start, int end) {}

    /// Each string after a name that says so, whatever else the text is: JSON lines, JavaScript and events of a stream hold such members too.
    private static List<Span> json(String text) {
        var spans = new ArrayList<Span>();
        var at = text.indexOf('"');
        while (at >= 0) {
            var end = stringEnd(text, at + 1);
            if (end < 0) {
                break;
            }
            var value = valueAfter(text, end + 1);
            if (value >= 0 && SecretMask.secretName(text.substring(at + 1, end))) {
                var close = stringEnd(text, value + 1);
                // A value that was cut off is a secret all the same.
                var last = close < 0 ? text.length() : close;
                spans.add(new Span(value + 1, last));
                end = Math.min(last, text.length() - 1);
            }
            at = text.indexOf('"', end + 1);
        }
        return spans;
    }

    /// Where the string that begins here ends: at its closing quote; -1 where it has none.
    private static int stringEnd(String text, int from) {
        for (var i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> {
                    return i;
                }
                default -> { }
            }
        }
        return -1;
    }

    /// The quote that opens the string behind a colon; -1 where there is no colon, or something else behind it.
    private static int valueAfter(String text, int from) {
        var i = blank(text, from);
        if (i >= text.length() || text.charAt(i) != ':') {
            return -1;
        }
        i = blank(text, i + 1);
        return i < text.length() && text.charAt(i) == '"' ? i : -1;
    }

    private static int blank(String text, int from) {
        var i = from;
        while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static List<Span> xml(String text) {
        var spans = new ArrayList<Span>();
        var elements = ELEMENT.matcher(text);
        while (elements.find()) {
            if (SecretMask.secretName(elements.group(2))) {
                spans.add(new Span(elements.start(3), elements.end(3)));
            }
        }
        return spans;
    }

    private static List<Span> form(String text) {
        var spans = new ArrayList<Span>();
        var from = 0;
        while (from < text.length()) {
            var end = text.indexOf('&', from) < 0 ? text.length() : text.indexOf('&', from);
            var equals = text.indexOf('=', from);
            if (equals > from && equals < end && SecretMask.secretName(text.substring(from, equals))) {
                spans.add(new Span(equals + 1, end));
            }
            from = end + 1;
        }
        return spans;
    }

    private static String masked(String text, List<Span> spans) {
        if (spans.isEmpty()) {
            return text;
        }
        var out = new StringBuilder(text.length());
        var from = 0;
        for (var span : spans) {
            var value = text.substring(span.start(), span.end());
            out.append(text, from, span.start()).append(value.isBlank() ? value : SecretMask.masked(value));
            from = span.end();
        }
        return out.append(text, from, text.length()).toString();
    }
}
