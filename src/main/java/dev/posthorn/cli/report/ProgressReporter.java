package dev.posthorn.cli.report;

import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.time.Duration;

/// Only a bar that shows how far the run is; where it is no terminal, a line for each tenth.
public final class ProgressReporter implements Reporter {

    private final Setting setting;
    private final Tally tally = new Tally();
    private final long began = System.nanoTime();
    private int planned;
    private int tenth;

    public ProgressReporter(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void began(RunPlan plan) {
        planned = plan.requests().size() * plan.rounds();
    }

    @Override
    public void started(Step step) {
        setting.live().show(tally.of("items").total, planned, Failing.fullName(step));
    }

    @Override
    public void finished(Step step, Sent sent) {
        tally.finished(step, sent);
        var done = tally.of("items").total;
        setting.live().show(done, planned, Failing.fullName(step));
        if (!setting.live().on() && planned > 0 && done * 10 / planned > tenth) {
            tenth = done * 10 / planned;
            print();
        }
    }

    private void print() {
        var took = Duration.ofNanos(System.nanoTime() - began);
        setting.out().println(setting.live().text(tally.of("items").total, planned, took, tally.failures() == 0 ? "" : tally.failures() + " failed").stripTrailing());
        setting.out().flush();
    }

    @Override
    public void ended(RunResult result) {
        setting.live().hide();
        if (setting.live().on() || tenth < 10) {
            print();
        }
    }
}
