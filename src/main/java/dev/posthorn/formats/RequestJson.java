package dev.posthorn.formats;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonPatch;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonStyle;
import dev.posthorn.tree.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request as a JSON text of its own, in the form of an item of a Postman 2.1 collection, and back.
public final class RequestJson {

    private RequestJson() {}

    /// One line of JSON.
    public static String write(String name, Request request) {
        return JsonPatch.text(item(name, request, true), JsonStyle.COMPACT);
    }

    /// The item of such a text.
    public static RequestItem read(String json) throws JsonProblem {
        if (JsonReader.read(json) instanceof Json.Obj item) {
            return PostmanCollection.readItem(item, json);
        }
        throw new JsonProblem("the JSON is no request", 1, 1);
    }

    /// An item of a 2.x file with an edited request written over it; what the program does not know of it stays.
    ///
    /// @param attributesAsList how a new authorization is written: a list (2.1) or an object (2.0)
    public static Map<String, Object> edited(Map<String, Object> item, Request request, boolean attributesAsList) throws JsonProblem {
        var text = JsonWriter.compact(item);
        var json = (Json.Obj) JsonReader.read(text);
        var fields = new Fields(json);
        new RequestEdit(fields, text, attributesAsList).apply(PostmanCollection.readRequest(json, text), request);
        return ((Json.Obj) JsonReader.read(JsonPatch.apply(text, JsonStyle.COMPACT, json, fields))).map();
    }

    static Fields item(String name, Request request, boolean attributesAsList) {
        var item = new Fields(null).put("name", name);
        item.put("request", new Fields(null).put("method", request.method()));
        var before = Request.blank().withMethod("");
        new RequestEdit(item, "", attributesAsList).apply(before, request);
        return item.put("response", List.of());
    }

    /// An empty collection file.
    public static String collection(String name, String id) {
        var info = new LinkedHashMap<String, Object>();
        info.put("_postman_id", id);
        info.put("name", name);
        info.put("schema", "https://schema.getpostman.com/json/collection/v2.1.0/collection.json");
        return JsonPatch.text(new Fields(null).put("info", info).put("item", List.of()), JsonStyle.TABS) + "\n";
    }

    /// An environment file.
    public static String environment(Environment environment, String id) {
        var file = new Fields(null).put("id", id).put("name", environment.name());
        file.put("values", environment.variables().stream().filter(e -> !e.blank()).map(RequestJson::variable).toList());
        return JsonPatch.text(file.put("_postman_variable_scope", environment.globals() ? "globals" : "environment"), JsonStyle.TABS) + "\n";
    }

    private static Map<String, Object> variable(Entry entry) {
        var map = new LinkedHashMap<String, Object>();
        map.put("key", entry.key());
        map.put("value", entry.value());
        map.put("type", entry.secret() ? "secret" : "default");
        if (!entry.description().isEmpty()) {
            map.put("description", entry.description());
        }
        map.put("enabled", entry.enabled());
        return map;
    }
}
