package dev.posthorn.demo.data;

import java.util.List;
import java.util.Optional;

/// What the rows of a table are made of. Its first column is the key.
///
/// @param set     name of the collection in a service
/// @param display column that people know a row by
public record EntityType(String name, String set, String display, List<Property> properties, List<Navigation> navigations) {

    public Property key() {
        return properties.getFirst();
    }

    public Optional<Property> property(String name) {
        return properties.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public Optional<Navigation> navigation(String name) {
        return navigations.stream().filter(n -> n.name().equals(name)).findFirst();
    }
}
