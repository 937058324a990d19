package dev.posthorn.ui.request;

import java.util.Locale;

/// A number of bytes as people read it.
final class Bytes {

    private Bytes() {}

    /// "812 B", "86 KB", "1.2 MB": powers of 1024, as file managers count.
    static String brief(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        var kilo = bytes / 1024.0;
        if (kilo < 1024) {
            return Math.round(kilo) + " KB";
        }
        var mega = kilo / 1024;
        return mega < 1024 ? String.format(Locale.ROOT, "%.1f MB", mega) : String.format(Locale.ROOT, "%.2f GB", mega / 1024);
    }
}
