package dev.posthorn.formats;

import dev.posthorn.model.Environment;
import dev.posthorn.tree.Json;
import java.util.ArrayList;

/// Opens Postman's data dump: all collections, environments and globals of an account in one file.
public final class PostmanDump implements Importer {

    @Override
    public String name() {
        return "Postman data dump";
    }

    @Override
    public boolean recognises(Document document) {
        var root = document.root();
        return root.get("collections") instanceof Json.Arr && (root.has("environments") || root.has("version") || root.has("globals"));
    }

    @Override
    public ReadResult read(Document document) {
        var root = document.root();
        var parts = new ArrayList<ReadResult>();
        var collections = root.list("collections");
        try {
            for (var i = 0; i < collections.size(); i++) {
                if (collections.get(i) instanceof Json.Obj collection) {
                    var pointer = "/collections/" + i;
                    parts.add(new ReadResult.OfCollection(name(), collection.has("requests")
                            ? PostmanOneCollection.read(collection, document.text(), pointer)
                            : PostmanCollection.read(collection, document.text(), pointer)));
                }
            }
        } catch (NotACollection e) {
            return Stranger.broken(document, e);
        }
        for (var environment : root.list("environments")) {
            if (environment instanceof Json.Obj object) {
                parts.add(new ReadResult.OfEnvironment(name(), PostmanEnvironment.read(object, document.text(), "Environment")));
            }
        }
        var globals = Rows.rows(Rows.entries(root.get("globals"), document.text()));
        if (!globals.isEmpty()) {
            parts.add(new ReadResult.OfEnvironment(name(), new Environment("Globals", true, globals)));
        }
        return new ReadResult.OfSeveral(name(), parts);
    }
}
