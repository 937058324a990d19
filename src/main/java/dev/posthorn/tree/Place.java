package dev.posthorn.tree;

/// A position in a file as people count it: `line` and `column` begin at 1; 0 means nowhere in particular.
public record Place(int line, int column) {

    public static final Place NOWHERE = new Place(0, 0);

    /// `\n`, `\r\n` and a lone `\r` end a line.
    public static Place of(String text, int offset) {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < Math.min(offset, text.length()); i++) {
            var c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Place(line, offset - lineStart + 1);
    }
}
