package dev.posthorn.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Lays XML and HTML out: an element a line, an element that holds only text on one line. Broken nesting is followed as far as it makes sense;
/// nothing but the white space between elements is ever dropped.
final class MarkupPretty {

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");
    private static final Set<String> VERBATIM = Set.of("script", "style", "pre", "textarea");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "dfn", "em", "i", "img", "input", "kbd", "label", "mark", "q", "s",
            "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr");
    /// HTML lets these be closed by the next one of their kind.
    private static final Set<String> SELF_ENDING = Set.of("li", "p", "tr", "td", "th", "option", "dt", "dd");
    private static final int DEEPEST = 4_096;
    private static final int LONGEST_NAME = 64;

    private final Pen pen;
    private final boolean html;
    private final List<String> open = new ArrayList<>();
    private int beyond;
    private boolean started;
    /// What stands on the line allows the next thing on the same line: text or an inline element.
    private boolean onLine;
    private boolean space;
    private boolean justOpened;

    MarkupPretty(Pen pen, boolean html) {
        this.pen = pen;
        this.html = html;
    }

    Pretty.Result run() throws IOException {
        for (var c = pen.peek(); c >= 0; c = pen.peek()) {
            if (c <= ' ') {
                pen.take();
                space = true;
            } else if (c == '<' && markup()) {
                continue;
            } else {
                text();
            }
            if (pen.bloated()) {
                return pen.copyRest();
            }
        }
        return Pretty.Result.WHOLE;
    }

    /// False where the `<` opens nothing and is text.
    private boolean markup() throws IOException {
        var next = pen.peek(1);
        if (pen.ahead("<!--")) {
            block();
            upTo("-->");
        } else if (pen.ahead("<![cdata[")) {
            inline();
            upTo("]]>");
            onLine = true;
        } else if (next == '?') {
            block();
            upTo("?>");
        } else if (next == '!') {
            block();
            upTo(">");
        } else if (next == '/') {
            close();
        } else if (Character.isLetter(next) || next == '_' || next == ':' || next >= 0x80) {
            open();
        } else {
            return false;
        }
        return true;
    }

    private int depth() {
        return open.size() + beyond;
    }

    private void block() throws IOException {
        lineBreak();
        onLine = false;
        justOpened = false;
    }

    private void lineBreak() throws IOException {
        if (started) {
            pen.newLine(depth());
        }
        started = true;
        space = false;
    }

    /// Goes on behind what stands on the line where that is text, an inline element or the opening tag; else on a line of its own.
    private void inline() throws IOException {
        if (!onLine && !justOpened) {
            lineBreak();
        } else if (space && onLine) {
            pen.write(' ');
        }
        space = false;
        justOpened = false;
    }

    private void text() throws IOException {
        inline();
        var blank = new ByteArrayOutputStream();
        for (var c = pen.peek(); c >= 0; c = pen.peek()) {
            if (c == '<' && (Character.isLetter(pen.peek(1)) || "/!?_:".indexOf(pen.peek(1)) >= 0)) {
                break;
            }
            pen.take();
            if (c <= ' ') {
                if (blank.size() < LONGEST_NAME) {
                    blank.write(c);
                }
            } else {
                for (var b : blank.toByteArray()) {
                    pen.write(b);
                }
                blank.reset();
                pen.write(c);
            }
        }
        space = blank.size() > 0;
        onLine = true;
    }

    private void open() throws IOException {
        var name = nameAhead(1);
        var besideText = html && INLINE.contains(name);
        if (html && SELF_ENDING.contains(name) && !open.isEmpty() && open.getLast().equals(name)) {
            open.removeLast();
        }
        if (besideText) {
            inline();
        } else {
            block();
        }
        var closed = tag();
        if (closed || html && VOID.contains(name)) {
            onLine = besideText;
        } else if (html && VERBATIM.contains(name)) {
            verbatim(name);
            onLine = false;
        } else {
            push(name);
            onLine = false;
            justOpened = true;
        }
    }

    private void push(String name) {
        if (open.size() < DEEPEST) {
            open.add(name);
        } else {
            beyond++;
        }
    }

    private void close() throws IOException {
        var name = nameAhead(2);
        var empty = justOpened;
        if (beyond > 0) {
            beyond--;
        } else {
            pop(name);
        }
        var besideText = html && INLINE.contains(name);
        if (!empty && !onLine) {
            lineBreak();
        } else if (space && onLine && besideText) {
            pen.write(' ');
        }
        space = false;
        justOpened = false;
        tag();
        onLine = besideText;
    }

    private void pop(String name) {
        var at = open.lastIndexOf(name);
        if (at >= 0) {
            open.subList(at, open.size()).clear();
        }
    }

    private String nameAhead(int from) throws IOException {
        var name = new ByteArrayOutputStream();
        for (var i = from; i < LONGEST_NAME; i++) {
            var c = pen.peek(i);
            if (c <= ' ' || c == '>' || c == '/') {
                break;
            }
            name.write(c);
        }
        var text = name.toString(StandardCharsets.UTF_8);
        return html ? text.toLowerCase(Locale.ROOT) : text;
    }

    /// Copies a tag up to its `>`; true where it closes itself.
    private boolean tag() throws IOException {
        var quote = 0;
        var before = 0;
        for (var c = pen.copy(); c >= 0; c = pen.copy()) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = before == '=' || before <= ' ' ? c : 0;
            } else if (c == '>') {
                return before == '/';
            }
            before = c;
        }
        return false;
    }

    private void upTo(String end) throws IOException {
        while (pen.peek() >= 0 && !pen.ahead(end)) {
            pen.copy();
        }
        for (var i = 0; i < end.length(); i++) {
            pen.copy();
        }
    }

    private void verbatim(String name) throws IOException {
        var end = "</" + name;
        while (pen.peek() >= 0 && !pen.ahead(end)) {
            pen.copy();
        }
        tag();
        space = false;
        justOpened = false;
    }
}
