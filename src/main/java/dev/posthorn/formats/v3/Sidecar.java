package dev.posthorn.formats.v3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is kept of one item beside its v3 file: fingerprints of what the file says, and the edits that make the 2.x item of it.
///
/// @param marks    fingerprints of the item's fields by their names; "all" is that of the whole but its name
/// @param edits    a `Residue`, null for none
/// @param forms    forms of the whole: `description` where it stands beside the request and not in it; `dialect` of a collection
/// @param extra    elements of the item's list of examples or items that are none, each behind its neighbour's file name
/// @param examples the same for each example, by the name of its file without ending
record Sidecar(Map<String, Object> marks, Map<String, Object> edits, Map<String, Object> forms, List<Object> extra, Map<String, Sidecar> examples) {

    static final Sidecar NONE = new Sidecar(Map.of(), null, Map.of(), List.of(), Map.of());

    /// Whether there is anything to keep.
    boolean empty() {
        return edits == null && forms.isEmpty() && extra.isEmpty() && examples.isEmpty();
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("is", marks);
        put(tree, "forms", forms);
        put(tree, "edits", edits);
        put(tree, "extra", extra);
        var each = new LinkedHashMap<String, Object>();
        examples.forEach((stem, example) -> each.put(stem, example.tree()));
        put(tree, "examples", each);
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Object value) {
        if (!Plain.empty(value)) {
            tree.put(key, value);
        }
    }

    static Sidecar of(Object tree) {
        var map = Plain.mapOrEmpty(tree);
        var examples = new LinkedHashMap<String, Sidecar>();
        Plain.mapOrEmpty(map.get("examples")).forEach((stem, example) -> examples.put(stem, of(example)));
        return new Sidecar(Plain.mapOrEmpty(map.get("is")), Plain.map(map.get("edits")), Plain.mapOrEmpty(map.get("forms")), Plain.list(map.get("extra")), examples);
    }

    /// The fingerprints of an item as its v3 file says it.
    static Map<String, Object> marks(Map<String, Object> canonical) {
        var marks = mark(canonical);
        var info = Plain.map(canonical.get("info"));
        var request = Plain.mapOrEmpty(canonical.get("request"));
        mark(marks, "name", info == null ? canonical.get("name") : info.get("name"));
        for (var field : new String[] {"method", "url", "header", "body", "auth", "description"}) {
            mark(marks, field, request.containsKey(field) ? request.get(field) : canonical.get(field));
        }
        mark(marks, "event", canonical.get("event"));
        mark(marks, "variable", canonical.get("variable"));
        return marks;
    }

    /// The fingerprint of the whole alone.
    static Map<String, Object> mark(Map<String, Object> canonical) {
        var marks = new LinkedHashMap<String, Object>();
        var nameless = new LinkedHashMap<>(canonical);
        nameless.remove("name");
        nameless.remove("item");
        nameless.remove("response");
        var info = Plain.map(nameless.get("info"));
        if (info != null) {
            info.remove("name");
            nameless.put("info", info);
        }
        marks.put("all", Fingerprint.of(nameless));
        return marks;
    }

    /// What is kept of an example: by the name of its file, else, where that is gone, by its content; null for none.
    ///
    /// @param stems the names of all examples there are
    Sidecar example(String stem, List<String> stems, Map<String, Object> canonical) {
        if (examples.containsKey(stem) || examples.isEmpty()) {
            return examples.get(stem);
        }
        var all = mark(canonical).get("all");
        return examples.entrySet().stream().filter(e -> !stems.contains(e.getKey()) && all.equals(e.getValue().marks().get("all"))).map(Map.Entry::getValue)
                .findFirst().orElse(null);
    }

    private static void mark(Map<String, Object> marks, String field, Object value) {
        if (!Plain.empty(value)) {
            marks.put(field, Fingerprint.of(value));
        }
    }
}
