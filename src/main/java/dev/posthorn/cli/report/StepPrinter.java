package dev.posthorn.cli.report;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.script.Host;
import dev.posthorn.store.Redaction;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// One request of a run on the terminal: its line, what its scripts said, its tests.
final class StepPrinter {

    /// Lines of a script's console that are kept of one request; a script in a loop must not fill the memory.
    private static final int MOST_LINES = 2_000;

    /// What a request's scripts did so far. `scripts` has the lines of each script that has ended, the last list those of the one that runs.
    private static final class Heard {
        final List<List<String>> scripts = new ArrayList<>(List.of(new ArrayList<>()));
        final List<Failing> failed = new ArrayList<>();
        int lines;
    }

    private final Setting setting;
    private final Paint paint;
    private final Marks marks;
    private final List<Failing> failures;
    private final Map<Step, Heard> heard = new IdentityHashMap<>();

    /// @param failures where what failed is added, in the order of its numbers
    StepPrinter(Setting setting, List<Failing> failures) {
        this.setting = setting;
        this.failures = failures;
        this.paint = new Paint(setting.look().colour());
        this.marks = Marks.of(setting.look().unicode());
    }

    String folder(String path) {
        return marks.folder() + " " + Columns.plain(path);
    }

    private Heard heard(Step step) {
        return heard.computeIfAbsent(step, _ -> new Heard());
    }

    void said(Step step, Host.Severity severity, String text) {
        var here = heard(step);
        if (setting.has("no-console") || here.lines > MOST_LINES) {
            return;
        }
        for (var line : text.split("\\R", -1)) {
            if (++here.lines > MOST_LINES) {
                here.scripts.getLast().add(paint.quiet("  " + marks.side() + " … and more: only the first " + MOST_LINES + " lines are shown"));
                return;
            }
            here.scripts.getLast().add("  " + coloured(severity, marks.side()) + " " + printable(line));
        }
    }

    private String coloured(Host.Severity severity, String text) {
        return switch (severity) {
            case ERROR -> paint.bad(text);
            case WARN -> paint.status(400, text);
            case INFO -> paint.status(300, text);
            case DEBUG, LOG -> paint.quiet(text);
        };
    }

    /// Indentation stays; what would steer the terminal does not.
    private static String printable(String line) {
        var out = new StringBuilder(line.length());
        line.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) && c != '\t' ? ' ' : c));
        return out.toString().stripTrailing();
    }

    void scriptEnded(Step step) {
        heard(step).scripts.add(new ArrayList<>());
    }

    void sentByScript(Step step, Request request, Outcome outcome) {
        var here = heard(step);
        var sent = new Sent(outcome, ScriptReport.NONE, request);
        var hiding = setting.hiding().apply(step, sent);
        here.failed.addAll(Failing.of(step, sent, setting, hiding::known));
        if (++here.lines <= MOST_LINES) {
            here.scripts.getLast().addAll(asked(request, outcome, hiding));
        }
    }

    /// @param numbered rounds run at once, so each request says its own
    void print(Step step, Sent sent, boolean numbered) {
        var here = heard.containsKey(step) ? heard.remove(step) : new Heard();
        var hiding = setting.hiding().apply(step, sent);
        var out = setting.out();
        out.println();
        out.println((step.path().isEmpty() ? marks.root() : marks.below()) + " " + paint.strong(Columns.plain(step.item().name()))
                + (numbered ? paint.quiet(" (iteration " + (step.round() + 1) + ")") : ""));
        here.failed.forEach(failures::add);
        var failing = Failing.of(step, sent, setting, hiding::known).iterator();
        var scripts = here.scripts.iterator();
        for (var moment : Moment.of(sent)) {
            switch (moment) {
                case Moment.Began _ -> {
                    if (scripts.hasNext()) {
                        scripts.next().forEach(line -> out.println(hiding.known(line)));
                    }
                }
                case Moment.Asked(var outcome) -> {
                    asked(sent.request(), outcome, hiding).forEach(out::println);
                    if (outcome instanceof Outcome.Failed) {
                        failures.add(failing.next());
                    }
                }
                case Moment.Judged judged -> judged(judged, judged.failed() ? failing.next() : null, hiding);
                case Moment.Broke(var run, _) -> {
                    var one = failing.next();
                    failures.add(one);
                    out.println(paint.bad(number() + " " + one.name() + " in " + Failing.phase(run) + "-script"));
                }
            }
        }
        scripts.forEachRemaining(lines -> lines.forEach(line -> out.println(hiding.known(line))));
    }

    private String number() {
        return Columns.right(Integer.toString(failures.size()), 3) + ".";
    }

    private void judged(Moment.Judged judged, Failing failing, Redaction hiding) {
        if (failing != null) {
            failures.add(failing);
        }
        var verdict = judged.assertion().verdict();
        if (setting.has("no-assertions") || verdict != Assertion.Verdict.FAILED && setting.has("no-success-assertions")) {
            return;
        }
        var name = Columns.plain(hiding.known(judged.assertion().name()));
        setting.out().println(stamp() + switch (verdict) {
            case PASSED -> paint.good("  " + marks.good()) + "  " + paint.quiet(name);
            case SKIPPED -> paint.status(300, "  -  [skipped] " + name);
            case FAILED -> paint.bad(number() + " " + name);
        });
    }

    private String stamp() {
        return setting.has("show-timestamps") ? paint.quiet("  [" + LocalTime.now(setting.clock()).truncatedTo(ChronoUnit.SECONDS) + "]") : "";
    }

    private List<String> asked(Request request, Outcome outcome, Redaction hiding) {
        var lines = new ArrayList<String>();
        var wire = outcome.asked();
        var line = stamp() + "  " + paint.quiet(Columns.plain(wire == null ? request.method() : wire.method()) + " "
                + Columns.plain(hiding.url(wire == null ? request.url() : wire.url()))) + " ";
        switch (outcome) {
            case Outcome.Received answer -> {
                lines.add(line + bracket(answer.response()));
                if (setting.look().verbose()) {
                    lines.addAll(new VerboseExchange(setting.look()).lines(answer, hiding));
                }
            }
            case Outcome.Failed failed -> {
                lines.add(line + paint.bad("[errored]"));
                lines.add("     " + paint.bad(Columns.plain(hiding.prose(setting.words().apply(failed.failure())))));
            }
            case Outcome.Cancelled _ -> lines.add(line + paint.quiet("[stopped]"));
            case Outcome.Skipped(var by) -> lines.add("  " + paint.quiet("[not sent: skipped by the script of " + Columns.plain(by) + "]"));
        }
        return lines;
    }

    private String bracket(Response answer) {
        var status = Columns.plain(answer.status() + " " + answer.reason());
        return paint.quiet("[") + paint.status(answer.status(), status) + paint.quiet(", " + Columns.size(answer.sizes().responseHead() + answer.body().size()) + ", "
                + Columns.time(answer.timings().total()) + "]");
    }
}
