package dev.posthorn.formats.v3;

import dev.posthorn.formats.Report;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts a collection together from its v3 files and their sidecars.
final class V3Reading {

    private final V3Node.Dir root;
    private final Map<String, Sidecar> sidecars = new LinkedHashMap<>();
    private final Dialect dialect;
    private final Halves halves;
    private final List<Report.Row> rows = new ArrayList<>();

    V3Reading(V3Node.Dir root, SidecarFiles files) {
        this.root = root;
        var own = files.byPath().get(CollectionFiles.DEFINITION);
        dialect = own != null && Dialect.TWO_ZERO.id().equals(own.forms().get("dialect")) ? Dialect.TWO_ZERO : Dialect.TWO_ONE;
        halves = new Halves(dialect);
        files.notes().forEach(note -> rows.add(Report.Row.aside("", "", "a file of kept values", note)));
        if (!files.byPath().isEmpty()) {
            var marks = new LinkedHashMap<String, Map<String, Object>>();
            marks(root, marks);
            SidecarMatch.of(marks, files.byPath()).forEach((path, sidecar) -> sidecars.put(path, files.byPath().get(sidecar)));
        }
    }

    private void marks(V3Node.Dir dir, Map<String, Map<String, Object>> marks) {
        marks.put(definition(dir), Sidecar.marks(level(dir)));
        for (var child : dir.children()) {
            switch (child) {
                case V3Node.Dir inner -> marks(inner, marks);
                case V3Node.Request request -> marks.put(request.path(), Sidecar.marks(V3Request.read(request.tree(), request.stem(), List.of(), dialect)));
                case V3Node.Other _, V3Node.Bad _ -> { }
            }
        }
    }

    private static String definition(V3Node.Dir dir) {
        return (dir.path().isEmpty() ? "" : dir.path() + "/") + CollectionFiles.DEFINITION;
    }

    private Map<String, Object> level(V3Node.Dir dir) {
        return dir.path().isEmpty() ? V3Level.readCollection(dir.definition(), dir.stem(), List.of(), dialect)
                : V3Level.readFolder(dir.definition(), dir.stem(), List.of(), dialect);
    }

    V3Folder.OfCollection collection() {
        var read = read(root, "");
        var forms = sidecars.getOrDefault(CollectionFiles.DEFINITION, Sidecar.NONE).forms();
        return new V3Folder.OfCollection(read.tree(), V3Model.collection(read.tree(), read.items()), new Report(rows), V3Wrapper.read(forms, level(root)));
    }

    private record Level(Map<String, Object> tree, List<Item> items) {}

    private Level read(V3Node.Dir dir, String names) {
        var trees = new ArrayList<Object>();
        var stems = new ArrayList<String>();
        var items = new ArrayList<Item>();
        V3Only.ofLevel(dir.definition(), names, rows);
        for (var child : dir.children()) {
            var path = names.isEmpty() ? child.name() : names + " / " + child.name();
            switch (child) {
                case V3Node.Dir inner -> {
                    var level = read(inner, path);
                    trees.add(level.tree());
                    stems.add(inner.stem());
                    items.add(V3Model.folder(inner.path(), level.tree(), level.items()));
                }
                case V3Node.Request request -> {
                    var tree = request(request);
                    V3Only.ofRequest(request.tree(), path, rows);
                    trees.add(tree);
                    stems.add(request.path().substring(request.path().lastIndexOf('/') + 1));
                    items.add(V3Model.request(request.path(), tree));
                }
                case V3Node.Other(var id, var stem, var kind, var text, var tree, var messages) -> {
                    rows.add(Report.Row.aside(path, id, "a " + kind, "Postman 2.x has no requests of this kind"));
                    items.add(new OtherItem(id, child.name(), kind, text, kind.equals(V3Socket.KIND) ? V3Socket.read(id, tree, stem, messages) : null));
                }
                case V3Node.Bad(var id, var stem, var sentence, var line) -> {
                    rows.add(Report.Row.aside(path, id, Report.UNREADABLE, sentence));
                    items.add(new BadItem(id, stem, sentence, line));
                }
            }
        }
        var sidecar = sidecars.getOrDefault(definition(dir), Sidecar.NONE);
        return new Level(halves.level(level(dir), sidecar, trees, stems), items);
    }

    private Map<String, Object> request(V3Node.Request request) {
        var sidecar = sidecars.getOrDefault(request.path(), Sidecar.NONE);
        var examples = new ArrayList<Object>();
        var stems = new ArrayList<String>();
        for (var example : request.examples()) {
            examples.add(V3Example.read(example.tree(), example.stem(), dialect));
            stems.add(example.stem());
        }
        return halves.request(V3Request.read(request.tree(), request.stem(), examples, dialect), sidecar, stems);
    }
}
