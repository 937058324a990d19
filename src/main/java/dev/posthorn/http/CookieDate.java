package dev.posthorn.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the date of a cookie as browsers do, in any order and with any words between its parts (RFC 6265 §5.1.1).
final class CookieDate {

    private static final Pattern DELIMITER = Pattern.compile("[\\x09\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\D.*)?", Pattern.DOTALL);
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:\\D.*)?", Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("(\\d{2,4})(?:\\D.*)?", Pattern.DOTALL);
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private int[] time;
    private int day;
    private int month;
    private int year = -1;

    private CookieDate() {}

    /// Empty where a part is missing, or the day does not exist.
    static Optional<Instant> parse(String text) {
        var date = new CookieDate();
        for (var token : DELIMITER.split(text)) {
            date.take(token);
        }
        return date.instant();
    }

    private void take(String token) {
        var clock = TIME.matcher(token);
        if (time == null && clock.matches()) {
            time = new int[] {number(clock.group(1)), number(clock.group(2)), number(clock.group(3))};
            return;
        }
        var date = DAY.matcher(token);
        if (day == 0 && date.matches()) {
            day = number(date.group(1));
            return;
        }
        var name = token.length() < 3 ? -1 : MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT));
        if (month == 0 && name >= 0) {
            month = name + 1;
            return;
        }
        var written = YEAR.matcher(token);
        if (year < 0 && written.matches()) {
            year = number(written.group(1));
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private Optional<Instant> instant() {
        var full = year >= 70 && year <= 99 ? year + 1900 : year >= 0 && year <= 69 ? year + 2000 : year;
        if (time == null || day == 0 || month == 0 || full < 1601) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(full, month, day, time[0], time[1], time[2]).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
