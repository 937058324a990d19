package dev.posthorn.text;

import java.util.List;

/// Colours JSON (RFC 8259), with the comments that Postman allows in a request body.
final class JsonLexer implements LineLexer {

    private static final int IN_STRING = 1;
    private static final int IN_COMMENT = 2;

    @Override
    public int lex(String line, int state, List<Span> spans) {
        if (line.isEmpty()) {
            return state;
        }
        var at = 0;
        if (state == IN_STRING) {
            at = afterString(line, 0);
            if (at < 0) {
                spans.add(new Span(0, line.length(), Span.Kind.STRING));
                return IN_STRING;
            }
            spans.add(new Span(0, at, isKey(line, at) ? Span.Kind.KEY : Span.Kind.STRING));
        } else if (state == IN_COMMENT) {
            var end = line.indexOf("*/");
            at = end < 0 ? line.length() : end + 2;
            spans.add(new Span(0, at, Span.Kind.COMMENT));
            if (end < 0) {
                return IN_COMMENT;
            }
        }
        return tokens(line, at, spans);
    }

    private static int tokens(String line, int from, List<Span> spans) {
        var at = from;
        while (at < line.length()) {
            var c = line.charAt(at);
            if (c == '"') {
                var end = afterString(line, at + 1);
                if (end < 0) {
                    spans.add(new Span(at, line.length(), Span.Kind.STRING));
                    return IN_STRING;
                }
                spans.add(new Span(at, end, isKey(line, end) ? Span.Kind.KEY : Span.Kind.STRING));
                at = end;
            } else if (c <= ' ') {
                at++;
            } else if ("{}[],:".indexOf(c) >= 0) {
                spans.add(new Span(at, ++at, Span.Kind.PUNCTUATION));
            } else if (line.startsWith("//", at)) {
                spans.add(new Span(at, line.length(), Span.Kind.COMMENT));
                return START;
            } else if (line.startsWith("/*", at)) {
                var end = line.indexOf("*/", at + 2);
                spans.add(new Span(at, end < 0 ? line.length() : end + 2, Span.Kind.COMMENT));
                if (end < 0) {
                    return IN_COMMENT;
                }
                at = end + 2;
            } else {
                var end = afterWord(line, at);
                spans.add(new Span(at, end, word(line, at, end)));
                at = end;
            }
        }
        return START;
    }

    private static int afterString(String line, int from) {
        for (var i = from; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isKey(String line, int after) {
        var i = after;
        while (i < line.length() && line.charAt(i) <= ' ') {
            i++;
        }
        return i < line.length() && line.charAt(i) == ':';
    }

    private static int afterWord(String line, int from) {
        var i = from + 1;
        while (i < line.length() && line.charAt(i) > ' ' && "{}[],:\"/".indexOf(line.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static Span.Kind word(String line, int from, int to) {
        var word = line.substring(from, to);
        if (word.equals("true") || word.equals("false") || word.equals("null")) {
            return Span.Kind.KEYWORD;
        }
        var c = word.charAt(0);
        return c == '-' || c >= '0' && c <= '9' ? Span.Kind.NUMBER : Span.Kind.ERROR;
    }

    /// A string of JSON ends with its line.
    @Override
    public int nextLine(int state) {
        return state == IN_STRING ? START : state;
    }

    /// Within a line the first quote tells: what follows the end of a string is one of `,:]}`, what precedes its beginning one of `,:[{`.
    @Override
    public int guess(String paragraph, boolean continued) {
        if (!continued) {
            return START;
        }
        var close = afterString(paragraph, 0);
        if (close < 0) {
            return plainJson(paragraph) ? START : IN_STRING;
        }
        var before = paragraph.substring(0, close - 1).stripTrailing();
        var after = paragraph.substring(close).stripLeading();
        var ends = after.isEmpty() || ",:]}".indexOf(after.charAt(0)) >= 0;
        var begins = before.isEmpty() || ",:[{".indexOf(before.charAt(before.length() - 1)) >= 0;
        return ends && !(begins && plainJson(before)) ? IN_STRING : START;
    }

    private static boolean plainJson(String text) {
        return text.chars().allMatch(c -> c <= ' ' || "{}[],:+-.".indexOf(c) >= 0 || c >= '0' && c <= '9' || "truefalsn".indexOf(c) >= 0 || c == 'E');
    }
}
