package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes the items of a 2.x file apart into what v3 files say and what stands in the sidecar, and puts them together again.
final class Halves {

    private final Dialect dialect;

    Halves(Dialect dialect) {
        this.dialect = dialect;
    }

    /// The sidecar of a folder or collection, without what belongs to its items.
    Sidecar ofLevel(Map<String, Object> original, Map<String, Object> v3, String stem, String pointer, List<Residue.Edit> edits) {
        var canonical = original.containsKey("info") || pointer.isEmpty() ? V3Level.readCollection(v3, stem, List.of(), dialect)
                : V3Level.readFolder(v3, stem, List.of(), dialect);
        var residue = Residue.between(canonical, without(original, "item"), pointer, edits);
        return new Sidecar(Sidecar.marks(canonical), Copies.encode(residue, canonical, v3), Map.of(), List.of(), Map.of());
    }

    Sidecar ofRequest(Map<String, Object> original, Map<String, Object> v3, String stem, String pointer, List<Residue.Edit> edits) {
        var canonical = V3Request.read(v3, stem, List.of(), dialect);
        var forms = new LinkedHashMap<String, Object>();
        if (original.get("description") != null && !Plain.mapOrEmpty(original.get("request")).containsKey("description")) {
            forms.put("description", "item");
        }
        var marks = Sidecar.marks(canonical);
        canonical = formed(canonical, forms);
        var residue = Residue.between(canonical, without(original, "response"), pointer, edits);
        return new Sidecar(marks, Copies.encode(residue, canonical, v3), forms, List.of(), Map.of());
    }

    Sidecar ofExample(Map<String, Object> original, Map<String, Object> v3, String stem, String pointer, List<Residue.Edit> edits) {
        var canonical = V3Example.read(v3, stem, dialect);
        var residue = Residue.between(canonical, original, pointer, edits);
        return new Sidecar(Sidecar.mark(canonical), Copies.encode(residue, canonical, v3), Map.of(), List.of(), Map.of());
    }

    /// Lists of items are taken apart one by one; anything else in their place is an edit like every other.
    private static Map<String, Object> without(Map<String, Object> original, String list) {
        var rest = new LinkedHashMap<>(original);
        if (rest.get(list) instanceof List<?>) {
            rest.put(list, new ArrayList<>());
        }
        return rest;
    }

    /// The description stands in the request, or beside it where the sidecar says so.
    private static Map<String, Object> formed(Map<String, Object> canonical, Map<String, Object> forms) {
        var request = Plain.map(canonical.get("request"));
        if ("item".equals(forms.get("description")) && request != null && request.containsKey("description")) {
            canonical.put("description", request.remove("description"));
            canonical.put("request", request);
        }
        return canonical;
    }

    Map<String, Object> request(Map<String, Object> canonical, Sidecar sidecar, List<String> stems) {
        var responses = new ArrayList<Object>();
        var examples = Plain.list(canonical.get("response"));
        for (var i = 0; i < examples.size(); i++) {
            var own = sidecar.example(stems.get(i), stems, Plain.mapOrEmpty(examples.get(i)));
            responses.add(own == null ? examples.get(i) : Restore.apply(examples.get(i), own.edits()));
        }
        return joined(formed(canonical, sidecar.forms()), sidecar, "response", responses, stems);
    }

    /// @param stems the file or folder names of the items, in order
    Map<String, Object> level(Map<String, Object> canonical, Sidecar sidecar, List<Object> items, List<String> stems) {
        return joined(canonical, sidecar, "item", items, stems);
    }

    /// Applies a sidecar, the list of items apart: where the file had another thing than a list, it has it again unless there are items now.
    private static Map<String, Object> joined(Map<String, Object> canonical, Sidecar sidecar, String list, List<Object> elements, List<String> stems) {
        var bare = new LinkedHashMap<>(canonical);
        bare.put(list, new ArrayList<>());
        var restored = Restore.map(bare, sidecar.edits());
        var all = new ArrayList<Object>();
        var behind = new LinkedHashMap<String, List<Object>>();
        var last = new ArrayList<Object>();
        for (var extra : sidecar.extra()) {
            var map = Plain.mapOrEmpty(extra);
            (!(map.get("after") instanceof String after) ? all : stems.contains(after) ? behind.computeIfAbsent(after, _ -> new ArrayList<>()) : last)
                    .add(map.get("value"));
        }
        for (var i = 0; i < elements.size(); i++) {
            all.add(elements.get(i));
            all.addAll(behind.getOrDefault(stems.get(i), List.of()));
        }
        all.addAll(last);
        if (!all.isEmpty() || restored.get(list) instanceof List<?>) {
            restored.put(list, all);
        }
        return restored;
    }
}
