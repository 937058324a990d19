package dev.posthorn.formats.v3;

import dev.posthorn.formats.NotACollection;
import dev.posthorn.formats.PostmanCollection;
import dev.posthorn.formats.PostmanEnvironment;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.RequestItem;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.List;
import java.util.Map;

/// The model of a v3 file, read from the 2.x tree that it stands for by the same reader that opens 2.x files.
final class V3Model {

    private V3Model() {}

    static RequestItem request(String id, Map<String, Object> item) {
        var text = JsonWriter.compact(item);
        var read = PostmanCollection.readItem(object(text), text);
        return new RequestItem(id, read.name(), read.request(), read.examples());
    }

    static Folder folder(String id, Map<String, Object> folder, List<Item> items) {
        var level = level(folder);
        return new Folder(id, level.name(), level.description(), folder.get("auth") instanceof Map<?, ?> ? level.auth() : Auth.INHERIT, level.variables(),
                level.scripts(), level.settings(), items);
    }

    static Collection collection(Map<String, Object> tree, List<Item> items) {
        var level = level(tree);
        return new Collection(level.name(), level.description(), level.auth(), level.variables(), level.scripts(), level.settings(), items);
    }

    private static Collection level(Map<String, Object> tree) {
        var bare = Plain.map(tree);
        bare.remove("item");
        var text = JsonWriter.compact(bare);
        try {
            return PostmanCollection.read(object(text), text, "");
        } catch (NotACollection e) {
            throw new IllegalStateException("without items there is nothing to refuse", e);
        }
    }

    static Environment environment(Map<String, Object> tree, String stem) {
        var text = JsonWriter.compact(tree);
        return PostmanEnvironment.read(object(text), text, stem);
    }

    private static Json.Obj object(String text) {
        try {
            return (Json.Obj) JsonReader.read(text);
        } catch (JsonProblem e) {
            throw new IllegalStateException("our own JSON is sound", e);
        }
    }
}
