package dev.posthorn.ui.runner;

import dev.posthorn.store.RunRow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Rows summed up to as many points as a chart can show.
final class Buckets {

    static final int MOST = 120;

    private static final long[] STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000};

    private Buckets() {}

    /// @param label    "3" or "21–40"
    /// @param average  of the answered requests in it, in microseconds
    record Bucket(String label, double average, double longest, int good, int bad) {}

    /// A point for each iteration; where there is one alone, for each request.
    static List<Bucket> over(List<RunRow> rows, boolean byRound) {
        var groups = new TreeMap<Integer, List<RunRow>>();
        for (var i = 0; i < rows.size(); i++) {
            groups.computeIfAbsent(byRound ? rows.get(i).round() : i, _ -> new ArrayList<>()).add(rows.get(i));
        }
        var together = (groups.size() + MOST - 1) / MOST;
        var buckets = new ArrayList<Bucket>();
        var part = new ArrayList<RunRow>();
        var from = -1;
        var count = 0;
        for (var group : groups.entrySet()) {
            from = part.isEmpty() ? group.getKey() : from;
            part.addAll(group.getValue());
            if (++count % Math.max(1, together) == 0 || count == groups.size()) {
                buckets.add(bucket(from, group.getKey(), part));
                part.clear();
            }
        }
        return buckets;
    }

    private static Bucket bucket(int from, int to, List<RunRow> rows) {
        var stats = RunStats.of(rows);
        return new Bucket(from == to ? Integer.toString(from + 1) : (from + 1) + "–" + (to + 1), stats.average(), stats.most(), stats.requests() - stats.bad(), stats.bad());
    }

    /// How many answers took how long: labels "< 1 ms", "1–2", …, without empty ends.
    static List<Bucket> distribution(List<RunRow> rows) {
        var counts = new int[STEPS.length + 1];
        rows.stream().filter(r -> r.end() == RunRow.End.ANSWERED).forEach(r -> counts[place(r.micros())]++);
        var first = 0;
        var last = counts.length - 1;
        while (first < last && counts[first] == 0) {
            first++;
        }
        while (last > first && counts[last] == 0) {
            last--;
        }
        var buckets = new ArrayList<Bucket>();
        for (var i = first; i <= last; i++) {
            buckets.add(new Bucket(i == 0 ? "< 1 ms" : i == STEPS.length ? "> 30 s" : step(STEPS[i - 1]) + "–" + step(STEPS[i]), 0, 0, counts[i], 0));
        }
        return buckets;
    }

    private static int place(long micros) {
        for (var i = 0; i < STEPS.length; i++) {
            if (micros < STEPS[i] * 1_000) {
                return i;
            }
        }
        return STEPS.length;
    }

    private static String step(long millis) {
        return millis < 1_000 ? Long.toString(millis) : millis / 1_000 + " s";
    }
}
