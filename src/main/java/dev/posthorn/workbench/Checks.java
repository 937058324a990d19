package dev.posthorn.workbench;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Check;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.ScriptFault;
import java.util.List;
import java.util.function.UnaryOperator;

/// Judges the rows of the Assertions table by an answer.
///
/// 1. Each row that is switched on gives one assertion, named by the sentence that the row is.
/// 2. A row that fails says what was expected and what was found; a row that is itself wrong (no path, no number, no expression, no schema) fails and says where.
/// 3. Where no answer came all of them fail; where none was wanted (skipped, cancelled) they are skipped.
/// 4. JSON is compared by value; what is expected of a string may be written with or without its quotes.
public final class Checks {

    /// What stands as the script of such an assertion.
    public static final String TABLE = "Assertions table";

    /// What became of one row.
    ///
    /// @param expected as the end of "expected …"; null where the row holds
    /// @param found    what was there, shortened
    /// @param broken   what is wrong with the row itself; null where nothing is
    record Judgement(String expected, String found, String broken) {

        static Judgement holds(String found) {
            return new Judgement(null, found, null);
        }

        static Judgement fails(String expected, String found) {
            return new Judgement(expected, found, null);
        }

        static Judgement broken(String sentence) {
            return new Judgement(null, "", sentence);
        }

        static Judgement of(boolean holds, String expected, String found) {
            return holds ? holds(found) : fails(expected, found);
        }

        boolean holds() {
            return expected == null && broken == null;
        }
    }

    private Checks() {}

    /// @param resolve replaces the variables in a text
    public static List<Assertion> judge(List<Check> checks, Outcome outcome, UnaryOperator<String> resolve) {
        var on = checks.stream().filter(Check::enabled).toList();
        return switch (outcome) {
            case Outcome.Received received -> {
                var answer = new JudgedAnswer(received);
                yield on.stream().map(check -> judge(check, answer, resolve)).toList();
            }
            case Outcome.Failed failed -> on.stream().map(c -> failed(c, "Error", "no answer came. " + failed.failure().sentence())).toList();
            case Outcome.Cancelled _, Outcome.Skipped _ -> on.stream().map(c -> Assertion.skipped(c.sentence())).toList();
        };
    }

    static Assertion judge(Check check, JudgedAnswer answer, UnaryOperator<String> resolve) {
        var judged = judgement(check, answer, resolve);
        if (judged.holds()) {
            return Assertion.passed(check.sentence());
        }
        return judged.broken() != null ? failed(check, "Error", judged.broken())
                : failed(check, "AssertionError", label(check) + ": expected " + judged.expected() + ", found " + judged.found());
    }

    /// @param answer read already, since several rows ask it
    static Judgement judgement(Check check, JudgedAnswer answer, UnaryOperator<String> resolve) {
        var asked = check.withOf(resolve.apply(check.of()).strip()).withExpected(resolve.apply(check.expected()));
        var wrong = RowFault.of(asked, UnaryOperator.identity());
        if (wrong.isPresent()) {
            return Judgement.broken(wrong.get());
        }
        try {
            return answer.judge(asked);
        } catch (CheckProblem e) {
            return Judgement.broken(e.getMessage());
        }
    }

    /// "JSONPath $.total", "Header ETag", "Status".
    static String label(Check check) {
        return check.subject().label() + (check.subject().several() ? " " + (check.of().isBlank() ? "(empty)" : check.of().strip()) : "");
    }

    static Assertion failed(Check check, String name, String message) {
        return Assertion.failed(check.sentence(), new ScriptFault(name, message, TABLE, 0, 0));
    }
}
