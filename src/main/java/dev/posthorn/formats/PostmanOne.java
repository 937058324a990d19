package dev.posthorn.formats;

import dev.posthorn.tree.Json;

/// Opens Postman 1.0 collections.
public final class PostmanOne implements Importer {

    @Override
    public String name() {
        return "Postman 1.0";
    }

    @Override
    public boolean recognises(Document document) {
        return PostmanTwo.collection(document.root()).get("requests") instanceof Json.Arr;
    }

    @Override
    public ReadResult read(Document document) {
        try {
            return new ReadResult.OfCollection(name(), PostmanOneCollection.read(PostmanTwo.collection(document.root()), document.text(),
                    PostmanTwo.pointer(document.root())));
        } catch (NotACollection e) {
            return Stranger.broken(document, e);
        }
    }
}
