package dev.posthorn.ui.runner;

import dev.posthorn.store.RunRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// What a set of rows comes to. Times are of requests that were answered, in microseconds; 0 where there are none.
///
/// @param bad rows that went wrong
/// @param p95 95 of 100 took no longer (nearest rank)
record RunStats(int requests, int answered, int failed, int skipped, int bad, int tests, int failedTests, int skippedTests, long average, long least, long most, long p95, long bytes) {

    static RunStats of(List<RunRow> rows) {
        var times = rows.stream().filter(r -> r.end() == RunRow.End.ANSWERED).mapToLong(RunRow::micros).toArray();
        Arrays.sort(times);
        var failed = 0;
        var skipped = 0;
        var bad = 0;
        var tests = 0;
        var failedTests = 0;
        var skippedTests = 0;
        var bytes = 0L;
        for (var row : rows) {
            failed += row.end() == RunRow.End.FAILED ? 1 : 0;
            skipped += row.end() == RunRow.End.SKIPPED ? 1 : 0;
            bad += row.bad() ? 1 : 0;
            tests += row.tests();
            failedTests += row.failed();
            skippedTests += row.skipped();
            bytes += row.size();
        }
        var sum = Arrays.stream(times).sum();
        return new RunStats(rows.size(), times.length, failed, skipped, bad, tests, failedTests, skippedTests, times.length == 0 ? 0 : sum / times.length,
                times.length == 0 ? 0 : times[0], times.length == 0 ? 0 : times[times.length - 1], percentile(times, 95), bytes);
    }

    /// Of sorted values, by nearest rank.
    static long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
    }

    /// The rows of each request, in the order of their first turn.
    static LinkedHashMap<String, List<RunRow>> byRequest(List<RunRow> rows) {
        var groups = new LinkedHashMap<String, List<RunRow>>();
        rows.forEach(row -> groups.computeIfAbsent(row.identity(), _ -> new ArrayList<>()).add(row));
        return groups;
    }
}
