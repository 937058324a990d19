package dev.posthorn.workbench;

import dev.posthorn.jsonpath.Comparison;
import dev.posthorn.model.Check;
import dev.posthorn.tree.Json;
import dev.posthorn.workbench.Checks.Judgement;
import java.util.List;

/// Judges what a JSONPath found.
///
/// A path of names and indexes finds one value or nothing. One that may find several (`*`, `..`, slices, filters): its length is how many; equal is the one
/// value, or the list of all; "contains" is among them; for the other operators all of them must suit.
final class JsonCheck {

    private final Check check;
    private final boolean singular;
    private final Expected expected;

    JsonCheck(Check check, boolean singular) {
        this.check = check;
        this.singular = singular;
        this.expected = new Expected(check.expected());
    }

    Judgement judge(List<Json> found) throws CheckProblem {
        var shown = Shown.several(found);
        switch (check.operator()) {
            case EXISTS -> {
                return Judgement.of(!found.isEmpty(), "a value", shown);
            }
            case ABSENT -> {
                return Judgement.of(found.isEmpty(), "nothing there", shown);
            }
            case LENGTH -> {
                if (!singular) {
                    return expected.length(found.size(), found.size() == 1 ? " value" : " values");
                }
            }
            default -> { }
        }
        if (singular) {
            return found.isEmpty() ? missing() : one(found.getFirst());
        }
        return several(found, shown);
    }

    /// The row itself is looked at all the same: a wrong one says so before it says that nothing is there.
    private Judgement missing() throws CheckProblem {
        return Judgement.fails(wanted(), "nothing at that path");
    }

    private Judgement several(List<Json> found, String shown) throws CheckProblem {
        return switch (check.operator()) {
            case EQUALS -> Judgement.of(same(found), wanted(), shown);
            case DIFFERS -> found.isEmpty() ? missing() : Judgement.of(!same(found), wanted(), shown);
            case CONTAINS -> Judgement.of(found.stream().anyMatch(f -> equal(expected, f)), wanted(), shown);
            case LACKS -> found.isEmpty() ? missing() : Judgement.of(found.stream().noneMatch(f -> equal(expected, f)), wanted(), shown);
            default -> {
                if (found.isEmpty()) {
                    yield missing();
                }
                for (var value : found) {
                    var judged = one(value);
                    if (!judged.holds()) {
                        yield found.size() == 1 ? judged : Judgement.fails(judged.expected() + " of all", judged.found() + " among " + found.size());
                    }
                }
                yield Judgement.holds(shown);
            }
        };
    }

    private boolean same(List<Json> found) {
        var list = new Json.Arr(0, 0, found);
        return found.size() == 1 && equal(expected, found.getFirst()) || expected.json() instanceof Json.Arr wanted && Comparison.equal(wanted, list);
    }

    private Judgement one(Json value) throws CheckProblem {
        var shown = Shown.json(value);
        return switch (check.operator()) {
            case EQUALS -> Judgement.of(equal(expected, value), wanted(), shown);
            case DIFFERS -> Judgement.of(!equal(expected, value), wanted(), shown);
            case CONTAINS -> Judgement.of(contains(value), wanted(), shown);
            case LACKS -> Judgement.of(!contains(value), wanted(), shown);
            case MATCHES -> Judgement.of(expected.matches(text(value)), wanted(), shown);
            case IN -> {
                var holds = false;
                for (var one : expected.several()) {
                    holds |= equal(one, value);
                }
                yield Judgement.of(holds, wanted(), shown);
            }
            case BELOW, ABOVE -> number(value, shown);
            case TYPE -> {
                var type = expected.type();
                yield Judgement.of(is(value, type), wanted(), type(value) + " " + shown);
            }
            case LENGTH -> length(value, shown);
            case CONFORMS -> SchemaCheck.judge(expected.text(), value);
            case EXISTS -> Judgement.holds(shown);
            case ABSENT -> Judgement.fails("nothing there", shown);
        };
    }

    private Judgement number(Json value, String shown) throws CheckProblem {
        var wanted = expected.number();
        var number = switch (value) {
            case Json.Num num -> Expected.number(num.text());
            case Json.Text text -> Expected.number(text.value());
            default -> java.util.Optional.<java.math.BigDecimal>empty();
        };
        if (number.isEmpty()) {
            return Judgement.fails(wanted(), shown + ", which is no number");
        }
        var sign = number.get().compareTo(wanted);
        return Judgement.of(check.operator() == Check.Operator.BELOW ? sign < 0 : sign > 0, wanted(), shown);
    }

    private Judgement length(Json value, String shown) throws CheckProblem {
        return switch (value) {
            case Json.Text text -> expected.length(text.value().codePointCount(0, text.value().length()), " characters");
            case Json.Arr list -> expected.length(list.elements().size(), list.elements().size() == 1 ? " element" : " elements");
            case Json.Obj object -> expected.length(object.members().size(), object.members().size() == 1 ? " member" : " members");
            case Json.Num _, Json.Flag _, Json.Null _ -> Judgement.fails(wanted(), shown + ", which has no length");
        };
    }

    /// A part of a string, an element of a list, a key of an object.
    private boolean contains(Json value) throws CheckProblem {
        if (expected.text().isEmpty()) {
            throw new CheckProblem("The row does not say what is looked for.");
        }
        return switch (value) {
            case Json.Text text -> text.value().contains(expected.text()) || text.value().contains(expected.plain());
            case Json.Arr list -> list.elements().stream().anyMatch(e -> equal(expected, e));
            case Json.Obj object -> object.has(expected.plain());
            case Json.Num _, Json.Flag _, Json.Null _ -> text(value).contains(expected.plain());
        };
    }

    private static String text(Json value) {
        return switch (value) {
            case Json.Text text -> text.value();
            case Json.Num number -> number.text();
            default -> Shown.json(value);
        };
    }

    /// By value; what is expected of a string may lack its quotes.
    private static boolean equal(Expected wanted, Json value) {
        return value instanceof Json.Text text && text.value().equals(wanted.text()) || wanted.json() != null && Comparison.equal(wanted.json(), value);
    }

    private static String type(Json value) {
        return switch (value) {
            case Json.Text _ -> "string";
            case Json.Num _ -> "number";
            case Json.Flag _ -> "boolean";
            case Json.Arr _ -> "array";
            case Json.Obj _ -> "object";
            case Json.Null _ -> "null";
        };
    }

    private static boolean is(Json value, String type) {
        if (!type.equals("integer")) {
            return type(value).equals(type);
        }
        return value instanceof Json.Num num && Expected.number(num.text()).map(n -> n.stripTrailingZeros().scale() <= 0).orElse(false);
    }

    private String wanted() throws CheckProblem {
        var text = Shown.cut(expected.text());
        var value = expected.text().isEmpty() ? "\"\"" : expected.json() == null ? "\"" + text + "\"" : text;
        return switch (check.operator()) {
            case EQUALS -> value;
            case DIFFERS -> "another than " + value;
            case CONTAINS -> "it to contain " + value;
            case LACKS -> "it not to contain " + value;
            case MATCHES -> "it to match \"" + text + "\"";
            case IN -> "one of " + text;
            case BELOW -> "less than " + expected.number().toPlainString();
            case ABOVE -> "more than " + expected.number().toPlainString();
            case TYPE -> "type " + expected.type();
            case LENGTH -> "length " + text.strip();
            case CONFORMS -> "what the schema allows";
            case EXISTS, ABSENT -> "a value";
        };
    }
}
