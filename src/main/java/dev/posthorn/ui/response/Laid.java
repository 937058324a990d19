package dev.posthorn.ui.response;

/// A paragraph as it lies in the view: its cells and the chars with which its rows begin.
record Laid(Paragraphs.Paragraph paragraph, Cells cells, int[] rows) {

    static Laid out(Paragraphs.Paragraph paragraph, int wrapAt) {
        var cells = new Cells(paragraph.text());
        return new Laid(paragraph, cells, cells.rows(wrapAt));
    }

    int length() {
        return paragraph.text().length();
    }

    int rowStart(int row) {
        return rows[Math.clamp(row, 0, rows.length - 1)];
    }

    int rowEnd(int row) {
        return row + 1 < rows.length ? rows[row + 1] : length();
    }

    int rowOf(int offset) {
        var row = rows.length - 1;
        while (row > 0 && rows[row] > offset) {
            row--;
        }
        return row;
    }

    /// The column of a char within its row.
    int column(int offset, int row) {
        return cells.column(offset) - cells.column(rowStart(row));
    }

    /// The caret place nearest to a column of a row.
    int offset(double column, int row) {
        var start = rowStart(row);
        var end = rowEnd(row);
        var last = row + 1 < rows.length && end > start ? end - 1 : end;
        return cells.offset(column + cells.column(start), start, last);
    }
}
