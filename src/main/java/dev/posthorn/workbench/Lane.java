package dev.posthorn.workbench;

import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Progress;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Folder;
import dev.posthorn.model.ItemPaths;
import dev.posthorn.model.Jar;
import dev.posthorn.model.NextRequest;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.oauth.Doctor;
import dev.posthorn.script.Host;
import dev.posthorn.script.ScriptWorld;
import dev.posthorn.script.Variables;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A worker of a run: does one round after the other, with variables, cookies and the scripts' globals that last from one to the next.
final class Lane {

    private final Workbench workbench;
    private final RunPlan plan;
    private final RunTally tally;
    private final Cancellation stop;
    private final Cookies cookies;
    private final Variables variables;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Context> contexts = new HashMap<>();
    private final ItemPaths paths;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Jar jar;
    private final ScriptWorld world;
    private long began;

    /// @param several lanes run at once: each has cookies of its own then, which begin as those of the workbench
    Lane(Workbench workbench, RunPlan plan, RunTally tally, Cancellation stop, boolean several) {
        this.workbench = workbench;
        this.plan = plan;
        this.tally = tally;
        this.stop = stop;
        this.cookies = several || !plan.keepCookies() ? workbench.ownCookies() : workbench.cookies();
        this.jar = plan.keepCookies() ? null : cookies.content();
        stop.whenCancelled(stopped::countDown);
        this.paths = new ItemPaths(plan.context().collection());
        this.variables = plan.context().values();
        this.world = workbench.scriptWorld();
        this.began = workbench.logins().moment();
        for (var index = plan.requests().size() - 1; index >= 0; index--) {
            places.put(plan.requests().get(index).name(), index);
        }
        for (var index = 0; index < plan.requests().size(); index++) {
            places.put(plan.requests().get(index).id(), index);
        }
    }

    /// As scripts left them.
    Variables variables() {
        return variables;
    }

    /// Takes rounds until none is left; once.
    void run(AtomicInteger next) {
        try (world) {
            rounds(next);
        }
    }

    private void rounds(AtomicInteger next) {
        for (var round = next.getAndIncrement(); round < plan.rounds() && !stop.cancelled(); round = next.getAndIncrement()) {
            if (jar != null) {
                cookies.restore(jar);
            }
            tally.roundBegan(round);
            round(round);
            tally.roundEnded(round);
        }
    }

    private void round(int round) {
        var rows = plan.data();
        var seen = new Variables(variables.globals(), variables.environment(), variables.collection(), Map.of(), variables.locals(),
                rows.isEmpty() ? Map.of() : rows.get(Math.min(round, rows.size() - 1)));
        var number = 0;
        for (var at = 0; at < plan.requests().size() && !stop.cancelled(); number++) {
            var next = one(new Step(round, number, plan.requests().get(at), path(at)), at, seen);
            at = next == null ? at + 1 : next.request() == null ? plan.requests().size() : places.getOrDefault(next.request(), plan.requests().size());
            if (at < plan.requests().size()) {
                pause();
            }
        }
    }

    /// What a script wants next; null where none said so.
    private NextRequest one(Step step, int at, Variables seen) {
        var item = step.item();
        tally.started(step);
        var context = context(at).withData(seen).withValues(seen);
        var turn = new Turn(item.name(), item.id(), step.round(), plan.rounds(), seen, cookies, plan.script(), true, began, world, 0, new Heard(step));
        var sent = workbench.sendWhole(item.request(), context, turn, Progress.silent(), stop);
        began = passing(sent.outcome()) ? workbench.logins().moment() : began;
        try {
            if (tally.finished(step, sent)) {
                stop.cancel();
            }
        } finally {
            Workbench.release(sent.outcome());
        }
        return sent.report().next();
    }

    private static boolean passing(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && switch (failed.failure()) {
            case BadLogin.Refused(_, var finding) -> Doctor.passing(finding);
            case BadLogin.NoSession(_, var finding) -> Doctor.passing(finding);
            default -> false;
        };
    }

    private Context context(int at) {
        return contexts.computeIfAbsent(plan.requests().get(at).id(), id -> plan.context().withFolders(paths.folders(id)));
    }

    private java.util.List<String> path(int at) {
        return context(at).folders().stream().map(Folder::name).toList();
    }

    private void pause() {
        try {
            if (!plan.delay().isZero()) {
                stopped.await(plan.delay().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            stop.cancel();
            Thread.currentThread().interrupt();
        }
    }

    /// Passes on what scripts do, with the step that they run for.
    private final class Heard implements Turn.Heard {

        private final Step step;

        Heard(Step step) {
            this.step = step;
        }

        @Override
        public void said(Host.Severity severity, String text) {
            tally.said(step, severity, text);
        }

        @Override
        public void scriptEnded(ScriptRun run) {
            tally.scriptEnded(step, run);
        }

        @Override
        public void scriptSent(Request request, Outcome outcome) {
            tally.scriptSent(step, request, outcome);
        }
    }
}
