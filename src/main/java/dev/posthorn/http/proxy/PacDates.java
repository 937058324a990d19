package dev.posthorn.http.proxy;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The calendar of proxy scripts: `weekdayRange`, `dateRange` and `timeRange`, as Netscape's paper of 1996 describes them. A last argument "GMT" means UTC,
/// otherwise the time of this machine counts. Ranges include both ends and may run over the end of the week, year or day.
final class PacDates {

    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private final ZonedDateTime now;
    private final List<Object> arguments;

    PacDates(ZonedDateTime here, List<Object> all) {
        var given = new ArrayList<>(all);
        while (!given.isEmpty() && given.getLast() == null) {
            given.removeLast();
        }
        var gmt = !given.isEmpty() && "GMT".equalsIgnoreCase(String.valueOf(given.getLast()));
        now = gmt ? here.withZoneSameInstant(ZoneOffset.UTC) : here;
        arguments = gmt ? given.subList(0, given.size() - 1) : given;
    }

    boolean weekday() {
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw wrong("weekdayRange", "one or two days");
        }
        var from = day(arguments.getFirst());
        return within(now.getDayOfWeek().getValue() % 7, from, arguments.size() == 1 ? from : day(arguments.get(1)));
    }

    private static int day(Object value) {
        var index = DAYS.indexOf(String.valueOf(value).toUpperCase(Locale.ROOT));
        if (index < 0) {
            throw wrong("weekdayRange", "days such as \"MON\"");
        }
        return index;
    }

    boolean time() {
        var numbers = arguments.stream().map(a -> number(a, "timeRange")).toList();
        var second = now.toLocalTime().toSecondOfDay();
        return switch (numbers.size()) {
            case 1 -> now.getHour() == numbers.getFirst();
            case 2 -> within(second, numbers.get(0) * 3600, numbers.get(1) * 3600);
            case 4 -> within(second, numbers.get(0) * 3600 + numbers.get(1) * 60, numbers.get(2) * 3600 + numbers.get(3) * 60);
            case 6 -> within(second, numbers.get(0) * 3600 + numbers.get(1) * 60 + numbers.get(2), numbers.get(3) * 3600 + numbers.get(4) * 60 + numbers.get(5));
            default -> throw wrong("timeRange", "1, 2, 4 or 6 numbers");
        };
    }

    /// Days, months and years may each be left away, but at both ends alike.
    boolean date() {
        var count = arguments.size();
        if (count == 0 || count > 6 || count > 1 && count % 2 == 1) {
            throw wrong("dateRange", "a day, month or year, or two ends of equal form");
        }
        if (count == 1) {
            return Part.of(arguments.getFirst()).matches(now);
        }
        var from = arguments.subList(0, count / 2).stream().map(Part::of).toList();
        var to = arguments.subList(count / 2, count).stream().map(Part::of).toList();
        if (!kinds(from).equals(kinds(to))) {
            throw wrong("dateRange", "two ends of equal form");
        }
        return within(Part.rank(from.stream().map(p -> p.today(now)).toList()), Part.rank(from), Part.rank(to), kinds(from).contains('y'));
    }

    private static List<Character> kinds(List<Part> parts) {
        return parts.stream().map(Part::kind).toList();
    }

    /// One number of a date: `d`ay, `m`onth or `y`ear.
    private record Part(char kind, int value) {

        static Part of(Object argument) {
            var month = MONTHS.indexOf(String.valueOf(argument).toUpperCase(Locale.ROOT));
            if (month >= 0) {
                return new Part('m', month + 1);
            }
            var number = number(argument, "dateRange");
            return new Part(number > 31 ? 'y' : 'd', number);
        }

        Part today(ZonedDateTime now) {
            return new Part(kind, switch (kind) {
                case 'd' -> now.getDayOfMonth();
                case 'm' -> now.getMonthValue();
                default -> now.getYear();
            });
        }

        boolean matches(ZonedDateTime now) {
            return equals(today(now));
        }

        static int rank(List<Part> parts) {
            return parts.stream().mapToInt(p -> switch (p.kind) {
                case 'd' -> p.value;
                case 'm' -> p.value * 32;
                default -> p.value * 512;
            }).sum();
        }
    }

    private static boolean within(int value, int from, int to) {
        return within(value, from, to, false);
    }

    /// Years do not come round again.
    private static boolean within(int value, int from, int to, boolean once) {
        return from <= to || once ? from <= value && value <= to : value >= from || value <= to;
    }

    private static int number(Object value, String function) {
        return switch (value) {
            case Integer whole -> whole;
            case Double some -> some.intValue();
            case String text when text.strip().matches("\\d{1,6}") -> Integer.parseInt(text.strip());
            case null, default -> throw wrong(function, "numbers, not \"" + value + "\"");
        };
    }

    private static IllegalArgumentException wrong(String function, String wants) {
        return new IllegalArgumentException(function + " wants " + wants);
    }
}
