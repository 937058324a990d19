package dev.posthorn.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One row of the Assertions table: a test without code. Kept among the request's settings, where Postman carries it along and does not look at it.
///
/// @param of       the name of the header, or the JSONPath (RFC 9535); empty for the others
/// @param expected what it is compared with, variables allowed: a text, a number, a JSON value, a regular expression, a JSON Schema, milliseconds
public record Check(boolean enabled, Subject subject, String of, Operator operator, String expected) {

    /// The key among the settings.
    public static final String KEY = "posthornAssertions";

    public enum Subject { STATUS, HEADER, JSON_PATH, BODY, SCHEMA, TIME, SIZE }

    public enum Operator { EQUALS, DIFFERS, CONTAINS, LACKS, MATCHES, EXISTS, ABSENT, BELOW, ABOVE, IN, TYPE, LENGTH, CONFORMS }

    public Check {
        of = of == null ? "" : of;
        expected = expected == null ? "" : expected;
    }

    /// The rows of a request; what cannot be read as one is passed over, and kept in the file.
    public static List<Check> of(Settings settings) {
        var checks = new ArrayList<Check>();
        if (settings.values().get(KEY) instanceof List<?> rows) {
            rows.forEach(row -> read(row).ifPresent(checks::add));
        }
        return checks;
    }

    static Optional<Check> read(Object row) {
        if (!(row instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        var subject = named(Subject.values(), map.get("subject"));
        var operator = named(Operator.values(), map.get("operator"));
        return subject.isEmpty() || operator.isEmpty() ? Optional.empty()
                : Optional.of(new Check(!Boolean.FALSE.equals(map.get("enabled")), subject.get(), text(map.get("of")), operator.get(), text(map.get("expected"))));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, Object name) {
        return Arrays.stream(all).filter(one -> id(one).equals(name)).findFirst();
    }

    private static String text(Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Settings with these rows in place of those before; without rows the key goes away.
    public static Settings into(Settings settings, List<Check> checks) {
        return settings.with(KEY, checks.isEmpty() ? null : checks.stream().map(Check::written).toList());
    }

    Map<String, Object> written() {
        var map = new LinkedHashMap<String, Object>();
        if (!enabled) {
            map.put("enabled", false);
        }
        map.put("subject", id(subject));
        if (!of.isEmpty()) {
            map.put("of", of);
        }
        map.put("operator", id(operator));
        if (!expected.isEmpty()) {
            map.put("expected", expected);
        }
        return map;
    }
}
