package dev.posthorn.cli.report;

import dev.posthorn.model.Check;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.script.Host;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Tells of a run on the terminal: each request with its tests and what its scripts said, then the sums, then all failures with their places.
///
/// 1. Where no request has a script or an assertion, it is a line a request.
/// 2. What a request's scripts say is printed with it, when it has ended: rounds that run at once are not mixed.
public final class CliReporter implements Reporter {

    private final Setting setting;
    private final List<Failing> failures = new ArrayList<>();
    private final Tally tally = new Tally();
    private StepPrinter printer;
    private QuietReporter quiet;
    private String folder = "";
    private int planned;
    private int rounds;
    private int lanes;

    public CliReporter(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void began(RunPlan plan) {
        planned = plan.requests().size() * plan.rounds();
        rounds = plan.rounds();
        lanes = plan.lanes();
        var paint = new Paint(setting.look().colour());
        if (!setting.look().verbose() && !tested(plan)) {
            quiet = new QuietReporter(setting);
        } else if (!setting.has("no-banner")) {
            setting.out().println(paint.quiet("Posthorn " + setting.version()));
            setting.out().println();
        }
        setting.out().println(paint.strong(Columns.plain(setting.title())));
        setting.out().flush();
        printer = new StepPrinter(setting, failures);
        if (quiet != null) {
            quiet.began(plan);
        }
    }

    /// Whether anything in the collection judges its answers.
    private static boolean tested(RunPlan plan) {
        var collection = plan.context().collection();
        if (scripted(collection.scripts())) {
            return true;
        }
        var left = new ArrayDeque<Item>(collection.items());
        while (!left.isEmpty()) {
            if (left.pop() instanceof Folder inner) {
                if (scripted(inner.scripts())) {
                    return true;
                }
                inner.items().forEach(left::push);
            }
        }
        return plan.requests().stream().anyMatch(r -> scripted(r.request().scripts()) || Check.of(r.request().settings()).stream().anyMatch(Check::enabled));
    }

    private static boolean scripted(List<Script> scripts) {
        return scripts.stream().anyMatch(s -> !s.code().isBlank());
    }

    @Override
    public void roundBegan(int round) {
        if (quiet == null && rounds > 1 && lanes == 1) {
            setting.live().hide();
            setting.out().println();
            setting.out().println(new Paint(setting.look().colour()).quiet("Iteration " + (round + 1) + "/" + rounds));
            folder = "";
        }
    }

    @Override
    public void roundEnded(int round) {
        tally.roundEnded(round);
    }

    @Override
    public void started(Step step) {
        if (quiet != null) {
            quiet.started(step);
        } else {
            setting.live().show(tally.of("items").total, planned, Failing.fullName(step));
        }
    }

    @Override
    public void said(Step step, Host.Severity severity, String text) {
        printer.said(step, severity, text);
    }

    @Override
    public void scriptEnded(Step step, ScriptRun run) {
        printer.scriptEnded(step);
    }

    @Override
    public void scriptSent(Step step, Request request, Outcome outcome) {
        tally.scriptSent(step, request, outcome);
        printer.sentByScript(step, request, outcome);
    }

    @Override
    public void finished(Step step, Sent sent) {
        tally.finished(step, sent);
        if (quiet != null) {
            quiet.finished(step, sent);
            return;
        }
        setting.live().hide();
        var path = String.join(" / ", step.path());
        if (!path.isEmpty() && !path.equals(folder)) {
            setting.out().println();
            setting.out().print(printer.folder(path));
        }
        folder = path;
        printer.print(step, sent, rounds > 1 && lanes > 1);
        setting.out().flush();
        setting.live().show(tally.of("items").total, planned, Failing.fullName(step));
    }

    @Override
    public void ended(RunResult result) {
        tally.ended(result);
        if (quiet != null) {
            quiet.ended(result);
            return;
        }
        setting.live().hide();
        var paint = new Paint(setting.look().colour());
        if (!result.stopped().isEmpty() || result.cancelled()) {
            setting.out().println();
            setting.out().println(paint.bad("stopped: " + (result.cancelled() ? "by the user" : Columns.plain(result.stopped()))));
        }
        if (!setting.has("no-summary")) {
            setting.out().println();
            new SummaryTable(setting.look()).lines(tally).forEach(setting.out()::println);
        }
        if (!setting.has("no-failures") && !failures.isEmpty()) {
            setting.out().println();
            new FailureList(setting.look(), rounds).lines(failures).forEach(setting.out()::println);
        }
        setting.out().flush();
    }
}
