package dev.posthorn.formats;

import dev.posthorn.tree.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// The object around a collection or environment, as Postman's API answers: `{"collection": {…}, …}`.
///
/// @param key    the member that holds it: "collection", "environment" or "globals"; empty where nothing is around it
/// @param beside the other members, as plain Java
public record Wrapper(String key, Map<String, Object> beside) {

    public static final Wrapper NONE = new Wrapper("", Map.of());

    /// What of `root` stands around `inner`, which is one of its members or the whole.
    static Wrapper of(Json.Obj root, Json.Obj inner) {
        for (var member : root == inner ? java.util.List.<Json.Member>of() : root.members()) {
            if (member.value() == inner) {
                var beside = root.map();
                beside.remove(member.key().value());
                return new Wrapper(member.key().value(), beside);
            }
        }
        return NONE;
    }

    /// Where the collection or environment stands in its file: "" or "/collection".
    public String pointer() {
        return key.isEmpty() ? "" : "/" + key;
    }

    /// The whole file again.
    public Map<String, Object> around(Map<String, Object> tree) {
        if (key.isEmpty()) {
            return tree;
        }
        var file = new LinkedHashMap<String, Object>();
        file.put(key, tree);
        beside.forEach(file::putIfAbsent);
        return file;
    }
}
