package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.cli.report.Paint;
import dev.posthorn.model.Outcome;
import java.time.Duration;
import java.util.List;

/// What `posthorn run` prints: a line a request as it ends, and what it came to.
final class RunReport {

    private static final int NAME_WIDTH = 60;
    private static final int STATUS_WIDTH = 14;
    private static final int TIME_WIDTH = 9;
    private static final int SIZE_WIDTH = 10;

    /// A request as the report names it: its folders and its name, joined by slashes.
    record Line(String method, String name) {

        Line {
            method = Columns.plain(method);
            name = Columns.plain(name);
        }
    }

    private final Terminal terminal;
    private final Paint paint;
    private final int total;
    private final int methodWidth;
    private final int nameWidth;
    private int answered;
    private int failed;

    RunReport(Terminal terminal, List<Line> lines) {
        this.terminal = terminal;
        this.paint = new Paint(terminal.colour());
        this.total = lines.size();
        this.methodWidth = lines.stream().mapToInt(line -> Columns.width(line.method())).max().orElse(0);
        this.nameWidth = Math.min(NAME_WIDTH, lines.stream().mapToInt(line -> Columns.width(line.name())).max().orElse(0));
    }

    void title(String collection) {
        terminal.out().println(paint.strong(Columns.plain(collection)));
        terminal.out().flush();
    }

    void ended(Line line, Outcome outcome, Duration took) {
        switch (outcome) {
            case Outcome.Received received -> {
                answered++;
                var response = received.response();
                var status = Columns.left(Columns.plain(response.status() + " " + response.reason()), STATUS_WIDTH);
                print(line, paint.status(response.status(), status), took, Columns.size(response.body().size()));
            }
            case Outcome.Failed failure -> {
                failed++;
                print(line, paint.bad(Columns.left(failure.partial() == null ? "no answer" : "not complete", STATUS_WIDTH)), took, "");
                terminal.out().println(" ".repeat(methodWidth + 4) + Columns.plain(Mending.sentence(failure.failure())));
            }
            case Outcome.Skipped _ -> print(line, paint.quiet(Columns.left("skipped", STATUS_WIDTH)), took, "");
            case Outcome.Cancelled _ -> print(line, paint.quiet(Columns.left("stopped", STATUS_WIDTH)), took, "");
        }
        terminal.out().flush();
    }

    private void print(Line line, String status, Duration took, String size) {
        var text = "  " + paint.method(line.method(), Columns.left(line.method(), methodWidth)) + "  " + Columns.left(line.name(), nameWidth) + "  "
                + status + Columns.right(Columns.time(took), TIME_WIDTH) + paint.quiet(Columns.right(size, SIZE_WIDTH));
        terminal.out().println(text.stripTrailing());
    }

    void summary(Duration took) {
        var count = total + (total == 1 ? " request" : " requests");
        var ended = answered + failed;
        var verdict = failed > 0 ? answered + " answered, " + paint.bad(failed + " failed") : paint.good(total == 1 ? "answered" : "all answered");
        terminal.out().println(ended < total ? count + ": stopped after " + ended + ", " + answered + " answered, " + failed + " failed, in " + Columns.time(took) + "."
                : count + ": " + verdict + ", in " + Columns.time(took) + ".");
        terminal.out().flush();
    }
}
