package dev.posthorn.formats.v3;

import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Request;
import dev.posthorn.tree.JsonProblem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds requests and folders to a v3 collection, and takes items out of it.
final class ItemEdit {

    private final V3Places places;

    ItemEdit(V3Places places) {
        this.places = places;
    }

    /// The names that are taken in a folder: of requests, or of folders.
    static Stems taken(Path folder, boolean folders, Path except) throws NotEdited {
        var stems = new Stems();
        for (var path : V3Places.list(folder)) {
            if (!path.equals(except) && Files.isDirectory(path) == folders && (folders || V3Places.isRequest(path))) {
                stems.take(V3Places.stem(path));
            }
        }
        return stems;
    }

    Edited append(String folderId, String name, Request request) throws NotEdited, JsonProblem {
        var folder = places.folder(folderId);
        var stem = taken(folder, false, null).unique(name, "Request");
        var path = folder.resolve(stem + CollectionFiles.REQUEST);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotEdited("There is a file " + path.getFileName() + " already; choose another name.");
        }
        var empty = new LinkedHashMap<String, Object>();
        empty.put("name", name);
        var dialect = places.dialect();
        var item = RequestJson.edited(empty, request.withMethod(""), dialect == Dialect.TWO_ONE);
        var inner = Plain.mapOrEmpty(item.get("request"));
        inner.put("method", request.method());
        item.put("request", inner);
        var v3 = V3Request.write(item, stem);
        var place = OrderPlace.atEnd(places.siblings(folder));
        var tree = OrderPlace.ordered(v3, place.order());
        var changes = new ArrayList<FileChange>();
        changes.add(new FileChange.Write(path, V3Text.bytes(tree)));
        var id = places.id(path);
        var halves = new Halves(dialect);
        var canonical = V3Request.read(tree, stem, List.of(), dialect);
        if (!V3Model.request(id, item).equals(V3Model.request(id, canonical))) {
            var rest = halves.ofRequest(item, tree, stem, "", new ArrayList<>());
            changes.addAll(new SidecarPlace(places.sidecar(path), null, Sidecar.NONE).changes(rest));
        }
        changes.addAll(place.others());
        return new Edited.Changed(changes, id, Map.of());
    }

    Edited appendFolder(String folderId, String name) throws NotEdited {
        var folder = places.folder(folderId);
        var stem = taken(folder, true, null).unique(name, "Folder");
        var tree = new LinkedHashMap<String, Object>();
        tree.put("$kind", V3Level.KIND);
        if (!name.equals(stem)) {
            tree.put("name", name);
        }
        var place = OrderPlace.atEnd(places.siblings(folder));
        var path = folder.resolve(stem);
        var changes = new ArrayList<FileChange>();
        changes.add(new FileChange.Write(path.resolve(CollectionFiles.DEFINITION), V3Text.bytes(OrderPlace.ordered(tree, place.order()))));
        changes.addAll(place.others());
        return new Edited.Changed(changes, places.id(path), Map.of());
    }

    Edited delete(String id) throws NotEdited {
        if (id.isEmpty()) {
            throw new NotEdited("A collection is deleted with its folder, not from inside.");
        }
        var path = places.at(id);
        var changes = new ArrayList<FileChange>();
        for (var own : parts(path, places.sidecar(path))) {
            changes.add(new FileChange.Delete(own));
        }
        var ids = new LinkedHashMap<String, String>();
        for (var below : ids(path)) {
            ids.put(below, "");
        }
        return new Edited.Changed(changes, places.id(path.getParent()), ids);
    }

    /// Everything on disk that belongs to an item: itself, what belongs to the request, its sidecar.
    private static List<Path> parts(Path item, Path sidecar) {
        var parts = new ArrayList<Path>();
        parts.add(item);
        if (!Files.isDirectory(item)) {
            parts.add(V3Places.resources(item, V3Places.stem(item)));
        }
        parts.add(sidecar);
        parts.removeIf(part -> !Files.exists(part, LinkOption.NOFOLLOW_LINKS));
        return parts;
    }

    /// The ids of an item and of all below it.
    List<String> ids(Path item) throws NotEdited {
        var ids = new ArrayList<String>();
        for (var path : Files.isDirectory(item) ? V3Places.walk(item) : List.of(item)) {
            var inside = item.getParent().relativize(path);
            var hidden = java.util.stream.StreamSupport.stream(inside.spliterator(), false).anyMatch(part -> part.toString().startsWith("."));
            if (!hidden && (Files.isDirectory(path) || V3Places.isRequest(path))) {
                ids.add(places.id(path));
            }
        }
        return ids;
    }
}
