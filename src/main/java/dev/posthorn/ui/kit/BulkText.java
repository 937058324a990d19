package dev.posthorn.ui.kit;

import dev.posthorn.model.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A key-value table as plain text: one `key: value` a line, `//` before the rows that are off.
///
/// 1. A line that was not touched gives back its very row, with description and everything a line cannot show.
/// 2. Else a line takes over the description of the first unused row with its key.
/// 3. Empty lines are no rows.
public final class BulkText {

    private BulkText() {}

    public static String format(List<Entry> rows) {
        return String.join("\n", rows.stream().filter(e -> !e.blank()).map(BulkText::line).toList());
    }

    private static String line(Entry row) {
        return (row.enabled() ? "" : "//") + oneLine(row.key()) + ": " + oneLine(row.value());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", "⏎");
    }

    public static List<Entry> parse(String text, List<Entry> before) {
        Map<String, Deque<Entry>> byLine = new HashMap<>();
        Map<String, Deque<Entry>> byKey = new HashMap<>();
        var lines = text.lines().filter(l -> !l.isBlank()).toList();
        var unused = new ArrayList<>(before);
        before.forEach(e -> byLine.computeIfAbsent(line(e), _ -> new ArrayDeque<>()).add(e));
        var rows = new ArrayList<Entry>();
        for (var line : lines) {
            var same = byLine.getOrDefault(line, new ArrayDeque<>()).poll();
            rows.add(same);
            removeThat(unused, same);
        }
        unused.forEach(e -> byKey.computeIfAbsent(e.key(), _ -> new ArrayDeque<>()).add(e));
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i) == null) {
                var typed = entry(lines.get(i));
                var kin = byKey.getOrDefault(typed.key(), new ArrayDeque<>()).poll();
                rows.set(i, kin == null ? typed : kin.withValue(typed.value()).withEnabled(typed.enabled()));
            }
        }
        return rows;
    }

    private static void removeThat(List<Entry> rows, Entry that) {
        for (var i = 0; that != null && i < rows.size(); i++) {
            if (rows.get(i) == that) {
                rows.remove(i);
                return;
            }
        }
    }

    private static Entry entry(String line) {
        var off = line.stripLeading().startsWith("//");
        var text = off ? line.stripLeading().substring(2) : line;
        return split(text, text.indexOf(':')).withEnabled(!off);
    }

    /// Rows out of several pasted lines: `key: value`, `key=value` or `key<tab>value`.
    public static List<Entry> pasted(String text) {
        return text.lines().filter(l -> !l.isBlank()).map(line -> {
            var off = line.stripLeading().startsWith("//");
            var rest = off ? line.stripLeading().substring(2) : line;
            return split(rest, separator(rest)).withEnabled(!off);
        }).toList();
    }

    private static int separator(String line) {
        var tab = line.indexOf('\t');
        if (tab >= 0) {
            return tab;
        }
        var colon = line.indexOf(':');
        var equals = line.indexOf('=');
        return colon < 0 ? equals : equals < 0 ? colon : Math.min(colon, equals);
    }

    private static Entry split(String line, int at) {
        return at < 0 ? Entry.of(line.strip(), "") : Entry.of(line.substring(0, at).strip(), line.substring(at + 1).strip());
    }
}
