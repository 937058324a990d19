package dev.posthorn.demo.creatio;

import dev.posthorn.demo.odata.ODataError;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.function.BiPredicate;

/// The spans of time that a filter of the DataService names by a number: today, the current week, the next quarter … in UTC.
///
/// @param from its first moment
/// @param to   the first moment after it
record Macros(Instant from, Instant to) {

    /// @param number Creatio's: 3 to 5 are days, 6 to 8 weeks from Monday, 9 to 11 months, 12 to 14 quarters, 15 to 17 half years, 18, 19 and 23 years, 20 to 22 hours
    static Macros of(int number, Instant now) throws ODataError {
        var moment = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        var day = moment.toLocalDate();
        return switch (number) {
            case 3, 4, 5 -> days(day.plusDays(number - 4), 1, ChronoUnit.DAYS);
            case 6, 7, 8 -> days(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(number - 7), 1, ChronoUnit.WEEKS);
            case 9, 10, 11 -> days(day.withDayOfMonth(1).plusMonths(number - 10), 1, ChronoUnit.MONTHS);
            case 12, 13, 14 -> days(day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3L * (number - 13)), 3, ChronoUnit.MONTHS);
            case 15, 16, 17 -> days(day.withDayOfMonth(1).withMonth(day.getMonthValue() > 6 ? 7 : 1).plusMonths(6L * (number - 16)), 6, ChronoUnit.MONTHS);
            case 18, 19 -> days(day.withDayOfYear(1).plusYears(number - 19), 1, ChronoUnit.YEARS);
            case 23 -> days(day.withDayOfYear(1).plusYears(1), 1, ChronoUnit.YEARS);
            case 20, 21, 22 -> {
                var hour = moment.truncatedTo(ChronoUnit.HOURS).plusHours(number - 21);
                yield new Macros(hour.toInstant(ZoneOffset.UTC), hour.plusHours(1).toInstant(ZoneOffset.UTC));
            }
            default -> throw new ODataError(400, "The macrosType " + number + " is not known: 1 and 2 are the current user, 3 to 5 days, 6 to 8 weeks, 9 to 11 months, 12 to 17 quarters and half years, 18, 19 and 23 years, 20 to 22 hours.");
        };
    }

    private static Macros days(LocalDate first, int count, ChronoUnit unit) {
        return new Macros(first.atStartOfDay().toInstant(ZoneOffset.UTC), first.plus(count, unit).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /// A moment against the span: equal is within it, less is before it.
    static BiPredicate<Object, Macros> comparison(int number) throws ODataError {
        return switch (number) {
            case 3 -> (value, span) -> value != null && !moment(value).isBefore(span.from) && moment(value).isBefore(span.to);
            case 4 -> (value, span) -> value == null || moment(value).isBefore(span.from) || !moment(value).isBefore(span.to);
            case 5 -> (value, span) -> value != null && moment(value).isBefore(span.from);
            case 6 -> (value, span) -> value != null && moment(value).isBefore(span.to);
            case 7 -> (value, span) -> value != null && !moment(value).isBefore(span.to);
            case 8 -> (value, span) -> value != null && !moment(value).isBefore(span.from);
            default -> throw new ODataError(400, "A span of time is compared by comparisonType 3 to 8: equal, not equal, less and greater.");
        };
    }

    private static Instant moment(Object value) {
        return value instanceof LocalDate date ? date.atStartOfDay().toInstant(ZoneOffset.UTC) : (Instant) value;
    }
}
