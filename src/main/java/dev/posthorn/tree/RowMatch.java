package dev.posthorn.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Which rows of a list are the same before and after an edit, so that few of them are written.
public final class RowMatch {

    /// Above this many comparisons, rows that moved are matched by search alone.
    private static final long TABLE = 1_000_000;

    private final List<?> before;
    private final List<?> after;
    private final int[] match;
    private final boolean[] taken;

    private RowMatch(List<?> before, List<?> after) {
        this.before = before;
        this.after = after;
        match = new int[after.size()];
        Arrays.fill(match, -1);
        taken = new boolean[before.size()];
    }

    /// For each row of `after` the number of its row in `before`, -1 for a new one. Equal rows in order first, then equal rows that moved, then rows with
    /// one name, then rows that took the place of one that went.
    public static int[] of(List<?> before, List<?> after) {
        var rows = new RowMatch(before, after);
        var from = rows.edges();
        rows.common(from[0], from[1], from[2]);
        rows.each(YamlCore::same);
        rows.each((one, other) -> name(one) != null && name(one).equals(name(other)));
        rows.replaced();
        return rows.match;
    }

    private void pair(int old, int now) {
        match[now] = old;
        taken[old] = true;
    }

    /// Equal rows at both ends; answers where the middle begins, and where it ends before and after.
    private int[] edges() {
        var from = 0;
        while (from < before.size() && from < after.size() && YamlCore.same(before.get(from), after.get(from))) {
            pair(from, from);
            from++;
        }
        var oldEnd = before.size();
        var newEnd = after.size();
        while (oldEnd > from && newEnd > from && YamlCore.same(before.get(oldEnd - 1), after.get(newEnd - 1))) {
            oldEnd--;
            newEnd--;
            pair(oldEnd, newEnd);
        }
        return new int[] {from, oldEnd, newEnd};
    }

    /// The longest common run of rows of the middle.
    private void common(int from, int oldEnd, int newEnd) {
        var olds = oldEnd - from;
        var news = newEnd - from;
        if ((long) olds * news > TABLE) {
            return;
        }
        var longest = new int[olds + 1][news + 1];
        for (var i = olds - 1; i >= 0; i--) {
            for (var j = news - 1; j >= 0; j--) {
                longest[i][j] = YamlCore.same(before.get(from + i), after.get(from + j)) ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        for (int i = 0, j = 0; i < olds && j < news;) {
            if (YamlCore.same(before.get(from + i), after.get(from + j))) {
                pair(from + i++, from + j++);
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private interface Alike {
        boolean test(Object old, Object now);
    }

    private void each(Alike alike) {
        for (var j = 0; j < after.size(); j++) {
            for (var i = 0; match[j] < 0 && i < before.size(); i++) {
                if (!taken[i] && alike.test(before.get(i), after.get(j))) {
                    pair(i, j);
                }
            }
        }
    }

    private void replaced() {
        for (var j = 0; j < after.size(); j++) {
            var old = j == 0 ? 0 : match[j - 1] + 1;
            if (match[j] < 0 && (j == 0 || old > 0) && old < before.size() && !taken[old] && kind(before.get(old)) == kind(after.get(j))) {
                pair(old, j);
            }
        }
    }

    private static Class<?> kind(Object value) {
        return value instanceof Map ? Map.class : value instanceof List ? List.class : Object.class;
    }

    private static Object name(Object row) {
        if (row instanceof Map<?, ?> map) {
            for (var key : List.of("key", "id", "name", "type")) {
                if (map.get(key) instanceof String text) {
                    return key + ":" + text;
                }
            }
        }
        return null;
    }
}
