package dev.posthorn.formats;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Environment;
import java.util.Map;

/// One collection or environment on its way into another format.
///
/// `tree` is the JSON of a Postman file as plain Java (`Json.plain`): of a Postman file all that it holds, in its own dialect (2.1 or 2.0, told by
/// `info.schema`); of every other file what `ModelTree` makes of the model, in 2.1.
public sealed interface Source {

    String name();

    Map<String, Object> tree();

    /// What became of the parts of the file it was read from.
    Report report();

    /// What stood around the tree in its file.
    Wrapper wrapper();

    /// The JSON of the whole file: `tree` with what stood around it.
    default Map<String, Object> file() {
        return wrapper().around(tree());
    }

    record OfCollection(String name, Map<String, Object> tree, Collection collection, Report report, Wrapper wrapper) implements Source {
        public OfCollection(String name, Map<String, Object> tree, Collection collection, Report report) {
            this(name, tree, collection, report, Wrapper.NONE);
        }
    }

    record OfEnvironment(String name, Map<String, Object> tree, Environment environment, Report report, Wrapper wrapper) implements Source {
        public OfEnvironment(String name, Map<String, Object> tree, Environment environment, Report report) {
            this(name, tree, environment, report, Wrapper.NONE);
        }
    }
}
