package dev.posthorn.workbench;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.script.Host;
import dev.posthorn.script.Variables;
import java.time.Duration;
import java.time.Instant;

/// Counts what happens in a run and tells its listener, one call at a time, whichever lane it comes from.
final class RunTally {

    private final RunPlan plan;
    private final RunListener listener;
    private final Instant at;
    private final long start = System.nanoTime();
    private int rounds;
    private int answered;
    private int failed;
    private int skipped;
    private int tests;
    private int failedTests;
    private int scripts;
    private int failedScripts;
    private boolean cancelled;
    private String stopped = "";

    RunTally(RunPlan plan, RunListener listener, Instant at) {
        this.plan = plan;
        this.listener = listener;
        this.at = at;
    }

    synchronized void began() {
        listener.began(plan);
    }

    synchronized void roundBegan(int round) {
        listener.roundBegan(round);
    }

    synchronized void roundEnded(int round) {
        rounds++;
        listener.roundEnded(round);
    }

    synchronized void started(Step step) {
        listener.started(step);
    }

    synchronized void said(Step step, Host.Severity severity, String text) {
        listener.said(step, severity, text);
    }

    synchronized void scriptEnded(Step step, ScriptRun run) {
        scripts++;
        failedScripts += run.fault() == null ? 0 : 1;
        listener.scriptEnded(step, run);
    }

    synchronized void scriptSent(Step step, Request request, Outcome outcome) {
        count(outcome);
        listener.scriptSent(step, request, outcome);
    }

    private void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Received _ -> answered++;
            case Outcome.Failed _ -> failed++;
            case Outcome.Skipped _ -> skipped++;
            case Outcome.Cancelled _ -> { }
        }
    }

    /// True where the plan wants to stop after such a request.
    synchronized boolean finished(Step step, Sent sent) {
        var before = failed + failedTests;
        count(sent.outcome());
        sent.report().assertions().filter(a -> a.verdict() != Assertion.Verdict.SKIPPED).forEach(a -> {
            tests++;
            failedTests += a.verdict() == Assertion.Verdict.FAILED ? 1 : 0;
        });
        listener.finished(step, sent);
        var bad = failed + failedTests > before || sent.report().faults().findAny().isPresent();
        if (bad && plan.bail() == RunPlan.Bail.FAILURE) {
            stopped("a failure in \"" + step.item().name() + "\"");
            return true;
        }
        return false;
    }

    synchronized void cancelled() {
        cancelled = stopped.isEmpty();
    }

    synchronized void stopped(String why) {
        stopped = stopped.isEmpty() ? why : stopped;
    }

    synchronized RunResult ended(Variables variables) {
        var counts = new RunResult.Counts(rounds, plan.requests().size() * plan.rounds(), answered, failed, skipped, tests, failedTests, scripts, failedScripts);
        var result = new RunResult(counts, cancelled, stopped, at, Duration.ofNanos(System.nanoTime() - start), variables);
        listener.ended(result);
        return result;
    }
}
