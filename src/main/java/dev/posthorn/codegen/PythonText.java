package dev.posthorn.codegen;

/// Writes texts as Python expressions: `"plain"`, `"""lines"""`, `f"with {VARIABLES}"`.
final class PythonText {

    private PythonText() {}

    static String of(Text text) {
        var only = text.onlySlot();
        if (only != null) {
            return only;
        }
        var lines = text.literals().indexOf('\n') >= 0;
        var quote = lines ? "\"\"\"" : "\"";
        var fixed = text.fixed();
        var inner = text.written(t -> escaped(fixed ? t : t.replace("{", "{{").replace("}", "}}"), lines), name -> "{" + name + "}");
        // A quote before the closing ones would be taken for one of them.
        inner = lines && inner.endsWith("\"") ? inner.substring(0, inner.length() - 1) + "\\\"" : inner;
        // The first line of a long text stands at the margin, as all others.
        return (fixed ? "" : "f") + quote + (lines && inner.indexOf('\n') > 0 ? "\\\n" : "") + inner + quote;
    }

    static String of(String text) {
        return of(Text.of(text));
    }

    /// As bytes where it is beyond ASCII: else the library would write it as Latin-1.
    static String bytes(Text text) {
        return text.ascii() && text.fixed() ? of(text) : of(text) + ".encode()";
    }

    private static String escaped(String text, boolean lines) {
        var out = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append(lines ? "\n" : "\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"' -> out.append(!lines || text.startsWith("\"\"", i) ? "\\\"" : "\"");
                default -> {
                    if (JsText.lone(text, i)) {
                        out.append("\\ufffd");
                    } else if (c < ' ' || c == 0x7f || c >= 0x80 && c < 0xa0 || c == '\u2028' || c == '\u2029' || c == '\ufeff') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /// Bytes that are no text.
    static String bytes(byte[] bytes) {
        var out = new StringBuilder("b\"");
        for (var b : bytes) {
            var c = (char) (b & 0xff);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                out.append(c);
            } else {
                out.append("\\x%02x".formatted((int) c));
            }
        }
        return out.append('"').toString();
    }
}
