package dev.posthorn.workbench;

import dev.posthorn.http.Cancellation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends the requests of a plan, one after the other, as often as it says, with their scripts. Cookies and variables that one sets go along with the
/// next. A login that was refused is not tried again in the same run, so that no account gets locked; one that only had no answer is.
///
/// 1. `setNextRequest` goes on with the request of that name or id; null, or a name that is not there, ends the round.
/// 2. Several lanes take turns at the rounds: each has variables and cookies of its own, which begin as those of the plan.
public record Run(Workbench workbench) {

    /// Runs on the caller's thread to the end, or until `cancellation`.
    public RunResult run(RunPlan plan, RunListener listener, Cancellation cancellation) {
        var tally = new RunTally(plan, listener, Instant.now());
        var stop = new Cancellation();
        cancellation.whenCancelled(() -> {
            tally.cancelled();
            stop.cancel();
        });
        tally.began();
        try (var _ = new Deadline(plan.timeout(), () -> {
            tally.stopped("the run took longer than " + plan.timeout().toMillis() + " ms");
            stop.cancel();
        })) {
            var lanes = Math.min(plan.lanes(), plan.rounds());
            var next = new AtomicInteger();
            var first = new Lane(workbench, plan, tally, stop, lanes > 1);
            var others = new ArrayList<Thread>();
            for (var i = 1; i < lanes; i++) {
                var lane = new Lane(workbench, plan, tally, stop, true);
                others.add(Thread.ofVirtual().name("run lane " + i).start(() -> lane.run(next)));
            }
            first.run(next);
            join(others, stop);
            return tally.ended(first.variables());
        }
    }

    private static void join(Iterable<Thread> lanes, Cancellation stop) {
        for (var lane : lanes) {
            try {
                lane.join();
            } catch (InterruptedException e) {
                stop.cancel();
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
