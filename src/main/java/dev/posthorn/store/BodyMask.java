package dev.posthorn.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Masks the secrets in a text body by the names of their fields: members of JSON, elements of XML, fields of a form. The text may be damaged,
/// or cut off in the middle; what holds no such name comes back as it was.
final class BodyMask {

    private static final Pattern ELEMENT = Pattern.compile("<((?:[A-Za-z_][\\w.-]{0,60}:)?([A-Za-z_][\\w.-]{0,60}))(?:\\s[^<>]{0,500})?>([^<>]++)</");
    private static final Pattern FORM = Pattern.compile("[^\\s=&<>{}\"]{1,200}=[^\\s=&<>\"]*(?:&[^\\s=&<>\"]{1,200}=[^\\s&<>\"]*)*+\\s*");

    /// A parameter of a URL that stands in a text, also with the ampersands of HTML.
    private static final Pattern PARAMETER = Pattern.compile("(?:[?&#]|&amp;)([\\w.:-]{1,80})=([^&#\\s\"'<>\\\\]{4,})");

    /// What a login page hands over (OAuth 2.0 Form Post Response Mode, SAML's POST binding): the value after the name or before it.
    private static final Pattern INPUT = Pattern.compile("<input\\b[^<>]{0,20000}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile("\\bname\\s*=\\s*[\"']?([\\w.:-]{1,80})", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUED = Pattern.compile("\\bvalue\\s*=\\s*(?:\"([^\"]+)\"|'([^']+)')", Pattern.CASE_INSENSITIVE);

    /// A signed token by its looks (RFC 7515 §3.1: three parts, of which the first begins with `{"`), wherever it stands.
    private static final Pattern SIGNED = Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]{2,}\\.[\\w-]{2,}");

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
        var spans = new ArrayList<Span>();
        if (text.charAt(begin) == '<') {
            spans.addAll(xml(text));
            inputs(text, spans);
        } else {
            spans.addAll(text.indexOf('"') < 0 && text.length() < 100_000 && FORM.matcher(text).matches() ? form(text) : json(text));
        }
        parameters(text, spans);
        var tokens = SIGNED.matcher(text);
        while (tokens.find()) {
            spans.add(new Span(tokens.start(), tokens.end()));
        }
        return apart(spans);
    }

    /// In order, and joined where they overlap.
    private static List<Span> apart(List<Span> spans) {
        spans.sort(Comparator.comparingInt(Span::start).thenComparing(Comparator.comparingInt(Span::end).reversed()));
        var out = new ArrayList<Span>();
        for (var span : spans) {
            if (out.isEmpty() || span.start() >= out.getLast().end()) {
                out.add(span);
            } else if (span.end() > out.getLast().end()) {
                out.set(out.size() - 1, new Span(out.getLast().start(), span.end()));
            }
        }
        return out;
    }

    private static void parameters(String text, List<Span> spans) {
        var parameters = PARAMETER.matcher(text);
        while (parameters.find()) {
            if (UrlSecrets.secret(parameters.group(1), parameters.group(2), List.of())) {
                spans.add(new Span(parameters.start(2), parameters.end(2)));
            }
        }
    }

    private static void inputs(String text, List<Span> spans) {
        var inputs = INPUT.matcher(text);
        while (inputs.find()) {
            var named = NAMED.matcher(inputs.group());
            var valued = VALUED.matcher(inputs.group());
            if (named.find() && valued.find()) {
                var group = valued.group(1) == null ? 2 : 1;
                if (UrlSecrets.secret(named.group(1), valued.group(group), List.of())) {
                    spans.add(new Span(inputs.start() + valued.start(group), inputs.start() + valued.end(group)));
                }
            }
        }
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
        var names = new ArrayList<String>();
        var values = new ArrayList<Span>();
        var from = 0;
        while (from < text.length()) {
            var end = text.indexOf('&', from) < 0 ? text.length() : text.indexOf('&', from);
            var equals = text.indexOf('=', from);
            if (equals > from && equals < end) {
                names.add(UrlSecrets.plain(text.substring(from, equals)));
                values.add(new Span(equals + 1, end));
            }
            from = end + 1;
        }
        var spans = new ArrayList<Span>();
        for (var i = 0; i < names.size(); i++) {
            if (UrlSecrets.secret(names.get(i), text.substring(values.get(i).start(), values.get(i).end()), names)) {
                spans.add(values.get(i));
            }
        }
        return spans;
    }

    static String masked(String text, List<Span> spans) {
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
