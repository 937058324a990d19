package dev.posthorn.formats.v3;

import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts a copy of a request, or of a folder with all in it, behind the original. A copy is another item: nothing in it claims the identity of the original.
final class ItemCopy {

    private static final Set<String> IDS = Set.of("id", "_postman_id", "uid");

    private final V3Places places;

    ItemCopy(V3Places places) {
        this.places = places;
    }

    Edited duplicate(String id) throws NotEdited {
        if (id.isEmpty()) {
            throw new NotEdited("A collection is duplicated as a whole, with its folder.");
        }
        var path = places.at(id);
        var directory = Files.isDirectory(path);
        var siblings = places.siblings(path.getParent());
        var index = siblings.stream().map(V3Places.Sibling::path).toList().indexOf(path);
        var unordered = siblings.stream().allMatch(s -> s.order() == null);
        var place = unordered ? new OrderPlace(null, List.of()) : OrderPlace.at(siblings, index + 1);
        var file = directory ? V3File.readOrNew(V3Places.definition(path)) : V3File.read(path);
        var stem = V3Places.stem(path);
        var name = (file.tree().containsKey("name") ? Plain.text(file.tree(), "name") : stem) + " copy";
        var copied = ItemEdit.taken(path.getParent(), directory, null).unique(name, "Copy");
        var target = path.resolveSibling(copied + V3Places.ending(path));
        var tree = new LinkedHashMap<>(OrderPlace.ordered(file.tree(), place.order()));
        tree.remove("id");
        LevelEdit.named(tree, name, stem, copied);
        ItemMove.relinked(tree, stem, copied);
        var changes = new ArrayList<FileChange>();
        if (directory) {
            copy(path, target, changes);
            copy(places.sidecar(path), places.sidecar(path).resolveSibling(copied), changes);
            var definition = target.resolve(path.relativize(file.path()).toString());
            changes.removeIf(change -> change.file().equals(definition));
            changes.add(new FileChange.Write(definition, file.bytes(tree)));
        } else {
            changes.add(new FileChange.Write(target, file.bytes(tree)));
            copy(V3Places.resources(path, stem), V3Places.resources(target, copied), changes);
            copy(places.sidecar(path), places.sidecar(path).resolveSibling(target.getFileName() + ".json"), changes);
        }
        changes.addAll(place.others());
        return new Edited.Changed(changes, places.id(target), Map.of());
    }

    /// All files below `from`, or that file itself, at another place; nothing where there is none.
    private void copy(Path from, Path to, List<FileChange> changes) throws NotEdited {
        if (!Files.exists(from)) {
            return;
        }
        for (var path : V3Places.walk(from)) {
            if (Files.isRegularFile(path)) {
                var copied = bytes(path);
                if (copied != null) {
                    changes.add(new FileChange.Write(path.equals(from) ? to : to.resolve(from.relativize(path).toString()), copied));
                }
            }
        }
    }

    /// The file without ids; null for a sidecar that held nothing else.
    private byte[] bytes(Path path) throws NotEdited {
        var name = path.getFileName().toString();
        if (path.startsWith(places.sidecars()) && name.endsWith(".json")) {
            var sidecar = SidecarFiles.one(path, new ArrayList<>());
            if (sidecar != null) {
                var other = withoutIds(sidecar);
                return other.equals(sidecar) ? raw(path) : other.empty() ? null : SidecarPlace.bytes(other);
            }
        } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return withoutId(path);
        }
        return raw(path);
    }

    private static byte[] withoutId(Path path) throws NotEdited {
        try {
            var file = V3File.read(path);
            if (file.tree().containsKey("$kind") && file.tree().containsKey("id")) {
                var tree = new LinkedHashMap<>(file.tree());
                tree.remove("id");
                return file.bytes(tree);
            }
        } catch (NotEdited e) {
            // A bad file is copied as it is.
        }
        return raw(path);
    }

    private static Sidecar withoutIds(Sidecar sidecar) {
        var examples = new LinkedHashMap<String, Sidecar>();
        sidecar.examples().forEach((stem, example) -> {
            var other = withoutIds(example);
            if (!other.empty()) {
                examples.put(stem, other);
            }
        });
        return new Sidecar(sidecar.marks(), withoutIds(sidecar.edits()), sidecar.forms(), sidecar.extra(), examples);
    }

    /// Edits that give the item no id; null where there are no others.
    private static Map<String, Object> withoutIds(Map<String, Object> edits) {
        if (edits == null || !edits.containsKey("add")) {
            return edits;
        }
        var add = new LinkedHashMap<>(Plain.mapOrEmpty(edits.get("add")));
        add.keySet().removeAll(IDS);
        var other = new LinkedHashMap<>(edits);
        if (add.isEmpty()) {
            other.remove("add");
        } else {
            other.put("add", add);
        }
        return other.isEmpty() ? null : other;
    }

    private static byte[] raw(Path path) throws NotEdited {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new NotEdited(path.getFileName() + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
