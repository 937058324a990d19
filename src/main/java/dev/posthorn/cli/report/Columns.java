package dev.posthorn.cli.report;

import java.time.Duration;
import java.util.Locale;

/// Text in columns of a terminal: padded by the cells that characters take there, not by their number.
public final class Columns {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long KILO = 1024;

    private Columns() {}

    /// `text` with spaces after it up to `width` cells; a longer one stays whole.
    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    public static int width(String text) {
        return text.codePoints().map(Columns::cells).sum();
    }

    /// Names come from files of strangers: control characters in them must not steer the terminal.
    public static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c));
        return plain.toString().strip();
    }

    /// "12 ms", "1.2 s", "2 min 3 s".
    public static String time(Duration time) {
        var millis = time.toMillis();
        if (millis < SECOND) {
            return millis + " ms";
        }
        return millis < MINUTE ? String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND)
                : millis / MINUTE + " min " + millis % MINUTE / SECOND + " s";
    }

    /// "312 B", "1.2 KB", "3.4 MB".
    public static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < KILO * KILO ? String.format(Locale.ROOT, "%.1f KB", bytes / (double) KILO)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
    }

    /// Cells of one character: none for marks that sit on another, two for East Asian letters and emoji.
    private static int cells(int c) {
        var type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        var wide = c >= 0x1100 && (c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60 || c >= 0x1F300 && c <= 0x1FAFF || c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
