package dev.posthorn.imports.curl;

import java.util.Set;
import java.util.regex.Pattern;

/// Takes the quotes off one word as bash does: `'…'`, `"…"`, `$'…'` with its escapes, `\x`; variables become `{{variables}}`.
final class BashWord {

    private static final Set<String> ODATA = Set.of("filter", "select", "expand", "orderby", "top", "skip", "count", "search", "format", "apply", "compute",
            "metadata", "value", "batch", "ref", "levels", "inlinecount", "skiptoken", "deltatoken");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*|[0-9@*#?]");
    private static final Pattern BRACED = Pattern.compile("\\{([A-Za-z_]\\w*|[0-9@*#?])(?::?([-=?+])([^{}\\n]*))?}");

    private final String text;
    private final int start;
    private final Script script;
    private final StringBuilder word = new StringBuilder();
    private int at;

    BashWord(String text, int start, Script script) {
        this.text = text;
        this.start = start;
        this.at = start;
        this.script = script;
    }

    int end() {
        return at;
    }

    Word read() throws BadCommand {
        while (at < text.length() && !ends(text.charAt(at))) {
            part();
        }
        return new Word(word.toString(), start);
    }

    /// The whole text as bash reads a here-document: only `$`, `` ` `` and `\` mean something.
    String document() throws BadCommand {
        while (at < text.length()) {
            inDoubleQuotes();
        }
        return word.toString();
    }

    private void part() throws BadCommand {
        var c = text.charAt(at);
        switch (c) {
            case '\'' -> single();
            case '"' -> quoted();
            case '\\' -> escaped();
            case '`' -> backticks();
            case '$' -> dollar(false);
            default -> {
                word.append(c);
                at++;
            }
        }
    }

    private boolean ends(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\r', '|' -> true;
            case ';', '&' -> !insideUrl(c);
            case '(', ')' -> word.isEmpty();
            case '<' -> !BashText.PLACEHOLDER.matcher(text).region(at, text.length()).lookingAt();
            case '>' -> word.lastIndexOf("<") < 0;
            default -> false;
        };
    }

    /// A `&` in an unquoted URL: the shell would end the command there; whoever wrote it meant the URL.
    private boolean insideUrl(char c) {
        var follows = at + 1 < text.length() && " \t\r\n&;|".indexOf(text.charAt(at + 1)) < 0;
        var url = word.indexOf("://") > 0 && word.indexOf("?") > 0 || word.toString().matches("(?s)(www\\.|localhost|[\\d.]+:|\\{\\{).*\\?.*");
        if (follows && url) {
            script.translated(at, "an unquoted " + c, "part of the URL", "a shell would end the command at the " + c + "; quote the URL");
        }
        return follows && url;
    }

    private void single() throws BadCommand {
        var end = text.indexOf('\'', at + 1);
        if (end < 0) {
            throw new BadCommand("the quote ' that opens here is never closed", at);
        }
        word.append(text, at + 1, end);
        at = end + 1;
    }

    private void quoted() throws BadCommand {
        var opened = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            inDoubleQuotes();
        }
        if (at >= text.length()) {
            throw new BadCommand("the quote \" that opens here is never closed", opened);
        }
        at++;
    }

    private void inDoubleQuotes() throws BadCommand {
        var c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
            var next = text.charAt(at + 1);
            if (next == '\n' || next == '\r' && text.startsWith("\n", at + 2)) {
                at += next == '\n' ? 2 : 3;
            } else {
                word.append("$`\"\\".indexOf(next) >= 0 ? "" : "\\").append(next);
                at += 2;
            }
        } else if (c == '$') {
            dollar(true);
        } else if (c == '`') {
            backticks();
        } else {
            word.append(c);
            at++;
        }
    }

    private void escaped() {
        var next = at + 1;
        if (next < text.length() && text.charAt(next) == '\r' && text.startsWith("\n", next + 1)) {
            next++;
        }
        if (next < text.length() && text.charAt(next) != '\n') {
            word.append(text.charAt(next));
        }
        at = Math.min(next + 1, text.length());
    }

    private void dollar(boolean inQuotes) throws BadCommand {
        var next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (!inQuotes && next == '\'') {
            var escapes = new AnsiC(text, at + 2, script);
            word.append(escapes.read());
            at = escapes.end();
        } else if (!inQuotes && next == '"') {
            at++;
            quoted();
        } else if (next == '(') {
            substitution();
        } else if (next == '{') {
            braced();
        } else {
            var name = NAME.matcher(text).region(at + 1, text.length());
            if (!name.lookingAt()) {
                word.append('$');
                at++;
            } else if (ODATA.contains(name.group()) && afterUrlSign()) {
                script.translated(at, "$" + name.group() + " without single quotes", "$" + name.group(), "an option of OData, which a shell would take for its variable");
                word.append('$').append(name.group());
                at = name.end();
            } else {
                variable("$" + name.group(), name.group());
                at = name.end();
            }
        }
    }

    private boolean afterUrlSign() {
        return !word.isEmpty() && "?&/".indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    private void variable(String from, String name) {
        var ours = Character.isLetter(name.charAt(0)) || name.charAt(0) == '_' ? name : "argument" + (Character.isDigit(name.charAt(0)) ? name : "s");
        word.append("{{").append(ours).append("}}");
        script.translated(at, from, "{{" + ours + "}}", "a variable of the shell");
    }

    private void braced() throws BadCommand {
        var braced = BRACED.matcher(text).region(at + 1, text.length());
        if (!braced.lookingAt()) {
            if (text.startsWith("${{", at)) {
                word.append('$');
                at++;
                return;
            }
            throw new BadCommand("\"${\" is not followed by the name of a variable and \"}\"", at);
        }
        if ("-=".contains(String.valueOf(braced.group(2))) && !script.variables().containsKey(braced.group(1))) {
            script.assign(braced.group(1), braced.group(3));
        }
        variable("${" + braced.group(1) + "}", braced.group(1));
        at = braced.end();
    }

    private void substitution() throws BadCommand {
        var depth = 0;
        var end = at + 1;
        do {
            depth += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
            end++;
        } while (depth > 0 && end < text.length());
        if (depth > 0) {
            throw new BadCommand("\"$(\" is never closed by \")\"", at);
        }
        command(text.substring(at + 2, end - 1), end);
    }

    private void backticks() throws BadCommand {
        var end = text.indexOf('`', at + 1);
        if (end < 0) {
            throw new BadCommand("the ` that opens here is never closed", at);
        }
        command(text.substring(at + 1, end), end + 1);
    }

    private void command(String command, int end) {
        var name = Shell.variable(command);
        word.append("{{").append(name).append("}}");
        script.translated(at, "$(" + (command.length() > 60 ? command.substring(0, 60) + "…" : command) + ")", "{{" + name + "}}",
                "commands are not run: give the variable a value");
        at = end;
    }
}
