package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns what v3 says into what the file said, by the edits of a `Residue`. An edit that does not fit what the v3 file says by now is left out.
final class Restore {

    private final Copies.Resolver copies;

    private Restore(Copies.Resolver copies) {
        this.copies = copies;
    }

    /// @param canonical what v3 says; stays as it is
    /// @param residue   the edits, null for none
    static Object apply(Object canonical, Object residue) {
        return residue instanceof Map<?, ?> node ? new Restore(new Copies.Resolver(canonical)).edit(canonical, Plain.map(node)) : canonical;
    }

    private Object edit(Object value, Map<String, Object> node) {
        var now = value;
        if (node.get("as") instanceof String form) {
            now = Forms.apply(form, value);
            if (now == Forms.UNFIT) {
                return value;
            }
        }
        if (node.get("then") instanceof Map<?, ?> then) {
            return edit(now, Plain.map(then));
        }
        if (node.containsKey("to")) {
            var to = copies.resolve(node.get("to"));
            return to != Copies.GONE && Fingerprint.of(now).equals(node.get("was")) ? to : now;
        }
        return switch (now) {
            case Map<?, ?> map -> object(Plain.map(map), node);
            case List<?> list when node.containsKey("edit") -> Fingerprint.of(list).equals(node.get("was")) ? list(list, Plain.list(node.get("edit"))) : list;
            case List<?> list -> table(list, node);
            case null, default -> now;
        };
    }

    private Object object(Map<String, Object> map, Map<String, Object> node) {
        Plain.mapOrEmpty(node.get("drop")).forEach((key, _) -> {
            if (droppable(key, map.get(key))) {
                map.remove(key);
            }
        });
        Plain.mapOrEmpty(node.get("unless")).forEach((key, mark) -> {
            if (map.containsKey(key) && Fingerprint.of(map.get(key)).equals(mark)) {
                map.remove(key);
            }
        });
        Plain.mapOrEmpty(node.get("in")).forEach((key, inner) -> {
            if (map.containsKey(key) && inner instanceof Map<?, ?> edits) {
                map.put(key, edit(map.get(key), Plain.map(edits)));
            }
        });
        Plain.mapOrEmpty(node.get("add")).forEach((key, value) -> {
            var resolved = copies.resolve(value);
            if (!map.containsKey(key) && resolved != Copies.GONE) {
                map.put(key, resolved);
            }
        });
        return map;
    }

    /// What is empty may go, and what follows from a URL's text.
    private static boolean droppable(String key, Object value) {
        if (key.equals("query") && value instanceof List<?> rows) {
            return rows.stream().allMatch(row -> Plain.mapOrEmpty(row).keySet().equals(Set.of("key", "value")));
        }
        return Plain.empty(value) || Residue.PARTS.contains(key);
    }

    private Object table(List<?> list, Map<String, Object> node) {
        var ids = RowIds.of(list);
        var rows = Plain.mapOrEmpty(node.get("rows"));
        var gone = Plain.mapOrEmpty(node.get("gone"));
        var behind = new HashMap<String, List<Object>>();
        var out = new ArrayList<Object>();
        var last = new ArrayList<Object>();
        for (var element : Plain.list(node.get("extra"))) {
            var extra = Plain.mapOrEmpty(element);
            var value = copies.resolve(extra.get("value"));
            if (value != Copies.GONE) {
                (!(extra.get("after") instanceof String after) ? out
                        : ids.contains(after) ? behind.computeIfAbsent(after, _ -> new ArrayList<>()) : last).add(value);
            }
        }
        for (var i = 0; i < list.size(); i++) {
            var id = ids.get(i);
            if (!gone.containsKey(id) || !Fingerprint.of(list.get(i)).equals(gone.get(id))) {
                out.add(rows.get(id) instanceof Map<?, ?> edits ? edit(list.get(i), Plain.map(edits)) : list.get(i));
            }
            out.addAll(behind.getOrDefault(id, List.of()));
        }
        out.addAll(last);
        return out;
    }

    private Object list(List<?> list, List<Object> edits) {
        var out = new ArrayList<Object>();
        var at = 0;
        for (var edit : edits) {
            switch (edit) {
                case Integer count when count < 0 -> at -= count;
                case Integer count -> {
                    out.addAll(list.subList(Math.min(at, list.size()), Math.min(at + count, list.size())));
                    at += count;
                }
                case Map<?, ?> map when map.containsKey("put") -> {
                    var put = copies.resolve(map.get("put"));
                    if (put != Copies.GONE) {
                        out.add(put);
                    }
                }
                case Map<?, ?> map -> {
                    if (at < list.size()) {
                        out.add(edit(list.get(at++), Plain.mapOrEmpty(map.get("in"))));
                    }
                }
                default -> { }
            }
        }
        return out;
    }

    static Map<String, Object> map(Object canonical, Object residue) {
        var restored = Plain.map(apply(canonical, residue));
        return restored == null ? new LinkedHashMap<>() : restored;
    }
}
