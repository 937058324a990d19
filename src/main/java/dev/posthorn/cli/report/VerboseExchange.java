package dev.posthorn.cli.report;

import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import dev.posthorn.store.Redaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What `--verbose` adds to a request: the heads of both sides, the beginnings of their bodies, and where the time went. Secrets are covered.
final class VerboseExchange {

    private static final int MOST_BODY = 2048;

    private final Paint paint;
    private final Marks marks;

    VerboseExchange(Setting.Look look) {
        paint = new Paint(look.colour());
        marks = Marks.of(look.unicode());
    }

    List<String> lines(Outcome.Received outcome, Redaction hiding) {
        var lines = new ArrayList<String>();
        var sent = hiding.wire(outcome.sent());
        var answer = outcome.response();
        head(marks.up(), sent.headers(), lines);
        body(marks.up(), bytes(sent), outcome.sent().payload() instanceof Payload.Bytes all ? all.bytes().length : 0, lines);
        lines.add("  " + paint.quiet(marks.down() + " " + answer.protocol() + " " + answer.remote()));
        head(marks.down(), hiding.headers(answer.headers()), lines);
        body(marks.down(), Sendings.text(hiding.body(Sendings.beginning(answer.body(), MOST_BODY))), answer.body().size(), lines);
        lines.add("  " + paint.quiet(timings(answer)));
        return lines;
    }

    private static String bytes(Wire sent) {
        return switch (sent.payload()) {
            case Payload.Empty _ -> "";
            case Payload.Bytes(var bytes, _) -> Sendings.text(bytes);
            case Payload.FromFile(var file, _) -> "(the file " + file + ")";
            case Payload.Multipart(_, var pieces) -> String.join("\n", pieces.stream().map(p -> p.name() + ": " + (p.file() == null ? p.text() : "(the file " + p.file() + ")")).toList());
        };
    }

    private void head(String mark, List<Header> headers, List<String> lines) {
        headers.forEach(h -> lines.add("  " + paint.quiet(mark + " " + h.name() + ": ") + Columns.plain(h.value())));
    }

    private void body(String mark, String text, long size, List<String> lines) {
        if (text.isEmpty()) {
            return;
        }
        var shown = text.length() > MOST_BODY ? text.substring(0, MOST_BODY) : text;
        shown.lines().forEach(line -> lines.add("  " + paint.quiet(mark + " " + marks.side()) + " " + Columns.plain(line)));
        if (size > shown.length()) {
            lines.add("  " + paint.quiet(mark + " " + marks.side() + " (the first " + Columns.size(MOST_BODY) + " of " + Columns.size(size) + ")"));
        }
    }

    private static String timings(Response answer) {
        var times = answer.timings();
        return "queue " + millis(times.queue()) + ", DNS " + millis(times.dns()) + ", connect " + millis(times.connect()) + ", TLS " + millis(times.tls()) + ", send "
                + millis(times.send()) + ", wait " + millis(times.waiting()) + ", receive " + millis(times.receive()) + ", total " + millis(times.total());
    }

    private static String millis(Duration time) {
        return time.isZero() ? "-" : String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
