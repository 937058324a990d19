package dev.posthorn.cli;

import dev.posthorn.cli.report.Reporter;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.script.Host;
import dev.posthorn.workbench.RunListener;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.util.List;

/// Tells several reporters of one run, in their order.
record Telling(List<Reporter> all) implements RunListener {

    @Override
    public void began(RunPlan plan) {
        all.forEach(r -> r.began(plan));
    }

    @Override
    public void roundBegan(int round) {
        all.forEach(r -> r.roundBegan(round));
    }

    @Override
    public void started(Step step) {
        all.forEach(r -> r.started(step));
    }

    @Override
    public void said(Step step, Host.Severity severity, String text) {
        all.forEach(r -> r.said(step, severity, text));
    }

    @Override
    public void scriptEnded(Step step, ScriptRun run) {
        all.forEach(r -> r.scriptEnded(step, run));
    }

    @Override
    public void scriptSent(Step step, Request request, Outcome outcome) {
        all.forEach(r -> r.scriptSent(step, request, outcome));
    }

    @Override
    public void finished(Step step, Sent sent) {
        all.forEach(r -> r.finished(step, sent));
    }

    @Override
    public void roundEnded(int round) {
        all.forEach(r -> r.roundEnded(round));
    }

    @Override
    public void ended(RunResult result) {
        all.forEach(r -> r.ended(result));
    }
}
