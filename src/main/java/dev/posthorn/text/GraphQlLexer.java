package dev.posthorn.text;

import java.util.List;
import java.util.Set;

/// Colours GraphQL documents and schemas (GraphQL specification, October 2021, §2.1).
final class GraphQlLexer implements LineLexer {

    private static final int IN_BLOCK_STRING = 1;

    private static final Set<String> KEYWORDS = Set.of(
            "query", "mutation", "subscription", "fragment", "on", "schema", "scalar", "type", "interface", "union", "enum", "input", "extend",
            "implements", "directive", "repeatable", "true", "false", "null");

    @Override
    public int lex(String line, int state, List<Span> spans) {
        var at = 0;
        if (state == IN_BLOCK_STRING) {
            at = block(line, 0, 0, spans);
        }
        while (at >= 0 && at < line.length()) {
            at = token(line, at, spans);
        }
        return at < 0 ? IN_BLOCK_STRING : START;
    }

    /// The index after the token at `at`, -1 where it is a block string that the line does not end.
    private static int token(String line, int at, List<Span> spans) {
        var c = line.charAt(at);
        if (c == '#') {
            return add(spans, at, line.length(), Span.Kind.COMMENT);
        }
        if (line.startsWith("\"\"\"", at)) {
            return block(line, at, at + 3, spans);
        }
        if (c == '"') {
            return add(spans, at, afterString(line, at + 1), Span.Kind.STRING);
        }
        if (c == '$' || c == '@') {
            return add(spans, at, afterName(line, at + 1), c == '$' ? Span.Kind.ATTRIBUTE : Span.Kind.TAG);
        }
        if (c >= '0' && c <= '9' || c == '-') {
            return add(spans, at, afterNumber(line, at + 1), Span.Kind.NUMBER);
        }
        if (Character.isLetter(c) || c == '_') {
            return name(line, at, spans);
        }
        return "{}()[]:,!|=&".indexOf(c) >= 0 ? add(spans, at, at + 1, Span.Kind.PUNCTUATION) : at + 1;
    }

    private static int name(String line, int at, List<Span> spans) {
        var end = afterName(line, at);
        if (KEYWORDS.contains(line.substring(at, end))) {
            return add(spans, at, end, Span.Kind.KEYWORD);
        }
        var next = end;
        while (next < line.length() && line.charAt(next) == ' ') {
            next++;
        }
        return next < line.length() && line.charAt(next) == ':' ? add(spans, at, end, Span.Kind.KEY) : end;
    }

    private static int add(List<Span> spans, int from, int to, Span.Kind kind) {
        spans.add(new Span(from, to, kind));
        return to;
    }

    private static int block(String line, int begin, int from, List<Span> spans) {
        var end = line.indexOf("\"\"\"", from);
        var to = end < 0 ? line.length() : end + 3;
        if (begin < to) {
            spans.add(new Span(begin, to, Span.Kind.STRING));
        }
        return end < 0 ? -1 : to;
    }

    private static int afterString(String line, int from) {
        for (var i = from; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '"') {
                return i + 1;
            }
        }
        return line.length();
    }

    private static int afterName(String line, int from) {
        var i = from;
        while (i < line.length() && (Character.isLetterOrDigit(line.charAt(i)) || line.charAt(i) == '_')) {
            i++;
        }
        return i;
    }

    private static int afterNumber(String line, int from) {
        var i = from;
        while (i < line.length() && (Character.isDigit(line.charAt(i)) || "+-.eE".indexOf(line.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }
}
