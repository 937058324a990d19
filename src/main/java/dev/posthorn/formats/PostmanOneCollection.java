package dev.posthorn.formats;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.RequestItem;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts the tree of a Postman 1.0 collection together: there the requests stand in one list and folders name them by id.
/// What no folder and no order names stands at the end, so that nothing is lost.
public final class PostmanOneCollection {

    private final Json.Obj root;
    private final String source;
    private final String pointer;
    private final PostmanOneRequest requests;
    private final Map<String, Integer> requestById = new LinkedHashMap<>();
    private final Map<String, Integer> folderById = new LinkedHashMap<>();
    private final Set<String> orderedFolders;
    private final Set<Integer> placedRequests = new HashSet<>();
    private final Set<Integer> placedFolders = new HashSet<>();

    private PostmanOneCollection(Json.Obj root, String source, String pointer) {
        this.root = root;
        this.source = source;
        this.pointer = pointer;
        requests = new PostmanOneRequest(source);
        index(root.list("requests"), requestById);
        index(root.list("folders"), folderById);
        orderedFolders = orderedFolders();
    }

    public static Collection read(Json.Obj root, String source, String pointer) throws NotACollection {
        return new PostmanOneCollection(root, source, pointer).collection();
    }

    private static void index(List<Json> objects, Map<String, Integer> byId) {
        for (var i = 0; i < objects.size(); i++) {
            if (objects.get(i) instanceof Json.Obj object) {
                if (!object.has("id") || byId.putIfAbsent(object.text("id"), i) != null) {
                    byId.put("#" + i, i);
                }
            }
        }
    }

    private Collection collection() throws NotACollection {
        var items = level(root, 0);
        for (var folder : folderById.values()) {
            if (placedFolders.add(folder)) {
                items.add(folder(folder, 0));
            }
        }
        for (var request : requestById.values()) {
            if (placedRequests.add(request)) {
                items.add(request(request));
            }
        }
        var name = root.text("name");
        return new Collection(name.isEmpty() ? "Unnamed collection" : name, Rows.description(root), PostmanAuth.read(root.get("auth"), Auth.NONE),
                Rows.rows(Rows.entries(root.get("variables"), source)), PostmanOneRequest.scripts(root),
                PostmanOneRequest.settings(root), items);
    }

    /// The folders and requests of one level, in the order that it names; a folder's requests also name it themselves.
    private List<Item> level(Json.Obj parent, int depth) throws NotACollection {
        if (depth > PostmanCollection.DEPTH) {
            throw new NotACollection("its folders are nested more than " + PostmanCollection.DEPTH + " deep", parent.start());
        }
        var items = new ArrayList<Item>();
        for (var id : parent.list("folders_order")) {
            var folder = id instanceof Json.Text text ? folderById.get(text.value()) : null;
            if (folder != null && placedFolders.add(folder)) {
                items.add(folder(folder, depth));
            }
        }
        for (var folder : folderById.values()) {
            if (belongs((Json.Obj) root.list("folders").get(folder), parent) && placedFolders.add(folder)) {
                items.add(folder(folder, depth));
            }
        }
        for (var id : parent.list("order")) {
            var request = id instanceof Json.Text text ? requestById.get(text.value()) : null;
            if (request != null && placedRequests.add(request)) {
                items.add(request(request));
            }
        }
        if (parent != root && parent.has("id")) {
            for (var request : requestById.values()) {
                if (((Json.Obj) root.list("requests").get(request)).text("folder").equals(parent.text("id")) && placedRequests.add(request)) {
                    items.add(request(request));
                }
            }
        }
        return items;
    }

    private boolean belongs(Json.Obj folder, Json.Obj parent) {
        return parent == root ? !nested(folder) : parent.has("id") && folder.text("folder").equals(parent.text("id"));
    }

    /// Whether another folder holds it: by its own field `folder`, or in that one's order.
    private boolean nested(Json.Obj folder) {
        return folderById.containsKey(folder.text("folder")) && !folder.text("folder").equals(folder.text("id"))
                || orderedFolders.contains(folder.text("id"));
    }

    private Set<String> orderedFolders() {
        var ids = new HashSet<String>();
        for (var folder : root.list("folders")) {
            if (folder instanceof Json.Obj object) {
                object.list("folders_order").stream().filter(Json.Text.class::isInstance).map(id -> ((Json.Text) id).value())
                        .filter(id -> !id.equals(object.text("id"))).forEach(ids::add);
            }
        }
        return ids;
    }

    private Folder folder(int index, int depth) throws NotACollection {
        var folder = (Json.Obj) root.list("folders").get(index);
        var name = folder.text("name");
        var below = new ArrayList<>(level(folder, depth + 1));
        return new Folder(pointer + "/folders/" + index, name.isEmpty() ? "Unnamed folder" : name, Rows.description(folder),
                PostmanAuth.read(folder.get("auth"), Auth.INHERIT), Rows.rows(Rows.entries(folder.get("variables"), source)), PostmanOneRequest.scripts(folder),
                PostmanOneRequest.settings(folder), below);
    }

    private RequestItem request(int index) {
        return requests.read((Json.Obj) root.list("requests").get(index), pointer + "/requests/" + index);
    }
}
