package dev.posthorn.model;

import java.util.List;
import java.util.stream.Stream;

/// What the scripts and the Assertions table of one send came to.
///
/// @param runs    in the order they ran, those before the send first
/// @param checks  the rows of the Assertions table
/// @param visual  what `pm.visualizer.set` shows; null for none
/// @param next    what `setNextRequest` said last; null where no script said it
/// @param changes what was done to variables that outlive the send, in order
/// @param tries   how often the request was sent: more than 1 where it was awaited
public record ScriptReport(List<ScriptRun> runs, List<Assertion> checks, Visual visual, NextRequest next, List<VariableChange> changes, int tries) {

    public static final ScriptReport NONE = new ScriptReport(List.of(), List.of(), null, null, List.of(), 1);

    public ScriptReport {
        runs = List.copyOf(runs);
        checks = List.copyOf(checks);
        changes = List.copyOf(changes);
    }

    /// The same with the rows of the Assertions table.
    public ScriptReport withChecks(List<Assertion> rows, int sendings) {
        return new ScriptReport(runs, rows, visual, next, changes, sendings);
    }

    /// All tests, in the order they were judged.
    public Stream<Assertion> assertions() {
        return Stream.concat(runs.stream().flatMap(r -> r.assertions().stream()), checks.stream());
    }

    public long failed() {
        return assertions().filter(a -> a.verdict() == Assertion.Verdict.FAILED).count();
    }

    /// What ended scripts early, in order.
    public Stream<ScriptFault> faults() {
        return runs.stream().filter(r -> r.fault() != null).map(ScriptRun::fault);
    }
}
