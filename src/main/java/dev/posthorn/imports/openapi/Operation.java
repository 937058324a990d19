package dev.posthorn.imports.openapi;

import dev.posthorn.tree.Tracked;
import java.util.List;

/// One operation of a description: a method of a path.
///
/// @param path as written: "/users/{id}"
/// @param item the path's own object, which may hold parameters and servers for all its methods
record Operation(String path, String method, Tracked item, Tracked tree) {

    /// In the order in which people list them; `query` is of OpenAPI 3.2.
    static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete", "head", "options", "trace", "query");

    /// The summary, or the operation's id, or method and path.
    String name() {
        var summary = tree.get("summary").peek() instanceof String text ? text.strip() : "";
        if (!summary.isEmpty()) {
            return tree.text("summary").strip().replaceAll("\\s+", " ");
        }
        var id = tree.text("operationId").strip();
        return id.isEmpty() ? method.toUpperCase(java.util.Locale.ROOT) + " " + path : id;
    }
}
