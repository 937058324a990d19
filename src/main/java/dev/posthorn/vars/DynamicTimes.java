package dev.posthorn.vars;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Times, and what is told by no list: identifiers and plain numbers.
record DynamicTimes(Picks picks, Clock clock) {

    /// As JavaScript writes a date: ECMA-262, 21.4.4.41.1 and the following.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE MMM dd uuuu HH:mm:ss 'GMT'xx (zzzz)", Locale.ENGLISH);
    private static final List<String> MONTHS = Picks.words("January, February, March, April, May, June, July, August, September, October, November, December");
    private static final List<String> DAYS = Picks.words("Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday");

    List<Dynamic> all() {
        return List.of(
                new Dynamic("$guid", "A UUID, version 4", "611c2e81-2ccb-42d8-9ddc-2d0bfa65c1b4", this::uuid),
                new Dynamic("$timestamp", "The time now, in seconds since 1970", "1562757107", () -> Long.toString(clock.instant().getEpochSecond())),
                new Dynamic("$isoTimestamp", "The time now, by ISO 8601 and in UTC", "2020-06-09T21:10:36.177Z", this::now),
                new Dynamic("$randomUUID", "A UUID, version 4", "6929bb52-3ab2-448a-9796-d6480ecad36b", this::uuid),
                new Dynamic("$randomAlphaNumeric", "A letter or digit", "y", () -> picks.of(Picks.DIGITS + Picks.LOWER, 1)),
                new Dynamic("$randomBoolean", "true or false", "true", () -> Boolean.toString(picks.chance(2))),
                new Dynamic("$randomInt", "A whole number from 0 to 1000", "802", () -> Integer.toString(picks.between(0, 1000))),
                new Dynamic("$randomDateFuture", "A time within the next year", "Tue Mar 17 2020 13:11:50 GMT+0000 (Coordinated Universal Time)", () -> date(1, Duration.ofDays(365))),
                new Dynamic("$randomDatePast", "A time within the last year", "Sat Mar 02 2019 09:09:26 GMT+0000 (Coordinated Universal Time)", () -> date(-1, Duration.ofDays(365))),
                new Dynamic("$randomDateRecent", "A time within the last day", "Tue Jul 09 2019 23:12:37 GMT+0000 (Coordinated Universal Time)", () -> date(-1, Duration.ofDays(1))),
                new Dynamic("$randomWeekday", "A day of the week", "Thursday", () -> picks.one(DAYS)),
                new Dynamic("$randomMonth", "A month", "February", () -> picks.one(MONTHS)));
    }

    /// RFC 9562 §5.4.
    private String uuid() {
        var random = picks.random();
        return new UUID(random.nextLong() & 0xffffffffffff0fffL | 0x4000L, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L).toString();
    }

    /// Always with milliseconds, as JavaScript has it.
    private String now() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC).format(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private String date(int direction, Duration within) {
        Instant at = clock.instant().plusMillis(direction * picks.random().nextLong(1000, within.toMillis()));
        ZoneId zone = clock.getZone().normalized() == ZoneOffset.UTC ? ZoneId.of("UTC") : clock.getZone();
        return DATE.format(at.atZone(zone));
    }
}
