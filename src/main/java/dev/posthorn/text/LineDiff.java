package dev.posthorn.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two texts side by side: which lines they share, and which only one of them has. By E. W. Myers, "An O(ND) Difference Algorithm", 1986.
public record LineDiff(List<Row> rows) {

    /// Beyond so many differences the middle is shown as changed as a whole: finding the shortest way would take too long.
    private static final int MOST = 2_000;

    public enum Kind { SAME, LEFT, RIGHT, CHANGED }

    /// One line on the screen. `left` is null where only the right text has it, `right` where only the left one has.
    public record Row(Kind kind, String left, String right) {}

    public LineDiff {
        rows = List.copyOf(rows);
    }

    public static LineDiff of(String left, String right) {
        return new LineDiff(paired(new Lines(left.split("\n", -1), right.split("\n", -1)).rows()));
    }

    public long changes() {
        return rows.stream().filter(r -> r.kind() != Kind.SAME).count();
    }

    /// Lines that went and lines that came at the same place stand beside each other.
    private static List<Row> paired(List<Row> rows) {
        var out = new ArrayList<Row>(rows.size());
        for (var i = 0; i < rows.size();) {
            if (rows.get(i).kind() == Kind.SAME) {
                out.add(rows.get(i++));
                continue;
            }
            var left = new ArrayList<String>();
            var right = new ArrayList<String>();
            for (; i < rows.size() && rows.get(i).kind() != Kind.SAME; i++) {
                if (rows.get(i).kind() == Kind.LEFT) {
                    left.add(rows.get(i).left());
                } else {
                    right.add(rows.get(i).right());
                }
            }
            for (var k = 0; k < Math.max(left.size(), right.size()); k++) {
                out.add(k >= right.size() ? new Row(Kind.LEFT, left.get(k), null) : k >= left.size() ? new Row(Kind.RIGHT, null, right.get(k))
                        : new Row(Kind.CHANGED, left.get(k), right.get(k)));
            }
        }
        return out;
    }

    /// The lines of both texts, without what they share at the start and at the end.
    private record Lines(String[] left, String[] right) {

        List<Row> rows() {
            var head = 0;
            while (head < left.length && head < right.length && left[head].equals(right[head])) {
                head++;
            }
            var tail = 0;
            while (tail < left.length - head && tail < right.length - head && left[left.length - 1 - tail].equals(right[right.length - 1 - tail])) {
                tail++;
            }
            var rows = new ArrayList<Row>();
            for (var i = 0; i < head; i++) {
                rows.add(new Row(Kind.SAME, left[i], right[i]));
            }
            rows.addAll(middle(Arrays.copyOfRange(left, head, left.length - tail), Arrays.copyOfRange(right, head, right.length - tail)));
            for (var i = tail; i > 0; i--) {
                rows.add(new Row(Kind.SAME, left[left.length - i], right[right.length - i]));
            }
            return rows;
        }

        private static List<Row> middle(String[] a, String[] b) {
            var most = Math.min(MOST, a.length + b.length);
            var furthest = new int[2 * most + 2];
            var trace = new ArrayList<int[]>();
            for (var d = 0; d <= most; d++) {
                trace.add(Arrays.copyOfRange(furthest, most - d, most + d + 2));
                for (var k = -d; k <= d; k += 2) {
                    var x = k == -d || k != d && furthest[most + k - 1] < furthest[most + k + 1] ? furthest[most + k + 1] : furthest[most + k - 1] + 1;
                    while (x < a.length && x - k < b.length && a[x].equals(b[x - k])) {
                        x++;
                    }
                    furthest[most + k] = x;
                    if (x >= a.length && x - k >= b.length) {
                        return back(a, b, trace);
                    }
                }
            }
            var rows = new ArrayList<Row>();
            Arrays.stream(a).forEach(line -> rows.add(new Row(Kind.LEFT, line, null)));
            Arrays.stream(b).forEach(line -> rows.add(new Row(Kind.RIGHT, null, line)));
            return rows;
        }

        /// Walks the way back from the end; `trace` holds what was reached before each step, centred.
        private static List<Row> back(String[] a, String[] b, List<int[]> trace) {
            var rows = new ArrayList<Row>();
            var x = a.length;
            var y = b.length;
            for (var d = trace.size() - 1; d >= 0; d--) {
                var reached = trace.get(d);
                var k = x - y;
                var down = k == -d || k != d && reached[d + k - 1] < reached[d + k + 1];
                var beforeK = down ? k + 1 : k - 1;
                var beforeX = d == 0 ? 0 : reached[d + beforeK];
                var beforeY = d == 0 ? 0 : beforeX - beforeK;
                while (x > beforeX && y > beforeY) {
                    rows.add(new Row(Kind.SAME, a[--x], b[--y]));
                }
                if (d > 0) {
                    rows.add(down ? new Row(Kind.RIGHT, null, b[--y]) : new Row(Kind.LEFT, a[--x], null));
                }
            }
            return rows.reversed();
        }
    }
}
