package dev.posthorn.ui.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.RunRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is reckoned from the rows of a run.
final class RunFiguresTest {

    private static RunRow row(int round, String item, int status, long millis, int passed, int failed) {
        return new RunRow(round, 0, item, "The " + item, "", "GET", "http://x/" + item, status == 0 ? RunRow.End.FAILED : RunRow.End.ANSWERED, status, "", millis * 1_000, 10, passed, failed, 0,
                status == 0 ? "no answer" : failed > 0 ? "a test failed" : "", 0, 0);
    }

    private static List<RunRow> rows(RunRow... rows) {
        return List.of(rows);
    }

    @Test
    void timesAreOfAnsweredRequestsAndThePercentileIsTheNearestRank() {
        var rows = new ArrayList<>(IntStream.rangeClosed(1, 100).mapToObj(i -> row(i, "a", 200, i, 1, 0)).toList());
        rows.add(row(101, "a", 0, 5_000, 0, 1));
        var stats = RunStats.of(rows);
        assertEquals(95_000, stats.p95());
        assertEquals(50_500, stats.average());
        assertEquals(100_000, stats.most());
        assertEquals("1 failed, 1 bad, 1 of 101 tests", stats.failed() + " failed, " + stats.bad() + " bad, " + stats.failedTests() + " of " + stats.tests() + " tests");
        assertEquals(0, RunStats.of(List.of()).p95());
    }

    @Test
    void twoRunsAreComparedRequestByRequest() {
        var before = rows(row(0, "same", 200, 50, 2, 0), row(0, "broken", 200, 50, 2, 0), row(0, "mended", 0, 1, 0, 0), row(0, "slow", 200, 50, 1, 0), row(0, "gone", 200, 5, 0, 0),
                row(0, "moved", 200, 5, 0, 0), row(0, "noise", 200, 2, 0, 0));
        var now = rows(row(0, "same", 200, 55, 2, 0), row(0, "broken", 200, 50, 1, 1), row(0, "mended", 200, 9, 0, 0), row(0, "slow", 200, 90, 1, 0), row(0, "new", 201, 5, 0, 0),
                row(0, "moved", 301, 5, 0, 0), row(0, "noise", 200, 6, 0, 0));
        var lines = RunComparison.of(before, now).lines();
        assertEquals(List.of("same SAME", "broken BROKEN", "mended MENDED", "slow SLOWER", "new NEW", "moved CHANGED", "noise SAME", "gone GONE"),
                lines.stream().map(l -> l.name().substring(4) + " " + l.change()).toList());
        var several = RunComparison.of(rows(row(0, "a", 200, 5, 1, 0), row(1, "a", 500, 5, 1, 0), row(2, "a", 200, 5, 1, 0)), List.of()).lines().getFirst();
        assertEquals("200 ×2, 500", several.before().status());
        assertEquals("3/3", several.before().testsText());
    }

    @Test
    void iterationsThatRunSideBySideStandTogether() {
        var lines = new ResultLines();
        lines.clear(true);
        lines.add(rows(row(0, "a", 200, 1, 0, 0), row(1, "a", 200, 1, 0, 0)));
        lines.add(rows(row(0, "b", 0, 1, 0, 0), row(2, "a", 200, 1, 0, 0), row(1, "b", 200, 1, 0, 0), row(0, "c", 200, 1, 0, 0)));
        assertEquals("#0 a b c #1 a b #2 a", text(lines));
        lines.filter(RunRow::bad);
        assertEquals("#0 b", text(lines));
        lines.add(rows(row(1, "c", 0, 1, 0, 0), row(0, "d", 0, 1, 0, 0)));
        assertEquals("#0 b d #1 c", text(lines));
        lines.filter(_ -> true);
        assertEquals("#0 a b c d #1 a b c #2 a", text(lines));
    }

    private static String text(ResultLines lines) {
        return String.join(" ", lines.shown().stream().map(l -> switch (l) {
            case ResultLine.Round round -> "#" + round.number();
            case ResultLine.Request(var row) -> row.item();
        }).toList());
    }

    @Test
    void manyIterationsAreDrawnAsFewPoints() {
        var rows = IntStream.range(0, 5_000).mapToObj(i -> row(i, "a", 200, i % 7, 0, 0)).toList();
        var over = Buckets.over(rows, true);
        assertTrue(over.size() <= Buckets.MOST, over.size() + "");
        assertEquals(5_000, over.stream().mapToInt(b -> b.good() + b.bad()).sum());
        assertEquals("1–42", over.getFirst().label());
        assertEquals(List.of("< 1 ms", "1–2", "2–5", "5–10"), Buckets.distribution(rows).stream().map(Buckets.Bucket::label).toList());
        assertEquals(5_000, Buckets.distribution(rows).stream().mapToInt(Buckets.Bucket::good).sum());
    }

    @Test
    void timesAsCsvQuoteWhatNeedsItAndStartNoFormula() {
        var odd = new RunRow(1, 2, "i", "=cmd(), \"x\"", "A / B", "POST", "http://x/?a=1,2", RunRow.End.ANSWERED, 200, "OK", 1_500, 7, 1, 0, 0, "", 0, 0);
        var lines = RunCsv.of(List.of(odd)).split("\r\n");
        assertEquals("2,3,A / B,\"'=cmd(), \"\"x\"\"\",POST,\"http://x/?a=1,2\",answered,200,1.500,7,1,0,0,", lines[1]);
        assertEquals(14, lines[0].split(",").length);
    }

    @Test
    void aKeptOrderHoldsAndNewRequestsStandAfterTheirNeighbours() {
        var requests = List.of("a", "b", "new", "c").stream().map(id -> new RequestItem(id, id, Request.blank(), List.of())).toList();
        var subject = new RunSubject(Path.of("x.json"), "", "X", "", requests, Map.of(), List.of(), "");
        assertEquals(List.of("c", "b", "new", "a"), RunChoice.of(subject, List.of("c", "b", "a", "deleted"), Set.of()).stream().map(c -> c.item().id()).toList());
        assertEquals(List.of("a", "b", "new", "c"), RunChoice.of(subject, List.of(), Set.of()).stream().map(c -> c.item().id()).toList());
        assertEquals(List.of("a", "c"), RunChoice.of(subject, List.of(), Set.of("b", "new")).stream().filter(c -> c.on().get()).map(c -> c.item().id()).toList());
    }
}
