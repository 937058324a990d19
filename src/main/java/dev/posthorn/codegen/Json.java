package dev.posthorn.codegen;

import dev.posthorn.text.Pretty;
import dev.posthorn.text.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the text of a body as JSON (RFC 8259), to tell whether JavaScript's `JSON.stringify` would write the very same.
final class Json {

    /// Longer or deeper texts are left as they are.
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 200;
    private static final Pattern SMALL = Pattern.compile("-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{0,5}[1-9])?");

    private final String text;
    private int at;
    private boolean same = true;

    private Json(String text) {
        this.text = text;
    }

    /// Whether it is JSON at all.
    static boolean is(String text) {
        return text.length() <= LONGEST && new Json(text).whole();
    }

    /// Whether `JSON.stringify` of the same value gives this text, character for character.
    static boolean stringified(String text) {
        var json = new Json(text);
        return text.length() <= LONGEST && (text.startsWith("{") || text.startsWith("[")) && json.whole() && json.same;
    }

    /// The text over several lines, for the eyes.
    static String laidOut(String text) {
        var out = new ByteArrayOutputStream();
        try {
            Pretty.format("json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), out, Watch.none());
        } catch (IOException e) {
            return text;
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    /// What is open: an object has the names that it has so far, a list has null in their place.
    private record Open(Set<String> names) {}

    private boolean whole() {
        var open = new ArrayDeque<Open>();
        while (true) {
            space();
            var c = peek();
            if (c == '{' || c == '[') {
                at++;
                space();
                if (peek() == (c == '{' ? '}' : ']')) {
                    at++;
                } else {
                    if (open.size() == DEEPEST) {
                        return false;
                    }
                    open.push(new Open(c == '{' ? new HashSet<>() : null));
                    if (c == '{' && !name(open.peek())) {
                        return false;
                    }
                    continue;
                }
            } else if (!scalar(c)) {
                return false;
            }
            space();
            while (!open.isEmpty() && peek() == (open.peek().names() == null ? ']' : '}')) {
                at++;
                open.pop();
                space();
            }
            if (open.isEmpty()) {
                return at == text.length();
            }
            if (peek() != ',') {
                return false;
            }
            at++;
            if (open.peek().names() != null && !name(open.peek())) {
                return false;
            }
        }
    }

    /// A member's name and its colon. Names that are numbers change their place in JavaScript, and `__proto__` is no member there.
    private boolean name(Open object) {
        space();
        var from = at;
        if (peek() != '"' || !string()) {
            return false;
        }
        var name = text.substring(from + 1, at - 1);
        same &= object.names().add(name) && !name.matches("\\d+") && !name.equals("__proto__");
        space();
        if (peek() != ':') {
            return false;
        }
        at++;
        return true;
    }

    private boolean scalar(char c) {
        if (c == '"') {
            return string();
        }
        for (var word : new String[] {"true", "false", "null"}) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return true;
            }
        }
        var from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var number = text.substring(from, at);
        same &= SMALL.matcher(number).matches() && !number.equals("-0");
        return number.matches("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    }

    private boolean string() {
        at++;
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c < ' ') {
                return false;
            }
            same &= c < '\u2028' || c > '\u2029' && c < '\ud800';
            if (c == '\\' && !escape()) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        var c = peek();
        if (c == 'u') {
            same = false;
            at += 5;
            return at <= text.length() && text.substring(at - 4, at).matches("[0-9a-fA-F]{4}");
        }
        same &= c != '/';
        at++;
        return "\"\\/bfnrt".indexOf(c) >= 0;
    }

    private void space() {
        var from = at;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        same &= from == at;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
