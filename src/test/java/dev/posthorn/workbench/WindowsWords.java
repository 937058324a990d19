package dev.posthorn.workbench;

import java.util.ArrayList;
import java.util.List;

/// The words that a program of Windows gets from what is typed at the command prompt: first as cmd.exe reads it, then as `CommandLineToArgvW` takes the line apart.
///
/// 1. `%NAME%` becomes the value of a variable that is there, whatever stands around it; others stay.
/// 2. `^` takes the next character as it is, but inside quotes it is an ordinary one. A line end after it is dropped, and the character behind that is taken as it is.
/// 3. Outside quotes `& | < > ( )` are signs of the shell, and a line end ends the command: in one request none of them may be left.
/// 4. A program's line: backslashes count double before a quote only, `\"` is a quote, and `""` within quotes is one as well.
final class WindowsWords {

    private static final List<String> THERE = List.of("PATH", "OS", "TEMP");

    private WindowsWords() {}

    /// The words of one command; lines that begin with `rem` are passed over.
    static List<String> of(String typed) {
        var text = typed.replaceAll("(?m)\\A(rem [^\n]*\n)+\n", "").stripTrailing();
        for (var name : THERE) {
            text = text.replace("%" + name + "%", "(the value of " + name + ")");
        }
        return words(line(text));
    }

    private static String line(String text) {
        var out = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '^' && !quoted) {
                i += text.startsWith("\n", i + 1) ? 2 : 1;
                // A line may begin with the next caret.
                if (i < text.length() && text.charAt(i) == '^' && text.charAt(i - 1) == '\n') {
                    i--;
                } else if (i < text.length()) {
                    out.append(text.charAt(i));
                }
            } else if (!quoted && "&|<>()\n".indexOf(c) >= 0) {
                throw new IllegalArgumentException("a bare " + c + " at " + i + " of " + text);
            } else {
                quoted ^= c == '"';
                out.append(c);
            }
        }
        return out.toString();
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var quoted = false;
        var begun = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '\\') {
                var end = i;
                while (end < line.length() && line.charAt(end) == '\\') {
                    end++;
                }
                var quote = end < line.length() && line.charAt(end) == '"';
                word.append("\\".repeat(quote ? (end - i) / 2 : end - i));
                begun = true;
                i = end - 1;
                if (quote && odd(line, end)) {
                    word.append('"');
                    i = end;
                }
            } else if (c == '"' && quoted && line.startsWith("\"", i + 1)) {
                word.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if ((c == ' ' || c == '\t') && !quoted) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                    begun = false;
                }
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed in " + line);
        }
        return words;
    }

    /// Whether the quote at that place has an odd count of backslashes before it.
    private static boolean odd(String line, int quote) {
        var from = quote;
        while (from > 0 && line.charAt(from - 1) == '\\') {
            from--;
        }
        return (quote - from) % 2 == 1;
    }
}
