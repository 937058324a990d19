package dev.posthorn.ui.runner;

import dev.posthorn.store.RunRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Two runs side by side, a line for each request: what it came to before, what now, and whether that is better or worse.
record RunComparison(List<Line> lines) {

    /// A change of less than this is no change.
    private static final double SHARE = 0.25;
    private static final long LEAST_MICROS = 10_000;

    /// BROKEN and MENDED are about what went wrong, CHANGED about status or tests, SLOWER and FASTER about time alone.
    enum Change { BROKEN, MENDED, CHANGED, SLOWER, FASTER, SAME, NEW, GONE }

    /// @param before null for a request that is new
    /// @param now    null for one that is gone
    record Line(String method, String name, String path, Side before, Side now, Change change) {}

    /// @param status  "200", or "200 ×9, 500" over several iterations
    /// @param bad     iterations in which it went wrong
    /// @param average in microseconds
    record Side(String status, int requests, int bad, int passed, int tests, long average) {
        String testsText() {
            return tests == 0 ? "–" : passed + "/" + tests;
        }
    }

    static RunComparison of(List<RunRow> before, List<RunRow> now) {
        var old = RunStats.byRequest(before);
        var fresh = RunStats.byRequest(now);
        var identities = new LinkedHashSet<>(fresh.keySet());
        identities.addAll(old.keySet());
        var lines = new ArrayList<Line>();
        for (var identity : identities) {
            var known = fresh.getOrDefault(identity, old.get(identity)).getFirst();
            var one = side(old.get(identity));
            var other = side(fresh.get(identity));
            lines.add(new Line(known.method(), known.name(), known.path(), one, other, change(one, other)));
        }
        return new RunComparison(List.copyOf(lines));
    }

    private static Side side(List<RunRow> rows) {
        if (rows == null) {
            return null;
        }
        var counts = new LinkedHashMap<String, Integer>();
        rows.forEach(r -> counts.merge(status(r), 1, Integer::sum));
        var text = counts.size() == 1 ? counts.firstEntry().getKey() : counts.entrySet().stream().map(e -> e.getKey() + (e.getValue() > 1 ? " ×" + e.getValue() : "")).collect(Collectors.joining(", "));
        var stats = RunStats.of(rows);
        return new Side(text, stats.requests(), stats.bad(), stats.tests() - stats.failedTests(), stats.tests(), stats.average());
    }

    private static String status(RunRow row) {
        return row.status() > 0 ? Integer.toString(row.status()) : switch (row.end()) {
            case FAILED -> "no answer";
            case SKIPPED -> "skipped";
            case CANCELLED -> "stopped";
            case ANSWERED -> "";
        };
    }

    private static Change change(Side before, Side now) {
        if (before == null) {
            return Change.NEW;
        }
        if (now == null) {
            return Change.GONE;
        }
        if ((before.bad() == 0) != (now.bad() == 0)) {
            return now.bad() > 0 ? Change.BROKEN : Change.MENDED;
        }
        if (!statuses(before).equals(statuses(now)) || ratio(before) != ratio(now) || before.requests() == now.requests() && before.tests() != now.tests()) {
            return Change.CHANGED;
        }
        var difference = now.average() - before.average();
        return Math.abs(difference) < LEAST_MICROS || Math.abs(difference) < SHARE * before.average() ? Change.SAME : difference > 0 ? Change.SLOWER : Change.FASTER;
    }

    private static List<String> statuses(Side side) {
        return java.util.Arrays.stream(side.status().split(", ")).map(s -> s.replaceFirst(" ×\\d+$", "")).sorted().toList();
    }

    private static double ratio(Side side) {
        return side.tests() == 0 ? 1 : (double) side.passed() / side.tests();
    }

    long count(Change change) {
        return lines.stream().filter(l -> l.change() == change).count();
    }
}
