package dev.posthorn.workbench;

import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.script.Host;

/// Hears of a run, one call at a time, on the run's own threads. With one lane in the order of the requests.
public interface RunListener {

    default void began(RunPlan plan) {}

    default void roundBegan(int round) {}

    void started(Step step);

    /// A line of a script's console.
    default void said(Step step, Host.Severity severity, String text) {}

    /// A script ended; also told in `Sent.report` afterwards.
    default void scriptEnded(Step step, ScriptRun run) {}

    /// A script sent a request by `pm.sendRequest`. The outcome's bodies can be read until this returns.
    default void scriptSent(Step step, Request request, Outcome outcome) {}

    /// The outcome's bodies can be read until this returns.
    void finished(Step step, Sent sent);

    default void roundEnded(int round) {}

    /// Called once, last, also after a cancel.
    default void ended(RunResult result) {}
}
