package dev.posthorn.formats;

import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.tree.Elements;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonPatch;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A collection or environment of the model as the JSON tree of a Postman 2.1 file.
public final class ModelTree {

    public static final String SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

    private ModelTree() {}

    public static Map<String, Object> of(Collection collection) {
        var info = new Fields(null).put("name", collection.name());
        if (!collection.description().isEmpty()) {
            info.put("description", collection.description());
        }
        var root = new Fields(null).put("info", info.put("schema", SCHEMA)).put("item", items(collection.items()));
        level(root, Level.of(collection).withDescription(""), Auth.NONE, true);
        return plain(root);
    }

    public static Map<String, Object> of(Environment environment) {
        var tree = plain(RequestJson.environment(environment, ""));
        tree.remove("id");
        return tree;
    }

    /// A request or folder as an item of such a file.
    static Map<String, Object> of(Item item) {
        return plain(exported(item));
    }

    /// As `item`, with addresses as an export from Postman has them.
    private static Fields exported(Item item) {
        return switch (item) {
            case Folder folder -> folder(folder, items(folder.items()), true);
            case RequestItem request -> {
                var fields = request(request, true);
                fields.object("request").put("url", UrlTree.of(request.request()));
                examples(request, (Elements) fields.get("response"));
                yield fields;
            }
            case OtherItem _, BadItem _ -> null;
        };
    }

    private static void examples(RequestItem request, Elements responses) {
        for (var i = 0; i < request.examples().size(); i++) {
            var sent = request.examples().get(i).request();
            if (sent != null && responses.values().get(i) instanceof Fields example) {
                example.object("originalRequest").put("url", UrlTree.of(sent));
            }
        }
    }

    private static Elements items(List<Item> items) {
        return elements(items.stream().map(ModelTree::exported).toList());
    }

    private static Elements elements(List<Fields> items) {
        var elements = new ArrayList<Object>();
        for (var fields : items) {
            if (fields != null) {
                elements.add(fields);
            }
        }
        return new Elements(null, elements);
    }

    /// Null for what has no place in such a file.
    ///
    /// @param attributesAsList how an authorization is written: a list (2.1) or an object (2.0)
    static Fields item(Item item, boolean attributesAsList) {
        return switch (item) {
            case Folder folder -> folder(folder, elements(folder.items().stream().map(i -> item(i, attributesAsList)).toList()), attributesAsList);
            case RequestItem request -> request(request, attributesAsList);
            case OtherItem _, BadItem _ -> null;
        };
    }

    private static Fields folder(Folder folder, Elements items, boolean attributesAsList) {
        var fields = new Fields(null).put("name", folder.name()).put("item", items);
        level(fields, Level.of(folder), Auth.INHERIT, attributesAsList);
        return fields;
    }

    private static Fields request(RequestItem request, boolean attributesAsList) {
        return RequestJson.item(request.name(), request.request(), attributesAsList).put("response",
                new Elements(null, new ArrayList<>(request.examples().stream().map(e -> example(e, attributesAsList)).toList())));
    }

    /// @param implied the authorization that says nothing, so that it is not written
    static void level(Fields fields, Level level, Auth implied, boolean attributesAsList) {
        if (!level.description().isEmpty()) {
            fields.put("description", level.description());
        }
        if (!level.auth().equals(implied)) {
            AuthEdit.apply(fields, implied, level.auth(), attributesAsList);
        }
        ScriptEdit.apply(fields, List.of(), level.scripts());
        if (!level.variables().isEmpty()) {
            RowEdit.entries(fields, "variable", List.of(), level.variables().stream().filter(e -> !e.blank()).toList());
        }
        if (!level.settings().values().isEmpty()) {
            var switches = fields.object("protocolProfileBehavior");
            level.settings().values().forEach(switches::put);
        }
    }

    static Fields example(Example example, boolean attributesAsList) {
        var fields = new Fields(null).put("name", example.name());
        if (example.request() != null) {
            fields.put("originalRequest", RequestJson.item("", example.request(), attributesAsList).get("request"));
        }
        fields.put("status", example.reason()).put("code", example.status());
        var headers = example.headers().stream().map(h -> Entry.of(h.name(), h.value())).toList();
        fields.put("header", Elements.of(null));
        RowEdit.entries(fields, "header", List.of(), headers);
        return fields.put("cookie", List.of()).put("body", example.body());
    }

    private static Map<String, Object> plain(Fields root) {
        return plain(JsonPatch.text(root, JsonStyle.COMPACT));
    }

    private static Map<String, Object> plain(String json) {
        try {
            return ((Json.Obj) JsonReader.read(json)).map();
        } catch (JsonProblem e) {
            throw new IllegalStateException("our own JSON is sound", e);
        }
    }
}
