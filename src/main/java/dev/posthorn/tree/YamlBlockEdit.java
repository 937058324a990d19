package dev.posthorn.tree;

import dev.posthorn.tree.YamlEdits.Slot;
import dev.posthorn.tree.YamlEdits.Splice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Edits a map or list whose entries stand on lines of their own. Each entry owns its lines, the comment behind it, and what stands above it
/// (comments, blank lines) up to the entry before.
final class YamlBlockEdit {

    /// An entry of the file, from its key or dash to its last line's end.
    private record Row(int start, int end) {}

    /// An entry of the result: one of the file (`old` its number) or a new one (-1), and its text.
    private record Wanted(int old, String body) {}

    private final YamlEdits edits;
    private final String text;
    private final List<Row> rows = new ArrayList<>();

    YamlBlockEdit(YamlEdits edits) {
        this.edits = edits;
        this.text = edits.text;
    }

    boolean map(YamlNode.Mapping map, Map<?, ?> after, int depth, List<Splice> splices) {
        if (map.pairs().isEmpty() || after.isEmpty() || map.pairs().stream().anyMatch(pair -> pair.colon() < 0 || explicit(pair))) {
            return false;
        }
        map.pairs().forEach(pair -> rows.add(new Row(pair.key().start(), YamlLines.lineEnd(text, pair.end()))));
        var indent = indent();
        var wanted = new ArrayList<Wanted>();
        var changes = new ArrayList<Splice>();
        for (var entry : after.entrySet()) {
            var key = String.valueOf(entry.getKey());
            var old = index(map, key);
            if (old < 0) {
                wanted.add(new Wanted(-1, edits.lines(YamlWriter.entry(key, entry.getValue(), indent, edits.blocks))));
            } else {
                var pair = map.pairs().get(old);
                var inner = new ArrayList<Splice>();
                edits.value(pair.value(), entry.getValue(), new Slot(pair.colon() + 1, indent, false), depth + 1, inner);
                changes.addAll(inner);
                wanted.add(new Wanted(old, edits.spliced(rows.get(old).start(), rows.get(old).end(), inner)));
            }
        }
        put(wanted, changes, splices);
        return true;
    }

    private static int index(YamlNode.Mapping map, String key) {
        for (var i = 0; i < map.pairs().size(); i++) {
            if (map.pairs().get(i).key().text().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private boolean explicit(YamlNode.Pair pair) {
        var at = pair.key().start();
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at > 0 && text.charAt(at - 1) == '?' && at < pair.key().start();
    }

    boolean list(YamlNode.Sequence list, List<?> after, int depth, List<Splice> splices) {
        if (list.items().isEmpty() || after.isEmpty() || !dashes(list)) {
            return false;
        }
        var indent = indent();
        var before = list.items().stream().map(YamlNode::plain).toList();
        var match = RowMatch.of(before, after);
        var wanted = new ArrayList<Wanted>();
        var changes = new ArrayList<Splice>();
        for (var i = 0; i < after.size(); i++) {
            if (match[i] < 0) {
                wanted.add(new Wanted(-1, edits.lines(YamlWriter.item(after.get(i), indent, edits.blocks))));
            } else {
                var row = rows.get(match[i]);
                var inner = new ArrayList<Splice>();
                edits.value(list.items().get(match[i]), after.get(i), new Slot(row.start() + 1, indent, true), depth + 1, inner);
                changes.addAll(inner);
                wanted.add(new Wanted(match[i], edits.spliced(row.start(), row.end(), inner)));
            }
        }
        put(wanted, changes, splices);
        return true;
    }

    private boolean dashes(YamlNode.Sequence list) {
        var at = list.start();
        for (var item : list.items()) {
            var dash = YamlLines.skip(text, at);
            if (dash >= text.length() || text.charAt(dash) != '-' || dash + 1 > item.start()) {
                return false;
            }
            at = Math.max(dash + 1, item.end());
            rows.add(new Row(dash, YamlLines.lineEnd(text, at)));
        }
        return true;
    }

    private int indent() {
        return rows.getFirst().start() - YamlLines.lineStart(text, rows.getFirst().start());
    }

    private void put(List<Wanted> wanted, List<Splice> changes, List<Splice> splices) {
        var kept = wanted.size() == rows.size();
        for (var i = 0; kept && i < wanted.size(); i++) {
            kept = wanted.get(i).old() == i;
        }
        if (kept) {
            splices.addAll(changes);
        } else {
            rewrite(wanted, splices);
        }
    }

    /// What stands above an entry: whole lines, each with its end; empty for the first.
    private String above(int row) {
        if (row <= 0) {
            return "";
        }
        var from = YamlLines.afterBreak(text, rows.get(row - 1).end());
        return text.substring(from, Math.max(from, YamlLines.lineStart(text, rows.get(row).start())));
    }

    private void rewrite(List<Wanted> wanted, List<Splice> splices) {
        var first = rows.getFirst().start();
        var lineStart = YamlLines.lineStart(text, first);
        var ownLine = YamlLines.blank(text, lineStart, first);
        var space = ownLine ? text.substring(lineStart, first) : " ".repeat(first - lineStart);
        var lost = lost(wanted);
        var out = new StringBuilder();
        for (var i = 0; i < wanted.size(); i++) {
            var old = wanted.get(i).old();
            var above = old < 0 ? "" : orphans(old, lost) + above(old);
            if (i > 0) {
                out.append(edits.ending).append(above).append(space);
            } else if (ownLine) {
                out.append(above).append(space);
            } else if (!above.isBlank()) {
                out.append(edits.ending).append(above).append(space);
            }
            out.append(wanted.get(i).body());
        }
        var rest = orphans(rows.size(), lost);
        if (!rest.isBlank()) {
            out.append(edits.ending).append(rest, 0, YamlLines.beforeBreak(rest, rest.length()));
        }
        var from = ownLine ? lineStart : out.toString().startsWith(edits.ending) ? withoutSpace(first) : first;
        splices.add(new Splice(from, rows.getLast().end(), out.toString()));
    }

    private int withoutSpace(int at) {
        var from = at;
        while (from > 0 && text.charAt(from - 1) == ' ') {
            from--;
        }
        return from;
    }

    private boolean[] lost(List<Wanted> wanted) {
        var lost = new boolean[rows.size()];
        java.util.Arrays.fill(lost, true);
        wanted.stream().filter(w -> w.old() >= 0).forEach(w -> lost[w.old()] = false);
        return lost;
    }

    /// The comments above the entries that went, right before the entry `row`. Blank lines go with their entry.
    private String orphans(int row, boolean[] lost) {
        var from = row;
        while (from > 0 && lost[from - 1]) {
            from--;
        }
        var orphans = new StringBuilder();
        for (var i = from; i < row; i++) {
            if (!above(i).isBlank()) {
                orphans.append(above(i));
            }
        }
        return orphans.toString();
    }
}
