package dev.posthorn.odata.result;

import dev.posthorn.tree.Json;
import java.util.HashMap;
import java.util.Map;

/// What an object in an answer says about itself and its properties, apart from their values: type, etag, links.
///
/// The forms: `__metadata` of v2 and v3 verbose, `odata.etag` of v3, `@odata.etag` of v4, `@etag` of 4.01.
final class Controls {

    private final Map<String, String> own = new HashMap<>();
    private final Map<String, Map<String, String>> ofProperties = new HashMap<>();
    private final boolean verbose;

    private Controls(boolean verbose) {
        this.verbose = verbose;
    }

    static Controls of(Json.Obj object) {
        var metadata = object.object("__metadata");
        var controls = new Controls(metadata != null);
        if (metadata != null) {
            controls.verbose(metadata);
        }
        for (var member : object.members()) {
            var key = member.key().value();
            var at = key.indexOf('@');
            if (at < 0 && !key.startsWith("odata.") || member.value() instanceof Json.Obj || member.value() instanceof Json.Arr) {
                continue;
            }
            var term = key.substring(at + 1);
            var name = term.startsWith("odata.") ? term.substring(6) : term;
            var value = object.text(key);
            if (at <= 0) {
                controls.own.put(name, value);
            } else {
                controls.ofProperties.computeIfAbsent(key.substring(0, at), _ -> new HashMap<>()).put(name, value);
            }
        }
        return controls;
    }

    private void verbose(Json.Obj metadata) {
        put("type", metadata.text("type"));
        put("editLink", metadata.has("uri") ? metadata.text("uri") : metadata.text("id"));
        put("etag", metadata.text("etag"));
        put("mediaReadLink", metadata.text("media_src"));
        put("mediaEditLink", metadata.text("edit_media"));
        put("mediaContentType", metadata.text("content_type"));
        put("mediaEtag", metadata.text("media_etag"));
        if (metadata.object("properties") instanceof Json.Obj properties) {
            for (var property : properties.members()) {
                if (property.value() instanceof Json.Obj about && about.has("associationuri")) {
                    ofProperties.computeIfAbsent(property.key().value(), _ -> new HashMap<>()).put("associationLink", about.text("associationuri"));
                }
            }
        }
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            own.put(name, value);
        }
    }

    /// Whether a member of an object is of this sort, and no property.
    static boolean is(String key) {
        return key.equals("__metadata") || key.indexOf('@') >= 0 || key.startsWith("odata.");
    }

    boolean verbose() {
        return verbose;
    }

    String get(String name) {
        return own.getOrDefault(name, "");
    }

    String get(String property, String name) {
        return ofProperties.getOrDefault(property, Map.of()).getOrDefault(name, "");
    }

    /// Names that have links or types here, and perhaps no value.
    Iterable<String> properties() {
        return ofProperties.keySet();
    }

    /// The type without `#` and `Collection(…)`, with `Edm.` before a name without a namespace as v4 shortens it.
    static String type(String text) {
        var name = text.startsWith("#") ? text.substring(1) : text;
        if (name.startsWith("Collection(") && name.endsWith(")")) {
            name = name.substring(11, name.length() - 1);
        }
        return name.isEmpty() || name.indexOf('.') >= 0 ? name : "Edm." + name;
    }
}
