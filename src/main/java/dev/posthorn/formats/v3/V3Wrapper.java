package dev.posthorn.formats.v3;

import dev.posthorn.formats.Report;
import dev.posthorn.formats.Wrapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps in a sidecar what stood around a collection or environment in its file, which v3 has no place for.
final class V3Wrapper {

    /// In the sidecar's `forms`.
    static final String FORM = "wrapper";

    /// Before the names of the members beside it, which must not meet those of the item itself.
    private static final String BESIDE = "wrapper/";

    private V3Wrapper() {}

    /// Puts it into the forms of a sidecar; nothing where there is none.
    ///
    /// @param canonical what v3 says again of the item
    /// @param v3        the tree of the v3 file
    static void write(Wrapper wrapper, Map<String, Object> canonical, Map<String, Object> v3, Map<String, Object> forms) {
        if (!wrapper.key().isEmpty()) {
            var add = new LinkedHashMap<String, Object>();
            wrapper.beside().forEach((key, value) -> add.put(BESIDE + key, value));
            var form = new LinkedHashMap<String, Object>();
            form.put("key", wrapper.key());
            form.put("edits", Copies.encode(Map.of("add", add), canonical, v3));
            forms.put(FORM, form);
        }
    }

    static Wrapper read(Map<String, Object> forms, Map<String, Object> canonical) {
        var form = Plain.mapOrEmpty(forms.get(FORM));
        if (!(form.get("key") instanceof String key) || key.isEmpty()) {
            return Wrapper.NONE;
        }
        var beside = new LinkedHashMap<String, Object>();
        Restore.map(canonical, form.get("edits")).forEach((name, value) -> {
            if (name.startsWith(BESIDE)) {
                beside.put(name.substring(BESIDE.length()), value);
            }
        });
        return new Wrapper(key, beside);
    }

    /// The rows of what is inside with their places in the whole file, and those of what is around it.
    static List<Report.Row> rows(Wrapper wrapper, List<Report.Row> inside) {
        if (wrapper.key().isEmpty()) {
            return inside;
        }
        var rows = new ArrayList<Report.Row>();
        rows.add(Report.Row.aside("", "", "an object around \"" + wrapper.key() + "\"", "Postman 3.0 has no place for it"));
        var edits = new ArrayList<Residue.Edit>();
        wrapper.beside().forEach((key, value) -> edits.add(new Residue.Edit("/" + Residue.escape(key), Residue.Edit.Kind.ONLY_THERE, value)));
        rows.addAll(new ItemReport("", "").rows(wrapper.beside(), edits, List.of()));
        inside.forEach(row -> rows.add(new Report.Row(row.item(), row.fate(), wrapper.pointer() + row.pointer(), row.from(), row.to(), row.reason(), row.count())));
        return rows;
    }
}
