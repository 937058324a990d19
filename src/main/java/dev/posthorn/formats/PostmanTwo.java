package dev.posthorn.formats;

import dev.posthorn.tree.Json;
import java.util.List;

/// Opens Postman 2.1 and 2.0 collections, also where they stand inside `{"collection": …}`, as Postman's API gives them.
public final class PostmanTwo implements Importer {

    @Override
    public String name() {
        return "Postman 2.1 and 2.0";
    }

    @Override
    public boolean recognises(Document document) {
        return isCollection(collection(document.root()));
    }

    public static boolean isCollection(Json.Obj root) {
        if (root.has("requests")) {
            return false;
        }
        var info = root.object("info");
        var item = root.get("item");
        return item instanceof Json.Arr && (info != null || root.has("name") || !root.has("values"))
                || info != null && info.text("schema").contains("getpostman.com") || info != null && info.has("_postman_id")
                || info != null && root.has("item");
    }

    /// Where the collection stands: the top, or `collection` in it.
    public static Json.Obj collection(Json.Obj root) {
        var inner = root.object("collection");
        return inner != null && !root.has("item") && !root.has("requests") ? inner : root;
    }

    public static String pointer(Json.Obj root) {
        return collection(root) == root ? "" : "/collection";
    }

    public static String format(Json.Obj collection) {
        var info = collection.object("info");
        return info != null && info.text("schema").contains("v2.0") ? "Postman 2.0" : "Postman 2.1";
    }

    @Override
    public ReadResult read(Document document) {
        var root = collection(document.root());
        var deep = Stranger.tooDeep(document);
        if (deep != null) {
            return deep;
        }
        try {
            return new ReadResult.OfCollection(format(root), PostmanCollection.read(root, document.text(), pointer(document.root())));
        } catch (NotACollection e) {
            return Stranger.broken(document, e);
        }
    }

    @Override
    public List<Source> sources(Document document) {
        var root = document.root();
        return read(document) instanceof ReadResult.OfCollection(_, var collection, var report)
                ? List.of(new Source.OfCollection(collection.name(), collection(root).map(), collection, report, Wrapper.of(root, collection(root)))) : List.of();
    }
}
