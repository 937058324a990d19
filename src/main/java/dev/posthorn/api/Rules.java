package dev.posthorn.api;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Says what is wrong with the value of a field, by its type, its format and its limits.
final class Rules {

    private static final Pattern RANGE = Pattern.compile("(-?[0-9.]+) to (-?[0-9.]+)( characters)?");
    private static final Pattern BOUND = Pattern.compile("(at least|at most|more than|less than|a multiple of) (-?[0-9.]+)( characters)?");
    private static final BigDecimal INT32 = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int LONGEST = 10_000;

    private Rules() {}

    /// Empty for nothing.
    static String fault(String type, String limits, String text) {
        if (type.contains("or null") && text.equals("null")) {
            return "";
        }
        var first = type.split(" ", 2)[0];
        var fault = switch (first) {
            case "integer" -> !text.matches("[+-]?\\d{1,30}") ? "A whole number is needed." : type.contains("int32") && new BigDecimal(text).abs().compareTo(INT32) > 0 ? "It is too great for an integer of 32 bits." : "";
            case "number" -> text.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?") ? "" : "A number is needed.";
            case "boolean" -> text.equals("true") || text.equals("false") ? "" : "true or false is needed.";
            case "JSON" -> JsonText.fault(text);
            case "array" -> JsonText.fault(text).isEmpty() && !text.startsWith("[") ? "A list is needed: […]." : JsonText.fault(text);
            case "object" -> JsonText.fault(text).isEmpty() && !text.startsWith("{") ? "An object is needed: {…}." : JsonText.fault(text);
            default -> format(type, text);
        };
        return fault.isEmpty() ? limit(limits, text, first.equals("integer") || first.equals("number") ? new BigDecimal(text) : null) : fault;
    }

    private static String format(String type, String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        var words = " " + type + " ";
        if (words.contains(" uuid ") || words.contains(" guid ")) {
            return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? "" : "An id such as 405947d0-2ffb-4ded-8675-0475f19f5a81 is needed.";
        }
        if (words.contains(" date-time ")) {
            return text.matches("(?i)\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,12})?)?(Z|[+-]\\d{2}:?\\d{2})?") ? "" : "A moment such as 2026-01-31T09:30:00Z is needed.";
        }
        if (words.contains(" date ")) {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? "" : "A date such as 2026-01-31 is needed.";
        }
        if (words.contains(" email ")) {
            return text.matches("[^@\\s]{1,200}@[^@\\s]{1,200}") ? "" : "An e-mail address is needed.";
        }
        return words.contains(" ipv4 ") && !text.matches("(\\d{1,3}\\.){3}\\d{1,3}") ? "An address such as 192.0.2.1 is needed." : "";
    }

    /// @param number null for a text
    private static String limit(String limits, String text, BigDecimal number) {
        for (var limit : limits.split(", ")) {
            var range = RANGE.matcher(limit);
            var bound = BOUND.matcher(limit);
            var broken = range.matches() ? about(number, range.group(3)) && !(holds("at least", range.group(1), text, number) && holds("at most", range.group(2), text, number))
                    : bound.matches() && about(number, bound.group(3)) && !holds(bound.group(1), bound.group(2), text, number);
            if (broken) {
                return "It has to be " + limit + (number == null ? " long." : ".");
            }
        }
        return "";
    }

    /// Whether the limit is one of numbers for a number, one of characters for a text.
    private static boolean about(BigDecimal number, String characters) {
        return number == null != (characters == null);
    }

    private static boolean holds(String words, String bound, String text, BigDecimal number) {
        final BigDecimal limit;
        try {
            limit = new BigDecimal(bound);
        } catch (NumberFormatException e) {
            return true;
        }
        var value = number == null ? BigDecimal.valueOf(text.codePointCount(0, text.length())) : number;
        return switch (words) {
            case "at least" -> value.compareTo(limit) >= 0;
            case "at most" -> value.compareTo(limit) <= 0;
            case "more than" -> value.compareTo(limit) > 0;
            case "less than" -> value.compareTo(limit) < 0;
            default -> limit.signum() <= 0 || value.abs().precision() > 40 || value.remainder(limit).signum() == 0;
        };
    }
}
