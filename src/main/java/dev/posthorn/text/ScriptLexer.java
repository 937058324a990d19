package dev.posthorn.text;

import java.util.List;
import java.util.Set;

/// Colours JavaScript: comments, strings, templates with the code in them, regular expressions, numbers, keywords.
///
/// The state between lines: the lowest two bits say what is open (a comment, or the text of a template); above them stand the `${…}` that are open,
/// the innermost lowest, each with one more than the braces that are open in it, in six bits. Templates nested deeper than four, or with more than 62 braces
/// open, are taken for plain code.
final class ScriptLexer implements LineLexer {

    private static final int IN_COMMENT = 1;
    private static final int IN_TEMPLATE = 2;
    private static final int OPEN_BITS = 2;
    private static final int BRACE_BITS = 6;
    private static final int BRACES = (1 << BRACE_BITS) - 1;
    private static final int DEEPEST = 1 << (OPEN_BITS + 3 * BRACE_BITS);

    private static final Set<String> KEYWORDS = Set.of(
            "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "export",
            "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "let", "new", "null", "of", "return", "static",
            "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while", "with", "yield");

    @Override
    public int lex(String line, int state, List<Span> spans) {
        return new Line(line, state, spans).read();
    }

    /// One line being read.
    private static final class Line {

        private final String line;
        private final List<Span> spans;
        private int open;
        private int nested;
        private int at;
        private boolean regexMayFollow = true;

        private Line(String line, int state, List<Span> spans) {
            this.line = line;
            this.spans = spans;
            open = state & (1 << OPEN_BITS) - 1;
            nested = state & ~((1 << OPEN_BITS) - 1);
        }

        private int read() {
            if (open == IN_COMMENT) {
                at = upTo(line, "*/", 0, Span.Kind.COMMENT, spans);
                if (at < 0) {
                    return nested | IN_COMMENT;
                }
            } else if (open == IN_TEMPLATE) {
                template(0, 0);
            }
            open = at < 0 ? IN_TEMPLATE : 0;
            while (open == 0 && at < line.length()) {
                token();
            }
            return nested | open;
        }

        private void token() {
            var c = line.charAt(at);
            var begin = at;
            if (c <= ' ') {
                at++;
            } else if (line.startsWith("//", at)) {
                spans.add(new Span(at, line.length(), Span.Kind.COMMENT));
                at = line.length();
            } else if (line.startsWith("/*", at)) {
                at = comment(line, at, spans);
                open = at < 0 ? IN_COMMENT : 0;
            } else if (c == '`') {
                template(at, at + 1);
            } else if (c == '"' || c == '\'') {
                at = upToQuote(line, at, at + 1, c, spans);
                at = at < 0 ? line.length() : at;
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
                sign(c);
            }
        }

        private void sign(char c) {
            at++;
            if ("{}[]();,".indexOf(c) >= 0) {
                spans.add(new Span(at - 1, at, Span.Kind.PUNCTUATION));
            }
            regexMayFollow = c != ')' && c != ']' && c != '}';
            if (nested != 0 && (c == '{' || c == '}')) {
                brace(c);
            }
        }

        /// Within `${…}`: its own closing brace leads back into the text of the template.
        private void brace(char c) {
            var depth = nested >> OPEN_BITS & BRACES;
            if (c == '{' && depth < BRACES) {
                nested += 1 << OPEN_BITS;
            } else if (c == '}' && depth > 1) {
                nested -= 1 << OPEN_BITS;
            } else if (c == '}') {
                nested = nested >>> BRACE_BITS & ~((1 << OPEN_BITS) - 1);
                template(at, at);
            }
        }

        /// The text of a template from `from` on; the colour begins at `begin`. Ends behind its quote, or behind a `${`.
        private void template(int begin, int from) {
            for (var i = from; i < line.length(); i++) {
                var c = line.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '`') {
                    spans.add(new Span(begin, i + 1, Span.Kind.STRING));
                    at = i + 1;
                    regexMayFollow = false;
                    return;
                } else if (c == '$' && line.startsWith("{", i + 1) && nested < DEEPEST) {
                    if (begin < i) {
                        spans.add(new Span(begin, i, Span.Kind.STRING));
                    }
                    spans.add(new Span(i, i + 2, Span.Kind.PUNCTUATION));
                    nested = nested << BRACE_BITS | 1 << OPEN_BITS;
                    at = i + 2;
                    regexMayFollow = true;
                    return;
                }
            }
            if (begin < line.length()) {
                spans.add(new Span(begin, line.length(), Span.Kind.STRING));
            }
            at = -1;
            open = IN_TEMPLATE;
        }
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
