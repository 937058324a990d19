package dev.posthorn.ui.kit;

import java.time.Duration;
import java.util.Locale;

/// Sizes, times and counts as people read them.
public final class Amounts {

    private Amounts() {}

    /// Bytes in decimal units: "512 B", "86 KB", "1.2 MB".
    public static String bytes(long count) {
        if (count < 1_000) {
            return count + " B";
        }
        var value = count / 1_000.0;
        var units = "KMGT";
        var unit = 0;
        while (value >= 999.5 && unit < units.length() - 1) {
            value /= 1_000;
            unit++;
        }
        return (value < 9.95 ? String.format(Locale.ROOT, "%.1f", value) : String.valueOf(Math.round(value))) + " " + units.charAt(unit) + "B";
    }

    /// "0.4 ms", "143 ms", "2.35 s", "1 min 5 s".
    public static String time(Duration duration) {
        return micros(duration.toNanos() / 1_000);
    }

    /// The same of millionths of a second.
    public static String micros(long micros) {
        if (micros == 0) {
            return "0 ms";
        }
        if (micros < 9_950) {
            return String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
        }
        var millis = Math.round(micros / 1_000.0);
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 60_000 ? String.format(Locale.ROOT, "%.2f s", millis / 1_000.0) : millis / 60_000 + " min " + millis % 60_000 / 1_000 + " s";
    }

    /// "1 match", "12,345 matches".
    public static String count(long number, String noun) {
        var plural = noun.endsWith("h") || noun.endsWith("s") ? noun + "es" : noun + "s";
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? noun : plural);
    }
}
