package dev.posthorn.imports.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads curl commands as PowerShell does: `'…'` with `''`, `"…"` with `` ` `` escapes and variables, here-strings, lines continued by `` ` ``.
///
/// Windows PowerShell hands `\"` on as it is and the program takes it for a quote; where a word has `\"`, it is read so, with a row.
final class PowerShellText {

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(?:env:)?(\\w+)}|(?:env:)?([A-Za-z_]\\w*))");
    private static final String LETTERS = "nrtabfv0e";
    private static final String MEANINGS = "\n\r\t\u0007\b\f\u000b\0\u001b";

    private final String text;
    private final Script script = new Script();
    private List<Word> words = new ArrayList<>();
    private String comment = "";
    private int at;

    PowerShellText(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    Script read() throws BadCommand {
        prompt();
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '\n' || c == ';' || c == '|') {
                at++;
                end(c == '|');
                if (c == '\n') {
                    prompt();
                }
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '`' && text.startsWith("\n", at + 1)) {
                at += 2;
            } else if (c == '#') {
                var end = text.indexOf('\n', at);
                end = end < 0 ? text.length() : end;
                comment = words.isEmpty() ? text.substring(at, end).replaceFirst("^#+", "").strip() : comment;
                at = end;
            } else {
                words.add(word());
            }
        }
        end(false);
        return script;
    }

    private void prompt() {
        var prompt = Shell.PROMPT.matcher(text).region(at, text.length());
        at = prompt.lookingAt() ? prompt.end() : at;
    }

    private void end(boolean piped) {
        if (!words.isEmpty()) {
            script.line(joined(), null, comment, piped);
            comment = "";
        }
        words = new ArrayList<>();
    }

    /// `$name = 'value'` has blanks where other shells have none.
    private List<Word> joined() {
        return words.size() == 3 && words.get(1).text().equals("=")
                ? List.of(new Word(words.getFirst().text().replaceAll("[{}]", "") + "=" + words.get(2).text(), words.getFirst().offset())) : words;
    }

    private Word word() throws BadCommand {
        var start = at;
        var word = new StringBuilder();
        while (at < text.length() && " \t\r\n;|".indexOf(text.charAt(at)) < 0) {
            var c = text.charAt(at);
            if (c == '\'') {
                single(word);
            } else if (c == '"') {
                doubled(word);
            } else if (c == '@' && at + 2 < text.length() && (text.charAt(at + 1) == '\'' || text.charAt(at + 1) == '"') && text.charAt(at + 2) == '\n') {
                hereString(word);
            } else {
                plain(word);
            }
        }
        var value = word.toString();
        if (value.contains("\\\"")) {
            script.translated(start, "\\\"", "\"", "Windows PowerShell hands \\\" to curl, which reads a quote");
            value = value.replace("\\\"", "\"");
        }
        return new Word(value, start);
    }

    private void single(StringBuilder word) throws BadCommand {
        var opened = at++;
        while (true) {
            var end = text.indexOf('\'', at);
            if (end < 0) {
                throw new BadCommand("the quote ' that opens here is never closed", opened);
            }
            word.append(text, at, end);
            at = end + 1;
            if (!text.startsWith("'", at)) {
                return;
            }
            word.append('\'');
            at++;
        }
    }

    private void doubled(StringBuilder word) throws BadCommand {
        var opened = at++;
        while (at < text.length()) {
            if (text.charAt(at) == '"' && text.startsWith("\"", at + 1)) {
                word.append('"');
                at += 2;
            } else if (text.charAt(at) == '"') {
                at++;
                return;
            } else if (text.startsWith("\\\"", at)) {
                word.append("\\\"");
                at += 2;
            } else {
                plain(word);
            }
        }
        throw new BadCommand("the quote \" that opens here is never closed", opened);
    }

    private void hereString(StringBuilder word) throws BadCommand {
        var quote = text.charAt(at + 1);
        var end = text.indexOf("\n" + quote + "@", at + 2);
        if (end < 0) {
            throw new BadCommand("the here-string that opens here must end with a line " + quote + "@", at);
        }
        word.append(text, Math.min(at + 3, end), end);
        at = end + 3;
    }

    private void plain(StringBuilder word) {
        var c = text.charAt(at);
        if (c == '`' && at + 1 < text.length()) {
            var known = LETTERS.indexOf(text.charAt(at + 1));
            word.append(known < 0 ? text.charAt(at + 1) : MEANINGS.charAt(known));
            at += 2;
            return;
        }
        var name = VARIABLE.matcher(text).region(at, text.length());
        if (c == '$' && name.lookingAt()) {
            var variable = name.group(1) == null ? name.group(2) : name.group(1);
            var assigned = words.isEmpty() && word.isEmpty();
            word.append(assigned ? "$" + variable : "{{" + variable + "}}");
            if (!assigned) {
                script.translated(at, name.group(), "{{" + variable + "}}", "a variable of the shell");
            }
            at = name.end();
            return;
        }
        word.append(c);
        at++;
    }
}
