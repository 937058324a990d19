package dev.posthorn.odata.edm;

/// A way from an entity to related ones.
///
/// @param target   the name of the entity type that it leads to, with namespace; "" where the metadata does not say
/// @param many     whether it leads to a list
/// @param nullable whether there may be none
/// @param partner  the navigation property that leads back; "" where none is named
/// @param contains whether the related entities exist within this one only
public record Navigation(String name, String target, boolean many, boolean nullable, String partner, boolean contains, Words words) {

    Navigation withWords(Words value) {
        return new Navigation(name, target, many, nullable, partner, contains, value);
    }

    /// The type that the path has after this step.
    public TypeRef type() {
        return new TypeRef(target, many);
    }
}
