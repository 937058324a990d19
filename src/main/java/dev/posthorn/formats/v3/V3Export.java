package dev.posthorn.formats.v3;

import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.tree.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes collections and environments as Postman's v3 folders: `postman/collections/…`, `postman/environments/…`, `postman/globals/…`,
/// and beside them `.posthorn/…` with what v3 has no place for.
public final class V3Export {

    /// One file to write, its path relative to the target, `/` between its parts.
    public record File(String path, byte[] bytes) {}

    public record Files(List<File> files, Report report) {
        public Files {
            files = List.copyOf(files);
        }
    }

    /// Where the sidecars stand, beside `postman`.
    public static final String SIDECARS = ".posthorn";

    private final List<File> files = new ArrayList<>();
    private final List<Report.Row> rows = new ArrayList<>();
    private final Stems collections = new Stems();
    private final Stems environments = new Stems();
    private final Stems globals = new Stems();

    private V3Export() {}

    public static Files write(List<? extends Source> sources) {
        var export = new V3Export();
        for (var source : sources) {
            export.rows.addAll(source.report().rows());
            switch (source) {
                case Source.OfCollection collection -> export.collection(collection);
                case Source.OfEnvironment environment -> export.environment(environment);
            }
        }
        return new Files(export.files, new Report(export.rows));
    }

    private void collection(Source.OfCollection source) {
        var stem = collections.unique(source.name(), "Collection");
        var writer = new CollectionFiles("postman/collections/" + stem, SIDECARS + "/" + stem, Dialect.of(source.tree()), source.wrapper());
        writer.write(source.tree(), stem);
        files.addAll(writer.files());
        rows.addAll(writer.rows());
    }

    private void environment(Source.OfEnvironment source) {
        var tree = source.tree();
        var all = V3Environment.globals(tree);
        var stem = all ? globals.unique("workspace", "workspace") : environments.unique(Plain.text(tree, "name"), "Environment");
        var v3 = V3Environment.write(tree);
        var path = (all ? "globals/" + stem + ".globals" : "environments/" + stem + ".environment") + ".yaml";
        files.add(new File("postman/" + path, V3Text.bytes(v3)));
        var edits = new ArrayList<Residue.Edit>();
        var canonical = V3Environment.read(v3, stem, all);
        var residue = Residue.between(canonical, tree, "", edits);
        var forms = new LinkedHashMap<String, Object>();
        V3Wrapper.write(source.wrapper(), canonical, v3, forms);
        var sidecar = new Sidecar(Sidecar.marks(canonical), Copies.encode(residue, canonical, v3), forms, List.of(), Map.of());
        sidecar(files, SIDECARS + "/." + path, sidecar);
        rows.addAll(V3Wrapper.rows(source.wrapper(), new ItemReport(Plain.text(tree, "name"), "").rows(tree, edits, List.of())));
    }

    static void sidecar(List<File> files, String path, Sidecar sidecar) {
        if (!sidecar.empty()) {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("posthorn", 1);
            tree.putAll(sidecar.tree());
            files.add(new File(path + ".json", JsonWriter.pretty(tree).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
