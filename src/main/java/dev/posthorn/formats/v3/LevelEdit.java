package dev.posthorn.formats.v3;

import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.formats.ModelTree;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Edits what a folder or the collection says of itself, in its definition.
final class LevelEdit {

    private final V3Places places;
    private final String id;
    private final Path folder;
    private final V3File file;
    private final String stem;
    private final Halves halves;
    private final Dialect dialect;

    LevelEdit(V3Places places, String id) throws NotEdited {
        this.places = places;
        this.id = id;
        folder = places.folder(id);
        file = V3File.readOrNew(V3Places.definition(folder));
        stem = folder.getFileName().toString();
        dialect = places.dialect();
        halves = new Halves(dialect);
    }

    Edited save(Level level) throws NotEdited {
        var canonical = canonical(file.tree());
        var own = places.sidecar(file.path());
        var found = SidecarFiles.one(own, new ArrayList<>());
        var beside = new SidecarPlace(own, found == null ? null : own, found == null ? Sidecar.NONE : found);
        var before = tree(canonical, beside.sidecar());
        var known = level(before);
        if (known.equals(level)) {
            return new Edited.Unchanged();
        }
        var after = V3Merge.merge(before, model(known), model(level));
        var merged = V3Merge.merge(file.tree(), written(before), written(after));
        if (merged.isEmpty() || !merged.containsKey("$kind") && file.text() == null) {
            V3Merge.put(merged, "$kind", V3Level.KIND, Map.of("$kind", ""));
        }
        var changes = new ArrayList<FileChange>();
        if (!dev.posthorn.tree.YamlPatch.same(file.tree(), merged)) {
            changes.add(file.write(merged));
        }
        if (!level(after).equals(level(tree(canonical(merged), beside.sidecar())))) {
            var rest = halves.ofLevel(after, merged, stem, id, new ArrayList<>());
            var old = beside.sidecar();
            changes.addAll(beside.changes(new Sidecar(rest.marks(), rest.edits(), old.forms(), old.extra(), old.examples())));
        }
        return FolderEditor.changed(changes, id, Map.of());
    }

    private Map<String, Object> canonical(Map<String, Object> v3) {
        return id.isEmpty() ? V3Level.readCollection(v3, stem, List.of(), dialect) : V3Level.readFolder(v3, stem, List.of(), dialect);
    }

    private Map<String, Object> tree(Map<String, Object> canonical, Sidecar sidecar) {
        return halves.level(canonical, new Sidecar(sidecar.marks(), sidecar.edits(), sidecar.forms(), List.of(), Map.of()), List.of(), List.of());
    }

    private Map<String, Object> written(Map<String, Object> tree) {
        var v3 = id.isEmpty() ? V3Level.writeCollection(tree, stem) : V3Level.writeFolder(tree, stem);
        v3.remove("$kind");
        v3.remove("name");
        return v3;
    }

    private Level level(Map<String, Object> tree) {
        return id.isEmpty() ? Level.of(V3Model.collection(tree, List.of())) : Level.of(V3Model.folder(id, tree, List.of()));
    }

    /// What a level says, as our own 2.1 file would have it.
    private Map<String, Object> model(Level level) {
        var name = "x";
        if (id.isEmpty()) {
            return ModelTree.of(new Collection(name, level.description(), level.auth(), level.variables(), level.scripts(), level.settings(), List.of()));
        }
        var folder = new Folder("", name, level.description(), level.auth(), level.variables(), level.scripts(), level.settings(), List.of());
        var tree = ModelTree.of(new Collection(name, "", Auth.NONE, List.of(), List.of(), level.settings(), List.of(folder)));
        return Plain.map(Plain.list(tree.get("item")).getFirst());
    }

    /// The collection's name. Its folder stays where it is, since others know it by its path.
    Edited rename(String name) throws NotEdited {
        var tree = new LinkedHashMap<>(file.tree());
        named(tree, name, stem, stem);
        if (file.text() == null) {
            V3Merge.put(tree, "$kind", V3Level.KIND, Map.of("$kind", ""));
        }
        return file.says(tree) || file.text() == null && name.equals(stem) ? new Edited.Unchanged()
                : FolderEditor.changed(List.of(file.write(tree)), id, Map.of());
    }

    /// Says the name where the file or folder does not, or where the file said it without need.
    static void named(Map<String, Object> tree, String name, String oldStem, String newStem) {
        var said = tree.containsKey("name") && Plain.text(tree, "name").equals(oldStem);
        if (!name.equals(newStem) || said) {
            V3Merge.put(tree, "name", name, Map.of("$kind", ""));
        } else {
            tree.remove("name");
        }
    }
}
