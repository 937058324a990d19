package dev.posthorn.text;

import java.util.ArrayList;
import java.util.List;

/// Colours XML and HTML; in HTML the inside of `<script>` is coloured as JavaScript and that of `<style>` left plain.
final class MarkupLexer implements LineLexer {

    private static final int TAG = 1;
    private static final int DOUBLE_QUOTED = 2;
    private static final int SINGLE_QUOTED = 3;
    private static final int COMMENT = 4;
    private static final int CDATA = 5;
    private static final int INSTRUCTION = 6;
    private static final int SCRIPT = 7;
    private static final int STYLE = 8;

    /// In a tag whose content is a script or a style sheet: added to TAG and to the quoted states.
    private static final int OPENS_SCRIPT = 16;
    private static final int OPENS_STYLE = 32;
    private static final int STATES = 15;

    private final boolean html;
    private final ScriptLexer script = new ScriptLexer();

    MarkupLexer(boolean html) {
        this.html = html;
    }

    @Override
    public int lex(String line, int state, List<Span> spans) {
        var cursor = new Cursor(line, state, spans);
        while (cursor.at < line.length()) {
            cursor.step();
        }
        return cursor.state;
    }

    /// A paragraph amid a text: a `>` or `-->` before any opening says what was open.
    @Override
    public int guess(String paragraph, boolean continued) {
        var open = paragraph.indexOf('<');
        var close = paragraph.indexOf('>');
        if (close < 0 || open >= 0 && open < close) {
            return START;
        }
        if (paragraph.startsWith("--", close - 2)) {
            return COMMENT;
        }
        if (paragraph.startsWith("]]", close - 2)) {
            return CDATA;
        }
        var quotes = paragraph.substring(0, close).chars().filter(c -> c == '"').count();
        return quotes % 2 == 1 ? DOUBLE_QUOTED : quotes > 0 || continued && paragraph.charAt(Math.max(0, close - 1)) == '/' ? TAG : START;
    }

    private final class Cursor {

        private final String line;
        private final List<Span> spans;
        private int at;
        private int state;

        Cursor(String line, int state, List<Span> spans) {
            this.line = line;
            this.state = state;
            this.spans = spans;
        }

        void step() {
            switch (state & STATES) {
                case TAG -> tag();
                case DOUBLE_QUOTED -> quoted('"');
                case SINGLE_QUOTED -> quoted('\'');
                case COMMENT -> upTo("-->", Span.Kind.COMMENT);
                case CDATA -> upTo("]]>", Span.Kind.STRING);
                case INSTRUCTION -> upTo(">", Span.Kind.COMMENT);
                case SCRIPT -> script();
                case STYLE -> raw("</style");
                default -> text();
            }
        }

        private void text() {
            var open = line.indexOf('<', at);
            if (open < 0) {
                at = line.length();
                return;
            }
            at = open;
            if (line.startsWith("<!--", at)) {
                state = COMMENT;
            } else if (line.startsWith("<![CDATA[", at)) {
                state = CDATA;
            } else if (line.startsWith("<?", at) || line.startsWith("<!", at)) {
                state = INSTRUCTION;
            } else {
                openTag();
            }
        }

        private void openTag() {
            var begin = at++;
            if (at < line.length() && line.charAt(at) == '/') {
                at++;
            }
            var name = at;
            while (at < line.length() && isName(line.charAt(at))) {
                at++;
            }
            if (at == name) {
                return;
            }
            spans.add(new Span(begin, at, Span.Kind.TAG));
            state = TAG;
            if (html && line.charAt(begin + 1) != '/') {
                var word = line.substring(name, at);
                state |= word.equalsIgnoreCase("script") ? OPENS_SCRIPT : word.equalsIgnoreCase("style") ? OPENS_STYLE : 0;
            }
        }

        private void tag() {
            var c = line.charAt(at);
            if (c == '>') {
                spans.add(new Span(at, ++at, Span.Kind.TAG));
                state = (state & OPENS_SCRIPT) != 0 ? SCRIPT : (state & OPENS_STYLE) != 0 ? STYLE : START;
            } else if (line.startsWith("/>", at)) {
                spans.add(new Span(at, at += 2, Span.Kind.TAG));
                state = START;
            } else if (c == '"' || c == '\'') {
                spans.add(new Span(at, ++at, Span.Kind.STRING));
                state = state & ~STATES | (c == '"' ? DOUBLE_QUOTED : SINGLE_QUOTED);
            } else if (c == '<') {
                state = START;
            } else if (isName(c)) {
                attribute();
            } else {
                at++;
            }
        }

        private void attribute() {
            var begin = at;
            while (at < line.length() && isName(line.charAt(at))) {
                at++;
            }
            var value = begin > 0 && line.charAt(begin - 1) == '=';
            spans.add(new Span(begin, at, value ? Span.Kind.STRING : Span.Kind.ATTRIBUTE));
        }

        private void quoted(char quote) {
            var end = line.indexOf(quote, at);
            var to = end < 0 ? line.length() : end + 1;
            spans.add(new Span(at, to, Span.Kind.STRING));
            at = to;
            if (end >= 0) {
                state = state & ~STATES | TAG;
            }
        }

        private void upTo(String closing, Span.Kind kind) {
            var end = line.indexOf(closing, at);
            var to = end < 0 ? line.length() : end + closing.length();
            spans.add(new Span(at, to, kind));
            at = to;
            if (end >= 0) {
                state = START;
            }
        }

        private void raw(String closing) {
            var end = indexIgnoringCase(closing);
            at = end < 0 ? line.length() : end;
            state = end < 0 ? state : START;
        }

        /// The state of the script is kept above the other bits.
        private void script() {
            var end = indexIgnoringCase("</script");
            var to = end < 0 ? line.length() : end;
            var inside = new ArrayList<Span>();
            var after = script.lex(line.substring(at, to), state >> 8, inside);
            for (var span : inside) {
                spans.add(new Span(span.start() + at, span.end() + at, span.kind()));
            }
            at = to;
            state = end < 0 ? SCRIPT | after << 8 : START;
        }

        private int indexIgnoringCase(String closing) {
            for (var i = line.indexOf('<', at); i >= 0; i = line.indexOf('<', i + 1)) {
                if (line.regionMatches(true, i, closing, 0, closing.length())) {
                    return i;
                }
            }
            return -1;
        }
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':' || c == '.';
    }
}
