package dev.posthorn.workbench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The strings of a C# program, read by the rules of the language (C# 11, §6.4.5 and "raw string literals"): `"…"`, `$"…"`, `"""…"""` and `$$"""…"""`.
///
/// A variable in a string is read as `{name}`. What is no C# (a string without end, an escape that there is not, brackets that do not match) is an IllegalArgumentException.
final class CSharpStrings {

    private final String code;
    private final List<String> strings = new ArrayList<>();
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;

    private CSharpStrings(String code) {
        this.code = code;
    }

    static List<String> of(String code) {
        var reader = new CSharpStrings(code);
        reader.read();
        return reader.strings;
    }

    private IllegalArgumentException bad(String what) {
        return new IllegalArgumentException(what + " at " + at + " of\n" + code);
    }

    private void read() {
        while (at < code.length()) {
            var c = code.charAt(at);
            if (code.startsWith("//", at)) {
                at = code.indexOf('\n', at);
            } else if (c == '"' || c == '$') {
                string();
            } else {
                bracket(c);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw bad("brackets are open: " + open);
        }
    }

    private void bracket(char c) {
        switch (c) {
            case '(', '[', '{' -> open.push(c);
            case ')', ']', '}' -> {
                if (open.isEmpty() || "()[]{}".indexOf(open.pop()) != "()[]{}".indexOf(c) - 1) {
                    throw bad("a bracket that nothing opened");
                }
            }
            default -> { }
        }
    }

    private int run(char c) {
        var from = at;
        while (at < code.length() && code.charAt(at) == c) {
            at++;
        }
        return at - from;
    }

    private void string() {
        var dollars = run('$');
        var quotes = run('"');
        if (quotes >= 3) {
            raw(dollars, quotes);
        } else if (quotes == 2) {
            strings.add("");
        } else if (quotes == 1 && dollars <= 1) {
            plain(dollars == 1);
        } else {
            throw bad("no string");
        }
    }

    private void plain(boolean variables) {
        var out = new StringBuilder();
        while (true) {
            if (at >= code.length() || code.charAt(at) == '\n') {
                throw bad("a string without end");
            }
            var c = code.charAt(at++);
            if (c == '"') {
                strings.add(out.toString());
                return;
            } else if (c == '\\') {
                out.append(escape());
            } else if (variables && (c == '{' || c == '}')) {
                if (code.charAt(at) == c) {
                    out.append(c);
                    at++;
                } else {
                    out.append(variable(1, c));
                }
            } else {
                out.append(c);
            }
        }
    }

    private char escape() {
        var c = code.charAt(at++);
        return switch (c) {
            case '\\', '"', '\'' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(code.substring(at - 4, at), 16);
            }
            default -> throw bad("no escape");
        };
    }

    private String variable(int braces, char first) {
        var end = code.indexOf("}".repeat(braces), at);
        if (first != '{' || end < 0 || !code.substring(at, end).matches("[A-Za-z_]\\w*")) {
            throw bad("no variable");
        }
        var name = code.substring(at, end);
        at = end + braces;
        return "{" + name + "}";
    }

    /// Of several lines: the white space before the closing quotes is taken from each line, and the first and the last line end are not in it.
    private void raw(int dollars, int quotes) {
        if (code.charAt(at) != '\n') {
            throw bad("a raw string of one line, which our programs never have");
        }
        var end = code.indexOf("\"".repeat(quotes), at);
        if (end < 0 || code.startsWith("\"", end + quotes)) {
            throw bad("a raw string without end, or with too many quotes");
        }
        var last = code.lastIndexOf('\n', end);
        var indent = code.substring(last + 1, end);
        if (!indent.isBlank()) {
            throw bad("the closing quotes stand alone on their line");
        }
        var lines = new ArrayList<String>();
        for (var line : code.substring(at + 1, Math.max(at + 1, last)).split("\n", -1)) {
            if (!line.startsWith(indent) && !line.isBlank()) {
                throw bad("a line begins before the closing quotes: " + line);
            }
            lines.add(line.length() < indent.length() ? "" : line.substring(indent.length()));
        }
        at = end + quotes;
        strings.add(dollars == 0 ? String.join("\n", lines) : filled(String.join("\n", lines), dollars));
    }

    /// Fewer braces than there are dollars are text.
    private String filled(String text, int dollars) {
        var inner = new CSharpStrings(text);
        var out = new StringBuilder();
        while (inner.at < text.length()) {
            if (text.charAt(inner.at) == '{') {
                var braces = inner.run('{');
                out.append("{".repeat(Math.max(0, braces < dollars ? braces : braces - dollars)));
                if (braces >= dollars) {
                    out.append(inner.variable(dollars, '{'));
                }
            } else {
                out.append(text.charAt(inner.at++));
            }
        }
        return out.toString();
    }
}
