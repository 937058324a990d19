package dev.posthorn.workbench;

import dev.posthorn.model.Check;
import dev.posthorn.workbench.Checks.Judgement;
import java.math.BigDecimal;
import java.util.List;

/// Judges what is no JSON: the status, headers, the body as a text, numbers.
final class TextCheck {

    private final Check check;
    private final Expected expected;

    TextCheck(Check check) {
        this.check = check;
        this.expected = new Expected(check.expected());
    }

    /// `2xx` stands for all of a class.
    Judgement status(int status) throws CheckProblem {
        var found = String.valueOf(status);
        return switch (check.operator()) {
            case EQUALS -> Judgement.of(code(expected, status), expected.text().strip(), found);
            case DIFFERS -> Judgement.of(!code(expected, status), "another than " + expected.text().strip(), found);
            case IN -> {
                var holds = false;
                for (var one : expected.several()) {
                    holds |= code(one, status);
                }
                yield Judgement.of(holds, "one of " + expected.text().strip(), found);
            }
            default -> number(new BigDecimal(status), "");
        };
    }

    static boolean code(Expected wanted, int status) throws CheckProblem {
        var text = wanted.text().strip();
        if (text.matches("[1-9][xX]{2}")) {
            return text.charAt(0) - '0' == status / 100;
        }
        return wanted.number().compareTo(new BigDecimal(status)) == 0;
    }

    Judgement number(BigDecimal found, String unit) throws CheckProblem {
        var wanted = expected.number();
        var sign = found.compareTo(wanted);
        var words = wanted.toPlainString() + unit;
        var there = found.toPlainString() + unit;
        return switch (check.operator()) {
            case BELOW -> Judgement.of(sign < 0, "less than " + words, there);
            case ABOVE -> Judgement.of(sign > 0, "more than " + words, there);
            case DIFFERS -> Judgement.of(sign != 0, "another than " + words, there);
            default -> Judgement.of(sign == 0, words, there);
        };
    }

    /// A header may come several times: one that suits is enough, and for "differs" and "does not contain" all must.
    Judgement header(List<String> values) throws CheckProblem {
        var found = values.isEmpty() ? "no such header" : Shown.text(String.join(", ", values));
        switch (check.operator()) {
            case EXISTS -> {
                return Judgement.of(!values.isEmpty(), "the header", found);
            }
            case ABSENT -> {
                return Judgement.of(values.isEmpty(), "no such header", found);
            }
            default -> { }
        }
        if (values.size() < 2) {
            return values.isEmpty() ? Judgement.fails(wanted(), found) : one(values.getFirst());
        }
        var all = check.operator() == Check.Operator.DIFFERS || check.operator() == Check.Operator.LACKS;
        for (var value : values) {
            if (one(value).holds() != all) {
                return Judgement.of(!all, wanted(), found);
            }
        }
        return Judgement.of(all, wanted(), found);
    }

    Judgement body(String text) throws CheckProblem {
        return switch (check.operator()) {
            case EXISTS -> Judgement.of(!text.isEmpty(), "a body", "none");
            case ABSENT -> Judgement.of(text.isEmpty(), "no body", Shown.text(text));
            default -> one(text);
        };
    }

    private Judgement one(String value) throws CheckProblem {
        var found = Shown.text(value);
        return switch (check.operator()) {
            case EQUALS -> Judgement.of(equal(expected, value), wanted(), found);
            case DIFFERS -> Judgement.of(!equal(expected, value), wanted(), found);
            case CONTAINS -> Judgement.of(value.contains(part()), wanted(), found);
            case LACKS -> Judgement.of(!value.contains(part()), wanted(), found);
            case MATCHES -> Judgement.of(expected.matches(value), wanted(), found);
            case LENGTH -> expected.length(value.codePointCount(0, value.length()), " characters");
            case IN -> {
                var holds = false;
                for (var one : expected.several()) {
                    holds |= equal(one, value);
                }
                yield Judgement.of(holds, wanted(), found);
            }
            case BELOW, ABOVE -> {
                var number = Expected.number(value);
                yield number.isPresent() ? number(number.get(), "") : Judgement.fails(wanted(), found + ", which is no number");
            }
            case EXISTS, ABSENT, TYPE, CONFORMS -> throw new CheckProblem("\"" + check.operator().words() + "\" says nothing about a text.");
        };
    }

    private String part() throws CheckProblem {
        if (expected.text().isEmpty()) {
            throw new CheckProblem("The row does not say which text is looked for.");
        }
        return expected.text();
    }

    private String wanted() {
        var value = Shown.text(expected.text());
        return switch (check.operator()) {
            case DIFFERS -> "another than " + value;
            case CONTAINS -> "it to contain " + value;
            case LACKS -> "it not to contain " + value;
            case MATCHES -> "it to match " + value;
            case IN -> "one of " + Shown.cut(expected.text());
            case BELOW -> "less than " + Shown.cut(expected.text());
            case ABOVE -> "more than " + Shown.cut(expected.text());
            case LENGTH -> "length " + Shown.cut(expected.text());
            default -> value;
        };
    }

    /// Two numbers by what they are worth, all else char by char.
    private static boolean equal(Expected wanted, String value) {
        if (wanted.text().equals(value) || wanted.plain().equals(value)) {
            return true;
        }
        var a = Expected.number(wanted.text());
        var b = Expected.number(value);
        return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) == 0;
    }
}
