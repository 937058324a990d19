package dev.posthorn.workbench;

import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Progress;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.oauth.Doctor;
import dev.posthorn.script.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Sends all requests of a collection, or of one of its folders, one after the other. Cookies set by one go along with the next. A login that was
/// refused is not tried again in the same run, so that no account gets locked; one that only had no answer is.
public record Run(Workbench workbench) {

    /// Runs on the caller's thread to the end, or until `cancellation`.
    public RunResult run(RunPlan plan, RunListener listener, Cancellation cancellation) {
        var at = Instant.now();
        var start = System.nanoTime();
        var answered = 0;
        var failed = 0;
        var began = workbench.logins().moment();
        listener.began(plan);
        for (var index = 0; index < plan.requests().size() && !cancellation.cancelled(); index++) {
            var item = plan.requests().get(index);
            var context = context(plan.context(), item);
            var step = new Step(0, index, item, context.folders().stream().map(Folder::name).toList());
            listener.started(step);
            var outcome = workbench.sendNow(item.request(), context, item.name(), Progress.silent(), cancellation, began);
            began = passing(outcome) ? workbench.logins().moment() : began;
            switch (outcome) {
                case Outcome.Received received -> answered++;
                case Outcome.Failed failure -> failed++;
                case Outcome.Cancelled _, Outcome.Skipped _ -> { }
            }
            listener.finished(step, new Sent(outcome, ScriptReport.NONE, item.request()));
            Workbench.release(outcome);
        }
        var counts = new RunResult.Counts(1, plan.requests().size(), answered, failed, 0, 0, 0, 0, 0);
        var result = new RunResult(counts, cancellation.cancelled(), "", at, Duration.ofNanos(System.nanoTime() - start), Variables.none());
        listener.ended(result);
        return result;
    }

    private static boolean passing(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.failure() instanceof BadLogin.Refused(_, var finding) && Doctor.passing(finding);
    }

    private static Context context(Context run, RequestItem item) {
        var folders = run.collection().path(item.id()).stream().filter(Folder.class::isInstance).map(Folder.class::cast).toList();
        return run.withFolders(folders);
    }
}
