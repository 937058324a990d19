package dev.posthorn.workbench;

import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Progress;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.RequestItem;
import dev.posthorn.oauth.Doctor;
import java.time.Duration;
import java.util.List;

/// Sends all requests of a collection, or of one of its folders, one after the other. Cookies set by one go along with the next. A login that was
/// refused is not tried again in the same run, so that no account gets locked; one that only had no answer is.
public record Run(Workbench workbench) {

    /// Runs on the caller's thread to the end, or until `cancellation`.
    ///
    /// @param context its collection is run; its folders are replaced by those of each request
    /// @param folder  null for the whole collection
    public RunResult run(Context context, Folder folder, RunListener listener, Cancellation cancellation) {
        var start = System.nanoTime();
        var requests = requests(context.collection(), folder);
        var answered = 0;
        var failed = 0;
        var began = workbench.logins().moment();
        for (var index = 0; index < requests.size() && !cancellation.cancelled(); index++) {
            var item = requests.get(index);
            listener.started(item, index, requests.size());
            var outcome = workbench.sendNow(item.request(), context(context, item), item.name(), Progress.silent(), cancellation, began);
            began = passing(outcome) ? workbench.logins().moment() : began;
            switch (outcome) {
                case Outcome.Received received -> answered++;
                case Outcome.Failed failure -> failed++;
                case Outcome.Cancelled cancelled -> { }
            }
            listener.finished(item, outcome);
            Workbench.release(outcome);
        }
        var skipped = requests.size() - answered - failed;
        var result = new RunResult(requests.size(), answered, failed, skipped, cancellation.cancelled(), Duration.ofNanos(System.nanoTime() - start));
        listener.ended(result);
        return result;
    }

    private static boolean passing(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.failure() instanceof BadLogin.Refused(_, var finding) && Doctor.passing(finding);
    }

    /// What a run would send, in order.
    public static List<RequestItem> requests(Collection collection, Folder folder) {
        return Collection.requests(folder == null ? collection.items() : folder.items()).toList();
    }

    private static Context context(Context run, RequestItem item) {
        var folders = run.collection().path(item.id()).stream().filter(Folder.class::isInstance).map(Folder.class::cast).toList();
        return run.withFolders(folders);
    }
}
