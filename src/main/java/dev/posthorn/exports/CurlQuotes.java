package dev.posthorn.exports;

import java.util.regex.Pattern;

/// Puts words into the quotes of a shell, so that the program gets them as they are.
enum CurlQuotes {

    /// bash, zsh, sh: `'…'`; `$'…'` only where a control character needs it.
    BASH(" \\\n  ") {
        @Override
        String quoted(String word) {
            if (PLAIN.matcher(word).matches()) {
                return word;
            }
            return word.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 0x7f) ? ansi(word) : "'" + word.replace("'", "'\\''") + "'";
        }
    },

    /// The same, with `{{name}}` as the variable of the shell: `"${name}"`.
    SCRIPT(" \\\n  ") {
        @Override
        String quoted(String word) {
            var out = new StringBuilder();
            var at = 0;
            for (var found = VARIABLE.matcher(word); found.find();) {
                out.append(found.start() > at ? BASH.quoted(word.substring(at, found.start())) : "").append("\"${").append(found.group(1)).append("}\"");
                at = found.end();
            }
            return at == 0 || at < word.length() ? out + BASH.quoted(word.substring(at)) : out.toString();
        }
    },

    /// cmd.exe: the quotes that a Windows program reads, each sign of the shell behind a `^`.
    CMD(" ^\r\n  ") {
        @Override
        String quoted(String word) {
            if (PLAIN.matcher(word).matches() && word.indexOf('%') < 0 && word.indexOf(',') < 0) {
                return word;
            }
            var escaped = word.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1");
            return "^\"" + escaped.replaceAll("[\"&|<>^()%!{}]", "^$0").replace("\r\n", "\n").replace("\n", "^\n\n") + "^\"";
        }
    };

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z_]\\w*)\\s*}}");

    /// What stands between two lines of one command.
    final String next;

    CurlQuotes(String next) {
        this.next = next;
    }

    abstract String quoted(String word);

    private static String ansi(String word) {
        var out = new StringBuilder("$'");
        word.codePoints().forEach(c -> {
            switch (c) {
                case '\'' -> out.append("\\'");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        out.append("\\x%02x".formatted(c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('\'').toString();
    }
}
