package dev.posthorn.imports.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads commands as bash and zsh do: quotes of all four kinds, continued lines, comments, here-documents, pipes.
///
/// 1. `$NAME` and `${NAME}` become `{{NAME}}`, and `$(command)` a variable named after the command: nothing is ever run.
/// 2. What documents get wrong is read as meant, with a row: an unquoted `&` in a URL, `$filter` of OData in double quotes, a blank behind the `\` at the end of a line.
final class BashText {

    static final Pattern PLACEHOLDER = Pattern.compile("<[A-Za-z][\\w .-]{0,60}>");

    private record Document(String end, boolean quoted, boolean tabs) {}

    private final String text;
    private final Script script = new Script();
    private final List<Document> documents = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private String input;
    private String comment = "";
    private boolean prompted;
    private int at;

    BashText(String text) {
        this.text = text;
    }

    Script read() throws BadCommand {
        prompt();
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '\n') {
                at++;
                hereDocuments();
                end(false);
                prompt();
            } else if (Character.isWhitespace(c) || continued()) {
                at++;
            } else if (c == '#') {
                comment();
            } else if (c == ';' || c == '|' || c == '&' || c == '(' || c == ')') {
                operator(c);
            } else if (redirection()) {
                redirect();
            } else {
                words.add(word());
            }
        }
        end(false);
        return script;
    }

    private void end(boolean piped) {
        if (!words.isEmpty()) {
            script.line(words, input, comment, piped);
            comment = "";
            prompted = false;
        }
        words = new ArrayList<>();
        input = null;
    }

    private void prompt() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (text.startsWith("```", at)) {
            at = lineEnd(at);
            return;
        }
        var matcher = Shell.PROMPT.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
            prompted = true;
        }
    }

    /// At a `\` that continues the line; moves to the line end. A blank behind it is what copying left there.
    private boolean continued() {
        if (text.charAt(at) != '\\') {
            return false;
        }
        var next = at + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t' || text.charAt(next) == '\r')) {
            next++;
        }
        if (next == text.length() && next > at + 1 || next < text.length() && text.charAt(next) == '\n') {
            at = Math.min(next, text.length() - 1);
            if (prompted && text.startsWith("> ", at + 1)) {
                at += 2;
            }
            return true;
        }
        if (at + 1 == text.length()) {
            return true;
        }
        return false;
    }

    private void comment() {
        var end = lineEnd(at);
        if (words.isEmpty()) {
            var said = text.substring(at, end).replaceFirst("^#+!?", "").strip();
            comment = text.startsWith("#!", at) ? "" : said;
        }
        at = end;
    }

    private int lineEnd(int from) {
        var end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void operator(char c) throws BadCommand {
        var doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
        if (c == '&' && at + 1 < text.length() && text.charAt(at + 1) == '>') {
            at++;
            redirect();
            return;
        }
        at += doubled && c != '(' && c != ')' ? 2 : 1;
        end(c == '|' && !doubled);
    }

    private boolean redirection() {
        var next = at;
        while (next < text.length() && Character.isDigit(text.charAt(next))) {
            next++;
        }
        return next < text.length() && (text.charAt(next) == '>' || text.charAt(next) == '<') && (next - at) <= 1
                && !PLACEHOLDER.matcher(text).region(next, text.length()).lookingAt();
    }

    /// `< file`, `> file`, `2>&1`, `<<END`, `<<<text`.
    private void redirect() throws BadCommand {
        var start = at;
        while (Character.isDigit(text.charAt(at))) {
            at++;
        }
        var operator = at;
        while (at < text.length() && (text.charAt(at) == '<' || text.charAt(at) == '>')) {
            at++;
        }
        var kind = text.substring(operator, at);
        if (kind.equals("<<")) {
            document();
            return;
        }
        if (at < text.length() && text.charAt(at) == '&') {
            at++;
        }
        skipBlanks();
        var target = at < text.length() && text.charAt(at) != '\n' ? word() : new Word("", at);
        switch (kind) {
            case "<<<" -> input = target.text() + "\n";
            case "<" -> script.aside(start, "< " + target.text(), "the file is not read at import: put its text into the body");
            default -> {
                if (!target.text().matches("\\d|/dev/null|-")) {
                    script.aside(start, kind + " " + target.text(), "where the answer is written to: use \"Save response\"");
                }
            }
        }
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private void document() throws BadCommand {
        var tabs = at < text.length() && text.charAt(at) == '-';
        at += tabs ? 1 : 0;
        skipBlanks();
        var quoted = at < text.length() && "'\"\\".indexOf(text.charAt(at)) >= 0;
        documents.add(new Document(word().text(), quoted, tabs));
    }

    /// The texts of the here-documents that the line before has announced.
    private void hereDocuments() throws BadCommand {
        for (var document : documents) {
            var start = at;
            var lines = new StringBuilder();
            while (true) {
                if (at >= text.length()) {
                    throw new BadCommand("the text that begins here must end with a line \"" + document.end() + "\"", start);
                }
                var end = lineEnd(at);
                var line = text.substring(at, end).replaceFirst("\r$", "");
                at = Math.min(end + 1, text.length());
                line = document.tabs() ? line.replaceFirst("^\t+", "") : line;
                if (line.equals(document.end())) {
                    break;
                }
                lines.append(line).append('\n');
            }
            input = document.quoted() ? lines.toString() : new BashWord(lines.toString(), 0, script).document();
        }
        documents.clear();
    }

    private Word word() throws BadCommand {
        var reader = new BashWord(text, at, script);
        var word = reader.read();
        at = reader.end();
        return word;
    }
}
