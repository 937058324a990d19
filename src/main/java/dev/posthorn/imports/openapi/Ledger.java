package dev.posthorn.imports.openapi;

import dev.posthorn.formats.Report;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Keeps account of a description: each of its values is counted once, as kept, as translated or as having no place.
///
/// While it is read, only what needs a sentence is written down here. At the end the whole tree is walked: what was read counts for the request or
/// component in which it stands, what was not read becomes a row with the reason.
final class Ledger {

    private final Map<String, String> items = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final TreeMap<String, Report.Row> said = new TreeMap<>();
    private final List<Report.Row> besides = new ArrayList<>();

    /// What stands at and below `pointer` became the item with that path of names.
    void item(String pointer, String path) {
        items.put(pointer, path);
    }

    /// A value of the description that became something else.
    void translated(String pointer, String from, String to, String reason) {
        said.putIfAbsent(pointer, Report.Row.translated("", pointer, from, to, reason));
    }

    /// A value of the description that has no place.
    void aside(String pointer, String from, String reason) {
        said.putIfAbsent(pointer, Report.Row.aside("", pointer, from, reason));
    }

    /// Something that was made up, for which no value stands in the description.
    void made(String pointer, String to, String reason) {
        besides.add(Report.Row.translated("", pointer, "", to, reason));
    }

    /// What is not read below `pointer` will be one row with this reason.
    void leave(String pointer, String reason) {
        reasons.putIfAbsent(pointer, reason);
    }

    Report report(Tracked root) {
        var unread = new HashSet<String>();
        root.unread().forEach(leaf -> unread.add(leaf.pointer()));
        var count = new Count(unread);
        count.walk(root.peek(), "");
        count.group();
        var rows = new ArrayList<Report.Row>();
        count.kept.forEach((owner, values) -> rows.add(owner.schema()
                ? new Report.Row(itemOf(owner.pointer()), Report.Fate.TRANSLATED, owner.pointer(), "a schema", "sample values and notes",
                        "a collection holds values, not the rules for them", values)
                : Report.Row.kept(itemOf(owner.pointer()), owner.pointer(), values)));
        count.left.forEach((pointer, values) -> rows.add(new Report.Row(itemOf(pointer), Report.Fate.ASIDE, pointer, Pointers.last(pointer), "",
                reasons.getOrDefault(pointer, Pointers.reason(pointer)), values)));
        said.values().forEach(row -> rows.add(placed(row)));
        besides.forEach(row -> rows.add(placed(row)));
        return new Report(rows);
    }

    private Report.Row placed(Report.Row row) {
        return new Report.Row(itemOf(row.pointer()), row.fate(), row.pointer(), row.from(), row.to(), row.reason(), row.count());
    }

    private String itemOf(String pointer) {
        return items.getOrDefault(Pointers.owner(pointer), "");
    }

    /// The walk over all values of the tree.
    private final class Count {

        private record Owner(String pointer, boolean schema) {}

        private final Set<String> unread;
        private final Map<Owner, Integer> kept = new LinkedHashMap<>();
        private final Map<String, Integer> left = new LinkedHashMap<>();
        private final List<String> passed = new ArrayList<>();
        private final Set<String> touched = new HashSet<>();

        private Count(Set<String> unread) {
            this.unread = unread;
        }

        private void walk(Object value, String pointer) {
            switch (value) {
                case null -> { }
                case Map<?, ?> map -> map.forEach((key, v) -> walk(v, pointer + "/" + Pointers.escaped(String.valueOf(key))));
                case List<?> list -> {
                    for (var i = 0; i < list.size(); i++) {
                        walk(list.get(i), pointer + "/" + i);
                    }
                }
                case String text when text.isEmpty() -> { }
                default -> leaf(pointer);
            }
        }

        private void leaf(String pointer) {
            if (unread.contains(pointer)) {
                passed.add(pointer);
                return;
            }
            for (var above = pointer; !above.isEmpty() && touched.add(above);) {
                above = above.substring(0, above.lastIndexOf('/'));
            }
            if (!said.containsKey(pointer)) {
                kept.merge(new Owner(Pointers.owner(pointer), Pointers.inSchema(pointer)), 1, Integer::sum);
            }
        }

        private void group() {
            passed.forEach(pointer -> left.merge(group(pointer), 1, Integer::sum));
        }

        /// The place whose reason was given, at or above the pointer; else the place that speaks for it, or the widest of which nothing was read.
        private String group(String pointer) {
            for (var above = pointer; !above.isEmpty(); above = above.substring(0, above.lastIndexOf('/'))) {
                if (reasons.containsKey(above)) {
                    return above;
                }
            }
            var group = Pointers.group(pointer);
            for (var above = group; above.length() > Pointers.owner(pointer).length() && !touched.contains(above);) {
                group = above;
                above = above.substring(0, above.lastIndexOf('/'));
            }
            return touched.contains(Pointers.owner(pointer)) ? group : Pointers.owner(pointer);
        }
    }
}
