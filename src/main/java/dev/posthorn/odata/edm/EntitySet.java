package dev.posthorn.odata.edm;

import java.util.Map;

/// A list of entities that has a URL of its own, or a singleton.
///
/// @param type      the entity type, with namespace; "" where only the service document is known
/// @param singleton whether it is one entity and no list
/// @param url       where it is, relative to the service; mostly its name
/// @param bindings  path of a navigation property → name of the set that it leads into
public record EntitySet(String name, String type, boolean singleton, String url, Map<String, String> bindings, Words words) {

    public EntitySet {
        bindings = Map.copyOf(bindings);
    }

    EntitySet withWords(Words value) {
        return new EntitySet(name, type, singleton, url, bindings, value);
    }
}
