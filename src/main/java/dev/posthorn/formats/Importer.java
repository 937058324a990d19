package dev.posthorn.formats;

import java.util.ArrayList;
import java.util.List;

/// One kind of file that can be opened. A new kind is one implementation and one line in `Importers.ALL`.
public interface Importer {

    /// As shown to the user: "Postman 2.1".
    String name();

    /// Whether the file is of this kind, told from its content and never from its name. Must be quick and must not fail.
    boolean recognises(Document document);

    /// Called only where `recognises` said yes.
    ReadResult read(Document document);

    /// The same on its way into another format; empty for what is not one. Formats that hold more than the model does answer with all of it.
    default List<Source> sources(Document document) {
        var sources = new ArrayList<Source>();
        add(read(document), sources);
        return sources;
    }

    private static void add(ReadResult result, List<Source> into) {
        switch (result) {
            case ReadResult.OfCollection(_, var collection, var report) ->
                    into.add(new Source.OfCollection(collection.name(), ModelTree.of(collection), collection, report));
            case ReadResult.OfEnvironment(_, var environment, var report) ->
                    into.add(new Source.OfEnvironment(environment.name(), ModelTree.of(environment), environment, report));
            case ReadResult.OfSeveral(_, var parts) -> parts.forEach(part -> add(part, into));
            case ReadResult.NotOne _ -> { }
        }
    }
}
