package dev.posthorn.cli.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The sums of a run in a table, with the rows that newman's has.
final class SummaryTable {

    private static final int[] WIDTHS = {25, 18, 18};
    private static final String[][] ROWS = {{"iterations", "iterations"}, {"requests", "requests"}, {"testScripts", "test-scripts"},
        {"prerequestScripts", "prerequest-scripts"}, {"assertions", "assertions"}};

    private final Paint paint;
    private final Marks marks;

    SummaryTable(Setting.Look look) {
        paint = new Paint(look.colour());
        marks = Marks.of(look.unicode());
    }

    List<String> lines(Tally tally) {
        var below = below(tally);
        var inner = WIDTHS[0] + WIDTHS[1] + WIDTHS[2] + 2;
        var more = Math.max(0, below.stream().mapToInt(String::length).max().orElse(0) + 2 - inner);
        int[] widths = {WIDTHS[0], WIDTHS[1], WIDTHS[2] + more};
        var lines = new ArrayList<String>();
        lines.add(rule(marks.corner(), widths));
        lines.add(row("", "executed", "failed", widths));
        for (var row : ROWS) {
            var count = tally.of(row[0]);
            var label = Columns.right(row[1], widths[0] - 2);
            var failed = Columns.right(Integer.toString(count.failed), widths[2] - 2);
            lines.add(rule(marks.tee(), widths));
            lines.add(wall(count.failed > 0 ? paint.bad(label) : paint.good(label), Columns.right(Integer.toString(count.total), widths[1] - 2), count.failed > 0 ? paint.bad(failed) : failed));
        }
        lines.add(rule(marks.cross(), widths));
        below.forEach(line -> lines.add(marks.wall() + " " + Columns.left(line, inner + more - 2) + " " + marks.wall()));
        lines.add(marks.edge().charAt(0) + marks.line().repeat(inner + more) + marks.edge().charAt(2));
        return lines;
    }

    private static List<String> below(Tally tally) {
        var lines = new ArrayList<String>();
        lines.add("total run duration: " + Columns.time(tally.took));
        lines.add("total data received: " + Columns.size(tally.received) + " (approx)");
        spread("response", tally.response, lines);
        spread("DNS lookup", tally.lookup, lines);
        spread("first byte", tally.firstByte, lines);
        return lines;
    }

    private static void spread(String what, Spread times, List<String> lines) {
        if (times.mean() > 0) {
            lines.add("average " + what + " time: " + time(times.mean()) + " [min: " + time(times.least()) + ", max: " + time(times.most()) + ", s.d.: " + time(times.deviation()) + "]");
        }
    }

    private static String time(double millis) {
        return millis < 1 ? Math.round(millis * 1000) + " µs" : Columns.time(Duration.ofNanos((long) (millis * 1e6)));
    }

    private String row(String first, String second, String third, int[] widths) {
        return wall(Columns.right(first, widths[0] - 2), Columns.right(second, widths[1] - 2), Columns.right(third, widths[2] - 2));
    }

    private String wall(String first, String second, String third) {
        return marks.wall() + " " + first + " " + marks.wall() + " " + second + " " + marks.wall() + " " + third + " " + marks.wall();
    }

    private String rule(String ends, int[] widths) {
        return ends.charAt(0) + marks.line().repeat(widths[0]) + ends.charAt(1) + marks.line().repeat(widths[1]) + ends.charAt(1) + marks.line().repeat(widths[2]) + ends.charAt(2);
    }
}
