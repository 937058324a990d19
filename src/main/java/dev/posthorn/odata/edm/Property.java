package dev.posthorn.odata.edm;

/// A property with a value: text, number, date, a complex value, or a list of such.
///
/// @param computed whether the server fills it in, so that nobody can set it (`Core.Computed`, `StoreGeneratedPattern`)
/// @param etag     whether it counts for the etag (`ConcurrencyMode="Fixed"` of v2 and v3)
public record Property(String name, TypeRef type, Facets facets, Words words, boolean computed, boolean etag) {

    Property withWords(Words value) {
        return new Property(name, type, facets, value, computed, etag);
    }

    Property asComputed() {
        return new Property(name, type, facets, words, true, etag);
    }

    /// A property that is a stream of its own (`Edm.Stream`), read by a URL beside the entity.
    public boolean stream() {
        return type.name().equals("Edm.Stream");
    }
}
