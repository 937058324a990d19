package dev.posthorn.tree;

import java.util.regex.Pattern;

/// In which of YAML's styles a text can stand, and the text in that style.
final class YamlQuoting {

    /// What a plain text may not be, beyond what is read as something else: an indicator in front, `: ` or ` #` inside, white space around.
    private static final Pattern NOT_PLAIN = Pattern.compile("^[\\s,\\[\\]{}#&*!|>'\"%@`]|^[?:-](?:\\s|$)|^---|^\\.\\.\\.|:\\s|\\s#|[\\s:]$|\\t|^-$");

    private YamlQuoting() {}

    /// Whether the text can stand without quotes and means itself to readers of YAML 1.1 and 1.2.
    static boolean plain(String text, boolean flow) {
        if (text.isEmpty() || !printable(text, false) || NOT_PLAIN.matcher(text).find() || YamlCore.misread(text)) {
            return false;
        }
        return !flow || text.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0) && !text.contains("?") && text.indexOf(':') < 0;
    }

    /// Whether every char can stand unescaped.
    ///
    /// @param lines whether line feeds may
    static boolean printable(String text, boolean lines) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n' ? !lines : escaped(text, i) != null && c != '"' && c != '\\' && c != '\t') {
                return false;
            }
        }
        return true;
    }

    static String single(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String quoted(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        for (var i = 0; i < text.length(); i++) {
            var escape = escaped(text, i);
            if (escape == null) {
                out.append(text.charAt(i));
            } else {
                out.append(escape);
            }
        }
        return out.append('"').toString();
    }

    /// How the char at `i` stands in double quotes; null where it stands as it is: an escape is for what YAML cannot hold, and for what YAML 1.1 takes
    /// for a line end (by number, since the parser we read with does not know `\\L` and `\\P`).
    private static String escaped(String text, int i) {
        var c = text.charAt(i);
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case 0 -> "\\0";
            case 7 -> "\\a";
            case 0x0B -> "\\v";
            case 0x1B -> "\\e";
            case 0x85 -> "\\N";
            default -> {
                if (c < ' ' || c >= 0x7F && c < 0xA0) {
                    yield "\\x%02X".formatted((int) c);
                }
                var lone = Character.isSurrogate(c) && !paired(text, i);
                yield lone || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE ? "\\u%04X".formatted((int) c) : null;
            }
        };
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i)) ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /// Whether the text can be a block scalar: its lines as they are. Not for what editors and readers spoil: blank lines of white space at the edges.
    static boolean block(String text) {
        if (text.isBlank() || !printable(text, true)) {
            return false;
        }
        var lines = content(text).split("\n", -1);
        return !whiteOnly(lines[0]) && !whiteOnly(lines[lines.length - 1]) && !beforeText(lines);
    }

    private static boolean whiteOnly(String line) {
        return !line.isEmpty() && line.isBlank();
    }

    private static boolean beforeText(String[] lines) {
        for (var line : lines) {
            if (!line.isEmpty()) {
                return line.isBlank();
            }
        }
        return true;
    }

    /// The text without the line feeds at its end.
    static String content(String text) {
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    /// `-` for no line feed at the end, nothing for one, `+` for more.
    static String chomping(String text) {
        var feeds = text.length() - content(text).length();
        return feeds == 0 ? "-" : feeds == 1 ? "" : "+";
    }

    /// Whether the first line that is not empty begins with white space, so that the indentation must be told.
    static boolean needsIndicator(String text) {
        var first = text.stripLeading().isEmpty() ? 0 : text.indexOf(text.stripLeading());
        return first > 0 && text.charAt(first - 1) != '\n';
    }
}
