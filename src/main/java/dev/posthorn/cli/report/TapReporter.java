package dev.posthorn.cli.report;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.store.AtomicFile;
import dev.posthorn.store.Redaction;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.io.IOException;

/// The Test Anything Protocol, version 13: a line for each test, and for each request or script that failed. Goes to a file where one is named, else to the
/// terminal as the run goes on.
public final class TapReporter implements Reporter {

    private final Setting setting;
    private final Spool spool = new Spool();
    private int number;

    public TapReporter(Setting setting) {
        this.setting = setting;
        line("TAP version 13");
    }

    private void line(String text) {
        if (setting.file() == null) {
            setting.out().println(text);
            setting.out().flush();
        } else {
            spool.add(text + "\n");
        }
    }

    @Override
    public void started(Step step) {}

    @Override
    public void finished(Step step, Sent sent) {
        var hiding = setting.hiding().apply(step, sent);
        line("# " + plain(Failing.fullName(step)) + (step.round() > 0 ? " (iteration " + (step.round() + 1) + ")" : ""));
        for (var moment : Moment.of(sent)) {
            switch (moment) {
                case Moment.Began _ -> { }
                case Moment.Asked(Outcome.Failed failed) -> bad("request", new ScriptFault("Error", setting.words().apply(failed.failure()), "", 0, 0), step, hiding);
                case Moment.Asked _ -> { }
                case Moment.Broke(var run, var fault) -> bad(Failing.phase(run) + "-script", fault, step, hiding);
                case Moment.Judged judged when judged.failed() -> bad(judged.assertion().name(),
                        judged.assertion().error() == null ? new ScriptFault("AssertionError", "", "", 0, 0) : judged.assertion().error(), step, hiding);
                case Moment.Judged judged -> line("ok " + ++number + " - " + plain(hiding.known(judged.assertion().name()))
                        + (judged.assertion().verdict() == Assertion.Verdict.SKIPPED ? " # SKIP" : ""));
            }
        }
    }

    private void bad(String name, ScriptFault fault, Step step, Redaction hiding) {
        line("not ok " + ++number + " - " + plain(hiding.known(name)));
        line("  ---");
        line("  name: " + JsonWriter.compact(fault.name()));
        line("  message: " + JsonWriter.compact(hiding.known(fault.message())));
        line("  request: " + JsonWriter.compact(Failing.fullName(step)));
        if (fault.line() > 0) {
            line("  at: " + JsonWriter.compact((fault.script().isEmpty() ? "" : fault.script() + ", ") + "line " + fault.line() + ", column " + fault.column()));
        }
        line("  ...");
    }

    /// A number sign would begin a directive, a line end a new line.
    private static String plain(String text) {
        return Columns.plain(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    @Override
    public void ended(RunResult result) {
        if (!result.stopped().isEmpty() || result.cancelled()) {
            line("Bail out! " + plain(result.cancelled() ? "cancelled" : result.stopped()));
        }
        line("1.." + number);
    }

    @Override
    public void write() throws IOException {
        if (setting.file() != null) {
            AtomicFile.write(setting.file(), spool::to);
        }
    }

    @Override
    public void close() {
        spool.close();
    }
}
