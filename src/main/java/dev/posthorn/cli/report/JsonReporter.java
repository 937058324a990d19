package dev.posthorn.cli.report;

import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.store.AtomicFile;
import dev.posthorn.store.Redaction;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All of a run in the form of newman's `json` reporter, so that what reads newman's report reads this one.
///
/// 1. Secrets are taken out: values of secret variables, credentials in heads, URLs and bodies.
/// 2. A body is kept up to `MOST_BODY`; `responseSize` is that of the whole. A longer one has `"truncated": true` beside it.
/// 3. `parent` of a failure has the folder's id and name only; newman repeats the whole folder there.
public final class JsonReporter implements Reporter {

    /// Bytes of one body.
    static final int MOST_BODY = 1 << 20;

    private final Setting setting;
    private final Tally tally = new Tally();
    private final Spool executions = new Spool();
    private final Spool failures = new Spool();
    private final Map<Step, Pending> pending = new java.util.IdentityHashMap<>();
    private ItemForm items;
    private RunPlan plan;
    private RunResult result;
    private boolean anyExecution;
    private boolean anyFailure;

    /// What the requests of a step's scripts were, until the step ends.
    private record Pending(List<Sent> byScripts, List<String> texts, List<Failing> failed) {}

    public JsonReporter(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void began(RunPlan whole) {
        plan = whole;
        tally.began(whole);
        items = new ItemForm(whole.context().collection());
    }

    @Override
    public void started(Step step) {}

    @Override
    public void scriptSent(Step step, Request request, Outcome outcome) {
        tally.scriptSent(step, request, outcome);
        var sent = new Sent(outcome, ScriptReport.NONE, request);
        var hiding = setting.hiding().apply(step, sent);
        var kept = pending.computeIfAbsent(step, _ -> new Pending(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        kept.texts().add(exchange(outcome, hiding));
        kept.failed().addAll(Failing.of(step, sent, setting, hiding::known));
    }

    @Override
    public void finished(Step step, Sent sent) {
        tally.finished(step, sent);
        var hiding = setting.hiding().apply(step, sent);
        var cursor = cursor(step);
        var before = pending.containsKey(step) ? pending.remove(step) : new Pending(List.of(), List.of(), List.of());
        var item = items.text(step.item(), hiding);
        var judged = ",\"id\":" + JsonWriter.compact(step.item().id()) + rest(sent, hiding);
        before.texts().forEach(text -> execution("{\"cursor\":" + cursor + ",\"item\":" + item + text + judged + "}"));
        if (!(sent.outcome() instanceof Outcome.Skipped)) {
            execution("{\"cursor\":" + cursor + ",\"item\":" + item + exchange(sent.outcome(), hiding) + judged + "}");
        }
        var all = new ArrayList<>(before.failed());
        all.addAll(Failing.of(step, sent, setting, hiding::known));
        for (var one : all) {
            failures.add((anyFailure ? ",\n" : "\n") + "\t\t\t{\"error\":" + JsonWriter.compact(ErrorForm.full(one, setting.clock())) + ",\"at\":" + JsonWriter.compact(one.at()) + ",\"source\":" + item
                    + ",\"parent\":" + JsonWriter.compact(items.parent(step.item())) + ",\"cursor\":" + cursor + "}");
            anyFailure = true;
        }
    }

    private void execution(String text) {
        executions.add((anyExecution ? ",\n" : "\n") + "\t\t\t" + text);
        anyExecution = true;
    }

    private String cursor(Step step) {
        var cursor = new LinkedHashMap<String, Object>();
        cursor.put("position", step.number());
        cursor.put("iteration", step.round());
        cursor.put("length", plan.requests().size());
        cursor.put("cycles", plan.rounds());
        cursor.put("ref", java.util.UUID.nameUUIDFromBytes((tally.began + "/" + step.round() + "/" + step.number()).getBytes(StandardCharsets.UTF_8)).toString());
        return JsonWriter.compact(cursor);
    }

    /// What was sent and what came, as the members of an object after others.
    private String exchange(Outcome outcome, Redaction hiding) {
        var text = new StringBuilder();
        var wire = outcome.asked();
        if (wire != null) {
            text.append(",\"request\":").append(JsonWriter.compact(WireForm.request(hiding.wire(wire))));
        }
        if (outcome instanceof Outcome.Received received) {
            text.append(",\"response\":").append(WireForm.response(received.response(), hiding, MOST_BODY));
        }
        if (outcome instanceof Outcome.Failed failed) {
            text.append(",\"requestError\":").append(JsonWriter.compact(Map.of("name", "Error", "message", hiding.prose(setting.words().apply(failed.failure())))));
        }
        return text.toString();
    }

    private String rest(Sent sent, Redaction hiding) {
        var assertions = new ArrayList<Object>();
        var broken = new LinkedHashMap<String, List<Object>>();
        for (var moment : Moment.of(sent)) {
            switch (moment) {
                case Moment.Judged judged -> assertions.add(ErrorForm.assertion(judged, hiding));
                case Moment.Broke(ScriptRun run, var fault) -> broken.computeIfAbsent(Failing.phase(run) + "Script", _ -> new ArrayList<>())
                        .add(Map.of("error", ErrorForm.of(fault, hiding, setting.clock())));
                case Moment.Asked _, Moment.Began _ -> { }
            }
        }
        var text = new StringBuilder();
        if (!assertions.isEmpty()) {
            text.append(",\"assertions\":").append(JsonWriter.compact(assertions));
        }
        broken.forEach((name, errors) -> text.append(",\"").append(name).append("\":").append(JsonWriter.compact(errors)));
        return text.toString();
    }

    @Override
    public void roundEnded(int round) {
        tally.roundEnded(round);
    }

    @Override
    public void ended(RunResult whole) {
        result = whole;
        tally.ended(whole);
    }

    @Override
    public void write() throws IOException {
        if (result != null) {
            AtomicFile.write(setting.file(), this::write);
        }
    }

    private void write(OutputStream out) throws IOException {
        var values = result.variables();
        put(out, "{\n\t\"collection\": " + JsonWriter.compact(items.collection(values.collection())));
        put(out, ",\n\t\"environment\": " + JsonWriter.compact(ScopeForm.of(values.environment(), ScopeForm.secrets(plan.context()))));
        put(out, ",\n\t\"globals\": " + JsonWriter.compact(ScopeForm.of(values.globals(), ScopeForm.secrets(plan.context()))));
        put(out, ",\n\t\"run\": {\n\t\t\"stats\": " + JsonWriter.compact(stats()) + ",\n\t\t\"timings\": " + JsonWriter.compact(timings()) + ",\n\t\t\"executions\": [");
        executions.to(out);
        put(out, (anyExecution ? "\n\t\t" : "") + "],\n\t\t\"transfers\": {\"responseTotal\": " + tally.received + "},\n\t\t\"failures\": [");
        failures.to(out);
        var error = result.stopped().isEmpty() && !result.cancelled() ? null : Map.of("name", "Error", "message", result.cancelled() ? "cancelled" : result.stopped());
        put(out, (anyFailure ? "\n\t\t" : "") + "],\n\t\t\"error\": " + JsonWriter.compact(error) + "\n\t}\n}\n");
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> stats() {
        var stats = new LinkedHashMap<String, Object>();
        tally.counts.forEach((name, count) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("total", count.total);
            one.put("pending", 0);
            one.put("failed", count.failed);
            stats.put(name, one);
        });
        return stats;
    }

    private Map<String, Object> timings() {
        var timings = new LinkedHashMap<String, Object>();
        spread("response", tally.response, timings);
        spread("dns", tally.lookup, timings);
        spread("firstByte", tally.firstByte, timings);
        timings.put("started", tally.began.toEpochMilli());
        timings.put("completed", tally.began.plus(tally.took).toEpochMilli());
        return timings;
    }

    private static void spread(String name, Spread times, Map<String, Object> into) {
        into.put(name + "Average", times.mean());
        into.put(name + "Min", times.least());
        into.put(name + "Max", times.most());
        into.put(name + "Sd", times.deviation());
    }

    @Override
    public void close() {
        executions.close();
        failures.close();
    }
}
