package dev.posthorn.imports.curl;

import java.util.ArrayList;
import java.util.regex.Pattern;

/// Reads commands as cmd.exe does and then as a Windows program takes its command line apart: what browsers copy "as cURL (cmd)".
///
/// 1. cmd.exe: `^` takes the next character as it is, also a line end; inside `"…"` it is an ordinary character; `&` and `|` separate commands.
/// 2. The program: `\"` is a quote, `""` inside quotes is one too, backslashes count double only before a quote.
final class CmdText {

    private static final Pattern VARIABLE = Pattern.compile("%([A-Za-z_][A-Za-z0-9_]{2,})%(?![0-9A-Fa-f]{2})");

    private final String text;
    private final Script script = new Script();
    private final StringBuilder line = new StringBuilder();
    private final ArrayList<Integer> offsets = new ArrayList<>();
    private String comment = "";
    private boolean quoted;
    private int at;

    CmdText(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    Script read() throws BadCommand {
        startOfLine();
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '^' && !quoted) {
                caret();
            } else if (c == '\n' || (c == '&' || c == '|') && !quoted) {
                at++;
                end(c == '|');
                if (c == '\n') {
                    startOfLine();
                }
            } else if (c == '%' && variable()) {
                continue;
            } else {
                quoted ^= c == '"';
                put(c);
            }
        }
        end(false);
        return script;
    }

    private void put(char c) {
        line.append(c);
        offsets.add(at);
        at++;
    }

    /// `^` and a line end are nothing, and the character behind them is taken as it is: an empty line there is a line end of the value.
    private void caret() {
        at++;
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
            if (at < text.length() && text.charAt(at) == '^') {
                return;
            }
        }
        if (at < text.length() && !(text.charAt(at) == '"' && text.charAt(at - 1) == '\n')) {
            put(text.charAt(at));
        }
    }

    private boolean variable() {
        var name = VARIABLE.matcher(text).region(at, text.length());
        if (!name.lookingAt() || name.group(1).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return false;
        }
        script.translated(at, name.group(), "{{" + name.group(1) + "}}", "a variable of the shell");
        for (var c : ("{{" + name.group(1) + "}}").toCharArray()) {
            put(c);
        }
        at = name.end();
        return true;
    }

    private void startOfLine() {
        var prompt = Shell.PROMPT.matcher(text).region(at, text.length());
        if (prompt.lookingAt()) {
            at = prompt.end();
        }
        var end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        var here = text.substring(at, end).strip();
        if (here.startsWith("#") || here.startsWith("::") || here.toLowerCase(java.util.Locale.ROOT).startsWith("rem ")) {
            comment = here.replaceFirst("(?i)^(#+|::+|rem)", "").strip();
            at = end;
        }
    }

    private void end(boolean piped) throws BadCommand {
        var words = words();
        if (!words.isEmpty()) {
            script.line(words, null, comment, piped);
            comment = "";
        }
        line.setLength(0);
        offsets.clear();
        quoted = false;
    }

    private ArrayList<Word> words() throws BadCommand {
        var words = new ArrayList<Word>();
        var i = 0;
        while (i < line.length()) {
            if (" \t".indexOf(line.charAt(i)) >= 0) {
                i++;
                continue;
            }
            var word = new StringBuilder();
            var start = i;
            i = word(i, word);
            words.add(new Word(word.toString(), offsets.get(start)));
        }
        return words;
    }

    private int word(int from, StringBuilder word) throws BadCommand {
        var i = from;
        var inQuotes = -1;
        while (i < line.length() && (inQuotes >= 0 || " \t".indexOf(line.charAt(i)) < 0)) {
            var c = line.charAt(i);
            if (c == '\\') {
                var run = i;
                while (run < line.length() && line.charAt(run) == '\\') {
                    run++;
                }
                var quote = run < line.length() && line.charAt(run) == '"';
                word.repeat("\\", quote ? (run - i) / 2 : run - i);
                if (quote && (run - i) % 2 == 1) {
                    word.append('"');
                    run++;
                }
                i = run;
            } else if (c == '"') {
                if (inQuotes >= 0 && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    word.append('"');
                    i++;
                } else {
                    inQuotes = inQuotes >= 0 ? -1 : i;
                }
                i++;
            } else {
                word.append(c);
                i++;
            }
        }
        if (inQuotes >= 0) {
            throw new BadCommand("the quote \" that opens here is never closed", offsets.get(inQuotes));
        }
        return i;
    }
}
