package dev.posthorn.formats.v3;

import dev.posthorn.formats.Report;
import dev.posthorn.formats.Wrapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The v3 files of one collection and their sidecars, in Postman's layout.
final class CollectionFiles {

    static final String DEFINITION = ".resources/definition.yaml";
    static final String REQUEST = ".request.yaml";
    static final String EXAMPLE = ".example.yaml";

    /// Items of a folder are numbered in steps, so that others can be put between them.
    static final int STEP = 1_000;

    /// The longest path below the collection, in bytes: what Linux takes (4,096) less room for where it stands.
    private static final int PATH = 2_400;

    private final String base;
    private final String beside;
    private final Halves halves;
    private final Dialect dialect;
    private final Wrapper wrapper;
    private final List<V3Export.File> files = new ArrayList<>();
    private final List<Report.Row> rows = new ArrayList<>();
    private int stemBytes = Stems.BYTES;

    /// @param base    the collection's folder
    /// @param beside  the folder of its sidecars
    /// @param wrapper what stood around it in its file
    CollectionFiles(String base, String beside, Dialect dialect, Wrapper wrapper) {
        this.base = base;
        this.beside = beside;
        this.dialect = dialect;
        this.wrapper = wrapper;
        halves = new Halves(dialect);
    }

    List<V3Export.File> files() {
        return files;
    }

    List<Report.Row> rows() {
        return V3Wrapper.rows(wrapper, rows);
    }

    void write(Map<String, Object> collection, String stem) {
        stemBytes = Math.clamp(PATH / Math.max(1, depth(collection)) - 1, 1, Stems.BYTES);
        var v3 = V3Level.writeCollection(collection, stem);
        var edits = new ArrayList<Residue.Edit>();
        var sidecar = halves.ofLevel(collection, v3, stem, "", edits);
        var forms = new LinkedHashMap<String, Object>();
        if (dialect != Dialect.TWO_ONE) {
            forms.put("dialect", dialect.id());
        }
        V3Wrapper.write(wrapper, V3Level.readCollection(v3, stem, List.of(), dialect), v3, forms);
        file(DEFINITION, v3);
        var extra = items(collection.get("item"), "", "", "", edits);
        rows.addAll(new ItemReport("", "").rows(bare(collection, "item"), edits, List.of()));
        keep(DEFINITION, new Sidecar(sidecar.marks(), sidecar.edits(), forms, extra, Map.of()));
    }

    /// How deep the folders go, counted without recursion.
    private static int depth(Map<String, Object> collection) {
        var level = Plain.list(collection.get("item"));
        var depth = 1;
        while (!level.isEmpty()) {
            var below = new ArrayList<Object>();
            level.forEach(item -> below.addAll(item instanceof Map<?, ?> map ? Plain.list(map.get("item")) : List.of()));
            level = below;
            depth++;
        }
        return depth;
    }

    /// Writes the items of a folder; returns what is no item, each behind its neighbour.
    private List<Object> items(Object list, String folder, String pointer, String path, List<Residue.Edit> edits) {
        var folders = new Stems(stemBytes);
        var requests = new Stems(stemBytes);
        var extra = new ArrayList<Object>();
        String before = null;
        var order = STEP;
        var items = Plain.list(list);
        for (var i = 0; i < items.size(); i++) {
            var at = pointer + "/item/" + i;
            var item = Plain.map(items.get(i));
            if (item == null) {
                edits.add(new Residue.Edit(at, Residue.Edit.Kind.ONLY_THERE, items.get(i)));
                extra.add(extra(before, items.get(i)));
                continue;
            }
            var name = Plain.text(item, "name");
            var names = path.isEmpty() ? name : path + " / " + name;
            if (item.containsKey("item")) {
                before = folders.unique(name, "Folder");
                folder(item, before, folder + before + "/", at, names, order);
            } else {
                var stem = requests.unique(name, "Request");
                before = stem + REQUEST;
                request(item, stem, folder, at, names, order);
            }
            order += STEP;
        }
        return extra;
    }

    private static Map<String, Object> extra(String before, Object value) {
        var extra = new LinkedHashMap<String, Object>();
        extra.put("after", before);
        extra.put("value", value);
        return extra;
    }

    private void folder(Map<String, Object> item, String stem, String folder, String pointer, String names, int order) {
        var v3 = V3Level.writeFolder(item, stem);
        var edits = new ArrayList<Residue.Edit>();
        var sidecar = halves.ofLevel(item, v3, stem, pointer, edits);
        v3.put("order", order);
        file(folder + DEFINITION, v3);
        var extra = items(item.get("item"), folder, pointer, names, edits);
        rows.addAll(new ItemReport(names, pointer).rows(bare(item, "item"), edits, List.of()));
        keep(folder + DEFINITION, new Sidecar(sidecar.marks(), sidecar.edits(), Map.of(), extra, Map.of()));
    }

    private void request(Map<String, Object> item, String stem, String folder, String pointer, String names, int order) {
        var v3 = V3Request.write(item, stem);
        var edits = new ArrayList<Residue.Edit>();
        var sidecar = halves.ofRequest(item, v3, stem, pointer, edits);
        var examples = new LinkedHashMap<String, Sidecar>();
        var extra = examples(item, folder + ".resources/" + stem + ".resources/examples/", pointer, edits, examples);
        if (item.get("response") instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            v3.put("examples", "./.resources/" + stem + ".resources/examples");
        }
        v3.put("order", order);
        file(folder + stem + REQUEST, v3);
        rows.addAll(new ItemReport(names, pointer).rows(item, edits, V3Translations.of(item, v3, pointer)));
        keep(folder + stem + REQUEST, new Sidecar(sidecar.marks(), sidecar.edits(), sidecar.forms(), extra, examples));
    }

    private List<Object> examples(Map<String, Object> item, String folder, String pointer, List<Residue.Edit> edits, Map<String, Sidecar> sidecars) {
        var stems = new Stems(Math.min(stemBytes, Stems.BYTES));
        var extra = new ArrayList<Object>();
        String before = null;
        var responses = Plain.list(item.get("response"));
        for (var i = 0; i < responses.size(); i++) {
            var at = pointer + "/response/" + i;
            var response = Plain.map(responses.get(i));
            if (response == null) {
                edits.add(new Residue.Edit(at, Residue.Edit.Kind.ONLY_THERE, responses.get(i)));
                extra.add(extra(before, responses.get(i)));
                continue;
            }
            before = stems.unique(Plain.text(response, "name"), "Example");
            var v3 = V3Example.write(response, before);
            var sidecar = halves.ofExample(response, v3, before, at, edits);
            v3.put("order", STEP * (sidecars.size() + 1));
            sidecars.put(before, sidecar);
            file(folder + before + EXAMPLE, v3);
        }
        sidecars.values().removeIf(Sidecar::empty);
        return extra;
    }

    private static Map<String, Object> bare(Map<String, Object> item, String list) {
        var bare = new LinkedHashMap<>(item);
        bare.remove(list);
        return bare;
    }

    private void file(String path, Map<String, Object> tree) {
        files.add(new V3Export.File(base + "/" + path, V3Text.bytes(tree)));
    }

    private void keep(String path, Sidecar sidecar) {
        V3Export.sidecar(files, beside + "/" + path, sidecar);
    }
}
