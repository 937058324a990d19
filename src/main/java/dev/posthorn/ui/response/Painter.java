package dev.posthorn.ui.response;

import dev.posthorn.text.Search;
import java.util.List;
import java.util.function.LongFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.TextAlignment;

/// Draws the rows that are in view, and of each the columns that are: the cost of a picture depends on the window alone.
final class Painter {

    private static final double GAP = 16;

    /// What is to be drawn.
    ///
    /// @param gutter  width of the line numbers in pixels, 0 for none
    /// @param left    pixels scrolled out on the left
    /// @param caret   null where it is not to be seen
    /// @param current index in `matches`, -1 for none
    record View(
            Viewport.Position top, long count, LongFunction<Laid> laid, double gutter, double left, Place from, Place to, Place caret,
            List<Search.Match> matches, int current) {}

    private final Canvas canvas;
    private final Ink ink;

    Painter(Canvas canvas, Ink ink) {
        this.canvas = canvas;
        this.ink = ink;
    }

    void paint(View view) {
        var gc = canvas.getGraphicsContext2D();
        gc.setFill(ink.background());
        gc.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        gc.setFont(ink.font());
        gc.setTextBaseline(VPos.CENTER);
        gc.setFontSmoothingType(FontSmoothingType.GRAY);
        var y = -view.top.shift();
        var row = view.top.row();
        for (var number = view.top.paragraph(); number < view.count && y < canvas.getHeight(); number++) {
            var laid = view.laid.apply(number);
            for (; row < laid.rows().length && y < canvas.getHeight(); row++) {
                row(gc, view, number, laid, row, y);
                y += ink.rowHeight();
            }
            row = 0;
        }
    }

    private void row(GraphicsContext gc, View view, long number, Laid laid, int row, double y) {
        var clip = view.left > 0;
        if (clip) {
            gc.save();
            gc.beginPath();
            gc.rect(view.gutter, y, canvas.getWidth() - view.gutter, ink.rowHeight());
            gc.clip();
        }
        var x = view.gutter - view.left;
        matches(gc, view, number, laid, row, x, y);
        selection(gc, view, number, laid, row, x, y);
        text(gc, view, laid, row, x, y);
        if (view.caret != null && view.caret.paragraph() == number && laid.rowOf(view.caret.offset()) == row) {
            gc.setFill(ink.caret());
            gc.fillRect(Math.round(x + laid.column(view.caret.offset(), row) * ink.cell()), y + 2, 1.5, ink.rowHeight() - 4);
        }
        if (clip) {
            gc.restore();
        }
        if (row == 0 && view.gutter > 0 && laid.paragraph().line() > 0) {
            gc.setFill(ink.gutter());
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(Long.toString(laid.paragraph().line()), view.gutter - GAP, middle(y));
            gc.setTextAlign(TextAlignment.LEFT);
        }
    }

    private double middle(double y) {
        return Math.round(y + ink.rowHeight() / 2);
    }

    private void selection(GraphicsContext gc, View view, long number, Laid laid, int row, double x, double y) {
        if (view.from.equals(view.to) || number < view.from.paragraph() || number > view.to.paragraph()) {
            return;
        }
        var from = number == view.from.paragraph() ? view.from.offset() : 0;
        var to = number == view.to.paragraph() ? view.to.offset() : laid.length();
        var beyond = number < view.to.paragraph() && row == laid.rows().length - 1 ? ink.cell() : 0;
        band(gc, ink.selection(), laid, row, from, to, beyond, x, y);
    }

    private void matches(GraphicsContext gc, View view, long number, Laid laid, int row, double x, double y) {
        for (var i = firstMatch(view.matches, number - 1); i < view.matches.size() && view.matches.get(i).paragraph() <= number; i++) {
            var match = view.matches.get(i);
            var from = match.start();
            if (match.paragraph() < number) {
                from -= view.laid.apply(number - 1).length();
            }
            if (from + match.length() > 0) {
                band(gc, i == view.current ? ink.current() : ink.found(), laid, row, Math.max(0, from), from + match.length(), 0, x, y);
            }
        }
    }

    /// The first match of that paragraph or of one after it.
    private static int firstMatch(List<Search.Match> matches, long paragraph) {
        var low = 0;
        var high = matches.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (matches.get(middle).paragraph() < paragraph) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void band(GraphicsContext gc, Paint paint, Laid laid, int row, int from, int to, double beyond, double x, double y) {
        var start = Math.max(from, laid.rowStart(row));
        var end = Math.min(to, laid.rowEnd(row));
        if (start > end || start == end && beyond == 0) {
            return;
        }
        gc.setFill(paint);
        var left = x + laid.column(start, row) * ink.cell();
        gc.fillRect(left, y, (laid.cells().column(end) - laid.cells().column(start)) * ink.cell() + beyond, ink.rowHeight());
    }

    private void text(GraphicsContext gc, View view, Laid laid, int row, double x, double y) {
        var start = laid.rowStart(row);
        var first = laid.offset(Math.max(0, (view.gutter - x) / ink.cell() - 2), row);
        var last = Math.min(laid.rowEnd(row), laid.cells().offset((canvas.getWidth() - x) / ink.cell() + 2 + laid.cells().column(start), start, laid.rowEnd(row)));
        var at = first;
        for (var span : laid.paragraph().spans()) {
            if (span.end() <= at) {
                continue;
            }
            if (span.start() >= last) {
                break;
            }
            run(gc, ink.text(), laid, row, at, span.start(), x, y);
            run(gc, ink.of(span.kind()), laid, row, Math.max(at, span.start()), Math.min(last, span.end()), x, y);
            at = Math.max(at, span.end());
        }
        run(gc, ink.text(), laid, row, at, last, x, y);
    }

    /// Draws the chars of one colour: plain ones at once, others each in its own cell, so that columns stay true.
    private void run(GraphicsContext gc, Paint paint, Laid laid, int row, int from, int to, double x, double y) {
        var text = laid.paragraph().text();
        gc.setFill(paint);
        for (var i = from; i < to; ) {
            var end = piece(text, laid.cells(), i, to);
            if (!(end == i + 1 && text.charAt(i) <= ' ')) {
                piece(gc, laid, row, i, end, x, y);
            }
            i = end;
        }
    }

    private void piece(GraphicsContext gc, Laid laid, int row, int from, int to, double x, double y) {
        var text = laid.paragraph().text();
        var left = x + laid.column(from, row) * ink.cell();
        if (Cells.plain(text.charAt(from))) {
            gc.fillText(text.substring(from, to), left, middle(y));
        } else {
            var width = (laid.cells().column(to) - laid.cells().column(from)) * ink.cell();
            gc.fillText(text.substring(from, to), left, middle(y), Math.max(width, ink.cell()));
        }
    }

    /// Where the chars end that are drawn at once from `from` on: plain ones; those of a script whose letters join; one character with its marks.
    private static int piece(String text, Cells cells, int from, int to) {
        var i = from + 1;
        if (Cells.plain(text.charAt(from))) {
            while (i < to && Cells.plain(text.charAt(i))) {
                i++;
            }
        } else if (joins(text.charAt(from))) {
            while (i < to && joins(text.charAt(i))) {
                i++;
            }
        } else {
            while (i < to && !cells.boundary(i)) {
                i++;
            }
        }
        return i;
    }

    /// Hebrew to Lao, and the Arabic presentation forms.
    private static boolean joins(char c) {
        return c >= 0x590 && c <= 0xEFF || c >= 0xFB1D && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFC;
    }
}
