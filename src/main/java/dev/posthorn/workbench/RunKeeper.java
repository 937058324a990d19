package dev.posthorn.workbench;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.VariableChange;
import dev.posthorn.script.Host;
import dev.posthorn.store.Redaction;
import dev.posthorn.store.RunDetail;
import dev.posthorn.store.RunHead;
import dev.posthorn.store.RunRecording;
import dev.posthorn.store.RunRow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Writes a run down while it goes on, without secrets: a row for each request, and its exchange, tests and console lines on the disk.
public final class RunKeeper implements RunListener {

    /// Console lines of one request that are kept, and characters of each.
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 4_000;
    private static final int LONGEST_TROUBLE = 400;

    /// Hears what was written, on the run's threads.
    public interface Sink {
        default void began(RunPlan plan) {}

        default void started(Step step) {}

        void added(RunRow row);

        /// @param head    with its id where the run was kept
        /// @param trouble why it was not kept, in a sentence; empty where it was
        void ended(RunHead head, List<RunRow> rows, String trouble);
    }

    private final String title;
    private final String item;
    private final RunRecording recording;
    private final Supplier<Set<String>> known;
    private final Sink sink;
    private final List<RunRow> rows = new ArrayList<>();
    private final Map<Step, List<RunDetail.Line>> said = new HashMap<>();
    private final Set<String> secretNames = new HashSet<>();
    private final Set<String> learned = new HashSet<>();
    private Context context;
    private String trouble = "";

    /// @param title     what is run
    /// @param item      the id of that folder; empty for the whole collection
    /// @param recording null where nothing can be kept on disk
    /// @param known     values that must not be kept: tokens that the program got
    public RunKeeper(String title, String item, RunRecording recording, Supplier<Set<String>> known, Sink sink) {
        this.title = title;
        this.item = item;
        this.recording = recording;
        this.known = known;
        this.sink = sink;
    }

    @Override
    public void began(RunPlan plan) {
        context = plan.context();
        context.variables().stream().filter(Entry::secret).map(Entry::key).forEach(secretNames::add);
        sink.began(plan);
    }

    @Override
    public void started(Step step) {
        sink.started(step);
    }

    @Override
    public void said(Step step, Host.Severity severity, String text) {
        var lines = said.computeIfAbsent(step, _ -> new ArrayList<>());
        if (lines.size() < MOST_LINES) {
            lines.add(new RunDetail.Line(severity.name().toLowerCase(Locale.ROOT), text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + " …" : text));
        } else if (lines.size() == MOST_LINES) {
            lines.add(new RunDetail.Line("info", "… more lines are in the console"));
        }
    }

    @Override
    public void finished(Step step, Sent sent) {
        learn(sent.report().changes());
        var also = new HashSet<>(known.get());
        also.addAll(learned);
        var here = context.withFolders(context.collection() == null ? List.of() : context.collection().path(step.item().id()).stream()
                .filter(Folder.class::isInstance).map(Folder.class::cast).toList());
        var redaction = Recorder.redaction(here, sent.request(), sent.outcome(), also);
        var row = row(step, sent, redaction, written(step, sent, redaction));
        rows.add(row);
        sink.added(row);
    }

    /// A new value of a secret variable is a secret.
    private void learn(List<VariableChange> changes) {
        changes.stream().filter(c -> secretNames.contains(c.name()) && c.value() instanceof String).forEach(c -> learned.add((String) c.value()));
    }

    private RunRecording.Written written(Step step, Sent sent, Redaction redaction) {
        var lines = said.remove(step);
        var nothing = new RunRecording.Written(0, 0);
        if (recording == null || !trouble.isEmpty()) {
            return nothing;
        }
        try {
            var detail = new RunDetail(sent.request(), sent.outcome(), sent.report(), lines == null ? List.of() : lines, "");
            return recording.add(step.item().name(), detail, redaction);
        } catch (IOException e) {
            trouble = "The results could not be written (" + e.getMessage() + "): from request " + (rows.size() + 1) + " on there are no details, and the run is not kept.";
            return nothing;
        }
    }

    private static RunRow row(Step step, Sent sent, Redaction redaction, RunRecording.Written written) {
        var outcome = sent.outcome();
        var answer = switch (outcome) {
            case Outcome.Received received -> received.response();
            case Outcome.Failed failed -> failed.partial();
            case Outcome.Cancelled cancelled -> cancelled.partial();
            case Outcome.Skipped _ -> null;
        };
        var counts = new int[Assertion.Verdict.values().length];
        sent.report().assertions().forEach(a -> counts[a.verdict().ordinal()]++);
        return new RunRow(step.round(), step.number(), step.item().id(), step.item().name(), String.join(" / ", step.path()), sent.request().method(), redaction.url(url(sent)),
                end(outcome), answer == null ? 0 : answer.status(), answer == null ? "" : answer.reason(), micros(outcome), answer == null ? 0 : answer.body().size(),
                counts[Assertion.Verdict.PASSED.ordinal()], counts[Assertion.Verdict.FAILED.ordinal()], counts[Assertion.Verdict.SKIPPED.ordinal()],
                cut(redaction.prose(trouble(outcome, sent.report()))), written.at(), written.length());
    }

    private static String url(Sent sent) {
        var exchanges = sent.outcome().exchanges();
        return exchanges.isEmpty() ? sent.request().url() : exchanges.getFirst().sent().url();
    }

    private static RunRow.End end(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Received _ -> RunRow.End.ANSWERED;
            case Outcome.Failed _ -> RunRow.End.FAILED;
            case Outcome.Cancelled _ -> RunRow.End.CANCELLED;
            case Outcome.Skipped _ -> RunRow.End.SKIPPED;
        };
    }

    private static long micros(Outcome outcome) {
        return outcome.exchanges().stream().map(Hop::received).filter(r -> r != null).map(Response::timings).map(t -> t.total()).reduce(Duration.ZERO, Duration::plus).toNanos() / 1_000;
    }

    /// The first thing that went wrong; a request without an answer comes before its tests.
    private static String trouble(Outcome outcome, ScriptReport report) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.failure().sentence();
        }
        var failed = report.assertions().filter(a -> a.verdict() == Assertion.Verdict.FAILED).findFirst();
        if (failed.isPresent()) {
            var error = failed.get().error();
            return failed.get().name() + (error == null ? "" : ": " + error.message());
        }
        return report.faults().findFirst().map(RunKeeper::words).orElse("");
    }

    private static String words(ScriptFault fault) {
        return fault.text() + (fault.line() > 0 ? " (" + fault.script() + ", line " + fault.line() + ")" : "");
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TROUBLE ? text.substring(0, LONGEST_TROUBLE) + " …" : text;
    }

    @Override
    public void ended(RunResult result) {
        var counts = result.counts();
        var skippedTests = rows.stream().mapToInt(RunRow::skipped).sum();
        var environment = context == null || context.environment() == null ? "" : context.environment().name();
        var head = new RunHead("", title, item, environment, result.began(), result.took(), result.cancelled(), result.stopped(), counts.rounds(), counts.planned(), ends(RunRow.End.ANSWERED),
                ends(RunRow.End.FAILED), ends(RunRow.End.SKIPPED), counts.tests(), counts.failedTests(), skippedTests, counts.scripts(), counts.failedScripts());
        sink.ended(kept(head), List.copyOf(rows), trouble);
    }

    private int ends(RunRow.End end) {
        return (int) rows.stream().filter(r -> r.end() == end).count();
    }

    private RunHead kept(RunHead head) {
        if (recording == null) {
            return head;
        }
        try {
            if (rows.isEmpty() || !trouble.isEmpty()) {
                recording.discard();
                return head;
            }
            return recording.finish(head, rows);
        } catch (IOException e) {
            trouble = "The results of this run could not be kept: " + e.getMessage() + ".";
            return head;
        }
    }
}
