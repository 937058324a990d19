package dev.posthorn.demo.data;

import java.util.List;
import java.util.Optional;

/// All types of a service.
public record Schema(String namespace, String container, List<EntityType> types) {

    /// @throws IllegalArgumentException where there is none
    public EntityType type(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    public Optional<EntityType> find(String name) {
        return types.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    public Optional<EntityType> ofSet(String set) {
        return types.stream().filter(t -> t.set().equals(set)).findFirst();
    }
}
