package dev.posthorn.ui.response;

import dev.posthorn.text.Source;
import dev.posthorn.text.Span;
import java.io.IOException;
import java.util.List;

/// Bytes that are no text, sixteen a row: offset, hexadecimal, and the characters that can be shown.
final class HexParagraphs implements Paragraphs {

    private static final int ROW = 16;
    private static final int HEX = 10;
    private static final int CHARS = HEX + 3 * ROW + 2;
    private static final String DIGITS = "0123456789abcdef";

    private final Source source;

    HexParagraphs(Source source) {
        this.source = source;
    }

    @Override
    public long count() {
        return (source.size() + ROW - 1) / ROW;
    }

    @Override
    public long lines() {
        return 0;
    }

    @Override
    public Paragraph at(long number) {
        var bytes = new byte[ROW];
        try {
            var count = 0;
            while (count < ROW) {
                var more = source.read(number * ROW + count, bytes, count, ROW - count);
                if (more <= 0) {
                    break;
                }
                count += more;
            }
            return new Paragraph(row(number * ROW, bytes, count), colours(count), 0, false);
        } catch (IOException e) {
            return new Paragraph("This part of the body can no longer be read (" + e.getMessage() + ").", List.of(), 0, false);
        }
    }

    private static List<Span> colours(int count) {
        return List.of(new Span(0, 8, Span.Kind.COMMENT), new Span(CHARS, CHARS + count, Span.Kind.STRING));
    }

    private static String row(long offset, byte[] bytes, int count) {
        var row = new StringBuilder("%08x  ".formatted(offset));
        for (var i = 0; i < ROW; i++) {
            if (i < count) {
                row.append(DIGITS.charAt(bytes[i] >> 4 & 15)).append(DIGITS.charAt(bytes[i] & 15));
            } else {
                row.append("  ");
            }
            row.append(i == 7 ? "  " : " ");
        }
        row.append(' ');
        for (var i = 0; i < count; i++) {
            row.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
        }
        return row.toString();
    }
}
