package dev.posthorn.model;

import static dev.posthorn.model.Check.Operator.*;

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

    /// What of the answer is looked at, and by which operators that makes sense, the usual one first.
    public enum Subject {
        STATUS("Status", "", EQUALS, DIFFERS, IN, BELOW, ABOVE),
        HEADER("Header", "Content-Type", EQUALS, DIFFERS, CONTAINS, LACKS, MATCHES, EXISTS, ABSENT, BELOW, ABOVE, IN, LENGTH),
        JSON_PATH("JSONPath", "$.data.id", EQUALS, DIFFERS, CONTAINS, LACKS, MATCHES, EXISTS, ABSENT, BELOW, ABOVE, IN, TYPE, LENGTH, CONFORMS),
        BODY("Body", "", CONTAINS, LACKS, EQUALS, DIFFERS, MATCHES, EXISTS, ABSENT, LENGTH),
        SCHEMA("JSON Schema", "", CONFORMS),
        TIME("Response time", "", BELOW, ABOVE),
        SIZE("Body size", "", BELOW, ABOVE, EQUALS, DIFFERS);

        private final String label;
        private final String example;
        private final List<Operator> operators;

        Subject(String label, String example, Operator... operators) {
            this.label = label;
            this.example = example;
            this.operators = List.of(operators);
        }

        public String label() {
            return label;
        }

        /// What `of` may hold; empty where it holds nothing.
        public String example() {
            return example;
        }

        /// Whether `of` says which header or which path.
        public boolean several() {
            return !example.isEmpty();
        }

        public List<Operator> operators() {
            return operators;
        }
    }

    /// How it is compared, in words, and what is expected then; where that is empty, nothing is.
    public enum Operator {
        EQUALS("equals", "a value"), DIFFERS("differs from", "a value"), CONTAINS("contains", "a part of it"), LACKS("does not contain", "a part of it"),
        MATCHES("matches", "a regular expression"), EXISTS("exists", ""), ABSENT("is absent", ""), BELOW("is below", "a number"), ABOVE("is above", "a number"),
        IN("is one of", "one, another, a third"), TYPE("is of type", "string, number, integer, boolean, array, object or null"), LENGTH("has length", "3, or > 0"),
        CONFORMS("conforms to", "a JSON Schema");

        private final String words;
        private final String prompt;

        Operator(String words, String prompt) {
            this.words = words;
            this.prompt = prompt;
        }

        public String words() {
            return words;
        }

        /// What the expected value may be; empty where there is none.
        public String prompt() {
            return prompt;
        }
    }

    /// Longer expected values are cut in sentences.
    private static final int LONGEST = 80;

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

    public Check withEnabled(boolean value) {
        return new Check(value, subject, of, operator, expected);
    }

    /// Another subject; where the operator does not suit it, its usual one.
    public Check withSubject(Subject value) {
        return new Check(enabled, value, value.several() ? of : "", value.operators().contains(operator) ? operator : value.operators().getFirst(), expected);
    }

    public Check withOf(String value) {
        return new Check(enabled, subject, value, operator, expected);
    }

    public Check withOperator(Operator value) {
        return new Check(enabled, subject, of, value, expected);
    }

    public Check withExpected(String value) {
        return new Check(enabled, subject, of, operator, value);
    }

    /// The row as a sentence, which is the name of its assertion: "$.total equals 3", "response time is below 500 ms".
    public String sentence() {
        var subjectWords = switch (subject) {
            case STATUS -> "status";
            case HEADER -> "header " + (of.isBlank() ? "(no name)" : of.strip());
            case JSON_PATH -> of.isBlank() ? "(no path)" : of.strip();
            case BODY, SCHEMA -> "body";
            case TIME -> "response time";
            case SIZE -> "body size";
        };
        return subjectWords + " " + operator.words() + (operator.prompt().isEmpty() ? "" : " " + shown()) + unit();
    }

    private String unit() {
        return expected.isBlank() ? "" : subject == Subject.TIME ? " ms" : subject == Subject.SIZE ? " bytes" : "";
    }

    private String shown() {
        if (operator == Operator.CONFORMS) {
            return "the JSON Schema";
        }
        var line = expected.strip().replaceAll("\\s+", " ");
        return expected.isEmpty() ? "(nothing)" : line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
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
