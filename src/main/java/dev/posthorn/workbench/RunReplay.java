package dev.posthorn.workbench;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.script.Host;
import dev.posthorn.script.Variables;
import dev.posthorn.store.RunDetail;
import dev.posthorn.store.RunHead;
import dev.posthorn.store.RunRow;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells a kept run once more, for who writes a report of it: in the order of the rows, with what was kept of the exchanges, without secrets.
///
/// @param context of the collection as it is now; requests that it has no more are made up from what was kept
public record RunReplay(Context context, RunHead head, List<RunRow> rows, Details details) {

    /// Where the details are.
    @FunctionalInterface
    public interface Details {
        RunDetail of(RunRow row) throws IOException;
    }

    public void into(RunListener listener) throws IOException {
        var items = items();
        var chosen = rows.stream().filter(r -> r.round() == 0).map(r -> items.get(r.identity())).toList();
        listener.began(RunPlan.of(context, null).withRequests(chosen).withRounds(head.rounds(), List.of()));
        var round = -1;
        for (var row : rows) {
            if (row.round() != round) {
                if (round >= 0) {
                    listener.roundEnded(round);
                }
                round = row.round();
                listener.roundBegan(round);
            }
            tell(row, items.get(row.identity()), listener);
        }
        if (round >= 0) {
            listener.roundEnded(round);
        }
        var counts = new RunResult.Counts(head.rounds(), head.planned(), head.answered(), head.failed(), head.skipped(), head.tests(), head.failedTests(), head.scripts(), head.failedScripts());
        listener.ended(new RunResult(counts, head.cancelled(), head.stopped(), head.began(), head.took(), Variables.none()));
    }

    private void tell(RunRow row, RequestItem item, RunListener listener) throws IOException {
        var step = new Step(row.round(), row.number(), item, row.path().isEmpty() ? List.of() : Arrays.asList(row.path().split(" / ")));
        listener.started(step);
        var detail = row.length() == 0 ? new RunDetail(null, null, ScriptReport.NONE, List.of(), "") : details.of(row);
        detail.said().forEach(line -> listener.said(step, severity(line.level()), line.text()));
        detail.report().runs().forEach(run -> listener.scriptEnded(step, run));
        var outcome = detail.outcome() == null ? (Outcome) new Outcome.Cancelled(null, null, List.of()) : detail.outcome();
        listener.finished(step, new Sent(outcome, detail.report(), detail.request() == null ? item.request() : detail.request()));
    }

    private static Host.Severity severity(String level) {
        return Arrays.stream(Host.Severity.values()).filter(s -> s.name().equals(level.toUpperCase(Locale.ROOT))).findFirst().orElse(Host.Severity.LOG);
    }

    private Map<String, RequestItem> items() {
        var now = new LinkedHashMap<String, RequestItem>();
        var all = context.collection() == null ? List.<RequestItem>of() : Collection.requests(context.collection().items()).toList();
        var byId = new LinkedHashMap<String, RequestItem>();
        all.forEach(i -> byId.put(i.id(), i));
        for (var row : rows) {
            now.computeIfAbsent(row.identity(), _ -> byId.getOrDefault(row.item(),
                    new RequestItem(row.item(), row.name(), Request.blank().withMethod(row.method()).withAddress(row.url(), List.of(), List.of()), List.of())));
        }
        return now;
    }
}
