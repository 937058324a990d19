package dev.posthorn.cli.report;

import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import dev.posthorn.store.Redaction;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.util.List;

/// One request of a run as a foldable row of the page.
final class HtmlRow {

    private static final int MOST_BODY = 32 << 10;

    static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '@' -> out.append("&#64;");
                default -> out.appendCodePoint(Character.isISOControl(c) && c != '\n' && c != '\t' ? 0xFFFD : c);
            }
        });
        return out.toString();
    }

    String of(String anchor, Step step, Sent sent, boolean green, boolean rounds, List<String> said, String exchanges, Redaction hiding) {
        var judged = Moment.of(sent).stream().anyMatch(m -> m instanceof Moment.Judged);
        var state = sent.outcome() instanceof Outcome.Skipped ? "skipped" : green ? "passed" : "failed";
        var text = new StringBuilder("<details class=\"row ").append(state).append("\" id=\"s").append(anchor).append("\" data-state=\"").append(state).append("\"><summary><i class=\"dot\"></i><span class=\"name\">")
                .append(escaped(Failing.fullName(step))).append(rounds ? " <small>iteration " + (step.round() + 1) + "</small>" : "").append("</span>").append(status(sent.outcome()))
                .append("</summary>\n");
        if (judged) {
            text.append("<ul class=\"tests\">");
        }
        for (var moment : Moment.of(sent)) {
            if (moment instanceof Moment.Judged one) {
                text.append(test(one, hiding));
            }
        }
        text.append(judged ? "</ul>" : "");
        sent.report().runs().stream().filter(r -> r.fault() != null).forEach(r -> text.append("<p class=\"bad errored\">The ").append(Failing.phase(r)).append(" script of ")
                .append(escaped(r.level())).append(r.fault().line() > 0 ? ", line " + r.fault().line() : "").append(": ").append(escaped(hiding.known(r.fault().text()))).append("</p>"));
        if (!said.isEmpty()) {
            text.append("<h4>Console</h4><pre>").append(escaped(hiding.known(String.join("\n", said)))).append("</pre>");
        }
        return text.append(exchanges).append("</details>\n").toString();
    }

    private static String status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Received answer -> "<span class=\"status s" + answer.response().status() / 100 + "\">" + escaped(answer.response().status() + " " + answer.response().reason()) + "</span><span class=\"quiet\">"
                    + Columns.time(answer.response().timings().total()) + "</span>";
            case Outcome.Failed _ -> "<span class=\"status s5\">no answer</span>";
            case Outcome.Cancelled _ -> "<span class=\"quiet\">stopped</span>";
            case Outcome.Skipped _ -> "<span class=\"quiet\">skipped</span>";
        };
    }

    private static String test(Moment.Judged judged, Redaction hiding) {
        var assertion = judged.assertion();
        var name = escaped(hiding.known(assertion.name()));
        return switch (assertion.verdict()) {
            case PASSED -> "<li class=\"good\">" + name + "</li>";
            case SKIPPED -> "<li class=\"skip\">" + name + "</li>";
            case FAILED -> "<li class=\"bad\">" + name + (assertion.error() == null ? "" : "<br><code>" + escaped(hiding.known(assertion.error().text())) + "</code>") + "</li>";
        };
    }

    /// What went out and what came, heads and beginnings of bodies.
    String exchange(String title, Outcome outcome, Redaction hiding, Setting setting) {
        var wire = outcome.asked();
        var text = new StringBuilder();
        if (wire != null) {
            var shown = hiding.wire(wire);
            text.append("<h4>").append(title).append("</h4><pre><b>").append(escaped(shown.method() + " " + shown.url())).append("</b>\n").append(head(shown.headers())).append("</pre>");
            text.append(body(payload(shown), payloadSize(wire)));
        }
        if (outcome instanceof Outcome.Failed failed) {
            text.append("<p class=\"errored\">").append(escaped(hiding.prose(setting.words().apply(failed.failure())))).append("</p>");
        }
        var answer = Sendings.answer(outcome);
        if (answer != null) {
            text.append("<h4>Answer</h4><pre><b>").append(escaped(answer.protocol() + " " + answer.status() + " " + answer.reason())).append("</b>\n").append(head(hiding.headers(answer.headers()))).append("</pre>");
            text.append(body(Sendings.text(hiding.body(Sendings.beginning(answer.body(), MOST_BODY))), answer.body().size()));
        }
        return text.toString();
    }

    private static String head(List<Header> headers) {
        var text = new StringBuilder();
        headers.forEach(h -> text.append(escaped(h.name())).append(": ").append(escaped(h.value())).append('\n'));
        return text.toString();
    }

    private static String payload(Wire wire) {
        return switch (wire.payload()) {
            case Payload.Empty _ -> "";
            case Payload.Bytes(var bytes, _) -> Sendings.text(bytes);
            case Payload.FromFile(var file, _) -> "(the file " + file + ")";
            case Payload.Multipart(_, var pieces) -> String.join("\n", pieces.stream().map(p -> p.name() + ": " + (p.file() == null ? p.text() : "(the file " + p.file() + ")")).toList());
        };
    }

    private static long payloadSize(Wire wire) {
        return wire.payload() instanceof Payload.Bytes all ? all.bytes().length : 0;
    }

    private static String body(String text, long size) {
        if (text.isEmpty()) {
            return "";
        }
        var cut = text.length() > MOST_BODY ? text.substring(0, MOST_BODY) : text;
        return "<pre class=\"body\">" + escaped(cut) + "</pre>" + (size > MOST_BODY ? "<p class=\"quiet\">The first " + Columns.size(MOST_BODY) + " of " + Columns.size(size) + ".</p>" : "");
    }
}
