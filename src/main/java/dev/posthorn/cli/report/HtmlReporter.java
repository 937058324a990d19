package dev.posthorn.cli.report;

import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.script.Host;
import dev.posthorn.store.AtomicFile;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// One page of a run that needs nothing beside itself: sums, failures, and each request with its tests and its exchange, to fold and to filter.
///
/// 1. Secrets are taken out. 2. A body is shown up to 32 KB; after 24 MB of exchanges further ones are left out, and the page says so.
public final class HtmlReporter implements Reporter {

    private static final long MOST = 24L << 20;
    private static final int MOST_LINES = 200;
    private static final String FRAME = "report.html";

    private final Setting setting;
    private final Tally tally = new Tally();
    private final Spool rows = new Spool();
    private final Spool failures = new Spool();
    private final Map<Step, List<String>> said = new IdentityHashMap<>();
    private final Map<Step, StringBuilder> byScripts = new IdentityHashMap<>();
    private final HtmlRow row = new HtmlRow();
    private RunPlan plan;
    private RunResult result;
    private long written;
    private int failed;

    public HtmlReporter(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void began(RunPlan whole) {
        plan = whole;
    }

    @Override
    public void started(Step step) {}

    @Override
    public void roundEnded(int round) {
        tally.roundEnded(round);
    }

    @Override
    public void said(Step step, Host.Severity severity, String text) {
        var lines = said.computeIfAbsent(step, _ -> new ArrayList<>());
        if (lines.size() < MOST_LINES) {
            lines.add(text);
        }
    }

    @Override
    public void scriptSent(Step step, Request request, Outcome outcome) {
        tally.scriptSent(step, request, outcome);
        var sent = new Sent(outcome, ScriptReport.NONE, request);
        var hiding = setting.hiding().apply(step, sent);
        Failing.of(step, sent, setting, hiding::known).forEach(this::failed);
        if (written < MOST) {
            byScripts.computeIfAbsent(step, _ -> new StringBuilder()).append(row.exchange("Sent by a script", outcome, hiding, setting));
        }
    }

    private void failed(Failing one) {
        failed++;
        failures.add("<li><a href=\"#s" + anchor(one.step()) + "\">" + HtmlRow.escaped(Failing.fullName(one.step())) + "</a>" + (plan.rounds() > 1 ? " (iteration " + (one.step().round() + 1) + ")" : "")
                + "<br><b>" + HtmlRow.escaped(one.test().isEmpty() ? one.name() : one.test()) + "</b> <code>" + HtmlRow.escaped(one.message()) + "</code> <small>"
                + HtmlRow.escaped(one.script().isEmpty() ? "at " + one.at() : one.script()) + "</small></li>\n");
    }

    private static String anchor(Step step) {
        return step.round() + "-" + step.number();
    }

    @Override
    public void finished(Step step, Sent sent) {
        tally.finished(step, sent);
        var hiding = setting.hiding().apply(step, sent);
        var failing = Failing.of(step, sent, setting, hiding::known);
        failing.forEach(this::failed);
        var scripts = byScripts.remove(step);
        var exchanges = written < MOST ? (scripts == null ? "" : scripts) + row.exchange("Exchange", sent.outcome(), hiding, setting)
                : "<p class=\"quiet\">The exchange is left out: this page would become too big.</p>";
        var lines = said.remove(step);
        var text = row.of(anchor(step), step, sent, failing.isEmpty() && !exchanges.contains("class=\"errored\""), plan.rounds() > 1, lines == null ? List.of() : lines, exchanges, hiding);
        written += text.length();
        rows.add(text);
    }

    @Override
    public void ended(RunResult whole) {
        result = whole;
        tally.ended(whole);
    }

    @Override
    public void write() throws IOException {
        if (result == null) {
            return;
        }
        byte[] frame;
        try (var in = HtmlReporter.class.getResourceAsStream(FRAME)) {
            frame = in.readAllBytes();
        }
        var parts = new String(frame, StandardCharsets.UTF_8).split("@(?=TITLE@|SUMMARY@|FAILURES@|ROWS@)|(?<=@TITLE|@SUMMARY|@FAILURES|@ROWS)@");
        AtomicFile.write(setting.file(), out -> {
            for (var part : parts) {
                put(part, out);
            }
        });
    }

    private void put(String part, OutputStream out) throws IOException {
        switch (part) {
            case "TITLE" -> text(HtmlRow.escaped(plan.context().collection().name()), out);
            case "SUMMARY" -> text(summary(), out);
            case "FAILURES" -> {
                if (failed > 0) {
                    text("<section><h2>" + failed + (failed == 1 ? " failure" : " failures") + "</h2><ol>\n", out);
                    failures.to(out);
                    text("</ol></section>\n", out);
                }
            }
            case "ROWS" -> rows.to(out);
            default -> text(part, out);
        }
    }

    private static void text(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String summary() {
        var environment = plan.context().environment();
        var text = new StringBuilder("<p class=\"quiet\">").append(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(result.began().atZone(ZoneId.systemDefault())))
                .append(environment == null || environment.name().isEmpty() ? "" : ", environment " + HtmlRow.escaped(environment.name())).append(", Posthorn ").append(HtmlRow.escaped(setting.version())).append("</p>");
        if (!result.stopped().isEmpty() || result.cancelled()) {
            text.append("<p class=\"bad\">Stopped: ").append(HtmlRow.escaped(result.cancelled() ? "by the user" : result.stopped())).append("</p>");
        }
        text.append("<div class=\"cards\">");
        for (var name : new String[][] {{"iterations", "iterations"}, {"requests", "requests"}, {"assertions", "assertions"}, {"scripts", "scripts"}}) {
            var count = tally.of(name[0]);
            card(text, Integer.toString(count.total), name[1] + (count.failed > 0 ? ", " + count.failed + " failed" : ""), count.failed > 0);
        }
        card(text, Columns.time(result.took()), "duration", false);
        card(text, Math.round(tally.response.mean()) + " ms", "average answer", false);
        card(text, Columns.size(tally.received), "received", false);
        return text.append("</div>\n").toString();
    }

    private static void card(StringBuilder into, String number, String what, boolean bad) {
        into.append("<div class=\"card").append(bad ? " bad" : "").append("\"><b>").append(number).append("</b><span>").append(what).append("</span></div>");
    }

    @Override
    public void close() {
        rows.close();
        failures.close();
    }
}
