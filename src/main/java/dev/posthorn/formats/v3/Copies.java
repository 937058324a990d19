package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps out of a residue what v3 holds: a text that stands in the v3 file is named by its place there, never written again.
///
/// 1. `$copy` is a place in the item, its rows called as in `RowIds`. A copy says what stands there now.
/// 2. `$cut` is a part of a text, as long as that text has the fingerprint. `$text` joins such pieces.
/// 3. `$word` is one of the few words that 2.x files use everywhere ("text", "string"), which say nothing of the user's.
final class Copies {

    /// What a copy of something that is no longer there resolves to.
    static final Object GONE = new Object();

    /// Shorter texts are no copies of anything.
    private static final int SHORT = 3;

    /// Inside another text only longer ones count.
    private static final int INSIDE = 8;

    private static final Set<String> WORDS = Set.of("text", "string", "default", "any", "file", "secret", "boolean", "number", "object", "array", "json",
            "html", "javascript", "auto", "plain", "text/javascript", "text/plain", "text/markdown", "formdata", "urlencoded", "graphql", "test",
            "prerequest", "http", "https", "true", "false", "inherit", "noauth");

    private final Map<String, List<String>> places = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    private Copies(Object canonical, Object v3) {
        hold(v3);
        index(canonical, "");
    }

    /// @param residue what `Residue.between` made
    /// @param v3      the tree of the v3 file
    static Map<String, Object> encode(Map<String, Object> residue, Object canonical, Object v3) {
        return residue == null ? null : new Copies(canonical, v3).node(residue, "");
    }

    private void hold(Object v3) {
        switch (v3) {
            case Map<?, ?> map -> {
                for (var member : map.entrySet()) {
                    held.add(String.valueOf(member.getKey()));
                    hold(member.getValue());
                }
            }
            case List<?> list -> {
                for (var element : list) {
                    hold(element);
                }
            }
            case String text -> held.add(text);
            case null, default -> { }
        }
    }

    private void index(Object value, String pointer) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inner) -> index(inner, pointer + "/" + Residue.escape(String.valueOf(key))));
            case List<?> list -> {
                var ids = ids(list);
                for (var i = 0; i < list.size(); i++) {
                    index(list.get(i), pointer + "/" + Residue.escape(ids.get(i)));
                }
            }
            case String text when text.length() > SHORT -> places.computeIfAbsent(text, _ -> new ArrayList<>()).add(pointer);
            case null, default -> { }
        }
    }

    private static List<String> ids(List<?> list) {
        if (RowIds.table(list)) {
            return RowIds.of(list);
        }
        var ids = new ArrayList<String>();
        for (var i = 0; i < list.size(); i++) {
            ids.add(String.valueOf(i));
        }
        return ids;
    }

    private Map<String, Object> node(Map<String, Object> node, String at) {
        var out = new LinkedHashMap<String, Object>();
        node.forEach((key, value) -> out.put(key, switch (key) {
            case "in", "rows" -> nodes(value, at);
            case "then" -> node(Plain.map(value), at);
            case "add" -> {
                var add = new LinkedHashMap<String, Object>();
                Plain.map(value).forEach((name, literal) -> add.put(name, literal(literal, at)));
                yield add;
            }
            case "to" -> literal(value, at);
            case "extra" -> each(value, at, "value");
            case "edit" -> each(value, at, "put");
            default -> value;
        }));
        return out;
    }

    private Map<String, Object> nodes(Object nodes, String at) {
        var out = new LinkedHashMap<String, Object>();
        Plain.map(nodes).forEach((key, inner) -> out.put(key, node(Plain.map(inner), at + "/" + Residue.escape(key))));
        return out;
    }

    private List<Object> each(Object list, String at, String key) {
        var out = new ArrayList<Object>();
        for (var element : Plain.list(list)) {
            var map = Plain.map(element);
            if (map != null && map.containsKey(key)) {
                map.put(key, literal(map.get(key), at));
            } else if (map != null && map.containsKey("in")) {
                map.put("in", node(Plain.map(map.get("in")), at));
            }
            out.add(map == null ? element : map);
        }
        return out;
    }

    private Object literal(Object value, String at) {
        return switch (value) {
            case Map<?, ?> map -> {
                var out = new LinkedHashMap<String, Object>();
                for (var member : map.entrySet()) {
                    out.put(String.valueOf(member.getKey()), literal(member.getValue(), at));
                }
                yield out.size() == 1 && out.keySet().iterator().next().startsWith("$") ? one("$plain", out) : out;
            }
            case List<?> list -> {
                var out = new ArrayList<Object>();
                for (var inner : list) {
                    out.add(literal(inner, at));
                }
                yield out;
            }
            case String text when text.length() > SHORT -> text(text, at);
            case null, default -> value;
        };
    }

    private static Map<String, Object> one(String key, Object value) {
        var map = new LinkedHashMap<String, Object>();
        map.put(key, value);
        return map;
    }

    private Object text(String text, String at) {
        if (held.contains(text) && WORDS.contains(text)) {
            return one("$word", one(text, true));
        }
        var found = places.get(text);
        if (found != null && (held.contains(text) || !WORDS.contains(text))) {
            return one("$copy", found.stream().filter(p -> p.startsWith(at + "/") && p.indexOf('/', at.length() + 1) < 0).findFirst().orElse(found.getFirst()));
        }
        var inside = at.endsWith("/url") || at.contains("/url/") ? places.keySet().stream().filter(t -> t.contains(text)).findFirst() : null;
        if (inside != null && inside.isPresent()) {
            return cut(inside.get(), inside.get().indexOf(text), text.length());
        }
        return joined(text);
    }

    private Map<String, Object> cut(String whole, int from, int length) {
        return one("$cut", List.of(places.get(whole).getFirst(), from, length, Fingerprint.of(whole)));
    }

    /// A text in which one stands that v3 holds.
    private Object joined(String text) {
        var inner = places.keySet().stream().filter(t -> t.length() >= INSIDE && held.contains(t) && text.contains(t))
                .max((a, b) -> a.length() != b.length() ? a.length() - b.length() : b.compareTo(a));
        if (inner.isEmpty()) {
            return text;
        }
        var at = text.indexOf(inner.get());
        var pieces = new ArrayList<Object>();
        if (at > 0) {
            pieces.add(text(text.substring(0, at), ""));
        }
        pieces.add(cut(inner.get(), 0, inner.get().length()));
        if (at + inner.get().length() < text.length()) {
            pieces.add(text(text.substring(at + inner.get().length()), ""));
        }
        return one("$text", pieces);
    }

    /// Reads literals back, each copy from its place in the item.
    static final class Resolver {

        private final Object canonical;

        Resolver(Object canonical) {
            this.canonical = canonical;
        }

        Object resolve(Object literal) {
            return switch (literal) {
                case Map<?, ?> map when map.size() == 1 -> special(Plain.map(map));
                case Map<?, ?> map -> members(Plain.map(map));
                case List<?> list -> {
                    var out = new ArrayList<Object>();
                    for (var element : list) {
                        var value = resolve(element);
                        if (value != GONE) {
                            out.add(value);
                        }
                    }
                    yield out;
                }
                case null, default -> literal;
            };
        }

        private Object members(Map<String, Object> map) {
            for (var member : map.entrySet()) {
                member.setValue(resolve(member.getValue()));
            }
            map.values().removeIf(v -> v == GONE);
            return map;
        }

        private Object special(Map<String, Object> map) {
            var value = map.values().iterator().next();
            return switch (map.keySet().iterator().next()) {
                case "$plain" -> members(Plain.mapOrEmpty(value));
                case "$word" -> String.join("", Plain.mapOrEmpty(value).keySet());
                case "$copy" -> at(String.valueOf(value));
                case "$cut" -> cut(Plain.list(value));
                case "$text" -> text(Plain.list(value));
                default -> members(map);
            };
        }

        private Object text(List<Object> pieces) {
            var out = new StringBuilder();
            for (var piece : pieces) {
                if (!(resolve(piece) instanceof String text)) {
                    return GONE;
                }
                out.append(text);
            }
            return out.toString();
        }

        private Object cut(List<Object> cut) {
            return cut.size() == 4 && at(String.valueOf(cut.getFirst())) instanceof String whole && cut.get(1) instanceof Integer from
                    && cut.get(2) instanceof Integer length && Fingerprint.of(whole).equals(cut.get(3)) && from >= 0 && length >= 0
                    && from <= whole.length() - length ? whole.substring(from, from + length) : GONE;
        }

        private Object at(String pointer) {
            var value = canonical;
            for (var part : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
                var step = part.replace("~1", "/").replace("~0", "~");
                value = switch (value) {
                    case Map<?, ?> map when map.containsKey(step) -> map.get(step);
                    case List<?> list when ids(list).contains(step) -> list.get(ids(list).indexOf(step));
                    case null, default -> GONE;
                };
                if (value == GONE) {
                    return GONE;
                }
            }
            return value;
        }
    }
}
