package dev.posthorn.odata.edm;

import java.util.List;

/// An entity type or a complex type: properties, and ways to others. Inherited ones are not in it: `Edm.properties` has them all.
///
/// @param name      with namespace
/// @param entity    whether it is an entity type, whose values have a key and an address
/// @param base      the type that it extends, with namespace; "" where there is none
/// @param open      whether entities may have more properties than are named here
/// @param hasStream whether an entity of it is a media file as well
/// @param keys      its key properties; empty where they are inherited
public record StructuredType(String name, boolean entity, String base, boolean isAbstract, boolean open, boolean hasStream,
        List<Key> keys, List<Property> properties, List<Navigation> navigations, Words words) implements NamedType {

    /// @param path  the property, or a path to one within a complex property
    /// @param alias the name that it has in URLs; the same as `path` for a plain property
    public record Key(String path, String alias) {}

    public StructuredType {
        keys = List.copyOf(keys);
        properties = List.copyOf(properties);
        navigations = List.copyOf(navigations);
    }

    public String shortName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
