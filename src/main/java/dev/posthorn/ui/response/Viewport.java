package dev.posthorn.ui.response;

import java.util.function.LongSupplier;
import java.util.function.LongToIntFunction;

/// Which part of a text is in view, counted in paragraphs and rows, never in the pixels of the whole: so a text of any length scrolls alike.
final class Viewport {

    private final LongSupplier count;
    private final LongToIntFunction rowsOf;
    private long top;
    private int row;
    /// Pixels by which the first row is scrolled out, below one row's height.
    private double shift;
    private double rowHeight = 20;
    private double height;

    /// The first row in view.
    record Position(long paragraph, int row, double shift) {
        static final Position START = new Position(0, 0, 0);
    }

    Viewport(LongSupplier count, LongToIntFunction rowsOf) {
        this.count = count;
        this.rowsOf = rowsOf;
    }

    void size(double newRowHeight, double newHeight) {
        rowHeight = newRowHeight;
        height = newHeight;
    }

    Position position() {
        return new Position(top, row, shift);
    }

    void position(Position to) {
        top = to.paragraph;
        row = to.row;
        shift = to.shift;
        clamp();
    }

    /// Scrolls by pixels, down where positive.
    void scroll(double pixels) {
        var total = shift + pixels;
        var rows = (long) Math.floor(total / rowHeight);
        shift = total - rows * rowHeight;
        moveRows(rows);
        clamp();
    }

    private void moveRows(long rows) {
        var left = rows;
        while (left > 0 && top < count.getAsLong()) {
            var step = Math.min(left, rowsOf.applyAsInt(top) - 1 - row);
            row += (int) step;
            left -= step;
            if (left > 0) {
                top++;
                row = 0;
                left--;
            }
        }
        while (left < 0) {
            var step = Math.min(-left, row);
            row -= (int) step;
            left += step;
            if (left < 0) {
                if (top == 0) {
                    shift = 0;
                    return;
                }
                top--;
                row = rowsOf.applyAsInt(top) - 1;
                left++;
            }
        }
    }

    /// Holds the last row at the lower edge or above it, the first at the upper.
    private void clamp() {
        var end = end();
        if (top > end.paragraph || top == end.paragraph && (row > end.row || row == end.row && shift > end.shift)) {
            top = end.paragraph;
            row = end.row;
            shift = end.shift;
        }
        if (top < 0) {
            top = 0;
            row = 0;
            shift = 0;
        }
        row = Math.clamp(row, 0, Math.max(0, rowsOf.applyAsInt(top) - 1));
    }

    /// The position with which the last row stands at the lower edge.
    Position end() {
        var paragraph = count.getAsLong();
        var needed = height;
        while (paragraph > 0) {
            paragraph--;
            var rows = rowsOf.applyAsInt(paragraph);
            if (rows * rowHeight >= needed) {
                var above = rows * rowHeight - needed;
                var first = (int) (above / rowHeight);
                return new Position(paragraph, first, above - first * rowHeight);
            }
            needed -= rows * rowHeight;
        }
        return Position.START;
    }

    /// Rows that are in view, whole or in part.
    int rowsInView() {
        return (int) Math.ceil((height + shift) / rowHeight);
    }

    /// The place of the view in the whole, in paragraphs, for a scroll bar.
    double value() {
        return value(position());
    }

    double value(Position of) {
        return of.paragraph + (of.row + of.shift / rowHeight) / Math.max(1, rowsOf.applyAsInt(of.paragraph));
    }

    void value(double to) {
        var end = end();
        if (to >= value(end)) {
            position(end);
            return;
        }
        top = (long) Math.max(0, Math.floor(to));
        var within = Math.max(0, to - top) * Math.max(1, rowsOf.applyAsInt(top));
        row = (int) within;
        shift = (within - row) * rowHeight;
        clamp();
    }

    /// Scrolls no further than needed to have that row in view; a row far away comes to a third of the height.
    void reveal(long paragraph, int wantedRow) {
        var first = new Position(top, row, shift);
        if (before(paragraph, wantedRow, first) || !within(paragraph, wantedRow)) {
            var near = Math.abs(paragraph - top) <= rowsInView() + 2;
            var above = before(paragraph, wantedRow, first);
            top = paragraph;
            row = wantedRow;
            shift = 0;
            if (!near) {
                scroll(-Math.floor(height / 3 / rowHeight) * rowHeight);
            } else if (!above) {
                scroll(rowHeight - height);
            }
            clamp();
        }
    }

    private static boolean before(long paragraph, int wantedRow, Position first) {
        return paragraph < first.paragraph || paragraph == first.paragraph && (wantedRow < first.row || wantedRow == first.row && first.shift > 0);
    }

    private boolean within(long paragraph, int wantedRow) {
        var y = -shift;
        for (var p = top; p <= paragraph && y <= height; p++) {
            var from = p == top ? row : 0;
            if (p == paragraph) {
                return y + (wantedRow - from + 1) * rowHeight <= height;
            }
            y += (rowsOf.applyAsInt(p) - from) * rowHeight;
        }
        return false;
    }
}
