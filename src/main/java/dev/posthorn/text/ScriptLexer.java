package dev.posthorn.text;

import java.util.List;
import java.util.Set;

/// Colours JavaScript: comments, strings, templates, regular expressions, numbers, keywords.
final class ScriptLexer implements LineLexer {

    private static final int IN_COMMENT = 1;
    private static final int IN_TEMPLATE = 2;

    private static final Set<String> KEYWORDS = Set.of(
            "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "export",
            "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "let", "new", "null", "of", "return", "static",
            "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while", "with", "yield");

    @Override
    public int lex(String line, int state, List<Span> spans) {
        var at = 0;
        if (state == IN_COMMENT) {
            at = upTo(line, "*/", 0, Span.Kind.COMMENT, spans);
        } else if (state == IN_TEMPLATE) {
            at = upToQuote(line, 0, 0, '`', spans);
        }
        return at < 0 ? state : tokens(line, at, spans);
    }

    private static int tokens(String line, int from, List<Span> spans) {
        var at = from;
        var regexMayFollow = true;
        while (at < line.length()) {
            var c = line.charAt(at);
            var begin = at;
            if (c <= ' ') {
                at++;
                continue;
            }
            if (line.startsWith("//", at)) {
                spans.add(new Span(at, line.length(), Span.Kind.COMMENT));
                return START;
            } else if (line.startsWith("/*", at)) {
                at = comment(line, at, spans);
                if (at < 0) {
                    return IN_COMMENT;
                }
            } else if (c == '`') {
                at = upToQuote(line, at, at + 1, '`', spans);
                if (at < 0) {
                    return IN_TEMPLATE;
                }
                regexMayFollow = false;
            } else if (c == '"' || c == '\'') {
                at = upToQuote(line, at, at + 1, c, spans);
                if (at < 0) {
                    return START;
                }
                regexMayFollow = false;
            } else if (c == '/' && regexMayFollow && afterRegex(line, at) > 0) {
                at = afterRegex(line, at);
                spans.add(new Span(begin, at, Span.Kind.STRING));
                regexMayFollow = false;
            } else if (c >= '0' && c <= '9') {
                at = afterWord(line, at);
                spans.add(new Span(begin, at, Span.Kind.NUMBER));
                regexMayFollow = false;
            } else if (Character.isJavaIdentifierStart(c)) {
                at = afterWord(line, at);
                regexMayFollow = word(line, begin, at, spans);
            } else {
                at++;
                if ("{}[]();,".indexOf(c) >= 0) {
                    spans.add(new Span(begin, at, Span.Kind.PUNCTUATION));
                }
                regexMayFollow = c != ')' && c != ']' && c != '}';
            }
        }
        return START;
    }

    private static int comment(String line, int at, List<Span> spans) {
        var end = line.indexOf("*/", at + 2);
        spans.add(new Span(at, end < 0 ? line.length() : end + 2, Span.Kind.COMMENT));
        return end < 0 ? -1 : end + 2;
    }

    private static int upTo(String line, String closing, int from, Span.Kind kind, List<Span> spans) {
        var end = line.indexOf(closing, from);
        var to = end < 0 ? line.length() : end + closing.length();
        if (to > 0) {
            spans.add(new Span(0, to, kind));
        }
        return end < 0 ? -1 : to;
    }

    /// Adds the string that begins at `begin`; returns the index after its closing quote, -1 where the line ends first.
    private static int upToQuote(String line, int begin, int from, char quote, List<Span> spans) {
        for (var i = from; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                spans.add(new Span(begin, i + 1, Span.Kind.STRING));
                return i + 1;
            }
        }
        if (begin < line.length()) {
            spans.add(new Span(begin, line.length(), Span.Kind.STRING));
        }
        return -1;
    }

    private static int afterRegex(String line, int from) {
        var inClass = false;
        for (var i = from + 1; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                return afterWord(line, i);
            }
        }
        return -1;
    }

    private static int afterWord(String line, int from) {
        var i = from + 1;
        while (i < line.length() && (Character.isJavaIdentifierPart(line.charAt(i)) || line.charAt(i) == '.' && digit(line, i - 1) && digit(line, i + 1))) {
            i++;
        }
        return i;
    }

    private static boolean digit(String line, int at) {
        return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }

    private static boolean word(String line, int from, int to, List<Span> spans) {
        var keyword = KEYWORDS.contains(line.substring(from, to)) && (from == 0 || line.charAt(from - 1) != '.');
        if (keyword) {
            spans.add(new Span(from, to, Span.Kind.KEYWORD));
        } else if (to < line.length() && line.charAt(to) == ':' && !line.substring(0, from).contains("?")) {
            spans.add(new Span(from, to, Span.Kind.KEY));
        }
        return keyword;
    }
}
