package dev.posthorn.formats;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Opens Postman 1.0 collections.
public final class PostmanOne implements Importer {

    static final String NAME = "Postman 1.0";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(Document document) {
        return PostmanTwo.collection(document.root()).get("requests") instanceof Json.Arr;
    }

    @Override
    public ReadResult read(Document document) {
        if (document.deep()) {
            return Stranger.tooDeep(NAME);
        }
        var root = document.root();
        var inner = PostmanTwo.collection(root);
        try {
            var collection = PostmanOneCollection.read(inner, document.text(), PostmanTwo.pointer(root));
            var whole = Tracked.of(document.tree());
            var report = PostmanOneReport.of(root == inner ? whole : whole.get("collection"), collection);
            return new ReadResult.OfCollection(NAME, collection, report.and(rest(whole)));
        } catch (NotACollection e) {
            return Stranger.broken(document, e);
        }
    }

    /// The rows of what stands around the collection.
    private static Report rest(Tracked whole) {
        var rows = new ArrayList<Report.Row>();
        whole.unread().forEach(left -> rows.add(Report.Row.aside("", left.pointer(), left.pointer().substring(1), PostmanOneReport.LEFT)));
        return new Report(rows);
    }

    @Override
    public List<Source> sources(Document document) {
        return read(document) instanceof ReadResult.OfCollection(_, var collection, var report) ? List.of(source(collection, report, PostmanTwo.collection(document.root()))) : List.of();
    }

    /// With the ids that the items have in the file.
    static Source source(Collection collection, Report report, Json.Obj root) {
        var tree = ModelTree.of(collection);
        if (root.get("id") instanceof Json.Text id && tree.get("info") instanceof Map<?, ?> info) {
            var named = new LinkedHashMap<String, Object>();
            named.put("_postman_id", id.value());
            info.forEach((key, value) -> named.put(String.valueOf(key), value));
            tree.put("info", named);
        }
        tree.put("item", withIds(collection.items(), tree.get("item"), root));
        return new Source.OfCollection(collection.name(), tree, collection, report);
    }

    private static List<Object> withIds(List<Item> items, Object trees, Json.Obj root) {
        var out = new ArrayList<Object>();
        for (var i = 0; i < items.size(); i++) {
            var item = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) ((List<?>) trees).get(i)).forEach((key, value) -> item.put(String.valueOf(key), value));
            var steps = items.get(i).id().split("/");
            if (root.list(steps[steps.length - 2]).get(Integer.parseInt(steps[steps.length - 1])) instanceof Json.Obj object
                    && object.get("id") instanceof Json.Text id) {
                item.put("id", id.value());
            }
            if (items.get(i) instanceof Folder folder) {
                item.put("item", withIds(folder.items(), item.get("item"), root));
            }
            out.add(item);
        }
        return out;
    }
}
