package dev.posthorn.ui.runner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The time of a whole run, and when it was, as people read them.
final class Figures {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Figures() {}

    /// Of a whole run: "0.8 s", "12 s", "3 min 5 s", "2 h 4 min".
    static String time(Duration took) {
        var seconds = took.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
        }
        return seconds < 60 ? seconds + " s" : seconds < 3_600 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }

    /// "today 14:03:10", else the day and the hour.
    static String when(Instant at, LocalDate today, ZoneId zone) {
        var local = at.atZone(zone);
        return local.toLocalDate().equals(today) ? "today " + HOUR.format(local) : DAY.format(local);
    }
}
