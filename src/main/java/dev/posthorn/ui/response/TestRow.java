package dev.posthorn.ui.response;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.ScriptRun;
import java.util.ArrayList;
import java.util.List;

/// A row of the Tests tab.
sealed interface TestRow {

    /// What is copied of it.
    String text();

    /// Heads the tests of one script, or of the Assertions table.
    record Head(String title, String detail) implements TestRow {
        @Override
        public String text() {
            return detail.isEmpty() ? title : title + " (" + detail + ")";
        }
    }

    /// @param spot where its error is in a script; null where that is not known
    record Test(Assertion assertion, ScriptSpot spot) implements TestRow {
        @Override
        public String text() {
            return sign(assertion.verdict()) + " " + assertion.name() + (assertion.error() == null ? "" : "\n    " + assertion.error().text());
        }
    }

    /// What ended a script early.
    record Fault(ScriptFault fault, ScriptSpot spot) implements TestRow {
        @Override
        public String text() {
            return "✗ The script ended early: " + fault.text();
        }
    }

    static String sign(Assertion.Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case SKIPPED -> "○";
        };
    }

    /// The rows of a report; of one verdict alone where `only` is not null. Scripts without tests and without errors have none.
    static List<TestRow> of(ScriptReport report, Assertion.Verdict only) {
        var rows = new ArrayList<TestRow>();
        for (var run : report.runs()) {
            var own = tests(run.assertions(), run, only);
            if (run.fault() != null && (only == null || only == Assertion.Verdict.FAILED)) {
                own.add(new Fault(run.fault(), spot(run, run.fault())));
            }
            if (!own.isEmpty()) {
                rows.add(new Head(title(run), run.phase() == Script.Phase.PRE_REQUEST ? "before the request" : ""));
                rows.addAll(own);
            }
        }
        var checks = tests(report.checks(), null, only);
        if (!checks.isEmpty()) {
            rows.add(new Head("Assertions table", ""));
            rows.addAll(checks);
        }
        return rows;
    }

    private static List<TestRow> tests(List<Assertion> assertions, ScriptRun run, Assertion.Verdict only) {
        var rows = new ArrayList<TestRow>();
        for (var assertion : assertions) {
            if (only == null || assertion.verdict() == only) {
                rows.add(new Test(assertion, run == null || assertion.error() == null ? null : spot(run, assertion.error())));
            }
        }
        return rows;
    }

    private static String title(ScriptRun run) {
        return run.level().isEmpty() ? "Script" : Character.toUpperCase(run.level().charAt(0)) + run.level().substring(1);
    }

    private static ScriptSpot spot(ScriptRun run, ScriptFault fault) {
        return fault.line() <= 0 ? null : new ScriptSpot(run.phase(), run.level(), run.item(), fault.line(), fault.column());
    }
}
