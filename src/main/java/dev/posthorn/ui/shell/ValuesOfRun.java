package dev.posthorn.ui.shell;

import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.model.VariableChange;
import dev.posthorn.script.Host;
import dev.posthorn.workbench.RunListener;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Gathers what the scripts of a run did to variables, so that their values are there after the run as they are after a send.
///
/// @param heard the listener that is told of everything
/// @param keep  given the last change of each variable when the run is over, before `heard` is
record ValuesOfRun(RunListener heard, Map<String, VariableChange> last, Consumer<List<VariableChange>> keep) implements RunListener {

    ValuesOfRun(RunListener heard, Consumer<List<VariableChange>> keep) {
        this(heard, new LinkedHashMap<>(), keep);
    }

    @Override
    public void began(RunPlan plan) {
        heard.began(plan);
    }

    @Override
    public void roundBegan(int round) {
        heard.roundBegan(round);
    }

    @Override
    public void started(Step step) {
        heard.started(step);
    }

    @Override
    public void said(Step step, Host.Severity severity, String text) {
        heard.said(step, severity, text);
    }

    @Override
    public void scriptEnded(Step step, ScriptRun run) {
        heard.scriptEnded(step, run);
    }

    @Override
    public void scriptSent(Step step, Request request, Outcome outcome) {
        heard.scriptSent(step, request, outcome);
    }

    @Override
    public void finished(Step step, Sent sent) {
        sent.report().changes().forEach(c -> last.put(c.place() + " " + c.name(), c));
        heard.finished(step, sent);
    }

    @Override
    public void roundEnded(int round) {
        heard.roundEnded(round);
    }

    @Override
    public void ended(RunResult result) {
        keep.accept(new ArrayList<>(last.values()));
        heard.ended(result);
    }
}
