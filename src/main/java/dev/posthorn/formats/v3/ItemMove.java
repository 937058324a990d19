package dev.posthorn.formats.v3;

import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives an item of a v3 collection another name or another place: its file, what belongs to it and its sidecar go along.
final class ItemMove {

    private final V3Places places;

    ItemMove(V3Places places) {
        this.places = places;
    }

    Edited rename(String id, String name) throws NotEdited {
        var path = places.at(id);
        var stem = V3Places.stem(path);
        var clean = ItemEdit.taken(path.getParent(), Files.isDirectory(path), path).unique(name, Files.isDirectory(path) ? "Folder" : "Request");
        var file = file(path);
        var tree = new LinkedHashMap<>(file.tree());
        LevelEdit.named(tree, name, stem, clean);
        return moved(path, path.getParent(), clean, file, tree, List.of());
    }

    /// @param index among the folder's items as they are before the move
    Edited move(String id, String folderId, int index) throws NotEdited {
        if (id.isEmpty()) {
            throw new NotEdited("A collection cannot be moved into one of its folders.");
        }
        var path = places.at(id);
        var folder = places.folder(folderId);
        if (folder.startsWith(path)) {
            throw new NotEdited("A folder cannot be moved into itself.");
        }
        var siblings = new ArrayList<>(places.siblings(folder));
        var from = siblings.stream().map(V3Places.Sibling::path).toList().indexOf(path);
        var to = Math.clamp(index, 0, siblings.size());
        if (from >= 0) {
            if (to == from || to == from + 1) {
                return new Edited.Unchanged();
            }
            siblings.remove(from);
            to -= to > from ? 1 : 0;
        }
        var place = OrderPlace.at(siblings, to);
        var file = file(path);
        var tree = new LinkedHashMap<>(OrderPlace.ordered(file.tree(), place.order()));
        var stem = V3Places.stem(path);
        var wanted = stem;
        if (from < 0) {
            wanted = ItemEdit.taken(folder, Files.isDirectory(path), null).unique(stem, "Request");
            if (!wanted.equals(stem) && !tree.containsKey("name")) {
                V3Merge.put(tree, "name", stem, Map.of("$kind", ""));
            }
        }
        return moved(path, folder, wanted, file, tree, place.others());
    }

    private static V3File file(Path item) throws NotEdited {
        var folder = Files.isDirectory(item);
        var file = folder ? V3File.readOrNew(V3Places.definition(item)) : V3File.read(item);
        if (file.text() == null) {
            file.tree().put("$kind", V3Level.KIND);
        }
        return file;
    }

    /// @param tree what its file, or its folder's definition, is to say
    private Edited moved(Path item, Path folder, String stem, V3File file, Map<String, Object> tree, List<FileChange> others) throws NotEdited {
        var directory = Files.isDirectory(item);
        var target = folder.resolve(stem + V3Places.ending(item));
        var changes = new ArrayList<FileChange>();
        var ids = new LinkedHashMap<String, String>();
        if (!target.equals(item)) {
            changes.add(new FileChange.Move(item, target));
            if (!directory) {
                var oldStem = V3Places.stem(item);
                move(V3Places.resources(item, oldStem), V3Places.resources(target, stem), changes);
                relinked(tree, oldStem, stem);
            }
            move(places.sidecar(item), places.sidecars().resolve(places.root().relativize(target) + (directory ? "" : ".json")), changes);
            for (var id : new ItemEdit(places).ids(item)) {
                var own = places.id(item);
                ids.put(id, places.id(target) + id.substring(own.length()));
            }
        }
        if (!dev.posthorn.tree.YamlPatch.same(file.tree(), tree)) {
            var at = directory ? target.resolve(item.relativize(file.path()).toString()) : target;
            changes.add(new FileChange.Write(at, file.bytes(tree)));
        }
        changes.addAll(others);
        return FolderEditor.changed(changes, places.id(target), ids);
    }

    private static void move(Path from, Path to, List<FileChange> changes) {
        if (Files.exists(from) && !from.equals(to)) {
            changes.add(new FileChange.Move(from, to));
        }
    }

    /// The link to the examples, where it is the usual one.
    static void relinked(Map<String, Object> tree, String oldStem, String stem) {
        if (tree.get("examples") instanceof String link) {
            var usual = ".resources/" + oldStem + ".resources/";
            if (link.startsWith(usual) || link.startsWith("./" + usual)) {
                tree.put("examples", link.replace(usual, ".resources/" + stem + ".resources/"));
            }
        }
    }
}
