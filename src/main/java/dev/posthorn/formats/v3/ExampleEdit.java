package dev.posthorn.formats.v3;

import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.formats.ModelTree;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Example;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds saved answers to a request of a v3 collection, and takes them away. Each is a file beside the request.
final class ExampleEdit {

    private final V3Places places;
    private final String id;
    private final V3File request;
    private final String stem;

    ExampleEdit(V3Places places, String requestId) throws NotEdited {
        this.places = places;
        id = requestId;
        request = V3File.read(places.request(requestId));
        stem = V3Places.stem(request.path());
    }

    private String usual() {
        return ".resources/" + stem + ".resources/examples";
    }

    /// Where the link leads, if that is a folder of this collection; else the usual place.
    private Path folder() {
        if (request.tree().get("examples") instanceof String link && !link.isBlank()) {
            try {
                var target = request.path().resolveSibling(link).normalize();
                if (target.startsWith(places.root()) && Files.isDirectory(target)) {
                    return target;
                }
            } catch (java.nio.file.InvalidPathException e) {
                // A link that leads nowhere is none.
            }
        }
        return request.path().resolveSibling(usual());
    }

    Edited append(Example example) throws NotEdited {
        var folder = folder();
        var there = places.examples(folder);
        var stems = new Stems();
        there.forEach(e -> stems.take(V3Places.stem(e.path())));
        var own = stems.unique(example.name(), "Example");
        var tree = V3Example.write(response(example), own);
        var place = OrderPlace.atEnd(there);
        var changes = new ArrayList<FileChange>();
        changes.add(new FileChange.Write(folder.resolve(own + CollectionFiles.EXAMPLE), V3Text.bytes(OrderPlace.ordered(tree, place.order()))));
        changes.addAll(place.others());
        if (!request.tree().containsKey("examples")) {
            var linked = new LinkedHashMap<>(request.tree());
            V3Merge.put(linked, "examples", "./" + usual(), Map.of("$kind", ""));
            changes.add(request.write(linked));
        }
        return new Edited.Changed(changes, id, Map.of());
    }

    /// The example as an element of `response` of a 2.1 file.
    private static Map<String, Object> response(Example example) {
        var item = new RequestItem("", "x", Request.blank(), List.of(example));
        var tree = ModelTree.of(new Collection("x", "", Auth.NONE, List.of(), List.of(), Settings.NONE, List.of(item)));
        return Plain.map(Plain.list(Plain.map(Plain.list(tree.get("item")).getFirst()).get("response")).getFirst());
    }

    Edited delete(int index) throws NotEdited {
        var there = places.examples(folder());
        if (index < 0 || index >= there.size()) {
            throw new NotEdited("That example is no longer there; open the collection again.");
        }
        var changes = new ArrayList<FileChange>();
        changes.add(new FileChange.Delete(there.get(index).path()));
        if (there.size() == 1 && request.tree().get("examples") instanceof String link && (link.equals(usual()) || link.equals("./" + usual()))) {
            var unlinked = new LinkedHashMap<>(request.tree());
            unlinked.remove("examples");
            changes.add(request.write(unlinked));
        }
        return new Edited.Changed(changes, id, Map.of());
    }
}
