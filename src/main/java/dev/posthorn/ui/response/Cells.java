package dev.posthorn.ui.response;

import java.util.Arrays;

/// Where the chars of one paragraph stand in a grid of equal cells, as in a terminal: wide characters take two, combining marks none, a tab goes to the next multiple of four.
final class Cells {

    private static final int TAB = 4;

    private final String text;
    /// The column of every char and the width at the end; null where each char takes one cell.
    private final int[] columns;

    Cells(String text) {
        this.text = text;
        this.columns = plain(text) ? null : columns(text);
    }

    private static boolean plain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (!plain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// A char that the code font draws in one cell, so that a run of them can be drawn at once.
    static boolean plain(char c) {
        return c >= ' ' && c < 127 || c >= 0xA1 && c <= 0xFF && c != 0xAD;
    }

    private static int[] columns(String text) {
        var columns = new int[text.length() + 1];
        var column = 0;
        for (var i = 0; i < text.length(); ) {
            columns[i] = column;
            var point = text.codePointAt(i);
            column += point == '\t' ? TAB - column % TAB : width(point);
            var next = i + Character.charCount(point);
            if (next - i == 2) {
                columns[i + 1] = column;
            }
            i = next;
        }
        columns[text.length()] = column;
        return columns;
    }

    private static int width(int point) {
        if (point < 0x300) {
            return 1;
        }
        var type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT || point >= 0x1F3FB && point <= 0x1F3FF) {
            return 0;
        }
        return wide(point) ? 2 : 1;
    }

    /// East Asian wide and full-width characters and pictures (Unicode Annex 11, in broad ranges).
    private static boolean wide(int point) {
        return point >= 0x1100 && (point <= 0x115F || point >= 0x2E80 && point <= 0xA4CF || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF || point >= 0xFE30 && point <= 0xFE6F || point >= 0xFF01 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6 || point >= 0x1F300 && point <= 0x1FAFF || point >= 0x20000 && point <= 0x3FFFD);
    }

    int width() {
        return column(text.length());
    }

    int column(int offset) {
        var held = Math.clamp(offset, 0, text.length());
        return columns == null ? held : columns[held];
    }

    /// The caret place nearest to a column, between the chars `from` and `to`; never within a character.
    int offset(double column, int from, int to) {
        if (columns == null) {
            return Math.clamp(Math.round(column), from, to);
        }
        var best = from;
        for (var i = from; i <= to; i++) {
            if (boundary(i) && Math.abs(columns[i] - column) < Math.abs(columns[best] - column)) {
                best = i;
            }
        }
        return best;
    }

    /// True where a caret may stand: not within a surrogate pair nor before a mark that combines with the char before.
    boolean boundary(int offset) {
        if (offset <= 0 || offset >= text.length() || columns == null) {
            return true;
        }
        return !Character.isLowSurrogate(text.charAt(offset)) && width(text.codePointAt(offset)) > 0;
    }

    /// The chars with which each row begins when the text is wrapped after so many cells; one row where `cells` is 0.
    int[] rows(int cells) {
        if (cells <= 0 || width() <= cells) {
            return new int[] {0};
        }
        var rows = new int[width() / Math.max(1, cells - 1) + 2];
        var count = 1;
        for (var i = 1; i < text.length(); i++) {
            if (boundary(i) && column(afterCharacter(i)) - column(rows[count - 1]) > cells) {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, count * 2);
                }
                rows[count++] = i;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private int afterCharacter(int offset) {
        var i = offset + 1;
        while (i < text.length() && !boundary(i)) {
            i++;
        }
        return i;
    }
}
