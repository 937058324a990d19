package dev.posthorn.formats;

import dev.posthorn.model.Auth;
import dev.posthorn.tree.Elements;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Objects;

/// Writes an edited authorization. Attributes stay in the form the file has them in: a list (2.1) or an object (2.0).
final class AuthEdit {

    private AuthEdit() {}

    static void apply(Fields level, Auth before, Auth after, boolean asList) {
        if (before.equals(after)) {
            return;
        }
        if (after.inherited()) {
            level.remove("auth");
            return;
        }
        var auth = level.object("auth");
        // The block of the type before stays, as that of each type that is not chosen: who changes his mind finds it again.
        if (!before.type().equals(after.type())) {
            auth.put("type", after.type());
        }
        var old = auth.get(after.type());
        if (old instanceof Json.Arr list) {
            auth.put(after.type(), list(list, after));
        } else if (old instanceof Json.Obj) {
            map(auth.object(after.type()), after);
        } else if (!after.values().isEmpty()) {
            auth.put(after.type(), asList ? list(null, after) : new LinkedHashMap<>(after.values()));
        }
    }

    private static Elements list(Json.Arr old, Auth after) {
        var values = new ArrayList<Object>();
        var seen = new HashSet<String>();
        for (var element : Elements.of(old).values()) {
            if (!(element instanceof Json.Obj attribute) || !attribute.has("key")) {
                values.add(element);
            } else if (after.values().containsKey(attribute.text("key"))) {
                seen.add(attribute.text("key"));
                values.add(changed(attribute, after.values().get(attribute.text("key"))));
            }
        }
        after.values().forEach((key, value) -> {
            if (!seen.contains(key)) {
                values.add(new Fields(null).put("key", key).put("value", value).put("type", type(value)));
            }
        });
        return new Elements(old, values);
    }

    private static Object changed(Json.Obj attribute, Object value) {
        var now = attribute.get("value") == null ? null : attribute.get("value").plain();
        if (Objects.equals(now, value)) {
            return attribute;
        }
        var fields = new Fields(attribute).put("value", value);
        if (fields.has("type") && !type(now).equals(type(value))) {
            fields.put("type", type(value));
        }
        return fields;
    }

    private static String type(Object value) {
        return switch (value) {
            case String _ -> "string";
            case Boolean _ -> "boolean";
            case null, default -> "any";
        };
    }

    private static void map(Fields attributes, Auth after) {
        attributes.slots().removeIf(s -> !after.values().containsKey(s.key()));
        after.values().forEach(attributes::put);
    }
}
