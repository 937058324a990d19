package dev.posthorn.cli.report;

import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.ItemPaths;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.script.VariableScope;
import dev.posthorn.store.Redaction;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The items of a collection in the form of a Postman 2.1 file, secrets taken out.
final class ItemForm {

    private static final int DEEPEST = 200;

    private final Collection collection;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Map<String, Object>> parents = new HashMap<>();
    private final ItemPaths paths;

    ItemForm(Collection collection) {
        this.collection = collection;
        this.paths = new ItemPaths(collection);
    }

    /// A request with its scripts as JSON text.
    String text(RequestItem item, Redaction hiding) {
        return texts.computeIfAbsent(item.id(), _ -> hiding.known(JsonWriter.compact(request(item))));
    }

    private static Map<String, Object> request(RequestItem item) {
        var form = new LinkedHashMap<String, Object>();
        form.put("id", item.id());
        try {
            if (JsonReader.read(RequestJson.write(item.name(), Redaction.BY_NAMES.request(item.request()))) instanceof Json.Obj object) {
                form.putAll(object.map());
                var request = new LinkedHashMap<String, Object>();
                ((Map<?, ?>) form.get("request")).forEach((key, value) -> request.put(String.valueOf(key), value));
                request.put("url", WireForm.url(Redaction.BY_NAMES.url(item.request().url())));
                form.put("request", request);
            }
        } catch (JsonProblem e) {
            form.put("name", item.name());
        }
        return form;
    }

    /// The id and name of the folder above a request, or of the collection.
    Map<String, Object> parent(RequestItem item) {
        return parents.computeIfAbsent(item.id(), id -> {
            var folders = paths.folders(id);
            var form = new LinkedHashMap<String, Object>();
            form.put("id", folders.isEmpty() ? "" : folders.getLast().id());
            form.put("name", folders.isEmpty() ? collection.name() : folders.getLast().name());
            return form;
        });
    }

    /// The whole collection, with its variables as they are at the end of the run.
    Map<String, Object> collection(VariableScope variables) {
        var form = new LinkedHashMap<String, Object>();
        form.put("item", items(collection.items(), 0));
        form.put("event", events(collection.scripts()));
        form.put("variable", ScopeForm.values(variables, Set.of()));
        var info = new LinkedHashMap<String, Object>();
        info.put("name", collection.name());
        info.put("schema", "https://schema.getpostman.com/json/collection/v2.1.0/collection.json");
        if (!collection.description().isEmpty()) {
            info.put("description", Map.of("content", collection.description(), "type", "text/plain"));
        }
        form.put("info", info);
        return form;
    }

    /// Folders nested deeper than anybody nests them are left out.
    private static List<Object> items(List<Item> items, int depth) {
        var list = new ArrayList<Object>();
        for (var item : items) {
            switch (item) {
                case RequestItem request -> list.add(request(request));
                case Folder folder -> {
                    var form = new LinkedHashMap<String, Object>();
                    form.put("id", folder.id());
                    form.put("name", folder.name());
                    form.put("item", depth < DEEPEST ? items(folder.items(), depth + 1) : List.of());
                    form.put("event", events(folder.scripts()));
                    list.add(form);
                }
                case OtherItem _, BadItem _ -> { }
            }
        }
        return list;
    }

    private static List<Object> events(List<Script> scripts) {
        return scripts.stream().<Object>map(s -> {
            var event = new LinkedHashMap<String, Object>();
            event.put("listen", s.phase() == Script.Phase.TEST ? "test" : "prerequest");
            event.put("script", Map.of("type", "text/javascript", "exec", List.of(s.code().split("\n", -1))));
            return event;
        }).toList();
    }
}
