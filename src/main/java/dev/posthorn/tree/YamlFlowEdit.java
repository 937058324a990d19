package dev.posthorn.tree;

import dev.posthorn.tree.YamlEdits.Splice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Edits a map or list in braces or brackets. Each entry owns the white space and comments before it, and the comment behind its comma.
final class YamlFlowEdit {

    /// An entry of the file: `[from, start)` is what stands before it, `[start, end)` itself, `[end, comma)` what stands before its comma, and
    /// `[comma + 1, to)` the comment behind that. Without a comma `comma` and `to` are `end`.
    private record Row(int from, int start, int end, int comma, int to) {}

    private record Wanted(int old, String body) {}

    private final YamlEdits edits;
    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private final boolean sound;

    private YamlFlowEdit(YamlEdits edits, int start, int end, List<int[]> spans, char opener) {
        this.edits = edits;
        this.text = edits.text;
        sound = text.charAt(start) == opener && rows(start + 1, end - 1, spans);
    }

    static YamlFlowEdit of(YamlEdits edits, YamlNode.Mapping map) {
        return new YamlFlowEdit(edits, map.start(), map.end(), map.pairs().stream().map(p -> new int[] {p.key().start(), p.end()}).toList(), '{');
    }

    static YamlFlowEdit of(YamlEdits edits, YamlNode.Sequence list) {
        return new YamlFlowEdit(edits, list.start(), list.end(), list.items().stream().map(i -> new int[] {i.start(), i.end()}).toList(), '[');
    }

    private boolean rows(int from, int closer, List<int[]> spans) {
        var at = from;
        for (var i = 0; i < spans.size(); i++) {
            var start = spans.get(i)[0];
            var end = spans.get(i)[1];
            if (start < at || YamlLines.skip(text, at) < start) {
                return false;
            }
            var comma = YamlLines.skip(text, end);
            var last = i == spans.size() - 1;
            if (comma >= text.length() || text.charAt(comma) != ',' && !(last && comma == closer)) {
                return false;
            }
            var bare = comma == closer;
            rows.add(new Row(at, start, end, bare ? end : comma, bare ? end : comment(comma + 1)));
            at = rows.getLast().to();
        }
        return !rows.isEmpty();
    }

    /// Where a comment ends that follows on the line; `at` where none does.
    private int comment(int at) {
        var i = at;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i < text.length() && text.charAt(i) == '#' && i > at ? YamlLines.lineEnd(text, i) : at;
    }

    boolean map(YamlNode.Mapping map, Map<?, ?> after, int depth, List<Splice> splices) {
        if (!sound || after.isEmpty() || map.pairs().stream().anyMatch(pair -> pair.colon() < 0)) {
            return false;
        }
        var wanted = new ArrayList<Wanted>();
        var changes = new ArrayList<Splice>();
        for (var entry : after.entrySet()) {
            var key = String.valueOf(entry.getKey());
            var old = map.pairs().stream().map(p -> p.key().text()).toList().indexOf(key);
            if (old < 0) {
                wanted.add(new Wanted(-1, YamlWriter.flowEntry(key, entry.getValue())));
            } else {
                wanted.add(changed(old, map.pairs().get(old).value(), entry.getValue(), depth, changes));
            }
        }
        put(wanted, changes, splices, map.end());
        return true;
    }

    boolean list(YamlNode.Sequence list, List<?> after, int depth, List<Splice> splices) {
        if (!sound || after.isEmpty()) {
            return false;
        }
        var match = RowMatch.of(list.items().stream().map(YamlNode::plain).toList(), after);
        var wanted = new ArrayList<Wanted>();
        var changes = new ArrayList<Splice>();
        for (var i = 0; i < after.size(); i++) {
            if (match[i] < 0) {
                wanted.add(new Wanted(-1, YamlWriter.flow(after.get(i))));
            } else {
                wanted.add(changed(match[i], list.items().get(match[i]), after.get(i), depth, changes));
            }
        }
        put(wanted, changes, splices, list.end());
        return true;
    }

    private Wanted changed(int old, YamlNode node, Object after, int depth, List<Splice> changes) {
        var inner = new ArrayList<Splice>();
        edits.flowValue(node, after, depth + 1, inner);
        changes.addAll(inner);
        return new Wanted(old, edits.spliced(rows.get(old).start(), rows.get(old).end(), inner));
    }

    private void put(List<Wanted> wanted, List<Splice> changes, List<Splice> splices, int end) {
        var kept = wanted.size() == rows.size();
        for (var i = 0; kept && i < wanted.size(); i++) {
            kept = wanted.get(i).old() == i;
        }
        if (kept) {
            splices.addAll(changes);
        } else {
            splices.add(new Splice(rows.getFirst().from(), rows.getLast().to(), joined(wanted)));
        }
    }

    private String joined(List<Wanted> wanted) {
        var comma = rows.getLast().to() > rows.getLast().end();
        var out = new StringBuilder();
        var commented = false;
        for (var i = 0; i < wanted.size(); i++) {
            var row = wanted.get(i).old() < 0 ? null : rows.get(wanted.get(i).old());
            var before = before(i, wanted.get(i).old());
            out.append(commented && !before.contains("\n") && !before.contains("\r") ? edits.ending : "").append(before).append(wanted.get(i).body());
            var last = i == wanted.size() - 1;
            out.append(row == null ? "" : text.substring(row.end(), row.comma())).append(last && !comma ? "" : ",");
            var note = row == null || row.to() == row.end() ? "" : text.substring(row.comma() + 1, row.to());
            commented = !note.isEmpty();
            out.append(note);
        }
        return out.toString();
    }

    /// What stands before the entry that is number `i` of the result.
    private String before(int i, int old) {
        var own = old < 0 ? null : text.substring(rows.get(old).from(), rows.get(old).start());
        var first = text.substring(rows.getFirst().from(), rows.getFirst().start());
        if (i == 0) {
            return old > 0 && !own.isBlank() ? own : first.isBlank() || old == 0 ? first : "";
        }
        if (own != null && old > 0) {
            return own;
        }
        var model = text.substring(rows.getLast().from(), rows.getLast().start());
        return rows.size() > 1 && model.isBlank() ? model : first.isBlank() && !first.isEmpty() ? first : " ";
    }
}
