package dev.posthorn.codegen;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Puts words into the quotes of a shell, so that the program gets them as they are.
public enum ShellText {

    /// bash, zsh, sh: `'…'`, `"…$NAME…"` with variables, `$'…'` only where a control character needs it.
    BASH(" \\\n  ") {
        @Override
        public String quoted(Text word) {
            if (word.fixed()) {
                return word.isEmpty() ? "''" : single(word.literals());
            }
            var simple = word.pieces().stream().allMatch(p -> p instanceof Text.Piece.Slot || p instanceof Text.Piece.Literal(var t) && !CONTROL.matcher(t).find() && t.chars().noneMatch(c -> "!\"\\".indexOf(c) >= 0));
            return simple ? '"' + word.written(t -> t.replaceAll("[\\\\\"$`]", "\\\\$0"), name -> "${" + name + "}") + '"'
                    : word.written(ShellText::single, name -> "\"${" + name + "}\"");
        }
    },

    /// cmd.exe: the quotes that a Windows program reads, each sign of the shell behind a `^`.
    CMD(" ^\n  ") {
        @Override
        public String quoted(Text word) {
            if (word.fixed() && PLAIN.matcher(word.literals()).matches() && !word.has("%,")) {
                return word.literals();
            }
            var escaped = word.with(t -> t.replaceAll("(\\\\*)\"", "$1$1\\\\\""));
            var whole = escaped.written(t -> t, _ -> "x");
            // Before the closing quote a backslash counts double.
            var last = "\\".repeat(whole.length() - whole.replaceFirst("\\\\+$", "").length());
            return "^\"" + escaped.written(t -> t.replaceAll("[\"&|<>^()%!{}]", "^$0").replace("\r\n", "\n").replace("\n", "^\n\n"), name -> "%" + name + "%") + last + "^\"";
        }
    };

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f]");

    /// What stands between two lines of one command.
    public final String next;

    ShellText(String next) {
        this.next = next;
    }

    /// @param word with the variables of the shell in it
    public abstract String quoted(Text word);

    private static String single(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return CONTROL.matcher(word).find() ? "$'" + ansi(word) + "'" : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String ansi(String word) {
        var out = new StringBuilder();
        word.codePoints().forEach(c -> {
            switch (c) {
                case '\'' -> out.append("\\'");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        // Three digits: a digit that follows is not taken for one more.
                        out.append("\\%03o".formatted(c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    /// The format of `printf` that writes these bytes, for what no argument can hold.
    static String printf(byte[] bytes) {
        var out = new StringBuilder("printf '");
        for (var b : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            switch (b) {
                case '\'' -> out.append("'\\''");
                case '\\' -> out.append("\\\\");
                case '%' -> out.append("%%");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(b >= ' ' && b < 0x7f ? String.valueOf(b) : "\\%03o".formatted((int) b));
            }
        }
        return out.append('\'').toString();
    }
}
