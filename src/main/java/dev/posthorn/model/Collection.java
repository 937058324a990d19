package dev.posthorn.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A collection: a named tree of folders and requests, and what it sets for all of them.
public record Collection(
        String name,
        String description,
        Auth auth,
        List<Entry> variables,
        List<Script> scripts,
        Settings settings,
        List<Item> items) {

    public Collection {
        description = description == null ? "" : description;
        variables = List.copyOf(variables);
        scripts = List.copyOf(scripts);
        items = List.copyOf(items);
    }

    /// All requests in the order of the tree.
    public Stream<RequestItem> requests() {
        return items.stream().flatMap(Collection::requests);
    }

    private static Stream<RequestItem> requests(Item item) {
        return switch (item) {
            case Folder folder -> folder.items().stream().flatMap(Collection::requests);
            case RequestItem request -> Stream.of(request);
        };
    }

    /// The folders from the root down to the item with that id, then the item itself; empty where there is none.
    public List<Item> path(String id) {
        return path(items, id).orElse(List.of());
    }

    private static Optional<List<Item>> path(List<Item> items, String id) {
        for (var item : items) {
            if (item.id().equals(id)) {
                return Optional.of(List.of(item));
            }
            if (item instanceof Folder folder) {
                var below = path(folder.items(), id);
                if (below.isPresent()) {
                    return Optional.of(Stream.concat(Stream.of(item), below.get().stream()).toList());
                }
            }
        }
        return Optional.empty();
    }
}
