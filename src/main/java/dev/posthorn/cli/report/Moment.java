package dev.posthorn.cli.report;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.workbench.Sent;
import java.util.ArrayList;
import java.util.List;

/// What happened around one request of a run, one thing after the other, as reports tell it.
sealed interface Moment {

    /// @param number of this script among those of its step, from 0
    record Began(ScriptRun run, int number) implements Moment {}

    /// @param run   null for a row of the Assertions table
    /// @param index of the assertion in its script, from 0
    record Judged(ScriptRun run, int index, Assertion assertion) implements Moment {

        boolean failed() {
            return assertion.verdict() == Assertion.Verdict.FAILED;
        }
    }

    record Broke(ScriptRun run, ScriptFault fault) implements Moment {}

    /// The request was sent, or was to be.
    record Asked(Outcome outcome) implements Moment {}

    static List<Moment> of(Sent sent) {
        var all = new ArrayList<Moment>();
        var asked = false;
        var number = 0;
        for (var run : sent.report().runs()) {
            if (!asked && run.phase() == Script.Phase.TEST) {
                all.add(new Asked(sent.outcome()));
                asked = true;
            }
            script(run, number++, all);
        }
        if (!asked) {
            all.add(new Asked(sent.outcome()));
        }
        for (var index = 0; index < sent.report().checks().size(); index++) {
            all.add(new Judged(null, index, sent.report().checks().get(index)));
        }
        return all;
    }

    private static void script(ScriptRun run, int number, List<Moment> into) {
        into.add(new Began(run, number));
        for (var index = 0; index < run.assertions().size(); index++) {
            into.add(new Judged(run, index, run.assertions().get(index)));
        }
        if (run.fault() != null) {
            into.add(new Broke(run, run.fault()));
        }
    }
}
