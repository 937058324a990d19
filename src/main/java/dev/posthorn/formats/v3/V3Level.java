package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a folder or a collection says of itself: in a 2.x file beside its items, in v3 in `.resources/definition.yaml`.
public final class V3Level {

    public static final String KIND = "collection";

    private V3Level() {}

    /// @param folder an item of a 2.x file that holds items
    /// @param stem   the name of the folder on disk
    public static Map<String, Object> writeFolder(Map<String, Object> folder, String stem) {
        return write(folder, folder, stem);
    }

    /// @param collection a whole 2.x file
    public static Map<String, Object> writeCollection(Map<String, Object> collection, String stem) {
        return write(collection, Plain.mapOrEmpty(collection.get("info")), stem);
    }

    private static Map<String, Object> write(Map<String, Object> level, Map<String, Object> named, String stem) {
        var v3 = new LinkedHashMap<String, Object>();
        v3.put("$kind", KIND);
        V3Request.name(named, stem, v3);
        V3Request.description(named, v3);
        v3.put("variables", V3Rows.form(V3Rows.rows(level.get("variable"))));
        v3.put("auth", V3Auth.write(level.get("auth")));
        v3.put("scripts", V3Scripts.write(level.get("event"), "http:"));
        return V3Request.tidy(v3);
    }

    /// The folder that Postman would export.
    ///
    /// @param v3 the definition, empty where there is none
    public static Map<String, Object> readFolder(Map<String, Object> v3, String stem, List<Object> items, Dialect dialect) {
        var folder = new LinkedHashMap<String, Object>();
        named(v3, stem, folder);
        folder.put("item", new ArrayList<>(items));
        rest(v3, dialect, folder);
        return folder;
    }

    /// The collection that Postman would export.
    public static Map<String, Object> readCollection(Map<String, Object> v3, String stem, List<Object> items, Dialect dialect) {
        var collection = new LinkedHashMap<String, Object>();
        var info = new LinkedHashMap<String, Object>();
        named(v3, stem, info);
        info.put("schema", dialect.schema());
        collection.put("info", info);
        collection.put("item", new ArrayList<>(items));
        rest(v3, dialect, collection);
        return collection;
    }

    private static void named(Map<String, Object> v3, String stem, Map<String, Object> out) {
        out.put("name", v3.containsKey("name") ? Plain.text(v3, "name") : stem);
        if (v3.containsKey("description")) {
            out.put("description", Plain.text(v3, "description"));
        }
    }

    private static void rest(Map<String, Object> v3, Dialect dialect, Map<String, Object> out) {
        var auth = V3Auth.canonical(v3.get("auth"), dialect);
        if (auth != null) {
            out.put("auth", auth);
        }
        var events = V3Scripts.canonical(v3.get("scripts"));
        if (!events.isEmpty()) {
            out.put("event", events);
        }
        var variables = V3Rows.canonical(v3.get("variables"), (row, o) -> {
            if (Plain.flag(row.get("secret"))) {
                o.put("type", "secret");
            }
        });
        if (!variables.isEmpty()) {
            out.put("variable", variables);
        }
    }
}
