package dev.posthorn.ui.editor;

/// Something about a stretch of a script that its writer should know.
///
/// @param start  index of its first char in the text
/// @param end    behind its last one
/// @param source who says it: a new word of the same one takes the place of the old one
public record Problem(int start, int end, Kind kind, Source source, String sentence) {

    /// How bad it is; each has its colour.
    public enum Kind { ERROR, FAILED, WARNING }

    public enum Source { SYNTAX, MEMBERS, RUN }

    String style() {
        return switch (kind) {
            case ERROR -> "problem-error";
            case FAILED -> "problem-failed";
            case WARNING -> "problem-warning";
        };
    }

    Problem moved(int by) {
        return new Problem(start + by, end + by, kind, source, sentence);
    }

    /// The stretch that an error at a line and column means: the word that begins there; all of the line where the column is unknown. Lines and columns count from 1.
    ///
    /// A place that is not in the text means its last line.
    public static Problem at(String text, int line, int column, Kind kind, Source source, String sentence) {
        var lineStart = 0;
        for (var i = 1; i < line; i++) {
            var next = text.indexOf('\n', lineStart);
            if (next < 0) {
                break;
            }
            lineStart = next + 1;
        }
        var found = text.indexOf('\n', lineStart);
        var lineEnd = found < 0 ? text.length() : found;
        var start = Math.min(lineStart + Math.max(0, column - 1), lineEnd);
        if (column <= 0) {
            while (start < lineEnd && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            return new Problem(start, lineEnd, kind, source, sentence);
        }
        var end = start;
        while (end < lineEnd && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return new Problem(start == lineEnd && start > lineStart ? start - 1 : start, Math.min(lineEnd, Math.max(end, start + 1)), kind, source, sentence);
    }
}
