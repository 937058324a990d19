package dev.posthorn.cli.report;

import dev.posthorn.model.ItemPaths;
import dev.posthorn.model.Outcome;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;

/// A line a request and what it came to: how `posthorn run` tells of requests that have neither scripts nor assertions.
final class QuietReporter implements Reporter {

    private static final int NAME_WIDTH = 60;
    private static final int STATUS_WIDTH = 14;
    private static final int TIME_WIDTH = 9;
    private static final int SIZE_WIDTH = 10;

    private final Setting setting;
    private final Paint paint;
    private final Map<Step, Long> starts = new IdentityHashMap<>();
    private int total;
    private int methodWidth;
    private int nameWidth;
    private int answered;
    private int failed;

    QuietReporter(Setting setting) {
        this.setting = setting;
        this.paint = new Paint(setting.look().colour());
    }

    @Override
    public void began(RunPlan plan) {
        total = plan.requests().size() * plan.rounds();
        var paths = new ItemPaths(plan.context().collection());
        for (var item : plan.requests()) {
            methodWidth = Math.max(methodWidth, Columns.width(Columns.plain(item.request().method())));
            nameWidth = Math.max(nameWidth, Columns.width(Columns.plain(item.name())) + paths.folders(item.id()).stream().limit(20)
                    .mapToInt(above -> Columns.width(Columns.plain(above.name())) + 1).sum());
        }
        nameWidth = Math.min(NAME_WIDTH, nameWidth);
    }

    @Override
    public void started(Step step) {
        starts.put(step, System.nanoTime());
    }

    @Override
    public void finished(Step step, Sent sent) {
        setting.live().hide();
        var took = Duration.ofNanos(System.nanoTime() - starts.remove(step));
        switch (sent.outcome()) {
            case Outcome.Received received -> {
                answered++;
                var response = received.response();
                var status = Columns.left(Columns.plain(response.status() + " " + response.reason()), STATUS_WIDTH);
                print(step, paint.status(response.status(), status), took, Columns.size(response.body().size()));
            }
            case Outcome.Failed failure -> {
                failed++;
                print(step, paint.bad(Columns.left(failure.partial() == null ? "no answer" : "not complete", STATUS_WIDTH)), took, "");
                setting.out().println(" ".repeat(methodWidth + 4) + Columns.plain(setting.words().apply(failure.failure())));
            }
            case Outcome.Skipped _ -> print(step, paint.quiet(Columns.left("skipped", STATUS_WIDTH)), took, "");
            case Outcome.Cancelled _ -> print(step, paint.quiet(Columns.left("stopped", STATUS_WIDTH)), took, "");
        }
        setting.out().flush();
        setting.live().show(answered + failed, total, Failing.fullName(step));
    }

    private void print(Step step, String status, Duration took, String size) {
        var method = Columns.plain(step.item().request().method());
        var name = Columns.plain((step.path().isEmpty() ? "" : String.join("/", step.path()) + "/") + step.item().name());
        var text = "  " + paint.method(method, Columns.left(method, methodWidth)) + "  " + Columns.left(name, nameWidth) + "  "
                + status + Columns.right(Columns.time(took), TIME_WIDTH) + paint.quiet(Columns.right(size, SIZE_WIDTH));
        setting.out().println(text.stripTrailing());
    }

    @Override
    public void ended(RunResult result) {
        setting.live().hide();
        var count = total + (total == 1 ? " request" : " requests");
        var ended = answered + failed;
        var verdict = failed > 0 ? answered + " answered, " + paint.bad(failed + " failed") : paint.good(total == 1 ? "answered" : "all answered");
        var took = Columns.time(result.took());
        setting.out().println(ended < total ? count + ": stopped after " + ended + ", " + answered + " answered, " + failed + " failed, in " + took + "."
                : count + ": " + verdict + ", in " + took + ".");
        setting.out().flush();
    }
}
