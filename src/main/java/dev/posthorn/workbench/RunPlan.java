package dev.posthorn.workbench;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.RequestItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a run shall do.
///
/// @param context     of the collection; its folders are replaced by those of each request. `Context.forced` holds switches for all requests (`-k`, `--timeout-request`)
/// @param requests    in the order of their turns
/// @param rounds      iterations, 1 or more
/// @param delay       between two requests
/// @param data        the rows of a data file; round n has row n, the last one again where there are fewer; empty for none
/// @param bail        when to stop early
/// @param keepCookies whether the cookies of one round are there in the next
/// @param timeout     of the whole run; zero for none
/// @param script      of each script; zero for none
/// @param lanes       how many rounds may run at once, 1 or more; each lane has variables and cookies of its own
public record RunPlan(Context context, List<RequestItem> requests, int rounds, Duration delay, List<Map<String, Object>> data, Bail bail, boolean keepCookies,
        Duration timeout, Duration script, int lanes) {

    /// NEVER; FAILURE: at the first failed test, script or request, after its request; FOLDER: at a request that cannot be found.
    public enum Bail { NEVER, FAILURE }

    public RunPlan {
        requests = List.copyOf(requests);
        data = List.copyOf(data);
        rounds = Math.max(1, rounds);
        lanes = Math.max(1, lanes);
    }

    /// Once through the collection or one of its folders (null for all).
    public static RunPlan of(Context context, Folder folder) {
        return new RunPlan(context, requests(context.collection(), folder), 1, Duration.ZERO, List.of(), Bail.NEVER, true, Duration.ZERO, Duration.ZERO, 1);
    }

    /// What a run would send, in order.
    public static List<RequestItem> requests(Collection collection, Folder folder) {
        return Collection.requests(folder == null ? collection.items() : folder.items()).toList();
    }

    public RunPlan withRequests(List<RequestItem> chosen) {
        return new RunPlan(context, chosen, rounds, delay, data, bail, keepCookies, timeout, script, lanes);
    }

    public RunPlan withRounds(int count, List<Map<String, Object>> rows) {
        return new RunPlan(context, requests, count, delay, rows, bail, keepCookies, timeout, script, lanes);
    }

    public RunPlan withDelay(Duration between) {
        return new RunPlan(context, requests, rounds, between, data, bail, keepCookies, timeout, script, lanes);
    }

    public RunPlan stopping(Bail when) {
        return new RunPlan(context, requests, rounds, delay, data, when, keepCookies, timeout, script, lanes);
    }

    public RunPlan keepingCookies(boolean keep) {
        return new RunPlan(context, requests, rounds, delay, data, bail, keep, timeout, script, lanes);
    }

    public RunPlan within(Duration run, Duration eachScript) {
        return new RunPlan(context, requests, rounds, delay, data, bail, keepCookies, run, eachScript, lanes);
    }

    public RunPlan inLanes(int count) {
        return new RunPlan(context, requests, rounds, delay, data, bail, keepCookies, timeout, script, count);
    }
}
