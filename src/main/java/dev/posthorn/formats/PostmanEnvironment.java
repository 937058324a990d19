package dev.posthorn.formats;

import dev.posthorn.model.Environment;
import dev.posthorn.tree.Json;

/// Reads Postman environments and globals.
public final class PostmanEnvironment {

    private PostmanEnvironment() {}

    public static boolean recognises(Json.Obj root) {
        return (root.get("values") instanceof Json.Arr || empty(root)) && !root.has("item") && !root.has("requests");
    }

    /// A new environment of some versions: named, its list not there yet.
    private static boolean empty(Json.Obj root) {
        return root.has("values") && root.get("values") instanceof Json.Null && root.has("name");
    }

    /// @param fallback the name where the file gives none
    public static Environment read(Json.Obj root, String source, String fallback) {
        var globals = root.text("_postman_variable_scope").equals("globals");
        var name = root.text("name");
        return new Environment(name.isEmpty() ? globals ? "Globals" : fallback : name, globals, Rows.rows(Rows.entries(root.get("values"), source)),
                EnvironmentColour.read(root.text("color")));
    }
}
