package dev.posthorn.odata.query;

import java.util.ArrayList;
import java.util.List;

/// Cuts texts of OData at commas and the like, but not within quotes, brackets or `{{variables}}`.
final class Pieces {

    /// A piece, stripped of spaces, and where it begins in the whole.
    record Piece(String text, int start) {}

    private Pieces() {}

    static List<Piece> of(String text, char separator) {
        var pieces = new ArrayList<Piece>();
        var from = 0;
        while (from <= text.length()) {
            var end = next(text, separator, from);
            var begin = from;
            while (begin < end && Character.isWhitespace(text.charAt(begin))) {
                begin++;
            }
            pieces.add(new Piece(text.substring(begin, end).strip(), begin));
            from = end + 1;
        }
        return pieces;
    }

    /// Where the separator next stands on this level; the length of the text where it does not.
    static int next(String text, char separator, int from) {
        var depth = 0;
        var i = from;
        while (i < text.length()) {
            var c = text.charAt(i);
            if (c == '\'') {
                var end = text.indexOf('\'', i + 1);
                i = end < 0 ? text.length() : end;
            } else if (c == '"' ) {
                i = quotes(text, i);
            } else if (text.startsWith("{{", i) && text.indexOf("}}", i) > 0) {
                i = text.indexOf("}}", i) + 1;
            } else if (c == separator && depth == 0) {
                return i;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
            i++;
        }
        return text.length();
    }

    private static int quotes(String text, int open) {
        for (var i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        return text.length();
    }
}
