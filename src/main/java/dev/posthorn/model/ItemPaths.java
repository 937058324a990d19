package dev.posthorn.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where each item of a collection lies, for those who ask for many of them: `Collection.path` looks through all of it for one.
public final class ItemPaths {

    private final Map<String, List<Folder>> folders = new HashMap<>();

    public ItemPaths(Collection collection) {
        read(collection.items(), List.of());
    }

    private void read(List<Item> items, List<Folder> above) {
        for (var item : items) {
            folders.putIfAbsent(item.id(), above);
            if (item instanceof Folder folder) {
                var here = new ArrayList<>(above);
                here.add(folder);
                read(folder.items(), List.copyOf(here));
            }
        }
    }

    /// The folders from the root down to the item with that id; empty where it lies in none or is not there.
    public List<Folder> folders(String id) {
        return folders.getOrDefault(id, List.of());
    }
}
