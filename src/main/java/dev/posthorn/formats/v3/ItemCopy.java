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

/// Puts a copy of a request, or of a folder with all in it, behind the original.
final class ItemCopy {

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
    private static void copy(Path from, Path to, List<FileChange> changes) throws NotEdited {
        if (!Files.exists(from)) {
            return;
        }
        for (var path : V3Places.walk(from)) {
            if (Files.isRegularFile(path)) {
                try {
                    changes.add(new FileChange.Write(path.equals(from) ? to : to.resolve(from.relativize(path).toString()), Files.readAllBytes(path)));
                } catch (IOException e) {
                    throw new NotEdited(path.getFileName() + " cannot be read: " + e.getMessage() + ".");
                }
            }
        }
    }
}
