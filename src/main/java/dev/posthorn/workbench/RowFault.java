package dev.posthorn.workbench;

import dev.posthorn.jsonpath.JsonPath;
import dev.posthorn.jsonpath.PathProblem;
import dev.posthorn.model.Check;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What is wrong with a row of the Assertions table whatever the answer is: said while it is typed, and before a request is repeated for nothing.
public final class RowFault {

    private RowFault() {}

    /// Empty where the row can be judged.
    public static Optional<String> of(Check check, UnaryOperator<String> resolve) {
        var asked = check.withOf(resolve.apply(check.of()).strip()).withExpected(resolve.apply(check.expected()));
        try {
            subject(asked);
            expected(asked);
            return Optional.empty();
        } catch (CheckProblem e) {
            return Optional.of(e.getMessage());
        }
    }

    private static void subject(Check check) throws CheckProblem {
        if (!check.subject().operators().contains(check.operator())) {
            throw new CheckProblem("\"" + check.operator().words() + "\" says nothing about " + Checks.label(check) + ".");
        }
        if (check.subject() == Check.Subject.HEADER && check.of().isBlank()) {
            throw new CheckProblem("The row does not say which header: a name such as Content-Type is missing.");
        }
        if (check.subject() == Check.Subject.JSON_PATH) {
            path(check.of());
        }
    }

    static JsonPath path(String text) throws CheckProblem {
        if (text.isBlank()) {
            throw new CheckProblem("The row does not say where in the JSON: a path such as $.data.id is missing.");
        }
        try {
            return JsonPath.of(text);
        } catch (PathProblem e) {
            throw new CheckProblem("The JSONPath " + Shown.cut(text) + " cannot be read: " + e.said() + ".");
        }
    }

    private static void expected(Check check) throws CheckProblem {
        var expected = new Expected(check.expected());
        switch (check.operator()) {
            case BELOW, ABOVE -> expected.number();
            case EQUALS, DIFFERS -> {
                if (check.subject() == Check.Subject.STATUS) {
                    TextCheck.code(expected, 0);
                } else if (check.subject() == Check.Subject.SIZE) {
                    expected.number();
                }
            }
            case IN -> {
                for (var one : expected.several()) {
                    if (check.subject() == Check.Subject.STATUS) {
                        TextCheck.code(one, 0);
                    }
                }
            }
            case CONTAINS, LACKS -> {
                if (check.expected().isEmpty()) {
                    throw new CheckProblem("The row does not say what is looked for.");
                }
            }
            case MATCHES -> expected.matches("");
            case TYPE -> expected.type();
            case LENGTH -> expected.length(0, "");
            case CONFORMS -> SchemaCheck.read(check.expected());
            case EXISTS, ABSENT -> { }
        }
    }
}
