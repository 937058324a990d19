package dev.posthorn.codegen;

import java.util.stream.Collectors;

/// Writes texts as Java expressions: `"plain"`, a text block where there are lines, `"with " + VARIABLES`.
final class JavaText {

    private static final String BLOCK = "\"\"\"";

    private JavaText() {}

    static String of(String text) {
        return "\"" + Escapes.of(text, false) + "\"";
    }

    static String of(Text text) {
        return of(text, "");
    }

    /// @param indent of the lines of a text block
    static String of(Text text, String indent) {
        if (text.fixed()) {
            return text.literals().indexOf('\n') < 0 ? of(text.literals()) : block(text.literals(), indent);
        }
        if (text.literals().indexOf('\n') >= 0) {
            var format = text.written(t -> t.replace("%", "%%"), _ -> "%s");
            return block(format, indent) + ".formatted(" + text.slots().collect(Collectors.joining(", ")) + ")";
        }
        return text.pieces().stream().map(p -> p instanceof Text.Piece.Literal(var literal) ? of(literal) : ((Text.Piece.Slot) p).name()).collect(Collectors.joining(" + "));
    }

    private static String block(String text, String indent) {
        var out = new StringBuilder(BLOCK).append('\n');
        var lines = text.split("\n", -1);
        for (var i = 0; i < lines.length; i++) {
            var last = i == lines.length - 1;
            // Spaces at the end of a line would be dropped, and quotes before the closing ones belong to those.
            var line = Escapes.of(lines[i], true).replaceFirst(" $", "\\\\s").replaceFirst("\t$", "\\\\t");
            line = last && line.endsWith("\"") ? line.substring(0, line.length() - 1) + "\\\"" : line;
            out.append(line.isEmpty() && !last ? "" : indent).append(line).append(last ? "" : "\n");
        }
        return out.append(BLOCK).toString();
    }

    /// Bytes that are no text.
    static String bytes(byte[] bytes) {
        return "Base64.getDecoder().decode(\"" + java.util.Base64.getEncoder().encodeToString(bytes) + "\")";
    }
}
