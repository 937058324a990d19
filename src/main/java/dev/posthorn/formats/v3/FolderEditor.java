package dev.posthorn.formats.v3;

import dev.posthorn.formats.CollectionEditor;
import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Example;
import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.tree.JsonProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Edits a Postman v3 collection where it lies: an edit changes the lines that say it, in the files that say it, and nothing else.
///
/// 1. Comments, quotes, the form of tables and fields that we do not know stay; so does every file that the edit is not about.
/// 2. What v3 has no place for goes to the sidecar of the item, which moves with it.
/// 3. An item's id is the path of its file or folder, relative to the collection's, with `/` between the parts.
public final class FolderEditor implements CollectionEditor {

    private final V3Places places;

    /// @param collection the collection's folder
    public FolderEditor(Path collection) {
        places = new V3Places(collection);
    }

    /// What makes an edit; a sentence instead where it cannot be made.
    private interface Edit {
        Edited make() throws NotEdited, JsonProblem;
    }

    private static Edited made(Edit edit) {
        try {
            return edit.make();
        } catch (NotEdited e) {
            return new Edited.Refused(e.getMessage());
        } catch (JsonProblem e) {
            return new Edited.Refused("This holds a value that cannot be written: " + e.getMessage() + ".");
        }
    }

    static Edited changed(List<FileChange> changes, String id, Map<String, String> ids) {
        return changes.isEmpty() ? new Edited.Unchanged() : new Edited.Changed(changes, id, ids);
    }

    @Override
    public Edited save(String id, Request request) {
        return made(() -> {
            var file = V3File.read(places.request(id));
            if (!file.kind().equals(V3Request.HTTP) && !file.kind().equals(V3Request.GRAPHQL) && !file.kind().isEmpty()) {
                throw new NotEdited("Requests of the kind " + file.kind() + " are shown and kept, but cannot be edited yet.");
            }
            var stem = V3Places.stem(file.path());
            var dialect = places.dialect();
            var halves = new Halves(dialect);
            var canonical = V3Request.read(file.tree(), stem, List.of(), dialect);
            var beside = SidecarPlace.of(places, file.path(), Sidecar.marks(canonical));
            var before = item(halves, canonical, beside.sidecar());
            var after = RequestJson.edited(before, request, dialect == Dialect.TWO_ONE);
            var wanted = V3Model.request(id, after).request();
            if (wanted.equals(V3Model.request(id, before).request())) {
                return new Edited.Unchanged();
            }
            var tree = RequestMerge.merge(file.tree(), before, after, stem);
            var changes = new ArrayList<FileChange>();
            if (!file.says(tree)) {
                changes.add(file.write(tree));
            }
            if (!wanted.equals(V3Model.request(id, item(halves, V3Request.read(tree, stem, List.of(), dialect), beside.sidecar())).request())) {
                var rest = halves.ofRequest(after, tree, stem, "", new ArrayList<>());
                changes.addAll(beside.changes(new Sidecar(rest.marks(), rest.edits(), rest.forms(), beside.sidecar().extra(), beside.sidecar().examples())));
            }
            return changed(changes, id, Map.of());
        });
    }

    /// The item of a 2.x file, without its examples.
    private static Map<String, Object> item(Halves halves, Map<String, Object> canonical, Sidecar sidecar) {
        return halves.request(canonical, new Sidecar(sidecar.marks(), sidecar.edits(), sidecar.forms(), List.of(), Map.of()), List.of());
    }

    @Override
    public Edited saveLevel(String id, Level level) {
        return made(() -> new LevelEdit(places, id).save(level));
    }

    @Override
    public Edited append(String folderId, String name, Request request) {
        return made(() -> new ItemEdit(places).append(folderId, name, request));
    }

    @Override
    public Edited saveSocket(String id, SocketRequest request) {
        return made(() -> new SocketEdit(places).save(id, request));
    }

    @Override
    public Edited appendSocket(String folderId, String name, SocketRequest request) {
        return made(() -> new SocketEdit(places).append(folderId, name, request));
    }

    @Override
    public Edited appendFolder(String folderId, String name) {
        return made(() -> new ItemEdit(places).appendFolder(folderId, name));
    }

    @Override
    public Edited rename(String id, String name) {
        return made(() -> id.isEmpty() ? new LevelEdit(places, id).rename(name) : new ItemMove(places).rename(id, name));
    }

    @Override
    public Edited delete(String id) {
        return made(() -> new ItemEdit(places).delete(id));
    }

    @Override
    public Edited duplicate(String id) {
        return made(() -> new ItemCopy(places).duplicate(id));
    }

    @Override
    public Edited move(String id, String folderId, int index) {
        return made(() -> new ItemMove(places).move(id, folderId, index));
    }

    @Override
    public Edited appendExample(String requestId, Example example) {
        return made(() -> new ExampleEdit(places, requestId).append(example));
    }

    @Override
    public Edited deleteExample(String requestId, int index) {
        return made(() -> new ExampleEdit(places, requestId).delete(index));
    }
}
