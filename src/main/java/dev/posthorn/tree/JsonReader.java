package dev.posthorn.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads JSON (RFC 8259) and remembers where each value stands. It keeps its own stack, so that no file can overflow the program's.
///
/// 1. Stricter than nothing in the RFC; more patient in two points: line ends and tabs may stand bare in a string, and white space may be any Unicode space.
/// 2. Nesting ends at `DEPTH` levels with a sentence.
public final class JsonReader {

    /// The deepest nesting of lists and objects that is read: 1,000 folders in one another, and room for a request in the last.
    public static final int DEPTH = 2_100;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private final String text;
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    public static Json read(String text) throws JsonProblem {
        return new JsonReader(text).document();
    }

    /// A list or an object whose end has not been read yet.
    private static final class Open {
        private final int start;
        private final boolean object;
        private final List<Json> elements = new ArrayList<>();
        private final List<Json.Member> members = new ArrayList<>();
        private Json.Text key;

        private Open(int start, boolean object) {
            this.start = start;
            this.object = object;
        }

        private boolean empty() {
            return elements.isEmpty() && members.isEmpty();
        }

        private void add(Json value) {
            if (object) {
                members.add(new Json.Member(key, value));
                key = null;
            } else {
                elements.add(value);
            }
        }

        private Json close(int end) {
            return object ? new Json.Obj(start, end, List.copyOf(members)) : new Json.Arr(start, end, List.copyOf(elements));
        }
    }

    private Json document() throws JsonProblem {
        skipSpace();
        if (at == text.length()) {
            throw problem("the file is empty", at);
        }
        Json done = value();
        while (!open.isEmpty()) {
            done = done == null ? step() : attach(done);
        }
        skipSpace();
        if (at < text.length()) {
            throw problem("the JSON ends, but " + shown(at) + " follows", at);
        }
        return done;
    }

    private Json attach(Json value) throws JsonProblem {
        open.peek().add(value);
        return step();
    }

    /// Reads on inside the innermost list or object: a finished value, or null where another list or object was opened.
    private Json step() throws JsonProblem {
        var container = open.peek();
        var closer = container.object ? '}' : ']';
        skipSpace();
        if (at < text.length() && text.charAt(at) == closer) {
            at++;
            return open.pop().close(at);
        }
        if (!container.empty()) {
            expect(',', "a comma or " + closer);
            skipSpace();
        }
        if (container.object) {
            if (at == text.length() || text.charAt(at) != '"') {
                throw problem("a key in double quotes was expected, not " + shown(at), at);
            }
            container.key = string();
            skipSpace();
            expect(':', "a colon after the key \"" + shortened(container.key.value()) + "\"");
            skipSpace();
        }
        return value();
    }

    private void expect(char wanted, String name) throws JsonProblem {
        if (at == text.length() || text.charAt(at) != wanted) {
            throw problem(name + " was expected, not " + shown(at), at);
        }
        at++;
    }

    private Json value() throws JsonProblem {
        var start = at;
        if (at == text.length()) {
            throw problem("the file ends in the middle; a value is missing", at);
        }
        var first = text.charAt(at);
        if (first == '{' || first == '[') {
            if (open.size() == DEPTH) {
                throw problem("lists and objects are nested more than " + DEPTH + " levels deep", at);
            }
            at++;
            open.push(new Open(start, first == '{'));
            return null;
        }
        if (first == '"') {
            return string();
        }
        if (first == '-' || first >= '0' && first <= '9') {
            return number();
        }
        if (word("true") || word("false")) {
            return new Json.Flag(start, at, first == 't');
        }
        if (word("null")) {
            return new Json.Null(start, at);
        }
        throw problem("a value was expected, not " + shown(at), at);
    }

    private boolean word(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private Json.Num number() throws JsonProblem {
        var start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var number = text.substring(start, at);
        if (!NUMBER.matcher(number).matches()) {
            throw problem("\"" + shortened(number) + "\" is not a number", start);
        }
        return new Json.Num(start, at, number);
    }

    /// Strings up to this length are looked up among those read before, which spares a large file most of its keys.
    private static final int SHORT = 24;
    private static final int SEEN = 4_096;

    private final String[] seen = new String[SEEN];

    private Json.Text string() throws JsonProblem {
        var start = at++;
        var escapes = false;
        var hash = 0;
        var length = text.length();
        while (at < length) {
            var c = text.charAt(at);
            if (c == '"') {
                at++;
                return new Json.Text(start, at, text, escapes || at - start - 2 > SHORT ? null : known(start + 1, at - 1, hash));
            }
            if (c == '\\') {
                escapes = true;
                escape();
            } else {
                hash = 31 * hash + c;
                at++;
            }
        }
        throw problem("the string that begins here has no end", start);
    }

    private String known(int from, int to, int hash) {
        var slot = (hash ^ hash >>> 16) & SEEN - 1;
        var candidate = seen[slot];
        if (candidate == null || candidate.length() != to - from || !text.startsWith(candidate, from)) {
            candidate = text.substring(from, to);
            seen[slot] = candidate;
        }
        return candidate;
    }

    /// Passes over an escape, which must be one.
    private void escape() throws JsonProblem {
        var start = at;
        at += 2;
        if (at > text.length()) {
            throw problem("the file ends in the middle of a string", start);
        }
        switch (text.charAt(start + 1)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> { }
            case 'u' -> unicode(start);
            default -> throw problem("\"" + text.substring(start, at) + "\" is not an escape of JSON", start);
        }
    }

    private void unicode(int start) throws JsonProblem {
        at = Math.min(start + 6, text.length());
        for (var i = start + 2; i < start + 6; i++) {
            if (i >= at || Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                throw problem("\"\\u\" must be followed by four hexadecimal digits", start);
            }
        }
    }

    /// What a string says that was read without a problem.
    static String unescaped(String text, int from, int to) {
        var at = text.indexOf('\\', from, to);
        if (at < 0) {
            return text.substring(from, to);
        }
        var out = new StringBuilder(to - from);
        var copied = from;
        while (at >= 0) {
            out.append(text, copied, at);
            var kind = text.charAt(at + 1);
            out.append(switch (kind) {
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> (char) Integer.parseInt(text, at + 2, at + 6, 16);
                default -> kind;
            });
            copied = at + (kind == 'u' ? 6 : 2);
            at = text.indexOf('\\', Math.min(copied, to), to);
        }
        return out.append(text, copied, to).toString();
    }

    private void skipSpace() {
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c > ' ' && c < 0x7F || c != ' ' && c != '\n' && c != '\t' && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return;
            }
            at++;
        }
    }

    private String shown(int offset) {
        if (offset >= text.length()) {
            return "the end of the file";
        }
        var c = text.codePointAt(offset);
        return c < ' ' ? "a control character" : "\"" + Character.toString(c) + "\"";
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }

    private JsonProblem problem(String reason, int offset) {
        var place = Place.of(text, offset);
        return new JsonProblem(reason, place.line(), place.column());
    }
}
