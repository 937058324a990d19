package dev.posthorn.tree;

import java.util.regex.Pattern;

/// How a JSON file is laid out, so that what is added to it looks like the rest.
///
/// @param unit       one step of indentation; null where the whole file stands on one line
/// @param newline    how its lines end
/// @param colon      what stands between a key and its value
/// @param comma      what stands between two values on one line
/// @param ascii      whether other letters than ASCII are written as `\\u` escapes
/// @param slashes    whether `/` is written as `\\/`
public record JsonStyle(String unit, String newline, String colon, String comma, boolean ascii, boolean slashes) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u(?!00[01])[0-9a-fA-F]{4}");

    public static final JsonStyle COMPACT = new JsonStyle(null, "\n", ":", ",", false, false);
    public static final JsonStyle TABS = new JsonStyle("\t", "\n", ": ", ", ", false, false);

    public static JsonStyle of(String text, Json.Obj root) {
        if (root.members().isEmpty()) {
            return TABS;
        }
        var first = root.members().getFirst();
        var gap = text.substring(root.start() + 1, first.key().start());
        var lineEnd = gap.lastIndexOf('\n');
        var unit = lineEnd < 0 ? null : gap.substring(lineEnd + 1);
        var colon = text.substring(first.key().end(), first.value().start());
        var plainAscii = text.chars().allMatch(c -> c < 128);
        return new JsonStyle(unit, gap.contains("\r\n") ? "\r\n" : "\n", colon.isBlank() || colon.contains("\n") ? ": " : colon,
                colon.endsWith(" ") ? ", " : ",", plainAscii && ESCAPE.matcher(text).find(),
                text.contains(":\\/\\/") && !text.contains("://"));
    }

    /// A string of JSON with its quotes; a half surrogate pair is always escaped, since no encoding can hold it.
    public String quoted(String value) {
        var out = new StringBuilder(value.length() + 2).append('"');
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '/' -> out.append(slashes ? "\\/" : "/");
                default -> {
                    if (c < ' ' || ascii && c > 126 || Character.isSurrogate(c) && !paired(value, i)) {
                        out.append("\\u").append("%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    private static boolean paired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i)) ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
