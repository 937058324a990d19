package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.Kind;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The functions that an expression may call (OData 4.0 part 2 §5.1.1.4, and `substringof` and `replace` of version 3).
final class Functions {

    /// @param takes the kinds of its arguments, in order; the last ones may be left out where `least` is less
    private record Known(List<Kind> takes, int least, Kind gives, Function<List<Object>, Object> does) {}

    private static final Map<String, Known> ALL = Map.ofEntries(
            text("contains", Kind.BOOLEAN, a -> low(a, 0).contains(low(a, 1)), 2),
            text("substringof", Kind.BOOLEAN, a -> low(a, 1).contains(low(a, 0)), 2),
            text("startswith", Kind.BOOLEAN, a -> low(a, 0).startsWith(low(a, 1)), 2),
            text("endswith", Kind.BOOLEAN, a -> low(a, 0).endsWith(low(a, 1)), 2),
            text("indexof", Kind.INT, a -> (long) low(a, 0).indexOf(low(a, 1)), 2),
            text("concat", Kind.STRING, a -> (String) a.get(0) + a.get(1), 2),
            text("replace", Kind.STRING, a -> a.get(1).equals("") ? a.get(0) : shortened(((String) a.get(0)).replace((String) a.get(1), (String) a.get(2))), 3),
            text("length", Kind.INT, a -> (long) ((String) a.get(0)).length(), 1),
            text("tolower", Kind.STRING, a -> low(a, 0), 1),
            text("toupper", Kind.STRING, a -> ((String) a.get(0)).toUpperCase(Locale.ROOT), 1),
            text("trim", Kind.STRING, a -> ((String) a.get(0)).strip(), 1),
            Map.entry("substring", new Known(List.of(Kind.STRING, Kind.DECIMAL, Kind.DECIMAL), 2, Kind.STRING, Functions::substring)),
            time("year", ZonedDateTime::getYear), time("month", ZonedDateTime::getMonthValue), time("day", ZonedDateTime::getDayOfMonth),
            time("hour", ZonedDateTime::getHour), time("minute", ZonedDateTime::getMinute), time("second", ZonedDateTime::getSecond),
            Map.entry("date", new Known(List.of(Kind.DATE_TIME), 1, Kind.DATE, a -> moment(a.get(0)).toLocalDate())),
            Map.entry("now", new Known(List.of(), 0, Kind.DATE_TIME, a -> Instant.now())),
            number("round", RoundingMode.HALF_EVEN), number("floor", RoundingMode.FLOOR), number("ceiling", RoundingMode.CEILING));

    private Functions() {}

    private static Map.Entry<String, Known> text(String name, Kind gives, Function<List<Object>, Object> does, int arguments) {
        return Map.entry(name, new Known(List.of(Kind.STRING, Kind.STRING, Kind.STRING).subList(0, arguments), arguments, gives, does));
    }

    private static Map.Entry<String, Known> time(String name, Function<ZonedDateTime, Integer> does) {
        return Map.entry(name, new Known(List.of(Kind.DATE_TIME), 1, Kind.INT, a -> (long) does.apply(moment(a.get(0)))));
    }

    private static Map.Entry<String, Known> number(String name, RoundingMode mode) {
        return Map.entry(name, new Known(List.of(Kind.DECIMAL), 1, Kind.DECIMAL, a -> Comparing.decimal((Number) a.get(0)).setScale(0, mode)));
    }

    static Term.Value call(String name, List<Term.Value> arguments) throws ODataError {
        var known = ALL.get(name);
        if (known == null) {
            throw ODataError.query("An unknown function with name '" + name + "' was found.");
        }
        if (arguments.size() < known.least() || arguments.size() > known.takes().size()) {
            throw ODataError.query("No function signature for the function with name '" + name + "' matches the specified arguments.");
        }
        for (var i = 0; i < arguments.size(); i++) {
            var given = arguments.get(i).kind();
            if (given != null && !fits(given, known.takes().get(i))) {
                throw ODataError.query("The function '" + name + "' takes '" + known.takes().get(i).four() + "', not '" + given.four() + "'.");
            }
        }
        return new Term.Value(known.gives(), f -> {
            var values = arguments.stream().map(a -> a.of().apply(f)).toList();
            return values.contains(null) ? null : known.does().apply(values);
        });
    }

    private static boolean fits(Kind given, Kind wanted) {
        return given == wanted || given == Kind.INT && wanted == Kind.DECIMAL || given == Kind.DATE && wanted == Kind.DATE_TIME;
    }

    private static String low(List<Object> values, int index) {
        return ((String) values.get(index)).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() > 10_000 ? text.substring(0, 10_000) : text;
    }

    private static Object substring(List<Object> values) {
        var text = (String) values.get(0);
        var from = Math.clamp(((Number) values.get(1)).longValue(), 0, text.length());
        var length = values.size() < 3 ? text.length() : ((Number) values.get(2)).longValue();
        return text.substring(from, (int) Math.clamp(from + Math.clamp(length, 0, text.length()), from, (long) text.length()));
    }

    private static ZonedDateTime moment(Object value) {
        return value instanceof LocalDate day ? day.atStartOfDay(ZoneOffset.UTC) : ((Instant) value).atZone(ZoneOffset.UTC);
    }
}
