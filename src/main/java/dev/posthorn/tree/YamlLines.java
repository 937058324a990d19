package dev.posthorn.tree;

/// Where lines, block scalars and colons of a YAML text begin and end. Lines end by `\n`, `\r\n` or `\r` (YAML 1.2.2 §5.4).
final class YamlLines {

    private YamlLines() {}

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    static int lineStart(String text, int at) {
        var i = at;
        while (i > 0 && !isBreak(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /// The offset of the line end at or after `at`, or the text's length.
    static int lineEnd(String text, int at) {
        var i = at;
        while (i < text.length() && !isBreak(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// The offset behind the line end that stands at `at`; `at` itself where there is none.
    static int afterBreak(String text, int at) {
        return text.startsWith("\r\n", at) ? at + 2 : at < text.length() && isBreak(text.charAt(at)) ? at + 1 : at;
    }

    /// The offset before the line end that stands right before `at`; `at` itself where there is none.
    static int beforeBreak(String text, int at) {
        return at >= 2 && text.startsWith("\r\n", at - 2) ? at - 2 : at > 0 && isBreak(text.charAt(at - 1)) ? at - 1 : at;
    }

    static String lineEnding(String text) {
        return text.contains("\r\n") ? "\r\n" : text.contains("\n") || !text.contains("\r") ? "\n" : "\r";
    }

    static boolean blank(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) != ' ' && text.charAt(i) != '\t' && !isBreak(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// The first char at or after `from` that is no white space, line end or part of a comment.
    static int skip(String text, int from) {
        var i = from;
        while (i < text.length()) {
            var c = text.charAt(i);
            if (c == '#') {
                i = lineEnd(text, i);
            } else if (c == ' ' || c == '\t' || isBreak(c) || c == '\uFEFF') {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    /// The colon behind a key; -1 where none follows on its line (in a flow map: where none follows at all).
    static int colon(String text, int from, boolean flow) {
        var i = from;
        if (flow) {
            i = skip(text, from);
        } else {
            while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
                i++;
            }
        }
        return i < text.length() && text.charAt(i) == ':' ? i : -1;
    }

    /// Where a block scalar's last line ends. The parser's mark stands behind the blank lines that follow, which mean nothing but for `|+`.
    static int blockEnd(String text, int start, int mark, String value, boolean literal) {
        var header = lineEnd(text, start);
        var at = beforeBreak(text, mark);
        if (at <= header) {
            return header;
        }
        if (text.substring(start, header).replaceFirst("\\s#.*", "").contains("+")) {
            return at;
        }
        var stripped = value.length();
        while (stripped > 0 && value.charAt(stripped - 1) == '\n') {
            stripped--;
        }
        if (stripped == 0) {
            return header;
        }
        if (literal) {
            var line = header;
            for (var lines = value.substring(0, stripped).chars().filter(c -> c == '\n').count() + 1; lines > 0; lines--) {
                line = lineEnd(text, afterBreak(text, line));
            }
            return Math.min(line, at);
        }
        while (at > header && blank(text, lineStart(text, at), at)) {
            at = beforeBreak(text, lineStart(text, at));
        }
        return Math.max(at, header);
    }
}
