package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a 2.x value says beyond what its v3 form says again: the smallest edits that turn the one into the other.
///
/// 1. An object is edited by `add` (members), `drop` and `unless` (members that are not there, the latter while they have the fingerprint) and `in`.
/// 2. A table is edited row by row, each called by its key (`RowIds`); what v3 has no place for stands in `extra` behind its neighbour.
/// 3. `as` names a form (`Forms`), which holds no value. `to` sets another value while the old one has the fingerprint in `was`.
/// 4. `edit` changes a list without keys: a number keeps so many elements, a negative one passes over so many.
final class Residue {

    /// The parts of a URL that follow from its text; a file may leave them out.
    static final Set<String> PARTS = Set.of("raw", "protocol", "host", "port", "path", "hash", "query");

    /// One edit.
    ///
    /// @param pointer where it is in the 2.x file
    record Edit(String pointer, Kind kind, Object value) {

        enum Kind { ONLY_THERE, ABSENT, OTHER_FORM, OTHER_VALUE }
    }

    private final List<Edit> edits;

    private Residue(List<Edit> edits) {
        this.edits = edits;
    }

    /// The edits as a tree; null where there are none.
    ///
    /// @param canonical what v3 says again
    /// @param original  what the file says
    /// @param pointer   where `original` stands in its file
    /// @param edits     takes each edit
    static Map<String, Object> between(Object canonical, Object original, String pointer, List<Edit> edits) {
        return new Residue(edits).diff(canonical, original, pointer);
    }

    private Map<String, Object> diff(Object from, Object to, String pointer) {
        if (Plain.same(from, to)) {
            return null;
        }
        if (from instanceof Map<?, ?> && to instanceof Map<?, ?> map && RowIds.base(to) != null && !Forms.ofRow(map).isEmpty()) {
            var form = form(from, to, pointer, Forms.ofRow(map));
            if (form != null) {
                return form;
            }
        }
        if (from instanceof Map<?, ?> && to instanceof Map<?, ?>) {
            return objects(Plain.map(from), Plain.map(to), pointer);
        }
        var form = form(from, to, pointer, Forms.between(from, to));
        if (form != null) {
            return form;
        }
        if (from instanceof List<?> list && to instanceof List<?> other) {
            return list.isEmpty() || RowIds.table(list) ? tables(list, other, pointer) : lists(list, other, pointer);
        }
        edits.add(new Edit(pointer, Edit.Kind.OTHER_VALUE, to));
        return node("to", to, "was", Fingerprint.of(from));
    }

    private static Map<String, Object> node(Object... members) {
        var node = new LinkedHashMap<String, Object>();
        for (var i = 0; i < members.length; i += 2) {
            node.put(String.valueOf(members[i]), members[i + 1]);
        }
        return node;
    }

    private Map<String, Object> form(Object from, Object to, String pointer, List<String> forms) {
        for (var name : forms) {
            var formed = Forms.apply(name, from);
            if (formed == Forms.UNFIT) {
                continue;
            }
            var node = node("as", name);
            if (Plain.same(formed, to)) {
                edits.add(new Edit(pointer, Edit.Kind.OTHER_FORM, to));
                return node;
            }
            if (formed instanceof Map<?, ?> && to instanceof Map<?, ?>
                    || !(from instanceof List<?>) && formed instanceof List<?> && to instanceof List<?>
                    || formed instanceof List<?> && to instanceof String && name.equals("exec")) {
                node.putAll(nested(formed, to, pointer));
                return node;
            }
        }
        return null;
    }

    private Map<String, Object> nested(Object formed, Object to, String pointer) {
        edits.add(new Edit(pointer, Edit.Kind.OTHER_FORM, to));
        var node = diff(formed, to, pointer);
        return node.containsKey("as") ? node("then", node) : node;
    }

    private Map<String, Object> objects(Map<String, Object> from, Map<String, Object> to, String pointer) {
        var add = new LinkedHashMap<String, Object>();
        var drop = new LinkedHashMap<String, Object>();
        var unless = new LinkedHashMap<String, Object>();
        var in = new LinkedHashMap<String, Object>();
        from.forEach((key, value) -> {
            if (!to.containsKey(key)) {
                edits.add(new Edit(pointer + "/" + escape(key), Edit.Kind.ABSENT, null));
                if (Plain.empty(value) || pointer.endsWith("/url") && PARTS.contains(key)) {
                    drop.put(key, true);
                } else {
                    unless.put(key, Fingerprint.of(value));
                }
            }
        });
        to.forEach((key, value) -> {
            if (!from.containsKey(key)) {
                edits.add(new Edit(pointer + "/" + escape(key), Edit.Kind.ONLY_THERE, value));
                add.put(key, value);
            } else {
                var node = diff(from.get(key), value, pointer + "/" + escape(key));
                if (node != null) {
                    in.put(key, node);
                }
            }
        });
        var node = new LinkedHashMap<String, Object>();
        put(node, "drop", drop);
        put(node, "unless", unless);
        put(node, "in", in);
        put(node, "add", add);
        return node;
    }

    private static void put(Map<String, Object> node, String key, Object value) {
        if (!Plain.empty(value)) {
            node.put(key, value);
        }
    }

    private Map<String, Object> tables(List<?> from, List<?> to, String pointer) {
        var ids = RowIds.of(from);
        var bases = from.stream().map(RowIds::base).toList();
        var rows = new LinkedHashMap<String, Object>();
        var extra = new ArrayList<Object>();
        var gone = new LinkedHashMap<String, Object>();
        var next = 0;
        for (var i = 0; i < to.size(); i++) {
            var element = to.get(i);
            var base = RowIds.base(element);
            var found = base == null ? -1 : bases.subList(next, bases.size()).indexOf(base);
            if (found < 0) {
                edits.add(new Edit(pointer + "/" + i, Edit.Kind.ONLY_THERE, element));
                extra.add(node("after", next == 0 ? null : ids.get(next - 1), "value", element));
                continue;
            }
            for (var k = 0; k < found; k++, next++) {
                gone(ids.get(next), from.get(next), pointer, gone);
            }
            var node = diff(from.get(next), element, pointer + "/" + i);
            if (node != null) {
                rows.put(ids.get(next), node);
            }
            next++;
        }
        for (; next < from.size(); next++) {
            gone(ids.get(next), from.get(next), pointer, gone);
        }
        var node = new LinkedHashMap<String, Object>();
        put(node, "rows", rows);
        put(node, "extra", extra);
        put(node, "gone", gone);
        return node;
    }

    private void gone(String id, Object row, String pointer, Map<String, Object> gone) {
        edits.add(new Edit(pointer, Edit.Kind.ABSENT, null));
        gone.put(id, Fingerprint.of(row));
    }

    private Map<String, Object> lists(List<?> from, List<?> to, String pointer) {
        var head = 0;
        while (head < Math.min(from.size(), to.size()) && Plain.same(from.get(head), to.get(head))) {
            head++;
        }
        var tail = 0;
        while (tail < Math.min(from.size(), to.size()) - head && Plain.same(from.get(from.size() - 1 - tail), to.get(to.size() - 1 - tail))) {
            tail++;
        }
        var edit = new ArrayList<Object>();
        if (head > 0) {
            edit.add(head);
        }
        middle(from, to, head, tail, pointer, edit);
        if (tail > 0) {
            edit.add(tail);
        }
        return node("edit", edit, "was", Fingerprint.of(from));
    }

    private void middle(List<?> from, List<?> to, int head, int tail, String pointer, List<Object> edit) {
        var paired = from.size() == to.size();
        for (var i = head; i < to.size() - tail; i++) {
            var node = paired ? diff(from.get(i), to.get(i), pointer + "/" + i) : null;
            if (paired) {
                edit.add(node == null ? (Object) 1 : node("in", node));
            } else {
                edits.add(new Edit(pointer + "/" + i, Edit.Kind.ONLY_THERE, to.get(i)));
                edit.add(node("put", to.get(i)));
            }
        }
        if (!paired && from.size() - head - tail > 0) {
            edits.add(new Edit(pointer, Edit.Kind.ABSENT, null));
            edit.add(-(from.size() - head - tail));
        }
    }

    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
