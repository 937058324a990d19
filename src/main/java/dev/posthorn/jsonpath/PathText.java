package dev.posthorn.jsonpath;

import dev.posthorn.tree.Json;
import java.util.regex.Pattern;

/// The characters of a path and how far they were read: names, strings, numbers.
final class PathText {

    /// Numbers that all programs read alike (RFC 7493 §2.2).
    private static final long LARGEST = (1L << 53) - 1;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");

    private final String text;
    private int at;

    PathText(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    void back(int to) {
        at = to;
    }

    boolean ended() {
        return at == text.length();
    }

    boolean next(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    boolean digit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    boolean take(String wanted) {
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    void expect(String wanted, String otherwise) throws PathProblem {
        if (!take(wanted)) {
            throw problem(otherwise + (ended() ? "" : ", not " + shown()));
        }
    }

    void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    PathProblem problem(String message) {
        return problem(message, at);
    }

    PathProblem problem(String message, int offset) {
        return new PathProblem(message, offset + 1);
    }

    String shown() {
        return at >= text.length() ? "the end" : "\"" + new String(Character.toChars(text.codePointAt(at))) + "\"";
    }

    private static boolean nameFirst(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80 && !(c >= 0xD800 && c <= 0xDFFF);
    }

    String memberName() throws PathProblem {
        var start = at;
        while (at < text.length()) {
            var c = text.codePointAt(at);
            if (!nameFirst(c) && (at == start || c < '0' || c > '9')) {
                break;
            }
            at += Character.charCount(c);
        }
        if (at == start) {
            throw problem(ended() ? "a name is missing" : "a name was expected, not " + shown() + "; names with other characters stand in ['…']");
        }
        return text.substring(start, at);
    }

    /// Empty where none stands here.
    String functionName() {
        var start = at;
        while (at < text.length() && (text.charAt(at) >= 'a' && text.charAt(at) <= 'z' || at > start && (digit() || next('_')))) {
            at++;
        }
        return text.substring(start, at);
    }

    long integer() throws PathProblem {
        var start = at;
        take("-");
        while (digit()) {
            at++;
        }
        var written = text.substring(start, at);
        if (!INTEGER.matcher(written).matches()) {
            throw problem("\"" + written + "\" is not a whole number as paths have it", start);
        }
        if (written.length() > 17 || Math.abs(Long.parseLong(written)) > LARGEST) {
            throw problem("the number is too large", start);
        }
        return Long.parseLong(written);
    }

    /// Null where a path or a function stands here.
    Json literal() throws PathProblem {
        if (next('\'') || next('"')) {
            return new Json.Text(0, 0, string());
        }
        if (next('-') || digit()) {
            return number();
        }
        for (var word : new String[] {"true", "false", "null"}) {
            if (text.startsWith(word, at) && !continues(at + word.length())) {
                at += word.length();
                return word.equals("null") ? new Json.Null(0, 0) : new Json.Flag(0, 0, word.equals("true"));
            }
        }
        return null;
    }

    private boolean continues(int offset) {
        return offset < text.length() && (text.charAt(offset) == '(' || nameFirst(text.charAt(offset)));
    }

    private Json number() throws PathProblem {
        var matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw problem("a number was expected");
        }
        at = matcher.end();
        if (digit() || next('.')) {
            throw problem("this is not a number as JSON has it", matcher.start());
        }
        return new Json.Num(0, 0, matcher.group());
    }

    /// A string in single or double quotes.
    String string() throws PathProblem {
        var start = at;
        var quote = text.charAt(at++);
        var out = new StringBuilder();
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == quote) {
                at++;
                return out.toString();
            }
            if (c < ' ') {
                throw problem("a control character must be written as an escape");
            }
            if (Character.isSurrogate(c) && !(Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1)))) {
                throw problem("half a character");
            }
            if (c == '\\') {
                escape(quote, out);
            } else {
                out.appendCodePoint(text.codePointAt(at));
                at += Character.charCount(text.codePointAt(at));
            }
        }
        throw problem("the string that begins here has no end", start);
    }

    private void escape(char quote, StringBuilder out) throws PathProblem {
        var start = at++;
        var kind = at < text.length() ? text.charAt(at++) : ' ';
        switch (kind) {
            case 'b' -> out.append('\b');
            case 't' -> out.append('\t');
            case 'n' -> out.append('\n');
            case 'f' -> out.append('\f');
            case 'r' -> out.append('\r');
            case '/', '\\' -> out.append(kind);
            case 'u' -> unicode(start, out);
            default -> {
                if (kind != quote) {
                    throw problem("this is not an escape", start);
                }
                out.append(kind);
            }
        }
    }

    private void unicode(int start, StringBuilder out) throws PathProblem {
        var first = hex(start);
        if (Character.isLowSurrogate(first)) {
            throw problem("half a character", start);
        }
        out.append(first);
        if (Character.isHighSurrogate(first)) {
            var second = take("\\u") ? hex(start) : ' ';
            if (!Character.isLowSurrogate(second)) {
                throw problem("half a character", start);
            }
            out.append(second);
        }
    }

    private char hex(int start) throws PathProblem {
        var value = 0;
        for (var i = 0; i < 4; i++) {
            var digit = at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw problem("\\u must be followed by four hexadecimal digits", start);
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }
}
