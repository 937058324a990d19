package dev.posthorn.cli.report;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// One thing that went wrong in a run, as lists of failures name it.
///
/// @param name    the kind: `AssertionError`, `TypeError`, `Error`
/// @param test    the assertion's name; empty for others
/// @param message what was wrong
/// @param at      where, in newman's words: "assertion:1 in test-script", "test-script:3:7", "request"
/// @param index   of the assertion in its script, from 0; -1 for others
/// @param script  where it stands in a script, "line 3 of the test script of request Read"; empty where that is not known
record Failing(Step step, String name, String test, String message, String at, int index, String script) {

    /// Those of one step in order, with what must not be shown taken out of their words.
    static List<Failing> of(Step step, Sent sent, Setting setting, UnaryOperator<String> hide) {
        var all = new ArrayList<Failing>();
        for (var moment : Moment.of(sent)) {
            switch (moment) {
                case Moment.Judged(var run, var index, var assertion) when assertion.verdict() == Assertion.Verdict.FAILED -> {
                    var error = assertion.error() == null ? new ScriptFault("AssertionError", assertion.name(), "", 0, 0) : assertion.error();
                    all.add(new Failing(step, error.name(), hide.apply(assertion.name()), hide.apply(error.message()), "assertion:" + index + " in "
                            + (run == null ? "assertions-table" : "test-script"), index, place(run, error)));
                }
                case Moment.Broke(var run, var fault) -> all.add(new Failing(step, fault.name(), "", hide.apply(fault.message()),
                        phase(run) + "-script" + (fault.line() > 0 ? ":" + fault.line() + ":" + fault.column() : ""), -1, place(run, fault)));
                case Moment.Asked(Outcome.Failed failed) ->
                    all.add(new Failing(step, "Error", "", hide.apply(setting.words().apply(failed.failure())), "request", -1, ""));
                case Moment.Judged _, Moment.Asked _, Moment.Began _ -> { }
            }
        }
        return all;
    }

    static String phase(ScriptRun run) {
        return run.phase() == Script.Phase.TEST ? "test" : "prerequest";
    }

    private static String place(ScriptRun run, ScriptFault fault) {
        return run == null || fault.line() <= 0 ? "" : "line " + fault.line() + " of the " + (run.phase() == Script.Phase.TEST ? "test" : "pre-request") + " script of " + run.level();
    }

    /// "Folder A / Inner / Post it".
    static String fullName(Step step) {
        return (step.path().isEmpty() ? "" : String.join(" / ", step.path()) + " / ") + step.item().name();
    }
}
