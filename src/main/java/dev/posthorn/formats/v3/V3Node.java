package dev.posthorn.formats.v3;

import dev.posthorn.model.SocketMessage;
import java.util.List;
import java.util.Map;

/// A file or folder of a v3 collection as it lies on disk. `path` is relative to the collection, `/` between its parts.
sealed interface V3Node {

    String path();

    String stem();

    /// @param definition the tree of its definition, empty where it has none
    record Dir(String path, String stem, Map<String, Object> definition, List<V3Node> children) implements V3Node {}

    record Request(String path, String stem, Map<String, Object> tree, List<Example> examples) implements V3Node {}

    /// A file of a kind that is not edited here.
    ///
    /// @param messages those that are saved with a WebSocket request
    record Other(String path, String stem, String kind, String text, Map<String, Object> tree, List<SocketMessage> messages) implements V3Node {}

    /// A file that cannot be read; `line` is 0 where no line is to blame.
    record Bad(String path, String stem, String sentence, int line) implements V3Node {}

    record Example(String stem, Map<String, Object> tree) {}

    /// What the list of a folder is ordered by; items without a number come last.
    default double order() {
        var order = switch (this) {
            case Dir dir -> dir.definition.get("order");
            case Request request -> request.tree.get("order");
            case Other other -> other.tree.get("order");
            case Bad _ -> null;
        };
        return order instanceof Number number && !Double.isNaN(number.doubleValue()) ? number.doubleValue() : Double.POSITIVE_INFINITY;
    }

    default String name() {
        var tree = switch (this) {
            case Dir dir -> dir.definition;
            case Request request -> request.tree;
            case Other other -> other.tree;
            case Bad _ -> Map.<String, Object>of();
        };
        return tree.get("name") instanceof String name ? name : stem();
    }
}
