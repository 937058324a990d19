package dev.posthorn.codegen;

import java.util.regex.Pattern;

/// Writes texts as JavaScript expressions: `'plain'`, or a template where lines or variables are in it.
final class JsText {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private JsText() {}

    static String of(Text text) {
        var only = text.onlySlot();
        if (only != null) {
            return only;
        }
        return text.fixed() && text.literals().indexOf('\n') < 0 ? quoted(text.literals()) : "`" + text.written(JsText::template, name -> "${" + name + "}") + "`";
    }

    static String of(String text) {
        return of(Text.of(text));
    }

    /// The value of a header, which JavaScript sends byte by byte as Latin-1.
    static String header(Text text) {
        return text.ascii() ? of(text) : "Buffer.from(" + of(text) + ").toString('latin1')";
    }

    /// A member's name of an object.
    static String name(String name) {
        return NAME.matcher(name).matches() && !name.equals("__proto__") ? name : quoted(name);
    }

    private static String quoted(String text) {
        return "'" + escaped(text, '\'', false) + "'";
    }

    private static String template(String text) {
        return escaped(text, '`', true);
    }

    private static String escaped(String text, char quote, boolean template) {
        var out = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append(template ? "\n" : "\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append(template ? "\t" : "\\t");
                case '$' -> out.append(template && text.startsWith("{", i + 1) ? "\\$" : "$");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(c);
                    } else if (c < ' ' || c == 0x7f || c == '\u2028' || c == '\u2029' || c == '\ufeff' || c >= 0x80 && c < 0xa0 || lone(text, i)) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        // A dollar at the end could meet the brace of a variable.
        return template && text.endsWith("$") ? out.insert(out.length() - 1, '\\').toString() : out.toString();
    }

    static boolean lone(String text, int at) {
        var c = text.charAt(at);
        return Character.isHighSurrogate(c) && !(at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1)))
                || Character.isLowSurrogate(c) && !(at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
