package dev.posthorn.auth;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments in words: "2026-11-21 20:04:11 (in 4 min)".
final class Lasting {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX", Locale.ROOT);

    private Lasting() {}

    /// The date in the clock's zone, and how far away it is.
    static String words(Clock clock, Instant when) {
        try {
            return DATE.format(when.atZone(clock.getZone())) + " (" + distance(Duration.between(clock.instant(), when)) + ")";
        } catch (DateTimeException | ArithmeticException e) {
            return "at a time beyond all calendars";
        }
    }

    private static String distance(Duration away) {
        var words = length(away.abs());
        return away.isNegative() ? words + " ago" : "in " + words;
    }

    private static String length(Duration length) {
        var seconds = length.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        if (seconds < 2 * 86_400) {
            return seconds / 3_600 + " h";
        }
        return seconds < 730L * 86_400 ? seconds / 86_400 + " days" : seconds / (365L * 86_400) + " years";
    }
}
