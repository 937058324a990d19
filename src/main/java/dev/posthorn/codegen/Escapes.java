package dev.posthorn.codegen;

/// The escapes that C#, Java and their kin share within `"…"`: control characters, line ends and what an eye cannot see stand as `\\n` or `\\u0000`.
final class Escapes {

    private Escapes() {}

    static String quoted(String text) {
        return of(text, false);
    }

    /// @param block true in a text block, where a quote stands as it is unless three would follow each other
    static String of(String text, boolean block) {
        var out = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"' -> out.append(!block || text.startsWith("\"\"", i) ? "\\\"" : "\"");
                default -> {
                    if (c < ' ' || c >= 0x7f && c < 0xa0 || c == '\u2028' || c == '\u2029' || c == '\ufeff' || JsText.lone(text, i)) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
