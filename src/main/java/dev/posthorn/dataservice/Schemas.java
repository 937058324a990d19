package dev.posthorn.dataservice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The entity schemas of a site with their columns, as far as they are known.
///
/// @param columns by schema
public record Schemas(Map<String, List<Item>> columns) {

    public static final Schemas NONE = new Schemas(Map.of());

    private static final int STEPS = 8;

    /// A column of a schema.
    ///
    /// @param reference the schema that a lookup leads to; empty for none
    public record Item(String name, DataValueType type, String reference) {}

    public List<String> names() {
        return columns.keySet().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    public boolean knows(String schema) {
        return columns.containsKey(schema);
    }

    public Schemas with(String schema, List<Item> items) {
        var changed = new LinkedHashMap<>(columns);
        changed.put(schema, items);
        return new Schemas(changed);
    }

    /// The columns that can be named after what is typed: `Name`, and after `Account.` those of the account.
    public List<String> paths(String schema, String typed) {
        var dot = typed.lastIndexOf('.');
        var before = dot < 0 ? "" : typed.substring(0, dot);
        var at = dot < 0 ? Optional.of(schema) : target(schema, before);
        var found = new ArrayList<String>();
        at.map(s -> columns.getOrDefault(s, List.of())).orElse(List.of()).forEach(item -> found.add((dot < 0 ? "" : before + ".") + item.name()));
        return found;
    }

    /// What a path leads to.
    public Optional<Item> item(String schema, String path) {
        var dot = path.lastIndexOf('.');
        var at = dot < 0 ? Optional.of(schema) : target(schema, path.substring(0, dot));
        return at.flatMap(s -> columns.getOrDefault(s, List.of()).stream().filter(i -> i.name().equals(path.substring(dot + 1))).findFirst());
    }

    private Optional<String> target(String schema, String path) {
        var steps = List.of(path.split("\\.", STEPS + 1));
        var at = schema;
        for (var step : steps) {
            var here = at;
            var next = columns.getOrDefault(here, List.of()).stream().filter(i -> i.name().equals(step) && !i.reference().isEmpty()).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get().reference();
        }
        return Optional.of(at);
    }
}
