package dev.posthorn.cli.report;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.store.AtomicFile;
import dev.posthorn.store.Redaction;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A JUnit report as newman writes it: a suite for each request, a case for each test, all rounds of a request together.
public final class JunitReporter implements Reporter {

    /// Failures of one test that are kept with their words; the others are only counted.
    private static final int MOST_FAULTS = 100;

    /// A request with all its rounds.
    private static final class Suite {
        final String name;
        final Map<String, Case> cases = new LinkedHashMap<>();
        final StringBuilder errors = new StringBuilder();
        int tests;
        int failures;
        int errorCount;
        int rounds;
        double seconds;
        double last;

        Suite(String name) {
            this.name = name;
        }
    }

    /// A test of one name.
    private static final class Case {
        int failed;
        boolean skipped;
        final List<ScriptFault> faults = new ArrayList<>();
    }

    private final Setting setting;
    private final Tally tally = new Tally();
    private final Map<String, Suite> suites = new LinkedHashMap<>();
    private String collection = "";
    private RunResult result;

    public JunitReporter(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void began(RunPlan plan) {
        collection = plan.context().collection().name();
    }

    @Override
    public void started(Step step) {}

    @Override
    public void finished(Step step, Sent sent) {
        tally.finished(step, sent);
        var hiding = setting.hiding().apply(step, sent);
        var suite = suites.computeIfAbsent(step.item().id(), _ -> new Suite(Failing.fullName(step)));
        var answer = sent.outcome() instanceof Outcome.Received received ? received.response() : null;
        suite.rounds++;
        suite.last = answer == null ? 0 : answer.timings().total().toNanos() / 1e9;
        suite.seconds += suite.last;
        var trouble = new StringBuilder();
        for (var moment : Moment.of(sent)) {
            switch (moment) {
                case Moment.Began _ -> { }
                case Moment.Asked(Outcome.Failed failed) -> {
                    suite.errorCount++;
                    trouble.append("RequestError: ").append(hiding.prose(setting.words().apply(failed.failure()))).append("\n---\n");
                }
                case Moment.Asked _ -> { }
                case Moment.Broke(var run, var fault) -> {
                    suite.errorCount++;
                    trouble.append(Failing.phase(run)).append("ScriptError: ").append(hiding.known(fault.text())).append(fault.line() > 0 ? " (line " + fault.line() + " of " + run.level() + ")" : "").append("\n---\n");
                }
                case Moment.Judged judged -> judged(suite, judged, hiding);
            }
        }
        if (!trouble.isEmpty() && suite.errors.length() < JsonReporter.MOST_BODY) {
            suite.errors.append("Iteration: ").append(step.round()).append('\n').append(trouble);
        }
    }

    private static void judged(Suite suite, Moment.Judged judged, Redaction hiding) {
        suite.tests++;
        var one = suite.cases.computeIfAbsent(hiding.known(judged.assertion().name()), _ -> new Case());
        one.skipped = judged.assertion().verdict() == Assertion.Verdict.SKIPPED;
        if (!judged.failed()) {
            return;
        }
        suite.failures++;
        one.failed++;
        var fault = judged.assertion().error() == null ? new ScriptFault("AssertionError", judged.assertion().name(), "", 0, 0) : judged.assertion().error();
        if (one.faults.size() < MOST_FAULTS) {
            one.faults.add(new ScriptFault(fault.name(), hiding.known(fault.message()), fault.script(), fault.line(), fault.column()));
        }
    }

    @Override
    public void ended(RunResult whole) {
        result = whole;
    }

    @Override
    public void write() throws IOException {
        if (result != null) {
            AtomicFile.write(setting.file(), text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private String text() {
        var xml = new XmlText();
        var all = tally.of("assertions");
        xml.open("testsuites", "name", collection, "tests", all.total, "failures", all.failed, "errors", suites.values().stream().mapToInt(s -> s.errorCount).sum(),
                "time", seconds(suites.values().stream().mapToDouble(s -> s.seconds).sum()));
        suites.forEach((id, suite) -> suite(id, suite, xml));
        xml.close("testsuites");
        return xml.toString();
    }

    private void suite(String id, Suite suite, XmlText xml) {
        xml.open("testsuite", "name", suite.name, "id", id, "timestamp", result.began().truncatedTo(ChronoUnit.MILLIS).toString(), "tests", suite.tests, "failures", suite.failures, "errors", suite.errorCount,
                "skipped", (int) suite.cases.values().stream().filter(c -> c.skipped).count(), "time", seconds(suite.seconds / suite.rounds));
        if (!suite.errors.isEmpty()) {
            xml.text("system-err", suite.errors.toString());
        }
        suite.cases.forEach((name, one) -> {
            var last = seconds(suite.last);
            if (one.failed > 0) {
                xml.open("testcase", "name", name, "time", last, "classname", className(suite.name));
                xml.text("failure", failure(name, one, suite), "type", "AssertionFailure", "message", one.faults.getFirst().message());
                xml.close("testcase");
            } else if (one.skipped) {
                xml.open("testcase", "name", name, "time", last, "classname", className(suite.name));
                xml.empty("skipped");
                xml.close("testcase");
            } else {
                xml.empty("testcase", "name", name, "time", last, "classname", className(suite.name));
            }
        });
        xml.close("testsuite");
    }

    private String failure(String name, Case one, Suite suite) {
        var fault = one.faults.getFirst();
        return "Failed " + one.failed + (one.failed == 1 ? " time.\n" : " times.\n") + "Collection name: " + collection + ".\nRequest name: " + suite.name + ".\nTest description: " + name
                + ".\nError message: " + fault.message() + ".\nStacktrace: " + fault.text()
                + (fault.line() > 0 ? "\n   at " + (fault.script().isEmpty() ? "the script" : fault.script()) + ", line " + fault.line() + ", column " + fault.column() : "") + ".";
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /// "Folder A / Post it" is `FolderAPostIt`, as newman names classes; a name without Latin letters stays as it is.
    static String className(String name) {
        var out = new StringBuilder();
        for (var word : name.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                out.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return out.isEmpty() ? name : out.toString();
    }
}
