package dev.posthorn.formats;

import dev.posthorn.model.Auth;
import dev.posthorn.tree.Json;
import java.util.LinkedHashMap;

/// Reads an authorization: 2.1 files keep its attributes in a list, 2.0 and 1.0 files in an object. Either is understood in any file.
final class PostmanAuth {

    private PostmanAuth() {}

    /// @param absent what the level means where the file says nothing: a request inherits, a collection has none
    static Auth read(Json auth, Auth absent) {
        if (!(auth instanceof Json.Obj object)) {
            return absent;
        }
        var type = object.text("type");
        if (type.isEmpty() || type.equals(Auth.INHERIT.type())) {
            return absent;
        }
        var values = new LinkedHashMap<String, Object>();
        switch (object.get(type)) {
            case Json.Arr list -> list.elements().stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast)
                    .filter(a -> a.has("key")).forEach(a -> values.put(a.text("key"), a.get("value") == null ? null : a.get("value").plain()));
            case Json.Obj map -> map.members().forEach(m -> values.put(m.key().value(), m.value().plain()));
            case null, default -> { }
        }
        return new Auth(type, values);
    }
}
