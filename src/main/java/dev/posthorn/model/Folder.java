package dev.posthorn.model;

import java.util.List;

/// A folder, nested without limit; what it sets applies to all below it.
public record Folder(
        String id,
        String name,
        String description,
        Auth auth,
        List<Entry> variables,
        List<Script> scripts,
        Settings settings,
        List<Item> items) implements Item {

    public Folder {
        description = description == null ? "" : description;
        variables = List.copyOf(variables);
        scripts = List.copyOf(scripts);
        items = List.copyOf(items);
    }
}
