package dev.posthorn.ui.runner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times, sizes, counts and dates as people read them.
final class Figures {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Figures() {}

    /// "0.4 ms", "143 ms", "2.35 s", "1 min 5 s".
    static String micros(long micros) {
        if (micros == 0) {
            return "0 ms";
        }
        if (micros < 9_950) {
            return String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
        }
        var millis = Math.round(micros / 1_000.0);
        return millis < 1_000 ? millis + " ms" : millis < 60_000 ? String.format(Locale.ROOT, "%.2f s", millis / 1_000.0) : time(Duration.ofMillis(millis));
    }

    /// Of a whole run: "0.8 s", "12 s", "3 min 5 s", "2 h 4 min".
    static String time(Duration took) {
        var seconds = took.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
        }
        return seconds < 60 ? seconds + " s" : seconds < 3_600 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }

    static String bytes(long count) {
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

    /// "1 request", "2,000 requests".
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? noun : noun + "s");
    }

    /// "today 14:03:10", else the day and the hour.
    static String when(Instant at, LocalDate today, ZoneId zone) {
        var local = at.atZone(zone);
        return local.toLocalDate().equals(today) ? "today " + HOUR.format(local) : DAY.format(local);
    }
}
