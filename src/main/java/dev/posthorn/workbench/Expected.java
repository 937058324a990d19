package dev.posthorn.workbench;

import dev.posthorn.text.BoundedMatch;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.workbench.Checks.Judgement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The expected value of a row, read as what its operator needs: a number, a list, an expression, a length.
record Expected(String text) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
    private static final Pattern LENGTH = Pattern.compile("(>=|<=|>|<|)\\s*(\\d{1,9})");
    static final List<String> TYPES = List.of("string", "number", "integer", "boolean", "array", "object", "null");

    /// Empty where a text is no number.
    static Optional<BigDecimal> number(String text) {
        var stripped = text.strip();
        return NUMBER.matcher(stripped).matches() ? Optional.of(new BigDecimal(stripped)) : Optional.empty();
    }

    BigDecimal number() throws CheckProblem {
        return number(text).orElseThrow(() -> new CheckProblem(text.isBlank() ? "The row does not say which number is expected."
                : "The row expects a number, and " + Shown.text(text) + " is none."));
    }

    /// The values of "one, another", or of a JSON list.
    List<Expected> several() throws CheckProblem {
        if (json() instanceof Json.Arr list) {
            return list.elements().stream().map(e -> new Expected(text.substring(e.start(), e.end()))).toList();
        }
        var parts = Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).map(Expected::new).toList();
        if (parts.isEmpty()) {
            throw new CheckProblem("The row does not say which values are allowed: \"one, another\" or a JSON list.");
        }
        return parts;
    }

    /// As JSON; null where it is none.
    Json json() {
        try {
            return text.isBlank() ? null : JsonReader.read(text);
        } catch (JsonProblem e) {
            return null;
        }
    }

    /// As a text: a JSON string without its quotes, all else as it is written.
    String plain() {
        return json() instanceof Json.Text string ? string.value() : text;
    }

    boolean matches(CharSequence subject) throws CheckProblem {
        try {
            return BoundedMatch.of(text).find(subject);
        } catch (BoundedMatch.Problem e) {
            throw new CheckProblem("The expression " + Shown.text(text) + " cannot be used: " + e.getMessage() + ".");
        }
    }

    String type() throws CheckProblem {
        var type = plain().strip().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw new CheckProblem("There is no type " + Shown.text(text) + "; there are " + String.join(", ", TYPES) + ".");
        }
        return type;
    }

    Judgement length(long found, String of) throws CheckProblem {
        var matcher = LENGTH.matcher(text.strip());
        if (!matcher.matches()) {
            throw new CheckProblem("The row expects a length such as 3 or > 0, and " + Shown.text(text) + " is none.");
        }
        var wanted = Long.parseLong(matcher.group(2));
        var holds = switch (matcher.group(1)) {
            case ">" -> found > wanted;
            case ">=" -> found >= wanted;
            case "<" -> found < wanted;
            case "<=" -> found <= wanted;
            default -> found == wanted;
        };
        return Judgement.of(holds, "length " + text.strip(), found + of);
    }
}
